//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// BenchmarkRepository runs check and generate over 10,000 functions where nothing is to do, beside git status in the same
// repository; and generate over 1,000 functions of which only the spec is there, beside cp -r of them.
func BenchmarkRepository(b *testing.B) {
	bin := filepath.Join(b.TempDir(), "scaffold")
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		b.Fatalf("build: %v\n%s", err, out)
	}
	in := func(dir, name string, args ...string) *exec.Cmd {
		cmd := exec.Command(name, args...)
		cmd.Dir = dir
		return cmd
	}
	top := b.TempDir()
	execute(b, in(top, bin, "new", "hello", "-y", "-t", "s3:bucket=my-uploads", "-C", "hello"))
	all := filepath.Join(top, "all")
	for i := range 10_000 {
		if err := os.CopyFS(filepath.Join(all, fmt.Sprint("team", i%100), fmt.Sprint("f", i)), os.DirFS(filepath.Join(top, "hello"))); err != nil {
			b.Fatal(err)
		}
	}
	execute(b, in(all, "git", "init", "-q"))
	execute(b, in(all, "git", "add", "."))
	execute(b, in(all, "git", "-c", "user.name=x", "-c", "user.email=x@x", "commit", "-qm", "x"))
	for _, run := range []struct {
		name string
		cmd  func() *exec.Cmd
	}{
		{"git status", func() *exec.Cmd { return in(all, "git", "status") }},
		{"check", func() *exec.Cmd { return in(all, bin, "check", "./...") }},
		{"generate", func() *exec.Cmd { return in(all, bin, "generate", "./...") }},
	} {
		b.Run(run.name, func(b *testing.B) { measureEach(b, func() {}, run.cmd) })
	}

	some, specs, made := filepath.Join(top, "some"), filepath.Join(top, "specs"), filepath.Join(top, "made")
	text, err := os.ReadFile(filepath.Join(top, "hello", specName))
	for i := range 1000 {
		at := filepath.Join(specs, fmt.Sprint("f", i))
		if err == nil {
			err = os.MkdirAll(at, 0o777)
		}
		if err == nil {
			err = os.WriteFile(filepath.Join(at, specName), text, 0o666)
		}
	}
	if err == nil {
		err = os.CopyFS(some, os.DirFS(specs))
	}
	if err != nil {
		b.Fatal(err)
	}
	execute(b, in(some, bin, "generate", "./..."))
	clear := func() {
		if err := os.RemoveAll(made); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("cp -r", func(b *testing.B) {
		measureEach(b, clear, func() *exec.Cmd { return in(top, "cp", "-r", some, made) })
	})
	b.Run("create", func(b *testing.B) {
		measureEach(b, func() {
			clear()
			if err := os.CopyFS(made, os.DirFS(specs)); err != nil {
				b.Fatal(err)
			}
		}, func() *exec.Cmd { return in(made, bin, "generate", "./...") })
	})
}

// measureEach runs a command again and again, after what has to be done before.
func measureEach(b *testing.B, before func(), command func() *exec.Cmd) {
	var memory int64
	for b.Loop() {
		b.StopTimer()
		before()
		b.StartTimer()
		state := execute(b, command())
		if usage, ok := state.SysUsage().(*syscall.Rusage); ok {
			memory = max(memory, int64(usage.Maxrss))
		}
	}
	b.ReportMetric(float64(memory)/1024, "MB")
}
