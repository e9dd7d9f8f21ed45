package tree

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
)

// leftovers are the temporary files of a run that was cut off, in the directories that were looked into.
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
