package tree

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/seed-0554dd89/scaffold/generator/plain"
)

// Reader tells of one directory after the other whether all in it is as the last run left it. From one to the next it
// keeps the room for texts, and what it knows of paths: in a repository thousands of functions have the same ones. Two
// goroutines need two Readers.
type Reader struct {
	dir   string
	plain map[string]bool   // directories in dir: whether they are there and no links
	paths map[string]string // by how locks write them, those that are right
	lock  []byte
	text  []byte
	list  []listed
}

// NewReader returns a Reader of no directory yet.
func NewReader() *Reader { return &Reader{plain: map[string]bool{}, paths: map[string]string{}} }

// Open goes to a directory, which need not be there. Of directories in it that were seen to be no links it may be told.
func (r *Reader) Open(dir string, plain ...string) {
	r.dir = dir
	clear(r.plain)
	for _, name := range plain {
		r.plain[name] = true
	}
}

// Read reads a file of the directory; nil is none, or what package plain does not read. The text stands until Read or Unmoved
// is called again.
func (r *Reader) Read(name string) (text []byte, err error) {
	text, err = r.read(name, r.text)
	if text != nil {
		r.text = text
	}
	return text, err
}

// Unmoved reports whether all in the directory is as the last run left it, made from what stamp says: then there is nothing
// that CompareGenerated would do. It reads and hashes every file that the lock lists and gives each to seen, which must
// not keep the text; team files may be edited or gone. It is a short cut: false says nothing, and what stands above the
// directory is not looked at.
func (r *Reader) Unmoved(stamp Stamp, seen func(path string, text []byte)) (bool, error) {
	lock, err := r.read(LockName, r.lock)
	if lock == nil || err != nil {
		return false, err
	}
	r.lock = lock
	if !r.listOf(Normalize(lock), stamp) {
		return false, nil
	}
	for _, e := range r.list {
		text, err := r.Read(e.path)
		switch {
		case err != nil:
			return false, err
		case text == nil && e.tool:
			return false, nil
		case text == nil:
			continue
		}
		digest := sha256.Sum256(Normalize(text))
		if e.tool && !is(e.digest, digest) {
			return false, nil
		}
		seen(e.path, text)
	}
	return true, nil
}

// is tells whether a digest is the one that a lock writes so.
func is(written []byte, d Digest) bool {
	var digits [2 * sha256.Size]byte
	hex.Encode(digits[:], d[:])
	rest, ok := bytes.CutPrefix(written, []byte(digestPrefix))
	return ok && bytes.Equal(rest, digits[:])
}

// read looks at each directory on the way once, and opens paths as they are. That takes a third of the time of a disk,
// which opens each directory.
func (r *Reader) read(name string, room []byte) ([]byte, error) {
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
	text, err := plain.ReadInto(room, r.dir+string(filepath.Separator)+name, limitOf(name))
	var problem *plain.Problem
	switch {
	case errors.Is(err, os.ErrNotExist), errors.As(err, &problem):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("read file: %w", err)
	}
	return text, nil
}
