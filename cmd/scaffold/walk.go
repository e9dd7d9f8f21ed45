package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/seed-0554dd89/scaffold/generator/plain"
)

// walk looks for functions, in several directories at once where the machine can. Package plain says how far it goes. What
// cannot be looked into is found too, with the reason: the others are worth their report.
type walk struct {
	*System
	free  chan struct{}
	all   sync.WaitGroup
	dirs  atomic.Int64
	mu    sync.Mutex
	found []target
}

func (w *walk) look(dir string, depth int) {
	list, err := w.list(dir, depth)
	_, isFunction := slices.BinarySearchFunc(list, specName, func(e fs.DirEntry, name string) int { return strings.Compare(e.Name(), name) })
	switch gone := depth > 0 && errors.Is(err, fs.ErrNotExist); {
	case err != nil && !gone:
		w.add(target{dir: dir, err: fmt.Errorf("%s: %w", dir, plainError(err))})
	case isFunction:
		w.add(target{dir: dir, plain: directories(list)})
	}
	for _, entry := range list {
		if !entry.IsDir() || passedOver(entry.Name()) || isFunction && partOfFunction(entry.Name()) {
			continue
		}
		in := path.Join(dir, entry.Name())
		select {
		case w.free <- struct{}{}:
			w.all.Go(func() {
				w.look(in, depth+1)
				<-w.free
			})
		default:
			w.look(in, depth+1)
		}
	}
}

func (w *walk) add(t target) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.found = append(w.found, t)
}

// list is what a directory has, sorted.
func (w *walk) list(dir string, depth int) ([]fs.DirEntry, error) {
	n := w.dirs.Add(1)
	switch {
	case n == plain.Dirs+1:
		return nil, &plain.Problem{Is: fmt.Sprintf("comes after %d other directories", plain.Dirs), Want: "want fewer below one ./...: what comes after it is not looked at"}
	case n > plain.Dirs:
		return nil, fs.ErrNotExist // once for all
	case depth > plain.Depth:
		return nil, &plain.Problem{Is: fmt.Sprintf("lies %d directories deep", depth), Want: fmt.Sprintf("want at most %d", plain.Depth)}
	}
	list, err := plain.ReadDir(w.path(dir), plain.Entries)
	slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return list, err
}

// directories are the names of those in a listing, which tells links apart.
func directories(list []fs.DirEntry) []string {
	var names []string
	for _, entry := range list {
		if entry.IsDir() {
			names = append(names, entry.Name())
		}
	}
	return names
}
