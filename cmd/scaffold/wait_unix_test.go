//go:build unix

package main

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// TestGenerateWaits has a run wait for another one that writes into the function, and say so: also one with another HOME, as
// another user's is.
func TestGenerateWaits(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "hello")
	scaffold(t, "new", "hello", "-y", "-C", dir)
	if err := os.Remove(filepath.Join(dir, "events", "direct.json")); err != nil {
		t.Fatal(err)
	}
	release, err := tree.Hold(t.Context(), dir, nil, func() { t.Error("somebody has the function already") })
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("scaffold", "generate", dir)
	cmd.Env = append(os.Environ(), "HOME="+t.TempDir(), "XDG_STATE_HOME=", "XDG_RUNTIME_DIR=", "TMPDIR="+t.TempDir())
	said, err := cmd.StderrPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(said)
	if want := dir + ": waiting for another process, which writes there"; !lines.Scan() || lines.Text() != want {
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
