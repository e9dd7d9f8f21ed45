package tree

import "io/fs"

// A layer is the few things that are done to files, all below one directory and named with slashes. On a disk it
// is a disk; tests put one in its place that fails where they say.
type layer interface {
	Lstat(path string) (fs.FileInfo, error)
	ReadDir(path string) ([]fs.DirEntry, error)
	ReadFile(path string) ([]byte, error)
	Mkdir(path string, perm fs.FileMode) error
	// WriteNew makes a file that must not be there yet. Where it fails the file may be there in part,
	// unless the error is fs.ErrExist.
	WriteNew(path string, data []byte, perm fs.FileMode, sync bool) error
	Chmod(path string, perm fs.FileMode) error
	Link(from, to string) error   // in one directory
	Rename(from, to string) error // in one directory
	Remove(path string) error
}
