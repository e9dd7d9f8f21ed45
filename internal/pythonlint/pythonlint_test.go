package pythonlint

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Each tool says what is wrong, and nothing of what is right. They are installed by bash .ci/parts.
func TestCheck(t *testing.T) {
	write := func(text string) string {
		dir := t.TempDir()
		if err := os.Mkdir(filepath.Join(dir, "src"), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "src", "handler.py"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return dir
	}
	good := "\"\"\"A module.\"\"\"\n\n\ndef double(number: int) -> int:\n    \"\"\"Return it twice.\"\"\"\n    return 2 * number\n"
	dirs := []string{
		write(good), write("import os\n" + good), write(strings.ReplaceAll(good, "\n\n\ndef", "\ndef")), write(strings.Replace(good, "-> int", "-> str", 1)),
	}
	var found [4]string
	for _, finding := range Check(t, dirs) {
		for i, dir := range dirs {
			if strings.Contains(finding, dir) {
				found[i] += finding
			}
		}
	}
	for i, want := range []string{"", "(F401)", "ruff format", "[return-value]"} {
		if want == "" && found[i] != "" || !strings.Contains(found[i], want) {
			t.Errorf("function %d: got %q, want %q", i, found[i], want)
		}
	}
}
