package lambdaapi

import (
	"fmt"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/parts"
)

// NodeFlags are the flags of Lambda's Node.js runtimes: require of an ES module and detection of a module's kind are off.
var NodeFlags = []string{"--no-experimental-require-module", "--no-experimental-detect-module"}

// Node returns the function in dir as it runs on nodejs22.x or nodejs24.x, under AWS's own runtime client.
func Node(t testing.TB, major int, dir, handler string) Function {
	t.Helper()
	command := append([]string{parts.Node(t, major)}, NodeFlags...)
	return Function{
		Command: append(command, parts.RIC(t, major), handler),
		Dir:     dir,
		Handler: handler,
		Env:     map[string]string{"AWS_EXECUTION_ENV": fmt.Sprintf("AWS_Lambda_nodejs%d.x", major)},
	}
}

// StartNode starts the function in dir and closes it with the test. The error is the function's, a *FunctionError.
func StartNode(t testing.TB, major int, dir, handler string) (*Server, error) {
	t.Helper()
	return startFor(t, Node(t, major, dir, handler))
}
