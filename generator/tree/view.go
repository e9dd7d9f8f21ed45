package tree

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/plain"
)

// A view is what Compare sees of a directory. It lists each directory on the way once: a listing tells links from
// directories without following them, as Lstat does, and shows the names as they are spelled.
type view struct {
	layer // nil where the directory is not there
	seen  map[string][]fs.DirEntry
}

// sight is what stands at a path.
type sight int

const (
	nothing sight = iota
	regular       // a file to read
	standIn       // not a file to read or write, but one that people may mean: a link, or a name in other case
	blocked       // no file and no place for one: a directory or device, or a directory on the way is none
)

// look says what stands at a path and, for standIn and blocked, why no file can be put there.
func (v view) look(name string) (sight, string, error) {
	if v.layer == nil {
		return nothing, "", nil
	}
	for dir := range parents(name) {
		entry, err := v.entry(dir)
		switch {
		case err != nil:
			return 0, "", err
		case entry == nil:
			return nothing, "", nil
		}
		if problem := directoryProblem(dir, path.Join(path.Dir(dir), entry.Name()), entry.Type()); problem != "" {
			return blocked, problem, nil
		}
	}
	entry, err := v.entry(name)
	switch {
	case err != nil:
		return 0, "", err
	case entry == nil:
		return nothing, "", nil
	}
	problem := fileProblem(name, path.Join(path.Dir(name), entry.Name()), entry.Type())
	switch {
	case problem == "":
		return regular, "", nil
	case entry.Type().IsRegular() || entry.Type()&fs.ModeSymlink != 0:
		return standIn, problem, nil
	}
	return blocked, problem, nil
}

// entry finds a path in the listing of its directory: under this spelling, or else under one that differs in case.
// It is nil where there is none. The directory must be one.
func (v view) entry(name string) (fs.DirEntry, error) {
	dir, base := path.Split(name)
	dir = path.Clean(dir)
	list, listed := v.seen[dir]
	if !listed {
		var err error
		if list, err = v.ReadDir(dir); err != nil {
			return nil, fmt.Errorf("list directory: %w", err)
		}
		v.seen[dir] = list
	}
	var found fs.DirEntry
	for _, e := range list {
		if e.Name() == base {
			return e, nil
		}
		if strings.EqualFold(e.Name(), base) && (found == nil || e.Name() < found.Name()) {
			found = e
		}
	}
	return found, nil
}

// directoryProblem says why what was found at a path is not the directory that is wanted there, or "".
func directoryProblem(want, is string, kind fs.FileMode) string {
	switch {
	case is != want:
		return fmt.Sprintf("%s is there: the names differ only in case", is)
	case kind&fs.ModeSymlink != 0:
		return fmt.Sprintf("%s is a symbolic link: want a directory", is)
	case !kind.IsDir():
		return fmt.Sprintf("%s is a file: want a directory", is)
	}
	return ""
}

// fileProblem says why what was found at a path is not the file that is wanted there, or "".
func fileProblem(want, is string, kind fs.FileMode) string {
	if is != want {
		return fmt.Sprintf("%s is there: the names differ only in case", is)
	}
	if problem := plain.Kind(kind); problem != nil {
		return problem.Error()
	}
	return ""
}
