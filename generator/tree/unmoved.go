package tree

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Unmoved reports whether all in dir is as the last run left it, made from what stamp says: then there is nothing that
// CompareGenerated would do. It reads and hashes every file that the lock lists and gives each to seen, which must not
// keep the text; team files may be edited or gone. It is a short cut: false says nothing, and what stands above dir is
// not looked at.
func Unmoved(dir string, stamp Stamp, seen func(path string, text []byte)) (bool, error) {
	r := reader{dir: dir, plain: make(map[string]bool)}
	lock, err := r.read(LockName)
	if lock == nil || err != nil {
		return false, err
	}
	list, ok := listOf(Normalize(lock), stamp)
	if !ok {
		return false, nil
	}
	r.space = nil // the list is of the lock's text
	for _, e := range list {
		text, err := r.read(e.path)
		switch {
		case err != nil:
			return false, err
		case text != nil && e.tool && digestText(text) != e.digest, text == nil && e.tool:
			return false, nil
		case text != nil:
			if !e.tool {
				sha256.Sum256(text)
			}
			seen(e.path, text)
		}
	}
	return true, nil
}

// digestText is DigestText in the letters of a lock.
func digestText(text []byte) string { return DigestText(text).String() }

// reader reads the files of a directory to compare them. It opens paths as they are and looks at each directory on the
// way once, which takes a third of the time that a disk takes.
type reader struct {
	dir   string
	plain map[string]bool // directories: whether they are there and no links
	space []byte
}

// read reads a file into space that the next call takes again; nil is none, or what is no file and reached by no link.
func (r *reader) read(name string) ([]byte, error) {
	for dir := range parents(name) {
		plain, known := r.plain[dir]
		if !known {
			info, err := os.Lstat(filepath.Join(r.dir, dir))
			if err != nil && !errors.Is(err, os.ErrNotExist) {
				return nil, fmt.Errorf("look at directory: %w", err)
			}
			plain = err == nil && info.IsDir()
			r.plain[dir] = plain
		}
		if !plain {
			return nil, nil
		}
	}
	text, err := readPlain(filepath.Join(r.dir, name), r.space)
	if err != nil {
		return nil, fmt.Errorf("read file: %w", err)
	}
	r.space = text
	return text, nil
}
