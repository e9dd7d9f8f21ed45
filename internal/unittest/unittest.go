// Package unittest runs the tests of many Python functions as python -m unittest does, and says of each function what its
// tests said. It knows how Python finds tests and not what they test.
package unittest

import (
	_ "embed"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/driver"
	"github.com/seed-0554dd89/scaffold/internal/parts"
)

//go:embed driver.py
var script string

// Result is what the tests of one function came to.
type Result struct {
	Dir     string    `json:"-"`
	Passed  int       `json:"passed"`
	Skipped int       `json:"skipped"`
	Failed  []Failure `json:"failed"`
}

// Failure is one test that failed, or a file of tests that did not load: that one is broken.
type Failure struct {
	Name   string `json:"name"`
	Error  string `json:"error"`
	Broken bool   `json:"broken"`
}

// OK says that there were tests and all of them passed.
func (r Result) OK() bool { return r.Passed > 0 && r.Skipped == 0 && len(r.Failed) == 0 }

func (r Result) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d passed, %d skipped, %d failed", r.Dir, r.Passed, r.Skipped, len(r.Failed))
	for _, f := range r.Failed {
		fmt.Fprintf(&b, "\n%s\n%s", f.Name, f.Error)
	}
	return b.String()
}

// Run runs the tests that stand in each directory in that version of Python, 3.12 for example. Nothing is installed for
// them: the interpreter's packages are out of their reach.
func Run(t testing.TB, version string, dirs []string) []Result {
	t.Helper()
	absolute := make([]string, len(dirs))
	for i, dir := range dirs {
		path, err := filepath.Abs(dir)
		if err != nil {
			t.Fatal(err)
		}
		absolute[i] = path
	}
	var results []Result
	driver.Run(t, []string{parts.LambdaPython(t, version), "-I", "-S", "-B", "-c", script}, absolute, &results)
	if len(results) != len(dirs) {
		t.Fatalf("the tests of %d functions ran, want %d", len(results), len(dirs))
	}
	for i := range results {
		results[i].Dir = dirs[i]
	}
	return results
}
