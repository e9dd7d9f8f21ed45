// Decides the calls on standard input with the simulator in the node_modules of the first argument.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(path.join(process.argv[1], "package.json"));
const { runSimulation, runUnsafeSimulation } = require("@cloud-copilot/iam-simulate");

const decisions = { Allowed: "allowed", ExplicitlyDenied: "denied", ImplicitlyDenied: "not said" };
const account = "123456789012";
const caller = `arn:aws:sts::${account}:assumed-role/hello/hello`;
const everything = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
// The policy that a KMS key has unless its owner writes another: the account's own policies decide.
// https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
const keyPolicy = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: "kms:*", Resource: "*" }],
};

// IAM gives a key of one value as a text.
const variables = (context) =>
  Object.fromEntries(Object.entries(context ?? {}).map(([key, values]) => [key, values.length === 1 ? values[0] : values]));

function simulation({ document, request }) {
  const visitor = request.Principal;
  const own = visitor === "" ? [document] : visitor.startsWith("arn:") ? [everything] : [];
  return {
    request: {
      principal: visitor || caller,
      action: request.Action,
      resource: { resource: request.Resource, accountId: visitor ? request.Resource.split(":")[4] : account },
      contextVariables: variables(request.Context),
    },
    identityPolicies: own.map((policy) => ({ name: "own", policy })),
    resourcePolicy: visitor ? document : request.Action.startsWith("kms:") ? keyPolicy : undefined,
    serviceControlPolicies: [],
    resourceControlPolicies: [],
  };
}

async function decide(call) {
  // Without these checks the simulator takes no resource policy.
  if (call.loose) return { decision: decisions[runUnsafeSimulation({ ...simulation(call), resourcePolicy: undefined }, {})] };
  const answer = await runSimulation(simulation(call), {});
  if (answer.resultType === "error") return { error: JSON.stringify(answer.errors) };
  const ignored = (answer.results ?? [answer.result]).flatMap((result) => result.ignoredContextKeys ?? []);
  return { decision: decisions[answer.overallResult], ignored };
}

const verdicts = [];
for (const call of JSON.parse(readFileSync(0, "utf8"))) verdicts.push(await decide(call));
console.log(JSON.stringify(verdicts));
