//go:build unix

package tree

import (
	"errors"
	"os"
	"slices"
	"syscall"
)

// noFollow has a file opened only where its name is no link.
const noFollow = syscall.O_NOFOLLOW

// readPlain reads a file into space, or into more where it is longer; nil is none, or a link or a directory. It asks the
// system itself: os.Open takes twice as long, for a file is one that may be waited for.
func readPlain(name string, space []byte) ([]byte, error) {
	fd, err := retry(func() (int, error) {
		return syscall.Open(name, syscall.O_RDONLY|syscall.O_NOFOLLOW|syscall.O_NONBLOCK|syscall.O_CLOEXEC, 0)
	})
	switch {
	case errors.Is(err, syscall.ENOENT), errors.Is(err, syscall.ELOOP):
		return nil, nil
	case err != nil:
		return nil, &os.PathError{Op: "open", Path: name, Err: err}
	}
	defer syscall.Close(fd)
	text := slices.Grow(space[:0], 16<<10)
	for {
		n, err := retry(func() (int, error) { return syscall.Read(fd, text[len(text):cap(text)]) })
		switch {
		case errors.Is(err, syscall.EISDIR):
			return nil, nil
		case err != nil:
			return nil, &os.PathError{Op: "read", Path: name, Err: err}
		}
		// A disk gives all that there is room for, or all that there is. Should some other system give less, the text is
		// not the one that is looked for, and the file is read again with care.
		if text = text[:len(text)+max(n, 0)]; len(text) < cap(text) {
			return text, nil
		}
		text = slices.Grow(text, len(text))
	}
}

// retry asks again where a signal came in between.
func retry(call func() (int, error)) (int, error) {
	for {
		n, err := call()
		if !errors.Is(err, syscall.EINTR) {
			return n, err
		}
	}
}
