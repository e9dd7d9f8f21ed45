package gotools_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/gotools"
)

const mod = "module lambda/hello\n\ngo 1.26\n"

// module makes a module of functions, each a main.go and a main_test.go.
func module(t *testing.T, functions ...[2]string) *gotools.Module {
	t.Helper()
	var dirs []string
	for _, texts := range functions {
		dir := t.TempDir()
		for i, name := range []string{"main.go", "main_test.go"} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(texts[i]), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		dirs = append(dirs, dir)
	}
	return gotools.NewModule(t, []byte(mod), nil, dirs)
}

const (
	good = "package main\n\nfunc main() {}\n"
	test = "package main\n\nimport \"testing\"\n\n"
)

// Tests that pass, fail and are skipped are counted for their function, and one that does not compile says why.
func TestTest(t *testing.T) {
	results := module(t,
		[2]string{good, test + "func TestA(t *testing.T) { t.Run(\"b\", func(t *testing.T) {}) }\n"},
		[2]string{good, test + "func TestA(t *testing.T) { t.Error(\"no luck\") }\n\nfunc TestB(t *testing.T) { t.Skip() }\n"},
		[2]string{"package main\n\nfunc main() { x }\n", test},
		[2]string{good, test + "func TestA(t *testing.T) { panic(\"no luck\") }\n"},
	).Test(t)
	if r := results[0]; r.Passed != 2 || len(r.Failed) > 0 || r.Broken != "" {
		t.Errorf("passing: got %+v", r)
	}
	if r := results[1]; r.Passed != 0 || r.Skipped != 1 || len(r.Failed) != 1 || !strings.Contains(r.Failed[0], "no luck") {
		t.Errorf("failing: got %+v", r)
	}
	if r := results[2]; !strings.Contains(r.Broken, "undefined: x") {
		t.Errorf("broken: got %+v", r)
	}
	if r := results[3]; len(r.Failed) != 1 || r.Broken != "" {
		t.Errorf("panicking: got %+v", r)
	}
}

// Each linter has its say, and none about what is clean. The linters are installed by bash .ci/parts.
func TestLint(t *testing.T) {
	findings := module(t, [2]string{good, test + "func TestA(t *testing.T) {}\n"}).Lint(t)
	if len(findings) > 0 {
		t.Errorf("clean: got %q", findings)
	}
	findings = module(t, [2]string{
		"package main\n\nimport \"fmt\"\n\nfunc main() {\n\n\tfmt.Printf(\"%d\", \"x\")\n}\n\nfunc unused() {}\n", "package main\n",
	}).Lint(t)
	all := strings.Join(findings, "\n")
	for _, want := range []string{"vet: ", "Printf format %d", "(U1000)", "gofumpt: f0000/main.go"} {
		if !strings.Contains(all, want) {
			t.Errorf("got %q, want %s among them", findings, want)
		}
	}
}
