package gotools

import (
	"bytes"
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

//go:embed dispatch.go.txt
var dispatcher []byte

// Dispatcher builds one program of all functions, whose main functions are left aside: it hands {"function": i, "env": ..., "event": ...} to
// function i, with these variables in its environment. A binary for each function would be linked for each.
func (m *Module) Dispatcher(t testing.TB) string {
	t.Helper()
	var imports, handlers strings.Builder
	for i := range m.count {
		dir := filepath.Join(m.dir, name(i))
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			write(t, file, bytes.Replace(text, []byte("package main\n"), fmt.Appendf(nil, "package %s\n", name(i)), 1))
		}
		write(t, filepath.Join(dir, "handler.go"), fmt.Appendf(nil, `package %s

import "github.com/aws/aws-lambda-go/lambda"

func DispatchedHandler() lambda.Handler { return lambda.NewHandler(adapt(handle)) }
`, name(i)))
		fmt.Fprintf(&imports, "\t%q\n", m.path(t)+"/"+name(i))
		fmt.Fprintf(&handlers, "\t%s.DispatchedHandler(),\n", name(i))
	}
	text := strings.Replace(string(dispatcher), "\t// imports\n", imports.String(), 1)
	write(t, filepath.Join(m.dir, "dispatch", "main.go"), []byte(strings.Replace(text, "\t// handlers\n", handlers.String(), 1)))
	binary := filepath.Join(m.dir, "bootstrap")
	if _, said := m.run(t, "go", "build", "-tags", "lambda.norpc", "-o", binary, "./dispatch"); said != "" {
		if _, err := os.Stat(binary); err != nil {
			t.Fatalf("build the functions: %s", said)
		}
	}
	return binary
}

// path is the module's path.
func (m *Module) path(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(m.dir, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	first, _, _ := strings.Cut(string(text), "\n")
	return strings.TrimPrefix(first, "module ")
}
