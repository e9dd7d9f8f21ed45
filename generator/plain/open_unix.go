//go:build unix

package plain

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"syscall"
)

const unblocked = syscall.O_NONBLOCK // nobody need be at the other end of a pipe that was put in a file's place

// ReadInto is Read into space, or into more where the file is longer. It asks the system itself: os.Open takes twice as
// long, for a file is one that may be waited for.
func ReadInto(space []byte, name string, limit int) ([]byte, error) {
	fd, err := retry(func() (int, error) {
		return syscall.Open(name, syscall.O_RDONLY|syscall.O_NOFOLLOW|syscall.O_NONBLOCK|syscall.O_CLOEXEC, 0)
	})
	if err != nil {
		return nil, notOpened(name, err)
	}
	defer syscall.Close(fd)
	var stat syscall.Stat_t
	if _, err := retry(func() (int, error) { return 0, syscall.Fstat(fd, &stat) }); err != nil {
		return nil, &os.PathError{Op: "stat", Path: name, Err: err}
	}
	switch {
	case stat.Mode&syscall.S_IFMT != syscall.S_IFREG:
		return nil, Kind(unixKind(uint32(stat.Mode)))
	case stat.Size > int64(limit):
		return nil, large(stat.Size, limit)
	}
	return readAll(space, fd, name, int(stat.Size), limit)
}

// openDir asks the system itself, too, and is not kept by a pipe that was put in a directory's place.
func openDir(name string) (*os.File, error) {
	fd, err := retry(func() (int, error) {
		return syscall.Open(name, syscall.O_RDONLY|syscall.O_DIRECTORY|syscall.O_CLOEXEC, 0)
	})
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: name, Err: err}
	}
	return os.NewFile(uintptr(fd), name), nil
}

// readAll reads to the end of a file that had size bytes when it was opened. It may have grown, and what systems make up, as
// in /proc, says 0.
func readAll(space []byte, fd int, name string, size, limit int) ([]byte, error) {
	text := slices.Grow(space[:0], max(size, 512))
	for {
		n, err := retry(func() (int, error) { return syscall.Read(fd, text[len(text):cap(text)]) })
		if err != nil {
			return nil, &os.PathError{Op: "read", Path: name, Err: err}
		}
		text = text[:len(text)+n]
		switch {
		case len(text) > limit:
			return nil, endless(limit)
		case n == 0, len(text) == size:
			return text, nil
		case len(text) == cap(text):
			text = slices.Grow(text, len(text))
		}
	}
}

// notOpened is the error of a name that could not be opened as a file.
func notOpened(name string, err error) error {
	wrong := &os.PathError{Op: "open", Path: name, Err: err}
	if errors.Is(err, fs.ErrNotExist) {
		return wrong
	}
	if info, gone := os.Lstat(name); gone == nil {
		if problem := Kind(info.Mode()); problem != nil {
			return problem
		}
	}
	return wrong
}

func unixKind(mode uint32) fs.FileMode {
	if mode&syscall.S_IFMT == syscall.S_IFDIR {
		return fs.ModeDir
	}
	return fs.ModeIrregular
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
