package tree

import (
	"os"
	"path"
	"path/filepath"
)

// The reach of an ecosystem's file: how far up another of its name stands in for it.
//
//   - Within a repository: up to the directory that has .git. What lies outside is another project's.
//   - Outside any repository: nowhere, for a package.json in a home directory says nothing about this function.
//     Only go.mod counts from anywhere above, because Go takes it from there whether one wants it or not.
func beyondRepository(base string) bool { return base == "go.mod" }

// standInFor is the name of the file that stands in for one called base: a go.sum goes with its go.mod.
func standInFor(base string) string {
	if base == "go.sum" {
		return "go.mod"
	}
	return base
}

// above knows the directories over the function's, nearest first.
type above struct {
	all       []string // up to the top of the repository or, without one, the root of the file system
	inProject int      // how many of them the repository has: all or none
}

// lookAbove finds the directories over dir, which need not be there itself.
func lookAbove(dir string) (above, error) {
	dir, err := Physical(dir)
	if err != nil {
		return above{}, err
	}
	var a above
	for !exists(filepath.Join(dir, ".git")) {
		up := filepath.Dir(dir)
		if up == dir {
			return a, nil
		}
		a.all = append(a.all, up)
		dir = up
	}
	a.inProject = len(a.all)
	return a, nil
}

// find is the nearest file over the function that stands in for name, relative to the function and with slashes,
// or "".
func (a above) find(name string) string {
	base := standInFor(path.Base(name))
	reach := a.all[:a.inProject]
	if beyondRepository(base) {
		reach = a.all
	}
	up := ".."
	for _, dir := range reach {
		if info, err := os.Stat(filepath.Join(dir, base)); err == nil && info.Mode().IsRegular() {
			return path.Join(up, base)
		}
		up = path.Join(up, "..")
	}
	return ""
}

// Physical is dir as an absolute path with the links in the part of it that exists resolved: what is above a
// directory is where it really lies.
func Physical(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	missing := ""
	for at := dir; ; at = filepath.Dir(at) {
		real, err := filepath.EvalSymlinks(at)
		if err == nil {
			return filepath.Join(real, missing), nil
		}
		if !os.IsNotExist(err) || at == filepath.Dir(at) {
			return "", err
		}
		missing = filepath.Join(filepath.Base(at), missing)
	}
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
