package tree

import (
	"errors"
	"fmt"
	"io/fs"
)

// Unmoved reports whether all in dir is as the last run left it, made from what stamp says: then there is nothing that
// CompareGenerated would do. It reads and hashes every file that the lock lists and gives each to seen; team files may
// be edited or gone. It is a short cut: false says nothing, and what stands above dir is not looked at.
func Unmoved(dir string, stamp Stamp, seen func(path string, text []byte)) (bool, error) {
	root, err := openDisk(dir)
	if err != nil {
		return false, fmt.Errorf("open directory: %w", err)
	}
	defer root.Close()
	text, err := readRegular(root, LockName)
	if text == nil || err != nil {
		return false, err
	}
	lock, err := ParseLock(text)
	if err != nil || lock.Stamp != stamp || len(lock.Before) > 0 {
		return false, nil
	}
	for _, e := range lock.Entries {
		text, err := readRegular(root, e.Path)
		switch {
		case err != nil:
			return false, err
		case e.Owner == Tool && (text == nil || DigestText(text) != e.Digest):
			return false, nil
		case text != nil:
			seen(e.Path, text)
		}
	}
	return true, nil
}

// readRegular reads a file; nil is none, or what is no file and reached by no link.
func readRegular(l layer, name string) ([]byte, error) {
	for dir := range parents(name) {
		if info, err := l.Lstat(dir); errors.Is(err, fs.ErrNotExist) || err == nil && !info.IsDir() {
			return nil, nil
		} else if err != nil {
			return nil, fmt.Errorf("look at directory: %w", err)
		}
	}
	info, err := l.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular():
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("look at file: %w", err)
	}
	text, err := l.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("read file: %w", err)
	}
	if text == nil {
		text = []byte{}
	}
	return text, nil
}
