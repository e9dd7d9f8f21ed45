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
// names. A run that is alive holds a lock on its own, whoever runs it and however long it takes. What cannot be removed is
// in nobody's way.
func Sweep(dir string, now time.Time) (removed []string) {
	list, _ := os.ReadDir(dir)
	for _, entry := range list {
		if !entry.IsDir() || !IsTemp(entry.Name()) {
			continue
		}
		name := filepath.Join(dir, entry.Name())
		if info, err := entry.Info(); err == nil && now.Sub(info.ModTime()) >= cutOff && sweepTemp(name) {
			removed = append(removed, entry.Name())
		}
	}
	return removed
}

// sweepTemp removes a temporary directory that nobody holds.
func sweepTemp(name string) bool {
	lock, taken, _ := tryLock(name, os.O_RDONLY)
	if taken {
		return false
	}
	if lock != nil {
		defer lock.Close()
	}
	return os.RemoveAll(name) == nil
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
