//go:build unix

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestBounds checks and generates functions that are as large as their files may be, made of what an algorithm likes least:
// each in two seconds of a processor and in 256 MB. What is measured may be three times as slow for a busy machine.
func TestBounds(t *testing.T) {
	for _, h := range hostileFunctions(t, os.Getenv("SCAFFOLD_PROOF") != "") {
		t.Run(h.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			for name, text := range h.files() {
				name = filepath.Join(dir, name)
				if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			for _, args := range [][]string{{"check"}, {"generate", "--diff"}} {
				code, said, took := measured(t, dir, args...)
				if !slices.Contains([]int{exitDone, exitRefused, exitFound}, code) || strings.Contains(said, "internal error") {
					t.Errorf("%s: exit code %d: %.500s", args[0], code, said)
				}
				t.Logf("%s: %v, %d MB", args[0], took.CPU, took.Memory)
				if took.CPU == 0 || took.CPU > 6*time.Second || took.Memory > 256 || args[0] == "check" && len(said) > 300_000 {
					t.Errorf("%s: took %v and %d MB, and said %d bytes", args[0], took.CPU, took.Memory, len(said))
				}
			}
		})
	}
}
