// Package nodetest runs the tests of many Node.js functions in one process of node's own test runner, and says of each
// function what its tests said. It knows how node finds tests and not what they test.
package nodetest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/parts"
)

// Result is what the tests of one function came to.
type Result struct {
	Dir     string
	Passed  int
	Skipped int
	Failed  []Failure
	Output  string // what node said otherwise, where the function ran alone
}

// Failure is one test that failed, or a file of tests that did not load.
type Failure struct{ File, Name, Error string }

// OK says that there were tests and all of them passed.
func (r Result) OK() bool { return r.Passed > 0 && r.Skipped == 0 && len(r.Failed) == 0 }

func (r Result) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d passed, %d skipped, %d failed", r.Dir, r.Passed, r.Skipped, len(r.Failed))
	for _, f := range r.Failed {
		fmt.Fprintf(&b, "\n%s: %s\n%s", f.File, f.Name, f.Error)
	}
	return b.String() + r.Output
}

// Run runs the tests that stand in each directory, in Node.js 22 or 24, all in one process without isolation. A function
// that the process says nothing of, because another one ended it, is run again alone.
func Run(t testing.TB, major int, dirs []string) []Result {
	t.Helper()
	results, err := run(parts.Node(t, major), major, t.TempDir(), dirs)
	if err != nil {
		t.Fatal(err)
	}
	return results
}

func run(node string, major int, home string, dirs []string) ([]Result, error) {
	results := make([]Result, len(dirs))
	owner := map[string]int{} // by the real path of a test file
	var files []string
	for i, dir := range dirs {
		found, err := Files(dir)
		if err != nil {
			return nil, err
		}
		results[i] = Result{Dir: dir}
		for _, file := range found {
			owner[file] = i
		}
		files = append(files, found...)
	}
	if len(files) == 0 {
		return results, nil
	}
	events, output, failed := start(node, major, home, files)
	for _, e := range events {
		// A file that does not load, or in which no test stands, is reported as a test by the name of the file; Node.js 22
		// leaves out where that test stands.
		if _, whole := owner[e.Name]; whole {
			e.File, e.Whole = e.Name, true
		}
		if i, ours := owner[e.File]; ours {
			results[i].add(e)
		}
	}
	if !failed {
		return results, nil
	}
	if len(dirs) == 1 {
		results[0].end(output)
		return results, nil
	}
	for i := range results {
		if len(results[i].Failed) > 0 || results[i].Passed > 0 && complete(events) {
			continue
		}
		again, err := run(node, major, home, dirs[i:i+1])
		if err != nil {
			return nil, err
		}
		results[i] = again[0]
	}
	return results, nil
}

// end notes that node, with the tests of this function alone, ended as failed: if no test says why, that is the failure.
func (r *Result) end(output string) {
	r.Output = "\n" + output
	if len(r.Failed) == 0 {
		r.Failed = []Failure{{File: r.Dir, Name: "node --test", Error: "ended with an error and names no test"}}
	}
}

// event is what the reporter prints of one test; the last one says that the process came to its end.
type event struct {
	File, Name, Error        string
	Failed, Skipped, Summary bool
	Whole                    bool `json:"-"` // it is of a file, not of a test in it
}

func complete(events []event) bool { return len(events) > 0 && events[len(events)-1].Summary }

func (r *Result) add(e event) {
	switch {
	case e.Failed:
		r.Failed = append(r.Failed, Failure{File: e.File, Name: e.Name, Error: e.Error})
	case e.Skipped:
		r.Skipped++
	case e.Whole: // it loaded, and there is no test in it
	default:
		r.Passed++
	}
}
