//go:build unix

package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"
)

// BenchmarkProcess runs scaffold new as a whole process, and beside it the floor: a minimal program with cobra that renders
// as many bytes with text/template and writes them. CPU is user and system time; the budget is twice the floor's.
func BenchmarkProcess(b *testing.B) {
	bin := b.TempDir()
	for name, source := range map[string]string{"scaffold": ".", "floor": "./testdata/floor"} {
		if out, err := exec.Command("go", "build", "-o", filepath.Join(bin, name), source).CombinedOutput(); err != nil {
			b.Fatalf("build %s: %v\n%s", name, err, out)
		}
	}
	article := []string{
		"new", "hello", "-y", "-r", "nodejs22.x", "--style", "callback",
		"-k", "key1=Default Key 1", "-k", "key2=Default Key 2", "-t", "apigateway-rest", "-C",
	}
	dir := filepath.Join(b.TempDir(), "hello")
	execute(b, exec.Command(filepath.Join(bin, "scaffold"), append(article, dir)...))
	files, bytes := size(b, dir)

	b.Run("new", func(b *testing.B) {
		measure(b, func(dir string) *exec.Cmd {
			return exec.Command(filepath.Join(bin, "scaffold"), append(article, dir)...)
		})
	})
	b.Run("floor", func(b *testing.B) {
		measure(b, func(dir string) *exec.Cmd {
			return exec.Command(filepath.Join(bin, "floor"), dir, strconv.Itoa(files), strconv.Itoa(bytes))
		})
	})
	b.Run("version", func(b *testing.B) {
		measure(b, func(string) *exec.Cmd { return exec.Command(filepath.Join(bin, "scaffold"), "version") })
	})
}

// measure runs the command in a fresh directory each time.
func measure(b *testing.B, command func(dir string) *exec.Cmd) {
	var cpu time.Duration
	var memory int64
	root := b.TempDir()
	for i := 0; b.Loop(); i++ {
		state := execute(b, command(filepath.Join(root, strconv.Itoa(i))))
		cpu += state.UserTime() + state.SystemTime()
		if usage, ok := state.SysUsage().(*syscall.Rusage); ok {
			memory = max(memory, int64(usage.Maxrss))
		}
	}
	b.ReportMetric(float64(cpu.Microseconds())/float64(b.N), "cpu-µs/op")
	b.ReportMetric(float64(memory)/1024, "MB")
}

func execute(b *testing.B, command *exec.Cmd) *os.ProcessState {
	b.Helper()
	if out, err := command.CombinedOutput(); err != nil {
		b.Fatalf("%v: %v\n%s", command.Args, err, out)
	}
	return command.ProcessState
}

// size counts the files below dir and their bytes.
func size(b *testing.B, dir string) (files, bytes int) {
	err := filepath.WalkDir(dir, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		files, bytes = files+1, bytes+int(info.Size())
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return files, bytes
}
