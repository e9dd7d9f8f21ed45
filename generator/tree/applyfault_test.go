package tree

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

var errFault = fmt.Errorf("no space: %w", syscall.ENOSPC)

// stand lays out a directory with a file to update, and compares it with new files beside it.
func stand(t testing.TB) (string, Plan, layer) {
	dir := t.TempDir()
	lay(t, dir, "a/old", "the old text", "keep", "", "team", "a person's")
	root, err := openDisk(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return dir, compareStand(t, dir), root
}

func compareStand(t testing.TB, dir string) Plan {
	want := files(t, "a/old", "the new text", "a/new", "new", "b/c/new", "new", "d", "new")
	add(t, want, File{Path: "team", Owner: Team, Data: []byte("merged")})
	return compare(t, dir, want, Options{Replace: true, Lock: &stamp})
}

// Each operation fails once, done or not done: every file is old or new, no temporary file and no empty directory
// is left, and what was written is told.
func TestApplyFaults(t *testing.T) {
	for _, late := range []bool{false, true} {
		failed := make(map[string]bool)
		for n := 0; ; n++ {
			dir, plan, l := stand(t)
			before := contents(t, dir)
			op, left := "", n
			written, err := apply(t.Context(), plan, tampered{l, func(now, path string) error {
				if left--; left == -1 {
					op = now + " " + path
					failed[now] = true
					return errFault
				}
				return nil
			}, late})
			after := contents(t, dir)
			if op == "" { // there is no n-th operation
				if err != nil || len(written) != 6 {
					t.Fatalf("without a fault: wrote %q, %v", written, err)
				}
				break
			}
			fallback := strings.HasPrefix(op, "link ") && !late // a file system without links
			if fallback != (err == nil) {
				t.Errorf("%s: error %v", op, err)
			}
			if temporary(after) || slices.Contains(after, "b/c/") || slices.Contains(after, "b/") {
				t.Errorf("%s: left %q", op, after)
			}
			if len(written) == 0 && !strings.HasPrefix(op, "link ") && !strings.HasPrefix(op, "rename ") && !slices.Equal(before, after) {
				t.Errorf("%s: nothing is said to be written, but %q became %q", op, before, after)
			}
			for _, c := range plan.Changes {
				data, err := os.ReadFile(filepath.Join(dir, c.Path))
				isNew := err == nil && string(data) == string(c.New)
				isOld := err == nil && c.Old != nil && string(data) == string(c.Old) || errors.Is(err, fs.ErrNotExist) && c.Old == nil
				told := slices.Contains(written, c.Path)
				if !isNew && !isOld || told && !isNew || !told && !isOld && op != "link "+c.Path && op != "rename "+c.Path {
					t.Errorf("%s: %s is %q, %v; said to be written: %v", op, c.Path, data, err, told)
				}
			}
			if _, err := Apply(t.Context(), compareStand(t, dir), dir); err != nil || !compareStand(t, dir).Empty() {
				t.Errorf("%s: the next run does not finish: %v\n%s", op, err, text(compareStand(t, dir)))
			}
		}
		for _, op := range []string{"lstat", "read", "mkdir", "write", "write and sync", "chmod", "link", "rename", "remove"} {
			if !failed[op] {
				t.Errorf("late %v: no %s failed", late, op)
			}
		}
	}
}

// Another program does something at the worst moment: what it wrote is still there, and the error says so.
func TestApplyRaces(t *testing.T) {
	for _, test := range []struct {
		name    string
		op      string // before this operation ...
		also    string // (this one fails: a file system without links)
		act     func(dir string) error
		want    string // the error
		written []string
	}{
		{
			"a file appears before it is compared again", "lstat d", "", func(dir string) error { return os.WriteFile(filepath.Join(dir, "d"), []byte("theirs"), 0o666) },
			"d: is there now (changed since it was compared)", nil,
		},
		{
			"a file appears before its link", "link d", "", func(dir string) error { return os.WriteFile(filepath.Join(dir, "d"), []byte("theirs"), 0o666) },
			"d: is there now (changed since it was compared)", []string{"a/new", "a/old", "b/c/new"},
		},
		{
			"a file appears where there are no links", "link d", "link d", func(dir string) error { return os.WriteFile(filepath.Join(dir, "d"), []byte("theirs"), 0o666) },
			"d: is there now (changed since it was compared)", []string{"a/new", "a/old", "b/c/new"},
		},
		{
			"a file is edited", "link a/new", "", func(dir string) error {
				return os.WriteFile(filepath.Join(dir, "a", "old"), []byte("edited"), 0o666)
			},
			"a/old: has another text now (changed since it was compared)", []string{"a/new"},
		},
		{
			"a file is removed", "link a/new", "", func(dir string) error { return os.Remove(filepath.Join(dir, "a", "old")) },
			"a/old: is gone (changed since it was compared)", []string{"a/new"},
		},
		{
			"a file becomes a link", "link a/new", "", func(dir string) error {
				return errors.Join(os.Remove(filepath.Join(dir, "a", "old")), os.Symlink("../keep", filepath.Join(dir, "a", "old")))
			},
			"a/old: is a symbolic link: want a file (changed since it was compared)", []string{"a/new"},
		},
		{
			"a directory becomes a link", "link a/new", "", func(dir string) error {
				return errors.Join(os.Rename(filepath.Join(dir, "b"), filepath.Join(dir, "moved")), os.Symlink("moved", filepath.Join(dir, "b")))
			},
			"b/c/new: b is a symbolic link: want a directory (changed since it was compared)", []string{"a/new", "a/old"},
		},
		{
			"a directory becomes a link before anything is made", "lstat b", "", func(dir string) error { return os.Symlink("..", filepath.Join(dir, "b")) },
			"b/c/new: b is a symbolic link: want a directory (changed since it was compared)", nil,
		},
		{
			"a directory goes", "link a/new", "", func(dir string) error { return os.RemoveAll(filepath.Join(dir, "b")) },
			"b/c/new: b is gone: want a directory (changed since it was compared)", []string{"a/new", "a/old"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir, plan, l := stand(t)
			outside, _ := os.ReadDir(filepath.Dir(dir))
			var theirs []string
			written, err := apply(t.Context(), plan, tampered{layer: l, at: func(op, path string) error {
				now := op + " " + path
				if now == test.op && theirs == nil {
					if err := test.act(dir); err != nil {
						t.Fatal(err)
					}
					theirs = contents(t, dir)
				}
				if now == test.also {
					return syscall.EPERM
				}
				return nil
			}})
			var conflict *ConflictError
			if !errors.As(err, &conflict) || conflict.Error() != test.want {
				t.Errorf("error %v, want %s", err, test.want)
			}
			if !slices.Equal(written, test.written) {
				t.Errorf("wrote %q, want %q", written, test.written)
			}
			after := contents(t, dir)
			for pair := range slices.Chunk(theirs, 2) {
				if is, at := slices.Contains(after, pair[0]), slices.Index(after, pair[0]); !temporary(pair) && (!is || after[at+1] != pair[1]) && !slices.Contains(written, pair[0]) {
					t.Errorf("%q is gone or changed: %q", pair, after)
				}
			}
			if now, _ := os.ReadDir(filepath.Dir(dir)); len(now) != len(outside) {
				t.Errorf("outside there is %v", now)
			}
			if temporary(after) {
				t.Errorf("left %q", after)
			}
		})
	}
}
