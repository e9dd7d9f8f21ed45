package tree

import (
	"fmt"
	"iter"
	"slices"
	"strings"
)

// FileSet is a set of files that can stand together in one directory on every system, sorted by path.
// The zero value is empty and ready for use.
type FileSet struct {
	files []File
	names map[string]taken // by folded path: every file, and every directory that a file needs
}

type taken struct {
	path string
	dir  bool
}

// Add puts a file in. It refuses a bad path (see CheckPath), one that is there already or differs from one there
// only in case, and one that would be both a file and a directory.
func (s *FileSet) Add(f File) error {
	if err := CheckPath(f.Path); err != nil {
		return err
	}
	for dir := range parents(f.Path) {
		if was, ok := s.names[fold(dir)]; ok && was != (taken{dir, true}) {
			return clash(f.Path, taken{dir, true}, was)
		}
	}
	key := fold(f.Path)
	if was, ok := s.names[key]; ok {
		return clash(f.Path, taken{f.Path, false}, was)
	}
	if s.names == nil {
		s.names = make(map[string]taken)
	}
	for dir := range parents(f.Path) {
		s.names[fold(dir)] = taken{dir, true}
	}
	s.names[key] = taken{f.Path, false}
	at, _ := s.find(f.Path)
	s.files = slices.Insert(s.files, at, f)
	return nil
}

func clash(path string, is, was taken) error {
	switch {
	case is == was:
		return fmt.Errorf("path %q: is in the set twice", path)
	case is.path == was.path:
		return fmt.Errorf("path %q: %q would be a file and a directory", path, is.path)
	}
	return fmt.Errorf("path %q: %q and %q differ only in case", path, is.path, was.path)
}

// Lookup finds the file with exactly this path.
func (s *FileSet) Lookup(path string) (File, bool) {
	if at, ok := s.find(path); ok {
		return s.files[at], true
	}
	return File{}, false
}

// has reports whether a file of this name, or a directory, is in the set, also in other case.
func (s *FileSet) has(path string) bool {
	_, taken := s.names[fold(path)]
	return taken
}

// All goes through the files sorted by path.
func (s *FileSet) All() iter.Seq[File] { return slices.Values(s.files) }

// Len is the number of files.
func (s *FileSet) Len() int { return len(s.files) }

func (s *FileSet) find(path string) (int, bool) {
	return slices.BinarySearchFunc(s.files, path, func(f File, p string) int { return strings.Compare(f.Path, p) })
}

// parents goes through the directories of a path from the outermost inwards: "a/b/c" has "a" and "a/b".
func parents(path string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range len(path) {
			if path[i] == '/' && !yield(path[:i]) {
				return
			}
		}
	}
}
