//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// usage is what a run took.
type usage struct {
	CPU    time.Duration
	Memory int // MB, 0 where the system does not say
}

// writeUsage writes what this process took so far. The memory is that of this program: what the system says of a child begins
// with its parent's.
func writeUsage(name string) {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		return
	}
	kilobytes := 0
	status, _ := os.ReadFile("/proc/self/status") // only Linux has it
	for line := range strings.Lines(string(status)) {
		fmt.Sscanf(line, "VmHWM: %d kB", &kilobytes)
	}
	_ = os.WriteFile(name, fmt.Appendf(nil, "%d %d", r.Utime.Nano()+r.Stime.Nano(), kilobytes/1024), 0o600)
}

// measured runs scaffold, for a minute at most, and returns its exit code, what it said and what it took.
func measured(t *testing.T, dir string, args ...string) (code int, said string, took usage) {
	t.Helper()
	report := filepath.Join(t.TempDir(), "usage")
	cmd := exec.CommandContext(t.Context(), "scaffold", args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), usageVariable+"="+report)
	timer := time.AfterFunc(time.Minute, func() { cmd.Process.Kill() })
	out, _ := cmd.CombinedOutput() // the exit code says it
	if !timer.Stop() {
		t.Errorf("scaffold %s: does not end", strings.Join(args, " "))
	}
	if text, err := os.ReadFile(report); err == nil {
		fmt.Sscanf(string(text), "%d %d", &took.CPU, &took.Memory)
	}
	return cmd.ProcessState.ExitCode(), string(out), took
}
