package proof

import (
	"strings"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// javascriptProbe is the probe in JavaScript, for handlers of each style: a promise completes all of them.
func javascriptProbe(f *generator.Function) (path, text string) {
	var names [][2]string
	for _, k := range f.Keys {
		names = append(names, [2]string{k.Name, k.Property})
	}
	imported := []string{"handle"}
	extra := ""
	if f.HTTP() {
		imported = append(imported, "respond")
		extra += "\n  respond: () => respond(201, \"<p>\", { \"content-type\": \"text/html\" }),"
	}
	if f.Replies(aws.Echo) {
		extra += "\n  fill: ({ event }) => (event.response.filled = true),"
	}
	tells := ""
	if f.Replies(aws.Reported) {
		imported = append(imported, "reporters")
		tells = javascriptTells
	}
	path, load, export := "src/index.mjs", `import { NAMES } from "./event.gen.mjs"`, "export const handler"
	if f.Module == "cjs" {
		path, load, export = "src/index.cjs", `const { NAMES } = require("./event.gen.cjs")`, "exports.handler"
	}
	return path, strings.NewReplacer(
		"LOAD", strings.Replace(load, "NAMES", strings.Join(imported, ", "), 1), "PROPERTIES", string(encodeEvent(names)), "TELLS", tells, "EXTRA", extra, "EXPORT", export,
	).Replace(javascriptProbeText)
}

const javascriptTells = `
for (const service of Object.keys(reporters)) {
  reporters[service] = async (to, input) => {
    calls.push(copy({ told: to.toLowerCase(), input }));
  };
}
`

const javascriptProbeText = `LOAD;

const calls = [];
const copy = (value) => JSON.parse(JSON.stringify(value));
const properties = PROPERTIES;
const answers = {
  text: () => "done",
  json: () => ({ ok: true }),
  true: () => true,
  false: () => false,
  zero: () => 0,
  list: () => [1],
  null: () => null,
  nothing: () => undefined,EXTRA
};
TELLS
EXPORT = handle(async (keys, source) => {
  const { trigger, event, record, inner, ...facts } = source;
  if (trigger === "direct" && keys.give === "calls") return calls.splice(0);
  for (const name of Object.keys(facts)) facts[name] ??= undefined;
  const named = Object.fromEntries(properties.map(([name, property]) => [name, keys[property]]));
  calls.push(copy({ trigger, keys: named, facts }));
  if (JSON.stringify([keys, record ?? event]).includes("please fail")) throw new Error("no luck");
  return (answers[keys.give] ?? answers.text)(source);
});
`
