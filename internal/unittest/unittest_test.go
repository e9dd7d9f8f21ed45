package unittest

import (
	"path/filepath"
	"strings"
	"testing"
)

// Each function is told apart from the others: what passes, fails, does not load, has no tests or ends its process. The
// interpreters are installed by bash .ci/parts.
func TestRun(t *testing.T) {
	for _, version := range []string{"3.12", "3.13", "3.14"} {
		t.Run(version, func(t *testing.T) {
			dirs := []string{"testdata/exits", "testdata/good", "testdata/bad", "testdata/broken", "testdata/empty"}
			for _, r := range Run(t, version, dirs) {
				expect(t, r)
			}
		})
	}
}

func expect(t *testing.T, r Result) {
	t.Helper()
	switch filepath.Base(r.Dir) {
	case "good":
		if !r.OK() || r.Passed != 1 {
			t.Errorf("got %v, want one test passed", r)
		}
	case "empty":
		if r.OK() || r.Passed != 0 || len(r.Failed) != 0 {
			t.Errorf("got %v, want no test", r)
		}
	case "bad":
		if r.Passed != 1 || r.OK() || r.Failed[0].Broken || !strings.Contains(r.String(), "test_subtracts") || !strings.Contains(r.String(), "0 != 2") {
			t.Errorf("got %v, want test_subtracts failed", r)
		}
	case "broken":
		if r.OK() || !r.Failed[0].Broken || !strings.Contains(r.String(), "No module named 'missing'") {
			t.Errorf("got %v, want a file that does not load", r)
		}
	case "exits":
		if r.OK() || !r.Failed[0].Broken || !strings.Contains(r.String(), "ended with status 768") {
			t.Errorf("got %v, want the end of the process", r)
		}
	}
}
