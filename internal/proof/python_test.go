package proof

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/internal/lambdaapi"
	"github.com/seed-0554dd89/scaffold/internal/pythonlint"
	"github.com/seed-0554dd89/scaffold/internal/unittest"
)

var python = &language{
	name: "python",
	faces: axis{
		{"python314", []string{"--runtime", "python3.14"}},
		{"python313", []string{"--runtime", "python3.13"}},
		{"python312", []string{"--runtime", "python3.12"}},
	},
	most:      budget{everyday: 6, long: 50},
	ownTests:  pythonTests,
	lint:      func(t *testing.T, dirs []string) []string { return pythonlint.Check(t, dirs) },
	breaks:    pythonMutations,
	broken:    []string{"python312"},
	mutations: budget{everyday: 14, long: 300},
	runner:    pythonRunner{},
	probe:     pythonProbe,
	stringify: pythonText,
}

// pythonVersion is the version of Python that a face is called after: 3.14 for python314.
func pythonVersion(face string) string { return "3." + strings.TrimPrefix(face, "python3") }

// pythonTests runs python -m unittest on the Python of the face.
func pythonTests(t *testing.T, face string, dirs []string) (all []outcome) {
	for _, result := range unittest.Run(t, pythonVersion(face), dirs) {
		o := outcome{passed: result.Passed, skipped: result.Skipped}
		for _, failure := range result.Failed {
			o.failed = append(o.failed, failure.Name+"\n"+failure.Error)
			if failure.Broken {
				o.broken = failure.Error
			}
		}
		all = append(all, o)
	}
	return all
}

// pythonRunner runs all functions of a face in one process of awslambdaric.
type pythonRunner struct{}

func (pythonRunner) start(t testing.TB, face string, homes []home) []instance {
	t.Helper()
	var entries []lambdaapi.Entry
	for _, h := range homes {
		entries = append(entries, lambdaapi.Entry{Dir: h.dir, Handler: h.handler, Env: h.env})
	}
	many := lambdaapi.StartManyPython(t, pythonVersion(face), entries)
	all := make([]instance, len(homes))
	for i := range all {
		all[i] = instance{failed: many.InitError(i), invoke: func(event []byte) (lambdaapi.Result, error) { return many.Invoke(i, event) }}
	}
	return all
}

// One function alone, in each Python: what many functions in one process do is what one does. Python and awslambdaric are
// installed by bash .ci/parts.
func TestPythonAlone(t *testing.T) {
	for _, face := range python.faces {
		f := function(t, parse(t, slices.Concat([]string{"hello", "--key", "key1=a", "--trigger", "s3:name=uploads", "--log", "json:level=debug"}, face.args)))
		dir := write(t, render(t, f))
		server, err := lambdaapi.StartPython(t, pythonVersion(face.name), path.Join(dir, f.Code()), f.Handler())
		if err != nil {
			t.Fatalf("%s: %v", face.name, err)
		}
		result, err := server.Invoke([]byte(`{"key1":"ä"}`))
		if err != nil || string(result.Body) != `"Hello from Lambda ä"` {
			t.Errorf("%s: got %s, %v %v", face.name, result.Body, result.Err, err)
		}
	}
}

// pythonProbe is the probe in Python. What JavaScript says with null is said otherwise: a record is dropped with DROP, and
// who would get another answer for nothing gets JSON's null as a text.
func pythonProbe(f *generator.Function) (path, text string) {
	drops, asks, texts := []string{}, []string{}, []string{}
	for _, trigger := range f.Triggers {
		switch {
		case trigger.Dropped != nil:
			drops = append(drops, fmt.Sprintf("%q", trigger.Name))
		case trigger.Reply == aws.HTTP:
			asks = append(asks, fmt.Sprintf("%q", trigger.Name))
		case trigger.Nothing != nil:
			texts = append(texts, fmt.Sprintf("%q", trigger.Name))
		}
	}
	return "src/handler.py", fmt.Sprintf(`import dataclasses
import json

import event_gen

calls = []
answers = {
    "text": lambda source: "done",
    "json": lambda source: {"ok": True},
    "true": lambda source: True,
    "false": lambda source: False,
    "zero": lambda source: 0,
    "list": lambda source: [1],
    "null": lambda source: null(source),
    "nothing": lambda source: None,
    "respond": lambda source: event_gen.Response(201, "<p>", {"content-type": "text/html"}),
    "fill": lambda source: source.event["response"].update(filled=True),
}


def null(source):
    if source.trigger in [%s]:
        return event_gen.DROP
    if source.trigger in [%s]:
        return event_gen.Response(200, "null", {"content-type": "application/json"})
    return "null" if source.trigger in [%s] else None


def note(call):
    calls.append(json.loads(json.dumps(call)))


def tell(to, request):
    note({"told": to.lower().replace("_", ""), "input": request})


for name in dir(event_gen):
    if name.startswith("tell_"):
        setattr(event_gen, name, tell)


names = %s


def camel(name):
    first, *rest = name.rstrip("_").split("_")
    return first + "".join(word.capitalize() for word in rest)


@event_gen.handle
def handler(keys, source):
    if source.trigger == "direct" and keys.give == "calls":
        noted = calls[:]
        calls.clear()
        return noted
    facts = {field.name: getattr(source, field.name) for field in dataclasses.fields(source)}
    trigger, event, record = facts.pop("trigger"), facts.pop("event"), facts.pop("record", None)
    facts.pop("context"), facts.pop("inner", None)
    facts = {camel(name): value for name, value in facts.items() if value is not None}
    given = {names[name]: value for name, value in dataclasses.asdict(keys).items()}
    note({"trigger": trigger, "keys": given, "facts": facts})
    if "please fail" in json.dumps([given, record or event]):
        raise RuntimeError("no luck")
    return answers.get(keys.give, answers["text"])(source)
`, strings.Join(drops, ", "), strings.Join(asks, ", "), strings.Join(texts, ", "), pythonNames(f))
}

// pythonNames are the names of the keys in the Spec by their names in Python, as JSON, which is Python as well.
func pythonNames(f *generator.Function) string {
	names := map[string]string{}
	for _, k := range f.Keys {
		names[k.Property] = k.Name
	}
	return string(encodeEvent(names))
}
