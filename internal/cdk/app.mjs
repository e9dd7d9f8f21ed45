// Makes a stack for each source that the CDK can give a function and for each of its grants, and prints their templates by name.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(path.join(process.argv[1], "package.json"));
const cdk = require("aws-cdk-lib");
const lib = (name) => require("aws-cdk-lib/aws-" + name);
const lambda = lib("lambda");
const sources = lib("lambda-event-sources");
const iam = lib("iam");

const account = "123456789012";
const region = "eu-west-1";
const arn = (service, rest) => `arn:aws:${service}:${region}:${account}:${rest}`;
const scratch = mkdtempSync(path.resolve("cdk-"));

// file writes a file for what takes no text.
function file(name, text) {
  const full = path.join(scratch, name);
  writeFileSync(full, text);
  return full;
}

function stackOf(app, id, make) {
  const stack = new cdk.Stack(app, id, { env: { account, region } });
  const code = lambda.Code.fromInline("exports.handler = async () => {};");
  make(stack, new lambda.Function(stack, "Function", { functionName: "hello", runtime: lambda.Runtime.NODEJS_22_X, handler: "index.handler", code }));
}

// synthesize returns the templates by name.
function synthesize(all) {
  // Checks, traces and metadata are for people who look for mistakes in an app; they take most of the time.
  process.env.CDK_VALIDATION = "false";
  const context = { "aws:cdk:disable-stack-trace": true, "aws:cdk:enable-path-metadata": false };
  const app = new cdk.App({ outdir: path.join(scratch, "out"), analyticsReporting: false, treeMetadata: false, context });
  const names = Object.keys(all);
  names.forEach((name, i) => stackOf(app, `Stack${i}`, all[name]));
  const assembly = app.synth();
  return Object.fromEntries(names.map((name, i) => [name, assembly.getStackByName(`Stack${i}`).template]));
}
