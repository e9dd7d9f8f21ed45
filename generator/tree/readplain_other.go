//go:build !unix

package tree

import (
	"errors"
	"os"
)

// noFollow has a file opened only where its name is no link: here there is no such flag.
const noFollow = 0

// readPlain reads a file; nil is none, or a link or a directory.
func readPlain(name string, _ []byte) ([]byte, error) {
	info, err := os.Lstat(name)
	switch {
	case errors.Is(err, os.ErrNotExist) || err == nil && !info.Mode().IsRegular():
		return nil, nil
	case err != nil:
		return nil, err
	}
	text, err := os.ReadFile(name)
	if text == nil {
		text = []byte{}
	}
	return text, err
}
