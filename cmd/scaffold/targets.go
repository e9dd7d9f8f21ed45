package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// target is the directory of a function.
type target struct {
	dir   string   // as people write it
	plain []string // directories in it that are no links, where it was listed
	err   error    // it could not be looked into: whether it is a function is not known
}

// targets are the functions that arguments name, sorted: a directory is one function, one with /... behind it all functions
// in it. No argument is the working directory.
func (s *System) targets(args []string) ([]target, error) {
	if len(args) == 0 {
		args = []string{"."}
	}
	var targets []target
	for _, arg := range args {
		top, all := strings.CutSuffix(filepath.ToSlash(arg), "/...")
		if arg == "..." {
			top, all = ".", true
		} else if all && top == "" {
			top = "/"
		}
		if !all {
			if _, err := os.Lstat(filepath.Join(s.path(top), specName)); errors.Is(err, fs.ErrNotExist) {
				return nil, refuse(pathIn(top, specName), "there is none", "want the directory of a function", "scaffold new creates one")
			}
			targets = append(targets, target{dir: path.Clean(top)})
			continue
		}
		found, err := s.functionsIn(top)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, refuse(arg, "there is no function", "want a directory over some that have "+specName, "")
		}
		targets = append(targets, found...)
	}
	slices.SortStableFunc(targets, byDir)
	return slices.CompactFunc(targets, func(a, b target) bool { return a.dir == b.dir }), nil
}

func byDir(a, b target) int { return strings.Compare(a.dir, b.dir) }

// functionsIn finds the directories in top that have a scaffold.yaml. Links are not followed, and not looked into are
// directories of git, of npm and of a run that was cut off, nor the parts of a function itself.
func (s *System) functionsIn(top string) ([]target, error) {
	info, err := os.Stat(s.path(top))
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.IsDir() {
		return nil, refuse(top, "there is no such directory", "want one with functions in it", "")
	} else if err != nil {
		return nil, fmt.Errorf("%s: %w", top, plainError(err))
	}
	w := walk{System: s, free: make(chan struct{}, runtime.GOMAXPROCS(0)-1)}
	w.look(path.Clean(top), 0)
	w.all.Wait()
	slices.SortFunc(w.found, byDir)
	return w.found, nil
}

func passedOver(name string) bool {
	return name == ".git" || name == "node_modules" || tree.IsTemp(name)
}

func partOfFunction(name string) bool {
	return slices.Contains([]string{"src", "test", "tests", "events", "policies"}, name)
}

// quoted is a directory in a command that a person could type.
func quoted(dir string) string { return spec.Quote([]string{dir}) }
