package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// targets are the directories of the functions that arguments name, as people write them, sorted: a directory is one
// function, one with /... behind it all functions in it. No argument is the working directory.
func (s *System) targets(args []string) ([]string, error) {
	if len(args) == 0 {
		args = []string{"."}
	}
	var dirs []string
	for _, arg := range args {
		top, all := strings.CutSuffix(filepath.ToSlash(arg), "/...")
		if arg == "..." {
			top, all = ".", true
		} else if all && top == "" {
			top = "/"
		}
		if !all {
			if _, err := os.Stat(filepath.Join(s.path(top), specName)); errors.Is(err, fs.ErrNotExist) {
				return nil, refuse(pathIn(top, specName), "there is none", "want the directory of a function", "scaffold new creates one")
			}
			dirs = append(dirs, path.Clean(top))
			continue
		}
		found, err := s.functionsIn(top)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, refuse(arg, "there is no function", "want a directory over some that have "+specName, "")
		}
		dirs = append(dirs, found...)
	}
	slices.Sort(dirs)
	return slices.Compact(dirs), nil
}

// functionsIn finds the directories in top that have a scaffold.yaml. Links are not followed, and not looked into are
// directories of git, of npm and of a run that was cut off, nor the parts of a function itself.
func (s *System) functionsIn(top string) ([]string, error) {
	info, err := os.Stat(s.path(top))
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.IsDir() {
		return nil, refuse(top, "there is no such directory", "want one with functions in it", "")
	} else if err != nil {
		return nil, fmt.Errorf("%s: %w", top, plainError(err))
	}
	var found []string
	var look func(dir string) error
	look = func(dir string) error {
		list, err := os.ReadDir(s.path(dir))
		if err != nil {
			return fmt.Errorf("%s: %w", dir, plainError(err))
		}
		_, isFunction := slices.BinarySearchFunc(list, specName, func(e fs.DirEntry, name string) int { return strings.Compare(e.Name(), name) })
		if isFunction {
			found = append(found, dir)
		}
		for _, entry := range list {
			if !entry.IsDir() || passedOver(entry.Name()) || isFunction && partOfFunction(entry.Name()) {
				continue
			}
			if err := look(path.Join(dir, entry.Name())); err != nil {
				return err
			}
		}
		return nil
	}
	return found, look(path.Clean(top))
}

func passedOver(name string) bool {
	return name == ".git" || name == "node_modules" || tree.IsTemp(name)
}

func partOfFunction(name string) bool {
	return slices.Contains([]string{"src", "test", "events", "policies"}, name)
}

// quoted is a directory in a command that a person could type.
func quoted(dir string) string { return spec.Quote([]string{dir}) }
