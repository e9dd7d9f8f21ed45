package tree

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
)

// A writer puts files in place by way of temporary files. It knows what it made, so that it can be undone.
type writer struct {
	layer
	staged []staged
	lock   string   // the lock's path
	made   []string // directories, outermost first
}

// staged is a change whose text lies ready in a temporary file.
type staged struct {
	Change
	temp string // "" once it is in place
}

// stage puts a change's text into a temporary file in the directory where it belongs.
func (w *writer) stage(c Change) error {
	if err := CheckPath(c.Path); err != nil {
		return err
	}
	if err := w.directories(c, true); err != nil {
		return err
	}
	if err := w.verify(c); err != nil {
		return err
	}
	if c.Action == Remove {
		w.staged = append(w.staged, staged{Change: c})
		return nil
	}
	perm, err := w.perm(c)
	if err != nil {
		return err
	}
	s, err := w.writeTemp(c, perm)
	if err != nil {
		return err
	}
	if c.Action != Create { // the file's own bits, whatever the umask
		if err := w.Chmod(s.temp, perm); err != nil {
			return fmt.Errorf("set mode of new %s: %w", c.Path, err)
		}
	}
	return nil
}

// tempName is a name that nothing has, but for one chance in millions of millions.
func tempName() string { return fmt.Sprintf(".scaffold-%016x.tmp", rand.Uint64()) }

// IsTemp reports whether a file or directory of this name is one that a run was writing when it was cut off, or is
// writing now.
func IsTemp(name string) bool {
	digits, isOurs := strings.CutPrefix(name, ".scaffold-")
	digits, isTemp := strings.CutSuffix(digits, ".tmp")
	return isOurs && isTemp && len(digits) == 16 && strings.Trim(digits, "0123456789abcdef") == ""
}

// writeTemp writes a change's text under a name that is not taken.
func (w *writer) writeTemp(c Change, perm fs.FileMode) (*staged, error) {
	sync := c.Action != Create && c.Owner != Tool
	for range 100 {
		temp := path.Join(path.Dir(c.Path), tempName())
		err := w.WriteNew(temp, c.New, perm, sync)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		w.staged = append(w.staged, staged{c, temp})
		if err != nil {
			return nil, fmt.Errorf("write new %s: %w", c.Path, err)
		}
		return &w.staged[len(w.staged)-1], nil
	}
	return nil, fmt.Errorf("write new %s: no free name for a temporary file", c.Path)
}

// place gives a staged file its name. It reports whether the file is there under that name, also with an error.
func (w *writer) place(s *staged) (bool, error) {
	if err := w.directories(s.Change, false); err != nil {
		return false, err
	}
	// A link never replaces a file that appeared meanwhile. The lock, which holds no person's text, is renamed: whoever finds
	// it finds no temporary file beside it, and with it nothing is left to do.
	if s.Action == Create && s.Path != w.lock && w.Link(s.temp, s.Path) == nil {
		if err := w.Remove(s.temp); err != nil {
			return true, fmt.Errorf("remove temporary file: %w", err)
		}
		s.temp = ""
		return true, nil
	}
	// It replaces a file, or something is there now, or there are no links here.
	if err := w.verify(s.Change); err != nil {
		return false, err
	}
	if s.Action == Remove {
		return w.remove(s.Path)
	}
	if err := w.Rename(s.temp, s.Path); err != nil {
		return false, fmt.Errorf("put new %s in place: %w", s.Path, err)
	}
	s.temp = ""
	return true, nil
}

// remove takes a file away, and the directories that are empty without it.
func (w *writer) remove(name string) (bool, error) {
	if err := w.Remove(name); err != nil {
		return false, fmt.Errorf("remove %s: %w", name, err)
	}
	for dir := path.Dir(name); dir != "." && w.Remove(dir) == nil; dir = path.Dir(dir) {
	}
	return true, nil
}

// directories sees to it that the way to a file is made of directories, and makes those that are missing if it may.
func (w *writer) directories(c Change, create bool) error {
	for dir := range parents(c.Path) {
		info, err := w.Lstat(dir)
		switch {
		case err == nil:
			if problem := directoryProblem(dir, dir, info.Mode().Type()); problem != "" {
				return changed(c, problem)
			}
			continue
		case !errors.Is(err, fs.ErrNotExist):
			return fmt.Errorf("look at directory: %w", err)
		case !create:
			return changed(c, dir+" is gone: want a directory")
		}
		err = w.Mkdir(dir, 0o777)
		if errors.Is(err, fs.ErrExist) {
			return changed(c, dir+" is there now")
		}
		w.made = append(w.made, dir) // also where it failed: it was not there, and is removed if it is empty
		if err != nil {
			return fmt.Errorf("make directory: %w", err)
		}
	}
	return nil
}

// verify sees to it that the place of a file is still as Compare saw it.
func (w *writer) verify(c Change) error {
	info, err := w.Lstat(c.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && c.Action == Create:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return changed(c, "is gone")
	case err != nil:
		return fmt.Errorf("look at file: %w", err)
	case c.Action == Create:
		return changed(c, "is there now")
	}
	if problem := fileProblem(c.Path, c.Path, info.Mode().Type()); problem != "" {
		return changed(c, problem)
	}
	is, err := w.ReadFile(c.Path)
	switch {
	case err != nil:
		return fmt.Errorf("read file: %w", err)
	case !bytes.Equal(is, c.Old):
		return changed(c, "has another text now")
	}
	return nil
}

func changed(c Change, what string) error {
	return &ConflictError{[]Change{c.is(Conflict, what+" (changed since it was compared)")}}
}

// perm is the mode of a change's file: that of the file it replaces, executable if it is to be.
func (w *writer) perm(c Change) (fs.FileMode, error) {
	if c.Action == Create {
		return c.mode(), nil
	}
	info, err := w.Lstat(c.Path)
	if err != nil {
		return 0, fmt.Errorf("look at file: %w", err)
	}
	perm := info.Mode().Perm()
	if c.Exec {
		perm |= (perm & 0o444) >> 2 // whoever may read it may run it
	}
	return perm, nil
}

// clean removes the temporary files that are left and, where writing failed, the directories that are empty.
func (w *writer) clean(failed bool) error {
	var problems []error
	for _, s := range w.staged {
		if s.temp == "" {
			continue
		}
		if err := w.Remove(s.temp); err != nil && !errors.Is(err, fs.ErrNotExist) {
			problems = append(problems, fmt.Errorf("remove temporary file: %w", err))
		}
	}
	if !failed {
		return errors.Join(problems...)
	}
	for _, dir := range slices.Backward(w.made) {
		if info, err := w.Lstat(dir); err == nil && info.IsDir() {
			_ = w.Remove(dir) // not empty: it holds something that was written
		}
	}
	return errors.Join(problems...)
}
