package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// hold takes a function's directory for this run, and says so where it has to wait for another one.
func (s *System) hold(ctx context.Context, dir string) (release func() error, err error) {
	locks, err := s.locks()
	if err != nil {
		return nil, err
	}
	return tree.Hold(ctx, s.path(dir), locks, fmt.Sprintf("process %d", os.Getpid()), func(other string) {
		if other == "" {
			other = "another process"
		}
		voice{s.Err}.say("%s: waiting for %s, which writes there", dir, other)
	})
}

// locks is where the locks of runs lie: the user's cache directory, or where there is none that can be written to, the one
// for temporary files.
func (s *System) locks() (string, error) {
	if cache, err := os.UserCacheDir(); err == nil {
		dir := filepath.Join(cache, "scaffold", "locks")
		if os.MkdirAll(dir, 0o700) == nil {
			return dir, nil
		}
	}
	dir := filepath.Join(os.TempDir(), fmt.Sprintf("scaffold-locks-%d", os.Getuid()))
	return dir, os.MkdirAll(dir, 0o700)
}
