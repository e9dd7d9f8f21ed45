package gotype

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/module"
)

// finder finds the directories of packages where the go command finds them: in the repository, below vendor, in the module
// cache and in GOROOT. It reads what go.mod and go.work say and starts nothing. The go command would fetch what a go.mod
// names, a toolchain among it, from hosts and with programs that the repository chooses.
type finder struct {
	dir    string // the function's
	getenv func(name string) string
	mods   *modules
	wrong  error
}

// find returns the directory of a package.
func (f *finder) find(importPath string) (string, error) {
	if err := module.CheckImportPath(importPath); err != nil {
		return "", fmt.Errorf("want another import: %w", err)
	}
	if f.mods == nil && f.wrong == nil {
		f.mods, f.wrong = readModules(f.dir, f.getenv("GOWORK"))
	}
	if f.wrong == nil {
		if dir, err := f.mods.local(importPath); dir != "" || err != nil {
			return dir, err
		}
	}
	first, _, _ := strings.Cut(importPath, "/")
	switch {
	case !strings.Contains(first, "."):
		return f.standard(importPath)
	case f.wrong != nil:
		return "", f.wrong
	}
	if dir, err := f.mods.vendored(importPath); dir != "" || err != nil {
		return dir, err
	}
	return f.cached(importPath)
}

// standard is the directory of a package that comes with Go: in GOROOT, or beside the go command that PATH names.
func (f *finder) standard(importPath string) (string, error) {
	roots := []string{f.getenv("GOROOT")}
	for _, dir := range filepath.SplitList(f.getenv("PATH")) {
		if command, err := filepath.EvalSymlinks(filepath.Join(dir, "go")); err == nil && filepath.IsAbs(dir) {
			roots = append(roots, filepath.Dir(filepath.Dir(command)))
		} else if command, err := filepath.EvalSymlinks(filepath.Join(dir, "go.exe")); err == nil && filepath.IsAbs(dir) {
			roots = append(roots, filepath.Dir(filepath.Dir(command)))
		}
	}
	for _, root := range roots {
		if dir := filepath.Join(root, "src", filepath.FromSlash(importPath)); root != "" && isDir(dir) {
			return dir, nil
		}
	}
	return "", fmt.Errorf("the package %s is in no module of go.mod and not in Go: want GOROOT to say where Go is", importPath)
}

// cached is the directory of a package of a module that was downloaded.
func (f *finder) cached(importPath string) (string, error) {
	cache := f.cache()
	for _, m := range f.mods.required(importPath) {
		path, err := module.EscapePath(m.at.Path)
		if err != nil {
			return "", err
		}
		version, err := module.EscapeVersion(m.at.Version)
		if err != nil {
			return "", err
		}
		root := filepath.Join(cache, filepath.FromSlash(path)+"@"+version)
		if !isDir(root) {
			return "", fmt.Errorf("the module %s is not downloaded: want: go mod download", m.at)
		}
		if dir := filepath.Join(root, filepath.FromSlash(strings.TrimPrefix(importPath, m.path))); isDir(dir) {
			return dir, nil
		}
	}
	return "", fmt.Errorf("no module that go.mod requires has the package %s", importPath)
}

// cache is the module cache of the person who runs scaffold.
func (f *finder) cache() string {
	if cache := f.getenv("GOMODCACHE"); cache != "" {
		return cache
	}
	if paths := filepath.SplitList(f.getenv("GOPATH")); len(paths) > 0 {
		return filepath.Join(paths[0], "pkg", "mod")
	}
	home := f.getenv("HOME")
	if home == "" {
		home = f.getenv("USERPROFILE")
	}
	return filepath.Join(home, "go", "pkg", "mod")
}

// isDir follows links: what is asked for are directories of the machine, in which no repository writes.
func isDir(dir string) bool {
	info, err := os.Stat(dir)
	return err == nil && info.IsDir()
}

// prefixed are the modules that may have a package, the one with the longest path first.
func prefixed[M any](all []M, path func(M) string, importPath string) (found []M) {
	for _, m := range all {
		if importPath == path(m) || strings.HasPrefix(importPath, path(m)+"/") {
			found = append(found, m)
		}
	}
	slices.SortStableFunc(found, func(a, b M) int { return len(path(b)) - len(path(a)) })
	return found
}
