// Package eslint lints JavaScript with ESLint's recommended rules and nothing else, many directories in one process. The
// configuration is the one that a new project would write: modules by extension, the names of Node.js, no plugin.
package eslint

import (
	_ "embed"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/driver"
	"github.com/seed-0554dd89/scaffold/internal/parts"
)

//go:embed driver.mjs
var script string

// Finding is one message of ESLint.
type Finding struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Rule    string `json:"rule"` // empty: the file does not parse
	Message string `json:"message"`
}

func (f Finding) String() string {
	return fmt.Sprintf("%s:%d: %s (%s)", f.File, f.Line, f.Message, f.Rule)
}

// Check returns what ESLint finds, warnings included, in the .mjs, .cjs and .js files of the directories. A directory
// without any is a failure of the test: it was to be linted.
func Check(t testing.TB, dirs []string) []Finding {
	t.Helper()
	absolute := make([]string, len(dirs))
	for i, dir := range dirs {
		path, err := filepath.Abs(dir)
		if err != nil {
			t.Fatal(err)
		}
		absolute[i] = path
	}
	var findings []Finding
	driver.Run(t, driver.Node(parts.Node(t, 24), script, parts.ESLint(t)), absolute, &findings)
	return findings
}
