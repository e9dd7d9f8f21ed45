//go:build unix

package main

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// TestGenerateWaits has a run wait for another one that writes into the function, and say for whom.
func TestGenerateWaits(t *testing.T) {
	cache := t.TempDir()
	t.Setenv("HOME", cache)
	t.Setenv("XDG_CACHE_HOME", cache)
	dir := filepath.Join(t.TempDir(), "hello")
	scaffold(t, "new", "hello", "-y", "-C", dir)
	if err := os.Remove(filepath.Join(dir, "events", "direct.json")); err != nil {
		t.Fatal(err)
	}
	sys := System{}
	locks, err := sys.locks()
	if err != nil || !strings.HasPrefix(locks, cache) {
		t.Fatalf("locks are in %s, %v", locks, err)
	}
	release, err := tree.Hold(t.Context(), dir, locks, "process 1", func(string) { t.Error("somebody has the function already") })
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("scaffold", "generate", dir)
	said, err := cmd.StderrPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(said)
	if want := dir + ": waiting for process 1, which writes there"; !lines.Scan() || lines.Text() != want {
		t.Errorf("said %q, want %q", lines.Text(), want)
	}
	if _, err := os.Stat(filepath.Join(dir, "events", "direct.json")); err == nil {
		t.Error("did not wait")
	}
	if err := release(); err != nil {
		t.Fatal(err)
	}
	for lines.Scan() {
	}
	if err := cmd.Wait(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "events", "direct.json")); err != nil {
		t.Error(err)
	}
}
