package proof

import (
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/lambdaapi"
)

// runner runs functions of one language under AWS's own runtime client for it.
type runner interface {
	// start starts functions that are made for one face, in as few processes as the language allows: a process for each
	// costs more than all that is asked of it. They end with the test.
	start(t testing.TB, face string, homes []home) []instance
}

// home is where a function stands, the name of its handler as Lambda's configuration has it, and its environment variables.
type home struct {
	dir, handler string
	env          map[string]string
}

// instance is a function that runs.
type instance struct {
	failed error // of its initialization, a *lambdaapi.FunctionError
	invoke func(event []byte) (lambdaapi.Result, error)
}
