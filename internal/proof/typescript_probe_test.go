package proof

import (
	"strings"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// typescriptProbe is the probe in TypeScript.
func typescriptProbe(f *generator.Function) (path, text string) {
	var names [][2]string
	for _, k := range f.Keys {
		names = append(names, [2]string{k.Name, k.Property})
	}
	imported, extra, tells := "handle", "", ""
	if f.HTTP() {
		imported += ", respond"
		extra += "\n  respond: () => respond(201, \"<p>\", { \"content-type\": \"text/html\" }),"
	}
	if f.Replies(aws.Echo) {
		extra += "\n  fill: ({ event }) => Object.assign((event as { response: object }).response, { filled: true }),"
	}
	if f.Replies(aws.Reported) {
		imported += ", reporters"
		tells = typescriptTells
	}
	return "src/index.ts", strings.NewReplacer(
		"NAMES", imported, "PROPERTIES", string(encodeEvent(names)), "TELLS", tells, "EXTRA", extra,
	).Replace(typescriptProbeText)
}

// A service has a function for each operation, or one that takes the URL.
const typescriptTells = `
for (const operation of Object.keys(reporters)) {
  Object.assign(reporters, {
    [operation]: async (...args: unknown[]) => {
      const told = args.length > 1 ? String(args[0]) : operation;
      calls.push(copy({ told: told.toLowerCase(), input: args.at(-1) }));
    },
  });
}
`

const typescriptProbeText = `import { NAMES, type Source } from "./event.gen.ts";

const calls: unknown[] = [];
const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const properties: [string, string][] = PROPERTIES;
const answers: Record<string, (source: Source) => unknown> = {
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
export const handler = handle(async (read, source) => {
  const keys: Record<string, unknown> = { ...read };
  const { trigger, event, record, inner, ...facts } = { record: undefined, inner: undefined, ...source };
  if (trigger === "direct" && keys.give === "calls") return calls.splice(0);
  const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value != null));
  const named = Object.fromEntries(properties.map(([name, property]) => [name, keys[property]]));
  calls.push(copy({ trigger, keys: named, facts: said }));
  if (JSON.stringify([keys, record ?? event]).includes("please fail")) throw new Error("no luck");
  return (answers[String(keys.give)] ?? answers.text!)(source);
});
`
