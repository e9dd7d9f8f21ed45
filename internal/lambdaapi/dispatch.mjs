// The handler of many functions in one process. It loads each as the runtime client of this Node.js would, and passes on
// what the runtime client gave it, so that answers, promises and callbacks are the runtime client's to judge.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);
const calledBack = Number(process.versions.node.split(".")[0]) < 24;
const entries = JSON.parse(readFileSync(path.join(import.meta.dirname, "functions.json")));
const functions = [];
for (const entry of entries) {
  functions.push(await load(entry).then(
    (handler) => ({ handler }),
    (error) => ({ error: report(error) }),
  ));
}

async function load({ dir, handler, env }) {
  const [file, ...names] = path.basename(handler).split(".");
  const module = await loadModule(path.resolve(dir, path.dirname(handler), file), env);
  const loaded = find(module, names) ?? (calledBack ? undefined : find(module.default, names));
  if (typeof loaded !== "function") {
    const what = loaded ? "is not a function" : "is undefined or not exported";
    throw named("Runtime.HandlerNotFound", `${handler} ${what}`);
  }
  if (loaded[Symbol.for("aws.lambda.runtime.handler.streaming")]) {
    throw named("Dispatch.Streaming", "a streaming handler is to be run alone");
  }
  if (!calledBack && loaded.length >= 3) {
    throw named("Runtime.CallbackHandlerDeprecated", "the handler declares a callback");
  }
  return loaded;
}

function find(module, names) {
  return names.reduce((nested, name) => nested?.[name], module);
}

async function loadModule(file, env) {
  Object.assign(process.env, env);
  try {
    for (const extension of ["", ".js", ".mjs", ".cjs"]) {
      if (!existsSync(file + extension) || (extension === "" && !calledBack)) continue;
      const required = calledBack && (extension === "" || extension === ".cjs" || (extension === ".js" && !isModule(file)));
      return required ? require(file + extension) : await import(file + extension);
    }
  } catch (error) {
    if (error instanceof SyntaxError) throw named("Runtime.UserCodeSyntaxError", String(error));
    if (error?.code === "MODULE_NOT_FOUND") throw named("Runtime.ImportModuleError", String(error));
    throw error;
  } finally {
    restore(env);
  }
  throw named("Runtime.ImportModuleError", `Error: Cannot find module '${path.basename(file)}'`);
}

// isModule says whether the package.json nearest to the file makes a .js file an ES module.
function isModule(file) {
  for (let dir = path.dirname(file); dir !== path.dirname(dir); dir = path.dirname(dir)) {
    const manifest = path.join(dir, "package.json");
    if (existsSync(manifest)) return JSON.parse(readFileSync(manifest)).type === "module";
  }
  return false;
}

function restore(env) {
  for (const name of Object.keys(env ?? {})) delete process.env[name];
}

function named(name, message) {
  return Object.assign(new Error(message), { name });
}

function report(error) {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error) };
  return { errorType: error.name, errorMessage: error.message, trace: error.stack.split("\n") };
}

let last;

function pass({ function: number, event }, context, ...rest) {
  restore(last?.env);
  if (number < 0) return (last = undefined, answer(functions.map(({ error }) => error ?? null), rest));
  last = entries[number];
  Object.assign(process.env, last.env);
  return functions[number].handler(event, context, ...rest);
}

// answer is the dispatcher's own: a value for Node.js 24 and later, a callback before.
function answer(value, [callback]) {
  return callback ? callback(null, value) : value;
}

export const handler = calledBack
  ? (event, context, callback) => pass(event, context, callback)
  : (event, context) => pass(event, context);
