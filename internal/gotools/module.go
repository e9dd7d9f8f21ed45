// Package gotools tests, lints and builds many generated Go functions in one call each: it puts them into one module, a
// package each, as the toolchain starts once and compiles what they share once. The module's go.mod is one that scaffold
// generates, and is not changed. Go comes with the tests; the linters from bash .ci/parts.
package gotools

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Module is a module with a package for each function.
type Module struct {
	dir   string
	count int
}

// NewModule copies the Go files and sample events of functions into a module that has go.mod and go.sum of one of them.
func NewModule(t testing.TB, mod, sum []byte, functions []string) *Module {
	t.Helper()
	m := &Module{dir: t.TempDir(), count: len(functions)}
	write(t, filepath.Join(m.dir, "go.mod"), mod)
	write(t, filepath.Join(m.dir, "go.sum"), sum)
	for i, function := range functions {
		for _, pattern := range []string{"*.go", "events/*.json"} {
			files, err := filepath.Glob(filepath.Join(function, pattern))
			if err != nil {
				t.Fatal(err)
			}
			for _, file := range files {
				inside, err := filepath.Rel(function, file)
				if err != nil {
					t.Fatal(err)
				}
				text, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				write(t, filepath.Join(m.dir, name(i), inside), text)
			}
		}
	}
	return m
}

// name is the package of a function: f0007.
func name(i int) string { return fmt.Sprintf("f%04d", i) }

func write(t testing.TB, path string, text []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
}

// run runs a program in the module and returns what it says. Programs that find something end with an error, so that is not
// the test's end. Paths are left out of what is compiled, so that the build cache knows functions that stay as they are.
func (m *Module) run(t testing.TB, program string, args ...string) (stdout []byte, said string) {
	t.Helper()
	command := exec.Command(program, args...)
	command.Dir = m.dir
	command.Env = append(os.Environ(), "GOFLAGS=-mod=readonly -trimpath", "GOWORK=off")
	var out, other bytes.Buffer
	command.Stdout, command.Stderr = &out, &other
	if err := command.Run(); err != nil && out.Len()+other.Len() == 0 {
		t.Fatalf("run %s: %v", program, err)
	}
	return out.Bytes(), strings.TrimSpace(other.String())
}

// lines are the lines of a text, none of an empty one.
func lines(text string) []string {
	return strings.FieldsFunc(text, func(c rune) bool { return c == '\n' })
}
