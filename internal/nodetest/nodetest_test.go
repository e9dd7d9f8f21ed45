package nodetest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/parts"
)

// Each function is told apart from the others in its process: what passes, fails, does not load, has no tests or ends the
// process for all of them. Node.js is installed by bash .ci/parts.
func TestRun(t *testing.T) {
	dirs := []string{"testdata/good", "testdata/bad", "testdata/broken", "testdata/empty"}
	for _, major := range []int{22, 24} {
		for _, dirs := range [][]string{dirs, append([]string{"testdata/exits"}, dirs...), {"testdata/exits"}} {
			t.Run(fmt.Sprintf("%d/%d functions", major, len(dirs)), func(t *testing.T) {
				for _, r := range Run(t, major, dirs) {
					expect(t, r)
				}
			})
		}
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
		if r.OK() || r.Passed != 0 {
			t.Errorf("got %v, want no test", r)
		}
	case "bad":
		if r.Passed != 1 || r.OK() || !strings.Contains(r.String(), "subtracts") || !strings.Contains(r.String(), "0 !== 2") {
			t.Errorf("got %v, want subtracts failed", r)
		}
	case "broken":
		if r.OK() || !strings.Contains(r.String(), "missing.mjs") {
			t.Errorf("got %v, want a file that does not load", r)
		}
	case "exits":
		if r.OK() || !strings.Contains(r.String(), "exit status 3") {
			t.Errorf("got %v, want the end of the process", r)
		}
	}
}

// The files are those that node --test finds by itself.
func TestFiles(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"test/a.mjs", "test/deep/b.cjs", "src/c.test.mjs", "src/d.mjs", "node_modules/x/e.test.mjs"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	files, err := Files(dir)
	if err != nil || len(files) != 3 {
		t.Errorf("got %q, %v; want a, b and c", files, err)
	}
}

// What the tests of a function cost in one process, its start included. Node.js is installed by bash .ci/parts.
func BenchmarkRun(b *testing.B) {
	const count = 200
	text, err := os.ReadFile("testdata/good/good.test.mjs")
	if err != nil {
		b.Fatal(err)
	}
	dirs := make([]string, count)
	for i := range dirs {
		dirs[i] = b.TempDir()
		if err := os.WriteFile(filepath.Join(dirs[i], "good.test.mjs"), text, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	for _, major := range []int{22, 24} {
		node := parts.Node(b, major)
		b.Run(fmt.Sprint(major), func(b *testing.B) {
			for b.Loop() {
				results, err := run(node, major, b.TempDir(), dirs)
				if err != nil || !results[count-1].OK() {
					b.Fatal(results[count-1], err)
				}
			}
			b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N*count), "ms/function")
		})
	}
}
