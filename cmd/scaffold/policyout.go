package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// checkOut refuses a directory that is a function's or a part of one, by whatever name or link it is reached.
func (o *policyRenderOptions) checkOut() error {
	real, err := tree.Physical(o.path(o.out))
	if err != nil {
		return fmt.Errorf("%s: %w", o.out, plainError(err))
	}
	switch function := functionOver(real); {
	case isFunction(real):
		return o.refuseOut("it is the directory of a function")
	case function != "":
		return o.refuseOut("it is a part of the function in " + function)
	case sameFile(real, filepath.Join(o.path(o.dir), "policies")):
		return o.refuseOut("it holds the function's own policies, which stay open")
	}
	return nil
}

func (o *policyRenderOptions) refuseOut(is string) error {
	return refuse("--out "+o.out, is, "want another directory", "-o "+quoted(pathIn(o.dir, "ready")))
}

// functionOver is the function whose src, test, events or policies a directory is or is in, "" where there is none.
func functionOver(dir string) string {
	for at := dir; at != filepath.Dir(at); at = filepath.Dir(at) {
		over := filepath.Dir(at)
		if isFunction(over) && isPart(over, filepath.Base(at)) {
			return over
		}
	}
	return ""
}

// isPart reports whether a directory in a function is one of those that scaffold makes, also in other case where that is the
// same directory.
func isPart(function, name string) bool {
	return slices.ContainsFunc(parts, func(part string) bool {
		return name == part || strings.EqualFold(name, part) && sameFile(filepath.Join(function, name), filepath.Join(function, part))
	})
}

func isFunction(dir string) bool {
	for _, name := range []string{specName, tree.LockName} {
		if _, err := os.Lstat(filepath.Join(dir, name)); err == nil {
			return true
		}
	}
	return false
}

func sameFile(a, b string) bool {
	first, err := os.Stat(a)
	if err != nil {
		return false
	}
	second, err := os.Stat(b)
	return err == nil && os.SameFile(first, second)
}

// checkOthers refuses a directory that holds what policy render did not write for this function.
func (o *policyRenderOptions) checkOthers(stamp tree.Stamp) error {
	list, err := os.ReadDir(o.path(o.out))
	if err != nil {
		return fmt.Errorf("%s: %w", o.out, plainError(err))
	}
	known, err := o.rendered(stamp)
	if err != nil {
		return err
	}
	for _, entry := range list {
		if name := entry.Name(); !slices.Contains(known, name) && !(tree.IsTemp(name) && entry.Type().IsRegular()) {
			return refuse("--out "+o.out, fmt.Sprintf("it holds %q, which no %s there lists", name, renderName),
				"want a directory that is new, empty, or policy render's own", "remove it if an earlier scaffold wrote all of it, which left no list; else name another directory with -o")
		}
	}
	return nil
}

// rendered are the files that the marker of the directory knows of, and itself; none where there is no marker.
func (o *policyRenderOptions) rendered(stamp tree.Stamp) ([]string, error) {
	r := tree.NewReader()
	r.Open(o.path(o.out))
	text, err := r.Read(renderName)
	if text == nil || err != nil {
		return nil, err
	}
	lock, err := tree.ParseLock(text)
	if err != nil {
		return nil, o.refuseOut(renderName + " in it is not as policy render writes it")
	}
	if lock.Input != stamp.Input {
		return nil, o.refuseOut("it holds the policies of another function")
	}
	names := []string{renderName}
	for _, e := range lock.Entries {
		names = append(names, e.Path)
	}
	for _, before := range lock.Before {
		names = append(names, before.Path)
	}
	return names, nil
}
