// Checks and lints the functions in the directories on standard input, with the TypeScript and the typescript-eslint that
// are installed in the directory of the first argument: one program for all, with the first one's own compiler options.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const installed = process.argv[1];
const require = createRequire(path.join(installed, "package.json"));
const ts = require("typescript");
const { ESLint } = require("eslint");
const tseslint = require("typescript-eslint");

const { dirs, linted } = JSON.parse(readFileSync(0, "utf8"));
const project = path.resolve("tsconfig.json");
const own = dirs.map((dir) => readFileSync(path.join(dir, "tsconfig.json"), "utf8"));
if (own.some((text) => text !== own[0])) throw new Error("the functions do not have the same tsconfig.json");
const options = {
  extends: path.join(dirs[0], "tsconfig.json"),
  // Packages are found here as they are in node_modules beside a function.
  compilerOptions: {
    typeRoots: [path.join(installed, "node_modules", "@types")],
    paths: { "@aws-sdk/*": [path.join(installed, "node_modules", "@aws-sdk", "*", "dist-types", "index.d.ts")] },
  },
  include: dirs.flatMap((dir) => [path.join(dir, "src"), path.join(dir, "test")]),
};
writeFileSync(project, JSON.stringify(options));

const findings = [];
const { config } = ts.readConfigFile(project, ts.sys.readFile);
const parsed = ts.parseJsonConfigFileContent(config, ts.sys, path.dirname(project));
const program = ts.createProgram(parsed.fileNames, parsed.options);
for (const { file, start, code, messageText } of [...parsed.errors, ...ts.getPreEmitDiagnostics(program)]) {
  const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
  findings.push({ file: file?.fileName ?? "", line, rule: `TS${code}`, message: ts.flattenDiagnosticMessageText(messageText, "\n") });
}
for (const dir of dirs) {
  if (!parsed.fileNames.some((name) => name.startsWith(dir + path.sep))) throw new Error(`${dir} holds no TypeScript`);
}

if (linted.length > 0) {
  const eslint = new ESLint({
    cwd: path.parse(process.cwd()).root,
    overrideConfigFile: true,
    overrideConfig: tseslint.config(
      tseslint.configs.recommendedTypeChecked,
      { linterOptions: { reportUnusedDisableDirectives: "error" } },
      { languageOptions: { parserOptions: { project, tsconfigRootDir: path.dirname(project) } } },
    ),
  });
  for (const { filePath: file, messages } of await eslint.lintFiles(parsed.fileNames.filter((name) => linted.some((dir) => name.startsWith(dir + path.sep))))) {
    for (const { line = 0, ruleId, message } of messages) findings.push({ file, line, rule: ruleId ?? "", message });
  }
}
console.log(JSON.stringify(findings));
