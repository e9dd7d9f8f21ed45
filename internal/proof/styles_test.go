package proof

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/lambdaapi"
)

// completion is what a person may write into a handler of a style, and what the caller gets to see: a value, or an error
// behind "!"; "!" alone is any error, where each runtime client has its own words.
type completion struct{ style, code, want string }

var completions = []completion{
	{"async", `async () => "done"`, `done`},
	{"async", `() => "done"`, `done`},
	{"async", `async () => Promise.reject()`, `!`},
	{"async", `async () => undefined`, `<nil>`},
	{"async", `async () => { throw new TypeError("no luck"); }`, `!TypeError: no luck`},
	{"async", `() => { throw new TypeError("no luck"); }`, `!TypeError: no luck`},
	{"async", `() => new Promise((resolve, reject) => setTimeout(reject, 1, new RangeError("late")))`, `!RangeError: late`},

	{"callback", `(keys, source, context, callback) => callback(null, "done")`, `done`},
	{"callback", `(keys, source, context, callback) => callback()`, `<nil>`},
	{"callback", `(keys, source, context, callback) => setTimeout(callback, 1, null, "late")`, `late`},
	{"callback", `(keys, source, context, callback) => callback(new TypeError("no luck"))`, `!TypeError: no luck`},
	{"callback", `(keys, source, context, callback) => callback("no luck")`, `!string: no luck`},
	{"callback", `() => { throw new TypeError("no luck"); }`, `!TypeError: no luck`},
	{"callback", `async () => { throw new TypeError("no luck"); }`, `!TypeError: no luck`},
	{"callback", `() => Promise.reject()`, `!Error: the handler failed`},
	{"callback", `(keys, source, context, callback) => { callback(null, "first"); callback(new Error("second")); }`, `first`},
	{"callback", `(keys, source, context, callback) => { callback(new TypeError("first")); callback(null, "second"); }`, `!TypeError: first`},

	{"context", `(keys, source, context) => context.succeed("done")`, `done`},
	{"context", `(keys, source, context) => context.succeed()`, `<nil>`},
	{"context", `(keys, source, context) => context.done(null, "done")`, `done`},
	{"context", `(keys, source, context) => setTimeout(context.done, 1, null, "late")`, `late`},
	{"context", `(keys, source, context) => context.fail(new TypeError("no luck"))`, `!TypeError: no luck`},
	{"context", `(keys, source, context) => context.done(new TypeError("no luck"))`, `!TypeError: no luck`},
	{"context", `(keys, source, context) => context.fail("no luck")`, `!string: no luck`},
	{"context", `() => { throw new TypeError("no luck"); }`, `!TypeError: no luck`},
	{"context", `async () => { throw new TypeError("no luck"); }`, `!TypeError: no luck`},
	{"context", `(keys, source, context) => context.fail()`, `!`},
	{"context", `(keys, source, context) => { context.succeed("first"); context.fail(new Error("second")); }`, `first`},
	{"context", `(keys, source, { functionName, succeed, getRemainingTimeInMillis }) => succeed(functionName.length > 0 && getRemainingTimeInMillis() > 0)`, `true`},
}

// exports write a handler's function into the team's file, in place of the generated one.
var exports = map[string]struct{ file, text string }{
	"async":    {"src/index.mjs", "import { handle } from \"./event.gen.mjs\";\n\nexport const handler = handle(%s);\n"},
	"callback": {"src/index.cjs", "const { handle } = require(\"./event.gen.cjs\");\n\nexports.handler = handle(%s);\n"},
	"context":  {"src/index.cjs", "const { handle } = require(\"./event.gen.cjs\");\n\nexports.handler = handle(%s);\n"},
}

// Whatever a person completes a handler with reaches the caller, under AWS's own runtime client. Node.js and
// aws-lambda-ric are installed by bash .ci/parts.
func TestCompletions(t *testing.T) {
	t.Parallel()
	for _, face := range javascript.faces {
		t.Run(face.name, func(t *testing.T) {
			var tried []completion
			var homes []home
			f := function(t, parse(t, append([]string{"hello", "--key", "key1=a", "--trigger", "apigateway-rest"}, face.args...)))
			for _, c := range completions {
				if c.style != f.Style {
					continue
				}
				dir := write(t, render(t, f))
				export := exports[f.Style]
				if err := os.WriteFile(filepath.Join(dir, export.file), fmt.Appendf(nil, export.text, c.code), 0o600); err != nil {
					t.Fatal(err)
				}
				tried = append(tried, c)
				homes = append(homes, home{dir: dir, handler: f.Code() + f.Handler()})
			}
			instances := javascript.runner.start(t, face.name, homes)
			for i, c := range tried {
				r := running{home: homes[i].dir, instance: instances[i]}
				alike := func(got string) bool { return got == c.want || c.want == "!" && strings.HasPrefix(got, "!") }
				if got := fmt.Sprint(r.answer(t, map[string]any{})); !alike(got) {
					t.Errorf("%s: got %s, want %s", c.code, got, c.want)
				}
				// Over HTTP an error is an error of the function too, so that it is noticed; other answers are responses.
				got := fmt.Sprint(r.answer(t, r.event(t, "apigateway-rest")))
				if failed := strings.HasPrefix(c.want, "!"); failed && !alike(got) || !failed && !strings.Contains(got, "statusCode:20") {
					t.Errorf("%s: over HTTP: got %s, want %s", c.code, got, c.want)
				}
			}
		})
	}
}

// No generated handler declares a third parameter on Node.js 24, where that is an error of the initialization: the
// runtime client says so of the callback style, and takes each variant that is made for it. Node.js 24 and aws-lambda-ric
// 4 are installed by bash .ci/parts.
func TestParameters24(t *testing.T) {
	t.Parallel()
	var entries []lambdaapi.Entry
	var names []string
	callback := false // one of them shows that the runtime client looks
	for _, v := range javascript.variants() {
		if v.chose("async24") || v.chose("callback22") && !callback {
			callback = callback || v.chose("callback22")
			entries = append(entries, lambdaapi.Entry{Dir: v.dir(t), Handler: "src/index.handler"})
			names = append(names, v.String())
		}
	}
	many := lambdaapi.StartMany(t, 24, entries)
	if !callback {
		t.Error("no variant is refused")
	}
	for i, name := range names {
		err := many.InitError(i)
		if strings.HasPrefix(name, "callback22") {
			var refused *lambdaapi.FunctionError
			if !errors.As(err, &refused) || refused.Type != "Runtime.CallbackHandlerDeprecated" {
				t.Errorf("%s: got %v, want it refused", name, err)
			}
		} else if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	alone := slices.IndexFunc(names, func(name string) bool { return strings.HasPrefix(name, "async24") })
	if _, err := lambdaapi.StartNode(t, 24, entries[alone].Dir, "src/index.handler"); err != nil {
		t.Errorf("%s, alone: %v", names[alone], err)
	}
}
