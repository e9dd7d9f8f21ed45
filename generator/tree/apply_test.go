package tree

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

func TestApply(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "there", "yet")
	want := function(t)
	add(t, want, File{Path: "bin/run", Exec: true})
	plan := compare(t, dir, want, Options{Lock: &stamp})
	written, err := Apply(t.Context(), plan, dir)
	if err != nil {
		t.Fatal(err)
	}
	var expected, pairs []string
	for _, c := range plan.Changes {
		expected = append(expected, c.Path)
	}
	if !slices.Equal(written, expected) || written[len(written)-1] != LockName {
		t.Errorf("wrote %q, want %q, the lock last", written, expected)
	}
	slices.SortFunc(plan.Changes, func(a, b Change) int { return strings.Compare(a.Path, b.Path) })
	for _, c := range plan.Changes {
		pairs = append(pairs, c.Path, string(c.New))
	}
	if got := contents(t, dir); !slices.Equal(got, pairs) {
		t.Errorf("the directory has %q, want %q", got, pairs)
	}
	if runtime.GOOS != "windows" {
		for name, want := range map[string]os.FileMode{"bin/run": 0o100, "zebra.txt": 0} {
			if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Mode()&0o700 != 0o600|want {
				t.Errorf("%s has mode %v, %v", name, info.Mode(), err)
			}
		}
	}

	again := compare(t, dir, want, Options{Lock: &stamp})
	if written, err := Apply(t.Context(), again, dir); !again.Empty() || written != nil || err != nil {
		t.Errorf("the second time wrote %q, %v", written, err)
	}
}

// A relative directory is taken from where the program runs, in each of its spellings.
func TestApplyRelative(t *testing.T) {
	top := t.TempDir()
	t.Chdir(top)
	for _, dir := range []string{"fn", "./fn2/", "x/../fn3", "y/z", ".", ""} {
		want := files(t, "a/b", "text")
		if _, err := Apply(t.Context(), compare(t, dir, want, Options{}), dir); err != nil {
			t.Errorf("%q: %v", dir, err)
		}
		if again := compare(t, filepath.Join(top, dir), want, Options{}); !again.Empty() {
			t.Errorf("%q: %s", dir, text(again))
		}
	}
}

func TestApplyConflictsWritesNothing(t *testing.T) {
	dir, plan := mixed(t, Options{})
	before := contents(t, dir)
	written, err := Apply(t.Context(), plan, dir)
	var conflicts *ConflictError
	if !errors.As(err, &conflicts) || len(conflicts.Changes) != 2 || written != nil {
		t.Fatalf("wrote %q, %v; want two conflicts", written, err)
	}
	if want := "changed: is there with another text\ntaken: is a directory: want a file"; err.Error() != want {
		t.Errorf("got %q, want %q", err, want)
	}
	if after := contents(t, dir); !slices.Equal(before, after) {
		t.Errorf("the directory was %q and is %q", before, after)
	}
}

func TestApplyEmptyMakesNoDirectory(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "none")
	if _, err := Apply(t.Context(), compare(t, dir, new(FileSet), Options{}), dir); err != nil || exists(dir) {
		t.Errorf("error %v, directory there: %v", err, exists(dir))
	}
}

// A plan made by hand gets no further than one made by Compare, and leaves no directories behind.
func TestApplyChecksPaths(t *testing.T) {
	top := t.TempDir()
	for _, path := range []string{"../x", "/x", "a/../../x", ".git/config", ""} {
		plan := Plan{Changes: []Change{{Path: "good/file", Action: Create}, {Path: path, Action: Create}}}
		for _, dir := range []string{top, filepath.Join(top, "a", "b")} {
			if written, err := Apply(t.Context(), plan, dir); err == nil || written != nil {
				t.Errorf("%q in %s: wrote %q, %v", path, dir, written, err)
			}
		}
	}
	if got := contents(t, top); len(got) > 0 {
		t.Errorf("left %q", got)
	}
}

func TestApplyUpdateKeepsMode(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no mode bits")
	}
	dir := t.TempDir()
	lay(t, dir, "private", "old", "script", "old")
	if err := errors.Join(os.Chmod(filepath.Join(dir, "private"), 0o600), os.Chmod(filepath.Join(dir, "script"), 0o664)); err != nil {
		t.Fatal(err)
	}
	want := files(t, "private", "new")
	add(t, want, File{Path: "script", Data: []byte("new"), Exec: true})
	if _, err := Apply(t.Context(), compare(t, dir, want, Options{Replace: true}), dir); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]os.FileMode{"private": 0o600, "script": 0o775} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Mode() != want {
			t.Errorf("%s has mode %v, %v; want %v", name, info.Mode(), err, want)
		}
	}
}

func TestApplyInterrupted(t *testing.T) {
	dir := t.TempDir()
	plan := compare(t, dir, function(t), Options{Lock: &stamp})
	root, err := openDisk(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for n := range plan.Changes {
		ctx, cancel := context.WithCancel(t.Context())
		written, err := apply(ctx, plan, tampered{layer: root, at: func(op, path string) error {
			if op == "write" {
				if n--; n < 0 {
					cancel()
				}
			}
			return nil
		}})
		if !errors.Is(err, context.Canceled) || written != nil {
			t.Errorf("wrote %q, %v", written, err)
		}
		if got := contents(t, dir); len(got) > 0 {
			t.Fatalf("left %q", got)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	below := filepath.Join(dir, "new")
	if _, err := Apply(ctx, plan, below); !errors.Is(err, context.Canceled) || exists(below) {
		t.Errorf("cancelled beforehand: %v, directory there: %v", err, exists(below))
	}
}

func TestApplyReadOnlyDirectory(t *testing.T) {
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("nothing is read-only to root, nor by mode on Windows; TestApplyFaults has the same errors from a layer")
	}
	dir := t.TempDir()
	lay(t, dir, "src/", "")
	plan := compare(t, dir, function(t), Options{})
	if err := os.Chmod(filepath.Join(dir, "src"), 0o555); err != nil {
		t.Fatal(err)
	}
	written, err := Apply(t.Context(), plan, dir)
	if !errors.Is(err, os.ErrPermission) || written != nil {
		t.Errorf("wrote %q, %v", written, err)
	}
	if got := contents(t, dir); !slices.Equal(got, []string{"src/", ""}) {
		t.Errorf("left %q", got)
	}
}

// FuzzApply gives Apply any two paths, past Compare: nothing beside the directory may change, and a temporary file
// stays nowhere.
func FuzzApply(f *testing.F) {
	for _, pair := range [][2]string{{"a/b", "../x"}, {"link/x", "a"}, {"file/x", "dir"}, {"dir/../../outside", "dir/x"}, {"up/x", "up"}} {
		f.Add(pair[0], pair[1], true)
		f.Add(pair[0], pair[0], false)
	}
	f.Fuzz(func(t *testing.T, one, two string, update bool) {
		top := t.TempDir()
		dir := filepath.Join(top, "dir")
		lay(t, top, "outside/file", "kept", "dir/file", "old", "dir/dir/", "", "dir/link", "-> ../outside", "dir/up", "-> ..")
		plan := Plan{Changes: []Change{{Path: one, Action: Create, New: []byte("new")}, {Path: two, Action: Create, New: []byte("new")}}}
		if update {
			plan.Changes[1].Action, plan.Changes[1].Old = Update, []byte("old")
		}
		_, err := Apply(t.Context(), plan, dir)
		if got, want := contents(t, filepath.Join(top, "outside")), []string{"file", "kept"}; !slices.Equal(got, want) {
			t.Errorf("outside is %q (%v)", got, err)
		}
		if list, _ := os.ReadDir(top); len(list) != 2 {
			t.Errorf("beside the directory: %v", list)
		}
		if got := contents(t, dir); temporary(got) {
			t.Errorf("left %q (%v)", got, err)
		}
	})
}
