package tree

import (
	"io/fs"
	"slices"
	"testing"
	"testing/fstest"
)

// What a listing shows is enough to tell what stands where, of whatever kind, on whatever disk.
func TestLook(t *testing.T) {
	there := fstest.MapFS{
		"README.MD": {}, "Readme.md": {}, "file": {}, "dir/x": {}, "pipe": {Mode: fs.ModeNamedPipe},
		"device": {Mode: fs.ModeDevice}, "link": {Mode: fs.ModeSymlink}, "DIR2/x": {}, "odd": {Mode: fs.ModeIrregular},
	}
	list, err := there.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	dir, err := there.ReadDir("dir")
	if err != nil {
		t.Fatal(err)
	}
	v := view{layer: new(disk), seen: map[string][]fs.DirEntry{".": list, "dir": dir}}
	for name, want := range map[string]struct {
		what    sight
		problem string
	}{
		"file":      {regular, ""},
		"dir/x":     {regular, ""},
		"none":      {nothing, ""},
		"none/x":    {nothing, ""},
		"dir/y":     {nothing, ""},
		"readme.md": {standIn, "README.MD is there: the names differ only in case"},
		"dir/X":     {standIn, "dir/x is there: the names differ only in case"},
		"link":      {standIn, "is a symbolic link: want a file"},
		"link/x":    {blocked, "link is a symbolic link: want a directory"},
		"dir":       {blocked, "is a directory: want a file"},
		"Dir":       {blocked, "dir is there: the names differ only in case"},
		"dir2/x":    {blocked, "DIR2 is there: the names differ only in case"},
		"file/x/y":  {blocked, "file is a file: want a directory"},
		"pipe":      {blocked, "is not a regular file: want one"},
		"device":    {blocked, "is not a regular file: want one"},
		"odd":       {blocked, "is not a regular file: want one"},
	} {
		for range 2 {
			what, problem, err := v.look(name)
			if what != want.what || problem != want.problem || err != nil {
				t.Errorf("%s: %v, %q, %v; want %v, %q", name, what, problem, err, want.what, want.problem)
			}
			slices.Reverse(list) // a disk lists in any order
		}
	}
}
