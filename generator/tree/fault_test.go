package tree

import (
	"io/fs"
	"slices"
	"strings"
)

// tampered is a layer that calls at before each operation, and where at gives an error fails with it. A write that
// fails has written half; with late set, every other operation is done all the same before it fails.
type tampered struct {
	layer
	at   func(op, path string) error
	late bool
}

func (l tampered) do(op, path string, action func() error) error {
	err := l.at(op, path)
	if err == nil {
		return action()
	}
	if l.late {
		_ = action()
	}
	return err
}

func (l tampered) Lstat(path string) (info fs.FileInfo, err error) {
	err = l.do("lstat", path, func() error { info, err = l.layer.Lstat(path); return err })
	return info, err
}

func (l tampered) ReadFile(path string) (data []byte, err error) {
	err = l.do("read", path, func() error { data, err = l.layer.ReadFile(path); return err })
	return data, err
}

func (l tampered) Mkdir(path string, perm fs.FileMode) error {
	return l.do("mkdir", path, func() error { return l.layer.Mkdir(path, perm) })
}

func (l tampered) WriteNew(path string, data []byte, perm fs.FileMode, sync bool) error {
	op := "write"
	if sync {
		op = "write and sync"
	}
	if err := l.at(op, path); err != nil {
		if failed := l.layer.WriteNew(path, data[:len(data)/2], perm, false); failed != nil {
			return failed
		}
		return err
	}
	return l.layer.WriteNew(path, data, perm, sync)
}

func (l tampered) Chmod(path string, perm fs.FileMode) error {
	return l.do("chmod", path, func() error { return l.layer.Chmod(path, perm) })
}

func (l tampered) Link(from, to string) error {
	return l.do("link", to, func() error { return l.layer.Link(from, to) })
}

func (l tampered) Rename(from, to string) error {
	return l.do("rename", to, func() error { return l.layer.Rename(from, to) })
}

func (l tampered) Remove(path string) error {
	return l.do("remove", path, func() error { return l.layer.Remove(path) })
}

// temporary reports whether any of these contents is a temporary file of ours.
func temporary(contents []string) bool {
	return slices.ContainsFunc(contents, func(s string) bool { return strings.Contains(s, ".scaffold-") })
}
