//go:build unix

package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestEndlessInput gives new and event what never ends: they read as much as a file may have.
func TestEndlessInput(t *testing.T) {
	zero, err := os.Open("/dev/zero")
	if err != nil {
		t.Skip("no /dev/zero")
	}
	defer zero.Close()
	for want, args := range map[string][]string{
		"scaffold: --spec -: it cannot be read: want a scaffold.yaml: has more than 262144 bytes: want fewer\n":                 {"new", "-y", "--spec", "-"},
		"scaffold: --spec /dev/zero: it cannot be read: want a scaffold.yaml: has more than 262144 bytes: want fewer\n":         {"new", "-y", "--spec", "/dev/zero"},
		"scaffold: --trigger s3:prefix=@/dev/zero: prefix is the file \"/dev/zero\": want one that can be read: has more than ": {"new", "x", "-y", "-t", "s3:prefix=@/dev/zero"},
		"scaffold: s3:prefix=@/dev/zero: prefix is the file \"/dev/zero\": want one that can be read: has more than ":           {"event", "s3:prefix=@/dev/zero"},
	} {
		cmd := exec.CommandContext(t.Context(), "scaffold", args...)
		cmd.Dir, cmd.Stdin = t.TempDir(), zero
		out, err := cmd.CombinedOutput()
		var failed *exec.ExitError
		if !errors.As(err, &failed) || failed.ExitCode() != exitRefused || !strings.HasPrefix(string(out), want) {
			t.Errorf("%v: got %v and\n%.500s\nwant\n%s", args, err, out, want)
		}
	}
}

// TestWaitingInput has commands wait for what nobody writes: one interrupt ends them.
func TestWaitingInput(t *testing.T) {
	dir := t.TempDir()
	fifo := filepath.Join(dir, "fifo")
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Fatal(err)
	}
	scaffold(t, "new", "hello", "-y", "-C", filepath.Join(dir, "hello"))
	for _, args := range [][]string{
		{"new", "-y", "--spec", "-"}, {"new", "-y", "--spec", fifo}, {"new", "x", "-y", "-t", "s3:prefix=@" + fifo},
		{"event", "s3:prefix=@" + fifo}, {"add", "trigger", "s3:prefix=@" + fifo, "-C", "hello"},
	} {
		cmd := exec.CommandContext(t.Context(), "scaffold", args...)
		cmd.Dir = dir
		input, err := cmd.StdinPipe()
		if err == nil {
			err = cmd.Start()
		}
		if err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- cmd.Wait() }()
		select {
		case err := <-ended:
			t.Errorf("%v: did not wait: %v", args, err)
			continue
		case <-time.After(300 * time.Millisecond): // it is there by then; else the interrupt ends it all the same
		}
		_ = cmd.Process.Signal(os.Interrupt)
		select {
		case <-ended:
			if code := cmd.ProcessState.ExitCode(); code != exitInterrupted {
				t.Errorf("%v: exit code %d", args, code)
			}
		case <-time.After(20 * time.Second):
			t.Errorf("%v: one interrupt does not end it", args)
			_ = cmd.Process.Kill()
		}
		input.Close()
	}
}

// TestNamedInput reads what a person names although it is no plain file: a link, a pipe with somebody at its end.
func TestNamedInput(t *testing.T) {
	dir := t.TempDir()
	spec, link, fifo := filepath.Join(dir, "a.yaml"), filepath.Join(dir, "b.yaml"), filepath.Join(dir, "fifo")
	err := os.WriteFile(spec, []byte("name: hello\n"), 0o600)
	if err == nil {
		err = os.Symlink(spec, link)
	}
	if err == nil {
		err = syscall.Mkfifo(fifo, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = os.WriteFile(fifo, []byte("name: hello\n"), 0o600) }()
	for _, name := range []string{link, fifo} {
		cmd := exec.CommandContext(t.Context(), "scaffold", "new", "-y", "--dry-run", "--spec", name)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}
