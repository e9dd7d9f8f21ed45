package plain

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// Problem says why a file is not read.
type Problem struct{ Is, Want string }

// Error is the problem in words that follow the name of the file: is a symbolic link: want a file.
func (p *Problem) Error() string { return p.Is + ": " + p.Want }

// Kind returns why something of this type is no file to read, nil where it is one.
func Kind(mode fs.FileMode) *Problem {
	switch {
	case mode.IsRegular():
		return nil
	case mode&fs.ModeSymlink != 0:
		return &Problem{"is a symbolic link", "want a file"}
	case mode.IsDir():
		return &Problem{"is a directory", "want a file"}
	}
	return &Problem{"is not a regular file", "want one"}
}

func large(size int64, limit int) *Problem {
	return &Problem{fmt.Sprintf("has %d bytes", size), fmt.Sprintf("want at most %d", limit)}
}

func endless(limit int) *Problem {
	return &Problem{fmt.Sprintf("has more than %d bytes", limit), "want fewer"}
}

// Read reads a file of at most limit bytes. The error is a *Problem where it is no plain file or a larger one.
func Read(name string, limit int) ([]byte, error) { return ReadInto(nil, name, limit) }

// ReadIn reads a file in a directory as Read does.
func ReadIn(dir *os.Root, name string, limit int) ([]byte, error) {
	named, err := dir.Lstat(name)
	if err != nil {
		return nil, err
	}
	if problem := Kind(named.Mode()); problem != nil {
		return nil, problem
	}
	file, err := dir.OpenFile(name, os.O_RDONLY|unblocked, 0)
	if err != nil {
		return nil, err
	}
	return readSame(file, named, limit)
}

// readSame reads an open file that was found under its name before, and closes it.
func readSame(file *os.File, named fs.FileInfo, limit int) ([]byte, error) {
	defer file.Close()
	opened, err := file.Stat()
	switch {
	case err != nil:
		return nil, err
	case !os.SameFile(named, opened):
		return nil, &Problem{"was replaced while it was opened", "want a file"}
	case opened.Size() > int64(limit):
		return nil, large(opened.Size(), limit)
	}
	return Stream(file, limit)
}

// ReadDir returns what a directory has, at most so many names; a link to one is followed. They are in no order.
func ReadDir(name string, most int) ([]fs.DirEntry, error) {
	dir, err := openDir(name)
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	return List(dir, most)
}

// List returns what an open directory has, at most so many names. They are in no order.
func List(dir *os.File, most int) ([]fs.DirEntry, error) {
	list, err := dir.ReadDir(most + 1)
	switch {
	case len(list) > most:
		return nil, &Problem{fmt.Sprintf("holds more than %d files", most), "want fewer"}
	case errors.Is(err, io.EOF):
		return nil, nil // there are none
	}
	return list, err
}

// Stream reads to the end of what may never end: at most limit bytes.
func Stream(r io.Reader, limit int) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if len(text) > limit {
		return nil, endless(limit)
	}
	return text, err
}
