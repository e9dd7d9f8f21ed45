package gotype

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"
	"golang.org/x/mod/semver"

	"github.com/seed-0554dd89/scaffold/generator/plain"
)

// modules are those that the function's module is built with, as its go.mod says or the go.work over it.
type modules struct {
	top    string // of the repository: nothing outside of it is read
	base   string // where vendor is
	locals []localModule
	others []otherModule
}

// localModule lies in the repository.
type localModule struct{ path, dir string }

// otherModule was downloaded: what is imported as path is the module at.
type otherModule struct {
	path     string
	at       module.Version
	replaces bool // another one, or another version
}

// readModules finds the modules of the function in dir. goWork is the variable GOWORK of the person who runs scaffold.
func readModules(dir, goWork string) (*modules, error) {
	dir, err := filepath.Abs(dir)
	if err == nil {
		dir, err = filepath.EvalSymlinks(dir)
	}
	if err != nil {
		return nil, err
	}
	m := &modules{top: repository(dir)}
	root, text, err := nearest(dir, m.top, "go.mod")
	if err != nil {
		return nil, err
	}
	m.base = root
	if goWork != "off" {
		if err := m.readWork(root); err != nil {
			return nil, err
		}
	}
	if m.top == "" {
		m.top = m.base
	}
	return m, m.add(root, text)
}

// repository is the directory over dir that has .git, "" where none has.
func repository(dir string) string {
	for {
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		dir = up
	}
}

// nearest reads the file called name in dir or in the nearest directory over it, up to top where there is one.
func nearest(dir, top, name string) (in string, text []byte, err error) {
	for {
		text, err := plain.Read(filepath.Join(dir, name), plain.GoMod)
		if err == nil {
			return dir, text, nil
		}
		up := filepath.Dir(dir)
		switch {
		case !errors.Is(err, fs.ErrNotExist):
			return "", nil, fmt.Errorf("the file %s over the function: %w", name, err)
		case dir == top || up == dir:
			return "", nil, fmt.Errorf("no directory over the function has a %s: %w", name, fs.ErrNotExist)
		}
		dir = up
	}
}

// readWork reads the go.work over a module, where there is one that uses it.
func (m *modules) readWork(root string) error {
	base, text, err := nearest(root, m.top, "go.work")
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	} else if err != nil {
		return err
	}
	work, err := modfile.ParseWork("go.work", text, nil)
	if err != nil {
		return clipped(err)
	}
	m.base = base
	if m.top == "" {
		m.top = base
	}
	m.replace(base, work.Replace, nil)
	for _, use := range work.Use {
		dir := joined(base, use.Path)
		if dir == root {
			continue // it is read already
		}
		text, err := m.read(dir, "go.mod")
		if err == nil {
			err = m.add(dir, text)
		}
		if err != nil {
			return fmt.Errorf("the module %s of go.work: %w", use.Path, err)
		}
	}
	return nil
}

// add takes in a module of the repository, and what it requires.
func (m *modules) add(dir string, text []byte) error {
	file, err := modfile.Parse("go.mod", text, nil)
	if err != nil {
		return clipped(err)
	}
	if file.Module == nil {
		return errors.New("go.mod: there is no module: want one")
	}
	m.locals = append(m.locals, localModule{file.Module.Mod.Path, dir})
	m.replace(dir, file.Replace, file.Require)
	for _, require := range file.Require {
		m.others = append(m.others, otherModule{require.Mod.Path, require.Mod, false})
	}
	return nil
}

// clipped is the first line of an error that quotes what it is about, and no more of it than a person reads.
func clipped(err error) error {
	line, _, _ := strings.Cut(err.Error(), "\n")
	if len(line) > 200 {
		line = strings.ToValidUTF8(line[:200], "") + "..."
	}
	return errors.New(line)
}

// replace takes in what stands for other modules: the first that says so counts.
func (m *modules) replace(dir string, all []*modfile.Replace, required []*modfile.Require) {
	for _, r := range all {
		if r.Old.Version != "" && !requires(required, r.Old) {
			continue
		}
		if r.New.Version == "" {
			m.locals = append(m.locals, localModule{r.Old.Path, joined(dir, r.New.Path)})
		} else {
			m.others = append(m.others, otherModule{r.Old.Path, r.New, true})
		}
	}
}

func requires(all []*modfile.Require, version module.Version) bool {
	for _, r := range all {
		if r.Mod == version {
			return true
		}
	}
	return false
}

func joined(dir, path string) string {
	if path = filepath.FromSlash(path); filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(dir, path)
}

// local is the directory of a package of a module in the repository, "" where none has it.
func (m *modules) local(importPath string) (string, error) {
	for _, l := range prefixed(m.locals, func(l localModule) string { return l.path }, importPath) {
		if err := m.inside(l.dir); err != nil {
			return "", fmt.Errorf("the module %s: %w", l.path, err)
		}
		dir := filepath.Join(l.dir, filepath.FromSlash(strings.TrimPrefix(importPath, l.path)))
		switch err := m.inside(dir); {
		case err == nil:
			return dir, nil
		case !errors.Is(err, fs.ErrNotExist):
			return "", fmt.Errorf("the package %s: %w", importPath, err)
		}
	}
	return "", nil
}

// vendored is the directory of a package below vendor, "" where it has none.
func (m *modules) vendored(importPath string) (string, error) {
	if _, err := os.Lstat(filepath.Join(m.base, "vendor", "modules.txt")); err != nil {
		return "", nil
	}
	dir := filepath.Join(m.base, "vendor", filepath.FromSlash(importPath))
	if err := m.inside(dir); err != nil {
		return "", fmt.Errorf("the package %s in vendor: %w", importPath, err)
	}
	return dir, nil
}

// required are the downloaded modules that may have a package: what replaces a module before it, and of two versions the
// higher one.
func (m *modules) required(importPath string) (found []otherModule) {
	for _, o := range prefixed(m.others, func(o otherModule) string { return o.path }, importPath) {
		switch last := len(found) - 1; {
		case last < 0 || found[last].path != o.path:
			found = append(found, o)
		case !found[last].replaces && (o.replaces || semver.Compare(found[last].at.Version, o.at.Version) < 0):
			found[last] = o
		}
	}
	return found
}

// read reads a file in a directory of the repository.
func (m *modules) read(dir, name string) ([]byte, error) {
	if err := m.inside(dir); err != nil {
		return nil, err
	}
	return plain.Read(filepath.Join(dir, name), plain.GoMod)
}

// inside returns why a directory is not one of the repository, reached by no link.
func (m *modules) inside(dir string) error {
	rest, err := filepath.Rel(m.top, dir)
	if err != nil || !filepath.IsLocal(rest) {
		return errors.New("lies outside of the repository: want it inside")
	}
	at := m.top
	for _, name := range strings.Split(rest, string(filepath.Separator)) {
		at = filepath.Join(at, name)
		info, err := os.Lstat(at)
		switch {
		case err != nil:
			return &fs.PathError{Op: "find", Path: filepath.ToSlash(rest), Err: fs.ErrNotExist}
		case !info.IsDir():
			return fmt.Errorf("%s is a link or a file: want a directory", name)
		}
	}
	return nil
}
