//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// TestOwnDir prepares the places for what scaffold keeps as another user could: none of those is taken.
func TestOwnDir(t *testing.T) {
	for name, prepare := range map[string]func(place string) error{
		"a link":           func(place string) error { return os.Symlink(t.TempDir(), place) },
		"open to others":   func(place string) error { return os.Mkdir(place, 0o700) },
		"a file":           func(place string) error { return os.WriteFile(place, nil, 0o600) },
		"another user's":   func(place string) error { return os.Mkdir(place, 0o700) },
		"nothing is wrong": func(string) error { return nil },
	} {
		top := t.TempDir()
		t.Setenv("TMPDIR", filepath.Join(top, "tmp"))
		sys := &System{Getenv: func(name string) string {
			return map[string]string{"XDG_STATE_HOME": filepath.Join(top, "state"), "XDG_RUNTIME_DIR": filepath.Join(top, "run")}[name]
		}}
		places := sys.ownPlaces()
		if len(places) != 3 {
			t.Fatalf("places are %v", places)
		}
		for i, place := range places {
			if err := os.MkdirAll(filepath.Dir(place), 0o700); err != nil {
				t.Fatal(err)
			}
			err := prepare(place)
			switch {
			case err == nil && name == "open to others":
				err = os.Chmod(place, 0o777)
			case err == nil && name == "another user's":
				if err = os.Chown(place, 12345, 12345); err != nil {
					t.Skip(err)
				}
			}
			if err != nil {
				t.Fatal(err)
			}
			got, err := sys.ownDir()
			switch {
			case name == "nothing is wrong" && (err != nil || got != places[0]):
				t.Errorf("%s: %s, %v", name, got, err)
			case name != "nothing is wrong" && i == 2 && (err == nil || !strings.Contains(err.Error(), "want XDG_STATE_HOME")):
				t.Errorf("%s, all three: %s, %v", name, got, err)
			case name != "nothing is wrong" && i < 2 && (err != nil || got != places[i+1]):
				t.Errorf("%s: %s, %v, want %s", name, got, err, places[i+1])
			case i < 2 && name != "nothing is wrong": // the next one is to be prepared too
				if err := os.Remove(got); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// TestTwoHomes has runs of two users, as far as HOME tells them apart, change one function at once: each waits for its turn,
// and no change is lost.
func TestTwoHomes(t *testing.T) {
	runs := 6
	if os.Getenv("SCAFFOLD_PROOF") != "" {
		runs = 60
	}
	dir := filepath.Join(t.TempDir(), "hello")
	scaffold(t, "new", "hello", "-y", "-C", dir)
	homes := []string{t.TempDir(), t.TempDir()}
	var all sync.WaitGroup
	for i := range runs {
		all.Go(func() {
			cmd := exec.Command("scaffold", "add", "key", fmt.Sprintf("k%d", i), "-C", dir)
			home := homes[i%2]
			cmd.Env = append(os.Environ(), "HOME="+home, "XDG_STATE_HOME=", "XDG_CACHE_HOME=", "XDG_RUNTIME_DIR=", "TMPDIR="+home)
			if said, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("%v:\n%s", err, said)
			}
		})
	}
	all.Wait()
	text := read(t, dir)[specName]
	for i := range runs {
		if !strings.Contains(text, fmt.Sprintf("k%d", i)) {
			t.Errorf("k%d is lost:\n%s", i, text)
		}
	}
	scaffold(t, "check", dir)
}
