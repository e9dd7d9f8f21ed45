// Package tstools runs the tools of TypeScript functions on many of them in one process: tsc with the functions' own
// compiler options, typescript-eslint with its type-checked recommended rules and nothing else, and the build that
// package.json says. It knows nothing of what the functions do.
package tstools

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/driver"
	"github.com/seed-0554dd89/scaffold/internal/parts"
)

//go:embed driver.mjs
var script string

// Finding is one message of tsc, TS2322 for example, or of ESLint.
type Finding struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Rule    string `json:"rule"` // empty: the file does not parse
	Message string `json:"message"`
}

func (f Finding) String() string {
	return fmt.Sprintf("%s:%d: %s (%s)", f.File, f.Line, f.Message, f.Rule)
}

// Check returns what tsc finds in the functions in the directories, and what ESLint finds in those of linted, warnings
// included: it takes several times as long. A directory without any TypeScript is a failure of the test: it was to be
// checked.
func Check(t testing.TB, dirs, linted []string) []Finding {
	t.Helper()
	var findings []Finding
	in := map[string]any{"dirs": absolute(t, dirs), "linted": absolute(t, linted)}
	driver.Run(t, driver.Node(parts.Node(t, 24), script, parts.TypeScript(t)), in, &findings)
	return findings
}

func absolute(t testing.TB, dirs []string) []string {
	t.Helper()
	paths := make([]string, len(dirs))
	for i, dir := range dirs {
		path, err := filepath.Abs(dir)
		if err != nil {
			t.Fatal(err)
		}
		paths[i] = path
	}
	return paths
}

// Build runs the build script of each function's package.json, which calls esbuild alone.
func Build(t testing.TB, dirs []string) {
	t.Helper()
	esbuild := filepath.Join(parts.TypeScript(t), "node_modules", ".bin", "esbuild")
	for _, dir := range dirs {
		if err := build(esbuild, dir, t.TempDir()); err != nil {
			t.Fatalf("build %s: %v", dir, err)
		}
	}
}

func build(esbuild, dir, home string) error {
	text, err := os.ReadFile(filepath.Join(dir, "package.json"))
	if err != nil {
		return err
	}
	var manifest struct {
		Scripts struct{ Build string }
	}
	if err := json.Unmarshal(text, &manifest); err != nil {
		return err
	}
	args := strings.Fields(manifest.Scripts.Build)
	if len(args) == 0 || args[0] != "esbuild" {
		return fmt.Errorf("package.json has no build script that calls esbuild: %q", manifest.Scripts.Build)
	}
	cmd := exec.Command(esbuild, append(args[1:], "--log-level=warning")...)
	cmd.Dir, cmd.Env = dir, driver.Env(home)
	output, err := cmd.CombinedOutput()
	if err == nil && len(bytes.TrimSpace(output)) > 0 {
		err = fmt.Errorf("esbuild warns")
	}
	if err != nil {
		return fmt.Errorf("%w\n%s", err, output)
	}
	return nil
}
