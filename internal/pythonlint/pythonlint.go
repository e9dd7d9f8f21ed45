// Package pythonlint lints Python with all of ruff's rules that have a place in generated code, holds its format against
// ruff's, and checks its types with mypy in its strict mode, many functions in one process.
package pythonlint

import (
	_ "embed"
	"path/filepath"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/driver"
	"github.com/seed-0554dd89/scaffold/internal/parts"
)

//go:embed driver.py
var script string

//go:embed ruff.toml
var rules string

// Check returns what ruff and mypy find in the functions in the directories, for the oldest Python that functions are
// written for.
func Check(t testing.TB, dirs []string) (findings []string) {
	t.Helper()
	batch := struct {
		Rules   string   `json:"rules"`
		Folders []string `json:"folders"`
	}{Rules: rules}
	for _, dir := range dirs {
		path, err := filepath.Abs(dir)
		if err != nil {
			t.Fatal(err)
		}
		batch.Folders = append(batch.Folders, path)
	}
	driver.Run(t, driver.Python(parts.PythonLint(t), script), batch, &findings)
	return findings
}
