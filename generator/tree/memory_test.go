package tree

import (
	"io/fs"
	"maps"
	"path"
	"testing/fstest"
)

// memory is a layer without a disk.
type memory struct{ fstest.MapFS }

func (m memory) copy() memory { return memory{maps.Clone(m.MapFS)} }

// text is a file's text; ok is false where there is none.
func (m memory) text(name string) (text string, ok bool) {
	if f := m.MapFS[name]; f != nil && f.Mode.IsRegular() {
		return string(f.Data), true
	}
	return "", false
}

// temporary is a temporary file of ours.
func (m memory) temporary() (string, bool) {
	for name := range m.MapFS {
		if IsTemp(path.Base(name)) {
			return name, true
		}
	}
	return "", false
}

func (m memory) put(name, text string) {
	for dir := range parents(name) {
		m.MapFS[dir] = &fstest.MapFile{Mode: fs.ModeDir | 0o777}
	}
	m.MapFS[name] = &fstest.MapFile{Data: []byte(text), Mode: 0o666}
}

func (m memory) Lstat(name string) (fs.FileInfo, error) { return m.Stat(name) }

func (m memory) free(name string) error {
	if m.MapFS[name] != nil {
		return fs.ErrExist
	}
	if dir := path.Dir(name); dir != "." && m.MapFS[dir] == nil {
		return fs.ErrNotExist
	}
	return nil
}

func (m memory) Mkdir(name string, perm fs.FileMode) error {
	if err := m.free(name); err != nil {
		return err
	}
	m.MapFS[name] = &fstest.MapFile{Mode: fs.ModeDir | perm}
	return nil
}

func (m memory) WriteNew(name string, data []byte, perm fs.FileMode, _ bool) error {
	if err := m.free(name); err != nil {
		return err
	}
	m.MapFS[name] = &fstest.MapFile{Data: data, Mode: perm}
	return nil
}

func (m memory) Chmod(name string, perm fs.FileMode) error {
	m.MapFS[name] = &fstest.MapFile{Data: m.MapFS[name].Data, Mode: perm}
	return nil
}

func (m memory) Link(from, to string) error {
	if err := m.free(to); err != nil {
		return err
	}
	m.MapFS[to] = m.MapFS[from]
	return nil
}

func (m memory) Rename(from, to string) error {
	if m.MapFS[from] == nil {
		return fs.ErrNotExist
	}
	m.MapFS[to] = m.MapFS[from]
	delete(m.MapFS, from)
	return nil
}

func (m memory) Remove(name string) error {
	list, err := m.MapFS.ReadDir(name)
	switch {
	case m.MapFS[name] == nil:
		return fs.ErrNotExist
	case err == nil && len(list) > 0:
		return fs.ErrExist
	}
	delete(m.MapFS, name)
	return nil
}
