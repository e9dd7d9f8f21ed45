// Lints the directories on standard input with the ESLint that is installed in the directory of the first argument.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(path.join(process.argv[1], "package.json"));
const { ESLint } = require("eslint");
const js = require("@eslint/js");
const globals = require("globals");

const dirs = JSON.parse(readFileSync(0, "utf8"));
const eslint = new ESLint({
  cwd: path.parse(process.cwd()).root,
  overrideConfigFile: true,
  overrideConfig: [
    js.configs.recommended,
    { linterOptions: { reportUnusedDisableDirectives: "error" } },
    { files: ["**/*.mjs", "**/*.js"], languageOptions: { sourceType: "module", globals: globals.nodeBuiltin } },
    { files: ["**/*.cjs"], languageOptions: { sourceType: "commonjs", globals: globals.node } },
  ],
});
const findings = [];
for (const { filePath: file, messages } of await eslint.lintFiles(dirs)) {
  for (const { line = 0, ruleId, message } of messages) findings.push({ file, line, rule: ruleId ?? "", message });
}
console.log(JSON.stringify(findings));
