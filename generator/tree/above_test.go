package tree

import (
	"os"
	"path/filepath"
	"testing"
)

// A go.sum goes with its go.mod: where that stands above, so do its sums.
func TestSumsAbove(t *testing.T) {
	top := t.TempDir()
	lay(t, top, "go.mod", "")
	a, err := lookAbove(filepath.Join(top, "a", "fn"))
	if err != nil {
		t.Fatal(err)
	}
	if got := a.find("go.sum"); got != "../../go.mod" {
		t.Errorf("got %q, want ../../go.mod", got)
	}
}

func TestCompareAbove(t *testing.T) {
	const all = "create .gitignore: is not there yet\ncreate README.md: is not there yet\ncreate go.mod: is not there yet\ncreate package.json: is not there yet\n"
	for _, test := range []struct {
		name string
		have []string // as lay takes it; the function is a/b/fn
		plan string
	}{
		{"nothing above", nil, all},
		{
			"no repository: only go.mod counts", []string{"go.mod", "", "a/package.json", "", "a/b/.gitignore", "", "a/b/README.md", ""},
			"create .gitignore: is not there yet\ncreate README.md: is not there yet\nkeep go.mod: ../../../go.mod stands above\ncreate package.json: is not there yet\n",
		},
		{
			"a repository: up to its top, README.md never", []string{"go.mod", "", "a/.git/", "", "a/package.json", "", "a/b/.gitignore", "", "a/b/README.md", "", "a/README.md", ""},
			"keep .gitignore: ../.gitignore stands above\ncreate README.md: is not there yet\ncreate go.mod: is not there yet\nkeep package.json: ../../package.json stands above\n",
		},
		{
			"a worktree, where .git is a file", []string{"a/b/.git", "gitdir: x", "a/package.json", "", "a/b/go.mod", ""},
			"create .gitignore: is not there yet\ncreate README.md: is not there yet\nkeep go.mod: ../go.mod stands above\ncreate package.json: is not there yet\n",
		},
		{
			"the function is a repository of its own", []string{"go.mod", "", "a/b/go.mod", "", "a/b/package.json", "", "a/b/fn/.git/", ""}, all,
		},
		{
			"the nearest is named", []string{"a/.git/", "", "a/package.json", "", "a/b/package.json", ""},
			"create .gitignore: is not there yet\ncreate README.md: is not there yet\ncreate go.mod: is not there yet\nkeep package.json: ../package.json stands above\n",
		},
		{
			"a directory or a link to nothing is no file", []string{"a/.git/", "", "a/package.json/", "", "a/go.mod", "-> nowhere"}, all,
		},
		{
			"a link to a file is one", []string{"a/.git/", "", "a/x", "", "a/go.mod", "-> x"},
			"create .gitignore: is not there yet\ncreate README.md: is not there yet\nkeep go.mod: ../../go.mod stands above\ncreate package.json: is not there yet\n",
		},
	} {
		for _, made := range []bool{false, true} {
			top := t.TempDir()
			for at := top; at != filepath.Dir(at); at = filepath.Dir(at) {
				if exists(filepath.Join(at, ".git")) || exists(filepath.Join(at, "go.mod")) {
					t.Skipf("the temporary directory lies in a project: %s", at)
				}
			}
			lay(t, top, test.have...)
			dir := filepath.Join(top, "a", "b", "fn")
			if made {
				lay(t, dir, "./", "")
			}
			want := new(FileSet)
			for _, name := range []string{".gitignore", "go.mod", "package.json"} {
				add(t, want, File{Path: name, Ecosystem: true})
			}
			add(t, want, File{Path: "README.md", Ecosystem: true, Local: true})
			if got := text(compare(t, dir, want, Options{})); got != test.plan {
				t.Errorf("%s (directory there: %v): got\n%swant\n%s", test.name, made, got, test.plan)
			}
		}
	}
}

// What is above a directory is where it lies, not where a link to it lies.
func TestAboveFollowsLinks(t *testing.T) {
	top := t.TempDir()
	lay(t, top, "repo/.git/", "", "repo/package.json", "", "repo/fn/", "", "elsewhere/link", "-> ../repo/fn")
	want := new(FileSet)
	add(t, want, File{Path: "package.json", Ecosystem: true})
	for _, dir := range []string{"elsewhere/link", "elsewhere/link/deeper"} {
		plan := compare(t, filepath.Join(top, dir), want, Options{})
		if plan.Changes[0].Action != Keep {
			t.Errorf("%s: got %s", dir, text(plan))
		}
	}
	t.Chdir(filepath.Join(top, "repo"))
	if plan := compare(t, "new", want, Options{}); plan.Changes[0].Action != Keep {
		t.Errorf("a relative directory: got %s", text(plan))
	}
	if _, err := os.Lstat("new"); err == nil {
		t.Error("Compare made the directory")
	}
}
