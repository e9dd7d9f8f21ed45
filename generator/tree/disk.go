package tree

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"

	"github.com/seed-0554dd89/scaffold/generator/plain"
)

// disk is the layer of a real directory. Each directory in it is opened once, as an os.Root of its own, and found to
// be no link at that moment; from then on it is that very directory, whatever is put in its place. So no link is
// ever followed, and a file costs no more system calls deep inside than at the top.
type disk struct {
	dirs map[string]*os.Root // by path; "." is the directory itself
}

// openDisk opens dir, which may be a link: people name it.
func openDisk(dir string) (*disk, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &disk{map[string]*os.Root{".": root}}, nil
}

func (d *disk) Close() error {
	var problems []error
	for _, root := range d.dirs {
		problems = append(problems, root.Close())
	}
	return errors.Join(problems...)
}

// in finds the directory that a path is in, and its name there.
func (d *disk) in(name string) (*os.Root, string, error) {
	dir, base := path.Split(name)
	root, err := d.open(path.Clean(dir))
	return root, base, err
}

func (d *disk) open(dir string) (*os.Root, error) {
	if root, ok := d.dirs[dir]; ok {
		return root, nil
	}
	parent, base, err := d.in(dir)
	if err != nil {
		return nil, err
	}
	root, err := parent.OpenRoot(base)
	if err != nil {
		return nil, err
	}
	opened, err := root.Stat(".")
	named, errNamed := parent.Lstat(base)
	if err = errors.Join(err, errNamed); err == nil && !os.SameFile(opened, named) {
		err = fmt.Errorf("open %s: is a symbolic link: want a directory", dir)
	}
	if err != nil {
		return nil, errors.Join(err, root.Close())
	}
	d.dirs[dir] = root
	return root, nil
}

func (d *disk) Lstat(path string) (fs.FileInfo, error) {
	root, base, err := d.in(path)
	if err != nil {
		return nil, err
	}
	return root.Lstat(base)
}

func (d *disk) ReadDir(path string) ([]fs.DirEntry, error) {
	root, err := d.open(path)
	if err != nil {
		return nil, err
	}
	dir, err := root.Open(".")
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	return dir.ReadDir(-1)
}

func (d *disk) ReadFile(path string) ([]byte, error) {
	root, base, err := d.in(path)
	if err != nil {
		return nil, err
	}
	return plain.ReadIn(root, base, limitOf(path))
}

// limitOf is the greatest size of a file in a function's directory.
func limitOf(path string) int {
	if path == LockName {
		return plain.Lock
	}
	return plain.Text
}

func (d *disk) Mkdir(path string, perm fs.FileMode) error {
	root, base, err := d.in(path)
	if err != nil {
		return err
	}
	return root.Mkdir(base, perm)
}

func (d *disk) WriteNew(path string, data []byte, perm fs.FileMode, sync bool) error {
	root, base, err := d.in(path)
	if err != nil {
		return err
	}
	file, err := root.OpenFile(base, os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if err == nil && sync {
		err = file.Sync()
	}
	return errors.Join(err, file.Close())
}

func (d *disk) Chmod(path string, perm fs.FileMode) error {
	root, base, err := d.in(path)
	if err != nil {
		return err
	}
	return root.Chmod(base, perm)
}

func (d *disk) Link(from, to string) error {
	root, base, err := d.in(from)
	if err != nil {
		return err
	}
	return root.Link(base, path.Base(to))
}

func (d *disk) Rename(from, to string) error {
	root, base, err := d.in(from)
	if err != nil {
		return err
	}
	return root.Rename(base, path.Base(to))
}

// Remove closes a directory before it goes: Windows would keep it otherwise.
func (d *disk) Remove(path string) error {
	if root, ok := d.dirs[path]; ok {
		delete(d.dirs, path)
		if err := root.Close(); err != nil {
			return err
		}
	}
	root, base, err := d.in(path)
	if err != nil {
		return err
	}
	return root.Remove(base)
}
