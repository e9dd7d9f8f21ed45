package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// ownDir is the directory for what scaffold keeps on this machine, which it makes. Nobody but the user can have put anything
// into it: one that is a link, another user's, or open to others is passed over.
func (s *System) ownDir() (string, error) {
	var problems []error
	for _, dir := range s.ownPlaces() {
		err := makePrivate(dir)
		if err == nil {
			return dir, nil
		}
		problems = append(problems, err)
	}
	return "", fmt.Errorf("no directory for what scaffold keeps: want XDG_STATE_HOME, HOME or TMPDIR to name one that you can write to: %w", errors.Join(problems...))
}

// ownPlaces are the places for it, the likeliest first.
func (s *System) ownPlaces() (places []string) {
	if state := s.Getenv("XDG_STATE_HOME"); filepath.IsAbs(state) {
		places = append(places, filepath.Join(state, "scaffold"))
	} else if home, err := os.UserHomeDir(); err == nil && runtime.GOOS == "linux" && filepath.IsAbs(home) {
		places = append(places, filepath.Join(home, ".local", "state", "scaffold"))
	} else if cache, err := os.UserCacheDir(); err == nil {
		places = append(places, filepath.Join(cache, "scaffold"))
	}
	if run := s.Getenv("XDG_RUNTIME_DIR"); filepath.IsAbs(run) {
		places = append(places, filepath.Join(run, "scaffold"))
	}
	return append(places, filepath.Join(os.TempDir(), fmt.Sprintf("scaffold-%d", os.Getuid())))
}

// makePrivate makes a directory for the user alone, or finds that it is one that can be written to.
func makePrivate(dir string) error {
	if err := os.MkdirAll(filepath.Dir(dir), 0o700); err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, os.ErrExist) {
		return err
	}
	info, err := os.Lstat(dir)
	if err != nil {
		return err
	}
	if !info.IsDir() || !isPrivate(info) {
		return fmt.Errorf("%s: is not a directory of yours alone", dir)
	}
	return nil
}
