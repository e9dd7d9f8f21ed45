package tree

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// No operation follows a link, wherever it leads, nor is led astray when a directory becomes one.
func TestDiskFollowsNoLinks(t *testing.T) {
	dir := t.TempDir()
	lay(t, dir, "real/file", "kept", "beside", "-> real", "deep/up", "-> ../real", "deep/self", "-> .", "out", "-> ..", "deep/dir/file", "deep")
	d, err := openDisk(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	before := contents(t, dir)
	for _, way := range []string{"beside", "deep/up", "deep/self", "deep/self/dir", "out", "deep/self/self/dir"} {
		file := way + "/file"
		for op, do := range map[string]func() error{
			"Lstat":    func() error { _, err := d.Lstat(file); return err },
			"ReadDir":  func() error { _, err := d.ReadDir(way); return err },
			"ReadFile": func() error { _, err := d.ReadFile(file); return err },
			"Mkdir":    func() error { return d.Mkdir(way+"/new", 0o777) },
			"WriteNew": func() error { return d.WriteNew(way+"/new", nil, 0o666, false) },
			"Chmod":    func() error { return d.Chmod(file, 0o600) },
			"Link":     func() error { return d.Link(file, way+"/new") },
			"Rename":   func() error { return d.Rename(file, way+"/new") },
			"Remove":   func() error { return d.Remove(file) },
		} {
			if err := do(); err == nil {
				t.Errorf("%s by way of %s gives no error", op, way)
			}
		}
	}
	if after := contents(t, dir); !slices.Equal(before, after) {
		t.Errorf("the directory was %q and is %q", before, after)
	}

	if err := d.WriteNew("deep/dir/one", nil, 0o666, false); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(dir, "deep"), filepath.Join(dir, "moved")); err != nil {
		t.Skipf("an open directory cannot be moved here: %v", err)
	}
	lay(t, dir, "deep", "-> real")
	if err := d.WriteNew("deep/dir/two", nil, 0o666, false); err != nil || !exists(filepath.Join(dir, "moved", "dir", "two")) {
		t.Errorf("a directory that was moved does not take its file along: %v", err)
	}
}
