package tree

import (
	"errors"
	"io/fs"
	"os"
)

// A layer is the few things that are done to files, all below one directory and named with slashes. On disk it is an
// os.Root; tests put one in its place that fails where they say.
type layer interface {
	Lstat(path string) (fs.FileInfo, error)
	ReadDir(path string) ([]fs.DirEntry, error)
	ReadFile(path string) ([]byte, error)
	Mkdir(path string, perm fs.FileMode) error
	// WriteNew makes a file that must not be there yet. Where it fails the file may be there in part,
	// unless the error is fs.ErrExist.
	WriteNew(path string, data []byte, perm fs.FileMode, sync bool) error
	Chmod(path string, perm fs.FileMode) error
	Link(from, to string) error
	Rename(from, to string) error
	Remove(path string) error
}

type disk struct{ *os.Root }

func (d disk) ReadDir(path string) ([]fs.DirEntry, error) {
	dir, err := d.Open(path)
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	return dir.ReadDir(-1)
}

func (d disk) WriteNew(path string, data []byte, perm fs.FileMode, sync bool) error {
	file, err := d.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if err == nil && sync {
		err = file.Sync()
	}
	return errors.Join(err, file.Close())
}
