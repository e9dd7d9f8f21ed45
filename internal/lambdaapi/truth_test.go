package lambdaapi

import (
	"errors"
	"fmt"
	"path/filepath"
	"testing"
)

// truth is what AWS's runtime clients make of a handler: an answer, or the type of an error. An empty column is "as 22".
var truth = []struct{ handler, node22, node24 string }{
	{"styles.answer", `"Hello from Lambda a Default Key 2"`, ""},
	{"styles.fail", "RangeError", ""},
	{"styles.circular", "Error", "Runtime.JSONStringifyError"},
	{"styles.big", "Error", "Runtime.JSONStringifyError"},
	{"styles.name", `"hello"`, ""},
	{"styles.callback", `"Hello from Lambda a Default Key 2"`, "Runtime.CallbackHandlerDeprecated"},
	{"styles.callbackFails", "RangeError", "Runtime.CallbackHandlerDeprecated"},
	{"styles.callbackTwice", `"first"`, "Runtime.CallbackHandlerDeprecated"},
	{"styles.callbackThrows", "TypeError", "Runtime.CallbackHandlerDeprecated"},
	{"styles.callbackUnused", `"Hello from Lambda a Default Key 2 function"`, "Runtime.CallbackHandlerDeprecated"},
	{"styles.callbackTimer", `"early"`, "Runtime.CallbackHandlerDeprecated"},
	{"styles.silent", "null", `"lost"`},
	{"styles.succeed", `"Hello from Lambda a Default Key 2"`, "TypeError"},
	{"styles.done", `"Hello from Lambda a Default Key 2"`, "TypeError"},
	{"styles.contextFails", "RangeError", "TypeError"},
	{"styles.contextFailsBare", "string", "TypeError"},
	{"styles.notFunction", "Runtime.HandlerNotFound", ""},
	{"styles.missing", "Runtime.HandlerNotFound", ""},
	{"missing.handler", "Runtime.ImportModuleError", ""},
	{"module.handler", `"module a undefined"`, ""},
	{"detected.handler", "Runtime.UserCodeSyntaxError", ""},
	{"throws.handler", "RangeError", ""},
}

// Each handler does under AWS's own runtime client what the table says, alone in a process and among many: the dispatcher
// changes nothing. Node.js and aws-lambda-ric are installed by bash .ci/parts.
func TestTruth(t *testing.T) {
	for _, major := range []int{22, 24} {
		t.Run(fmt.Sprint(major), func(t *testing.T) {
			t.Parallel()
			var entries []Entry
			for _, c := range truth {
				entries = append(entries, Entry{Dir: testdata(t), Handler: c.handler})
			}
			many := StartMany(t, major, entries)
			for i, c := range truth {
				want := c.node22
				if major == 24 && c.node24 != "" {
					want = c.node24
				}
				if got := verdict(t, func(event []byte) (Result, error) { return many.Invoke(i, event) }); got != want {
					t.Errorf("%s among many: got %s, want %s", c.handler, got, want)
				}
				if got := alone(t, major, c.handler); got != want {
					t.Errorf("%s alone: got %s, want %s", c.handler, got, want)
				}
			}
		})
	}
}

// alone is what the handler answers in a process of its own, an error of the initialization included.
func alone(t *testing.T, major int, handler string) string {
	t.Helper()
	s, err := StartNode(t, major, testdata(t), handler)
	var failure *FunctionError
	if errors.As(err, &failure) {
		return failure.Type
	}
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	return verdict(t, s.Invoke)
}

func verdict(t *testing.T, invoke func([]byte) (Result, error)) string {
	t.Helper()
	result, err := invoke([]byte(`{"key1":"a"}`))
	if err != nil {
		t.Fatal(err)
	}
	if result.Err != nil {
		return result.Err.Type
	}
	return string(result.Body)
}

func testdata(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs("testdata")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}
