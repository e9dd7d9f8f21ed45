package tree

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// function is what new makes: the tool's files, the team's, the ecosystem's and a person's.
func function(t testing.TB) *FileSet {
	set := files(t, "events/direct.json", "{}\n", "src/event.gen.mjs", "// tool\n", "zebra.txt", "z\n")
	add(t, set, File{Path: "src/index.mjs", Owner: Team, Data: []byte("// team\n")})
	add(t, set, File{Path: "package.json", Owner: Team, Ecosystem: true, Data: []byte("{}\n")})
	add(t, set, File{Path: "scaffold.yaml", Owner: Person, Data: []byte("name: hello\n")})
	return set
}

// locked is the paths that the lock in a plan lists; it must be the last change.
func locked(t *testing.T, p Plan) []string {
	t.Helper()
	last := p.Changes[len(p.Changes)-1]
	if last.Path != LockName || last.Owner != Tool {
		t.Fatalf("the last change is %v", last)
	}
	lock, err := ParseLock(last.New)
	if err != nil {
		t.Fatal(err)
	}
	if lock.Stamp != stamp {
		t.Errorf("stamp %v, want %v", lock.Stamp, stamp)
	}
	var paths []string
	for _, e := range lock.Entries {
		paths = append(paths, e.Path)
	}
	return paths
}

func TestCompareLock(t *testing.T) {
	dir := t.TempDir()
	want := function(t)
	run := func() Plan { return compare(t, dir, want, Options{Lock: &stamp}) }
	all := []string{"events/direct.json", "package.json", "src/event.gen.mjs", "src/index.mjs", "zebra.txt"}

	plan := run()
	if got := locked(t, plan); !slices.Equal(got, all) {
		t.Errorf("the lock lists %q, want %q", got, all)
	}
	if _, err := Apply(t.Context(), plan, dir); err != nil {
		t.Fatal(err)
	}
	if plan := run(); !plan.Empty() || plan.Counts()[Same] != want.Len()+1 {
		t.Errorf("the second run is not empty:\n%s", text(plan))
	}

	// An ecosystem's file that was generated and then edited stays in the lock: there is nothing to write.
	lay(t, dir, "package.json", "{\"edited\": true}\n")
	if plan := run(); !plan.Empty() || len(plan.Conflicts()) > 0 || plan.Counts()[Keep] != 1 {
		t.Errorf("after an edit of package.json:\n%s", text(plan))
	}

	// A lock that says something else is in the way like any file.
	lay(t, dir, LockName, strings.ReplaceAll(string(plan.Changes[len(plan.Changes)-1].New), "javascript 3", "javascript 4"))
	if plan := run(); len(plan.Conflicts()) != 1 || plan.Conflicts()[0].Path != LockName {
		t.Errorf("with another lock:\n%s", text(plan))
	}
	lay(t, dir, LockName, "no lock\n")
	if plan := run(); len(plan.Conflicts()) != 1 || plan.Conflicts()[0].Path != LockName {
		t.Errorf("with no lock in the lock's place:\n%s", text(plan))
	}
}

func TestCompareLockLeavesOutKept(t *testing.T) {
	top := t.TempDir()
	lay(t, top, ".git/", "", "package.json", "{}\n")
	above := compare(t, filepath.Join(top, "fn"), function(t), Options{Lock: &stamp})
	if got := locked(t, above); slices.Contains(got, "package.json") {
		t.Errorf("the lock lists %q", got)
	}

	dir := t.TempDir()
	lay(t, dir, "package.json", "{\"theirs\": true}\n")
	for range 2 {
		plan := compare(t, dir, function(t), Options{Lock: &stamp})
		if got := locked(t, plan); slices.Contains(got, "package.json") {
			t.Errorf("the lock lists %q", got)
		}
		if _, err := Apply(t.Context(), plan, dir); err != nil {
			t.Fatal(err)
		}
	}
	if data, err := os.ReadFile(filepath.Join(dir, "package.json")); err != nil || string(data) != "{\"theirs\": true}\n" {
		t.Errorf("package.json is %q, %v", data, err)
	}
}
