package tree

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"time"
)

// cutOff is how long after its last file a run that made a new directory may count as cut off: it writes in milliseconds.
const cutOff = 10 * time.Second

// Sweep removes the temporary directories in dir of runs that were cut off while they made new ones there, and returns their
// names. A run that is alive holds a lock on its own, whoever runs it and however long it takes. A name shows nothing, for
// anybody can give it: a directory stays where it holds what such a run does not make, or what git knows. What cannot be
// removed is in nobody's way.
func Sweep(dir string, now time.Time, makes func(path string) bool) (removed []string) {
	list, _ := os.ReadDir(dir)
	for _, entry := range list {
		if !entry.IsDir() || !IsTemp(entry.Name()) {
			continue
		}
		name := filepath.Join(dir, entry.Name())
		if info, err := entry.Info(); err == nil && now.Sub(info.ModTime()) >= cutOff && sweepTemp(name, makes) {
			removed = append(removed, entry.Name())
		}
	}
	return removed
}

// sweepTemp removes a temporary directory that nobody holds and that holds nothing of anybody's.
func sweepTemp(name string, makes func(path string) bool) bool {
	lock, taken, _ := tryLock(name, os.O_RDONLY)
	if taken {
		return false
	}
	if lock != nil {
		defer lock.Close()
	}
	return holdsOnly(name, makes) && os.RemoveAll(name) == nil
}

// holdsOnly reports whether all files in a directory are such as a run makes, and none is known to git.
func holdsOnly(dir string, makes func(path string) bool) bool {
	git, err := new(Git).under(dir)
	if err != nil {
		return false
	}
	return filepath.WalkDir(dir, func(at string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		inside, err := filepath.Rel(dir, at)
		name := filepath.ToSlash(inside)
		if err != nil || !entry.Type().IsRegular() || !makes(name) || git.tracks(name) {
			return fs.ErrExist
		}
		return nil
	}) == nil
}

// leftovers are the temporary files of a run that was cut off, in the directories that were looked into. Whoever applies the
// plan holds the directory: no other run has files there.
func (v view) leftovers() []string {
	var found []string
	for dir, list := range v.seen {
		for _, entry := range list {
			if IsTemp(entry.Name()) && entry.Type().IsRegular() {
				found = append(found, path.Join(dir, entry.Name()))
			}
		}
	}
	slices.Sort(found)
	return found
}

// sweep removes leftovers.
func (w *writer) sweep(stale []string) error {
	for _, name := range stale {
		if err := w.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("remove temporary file: %w", err)
		}
	}
	return nil
}
