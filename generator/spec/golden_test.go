package spec_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aymanbagabas/go-udiff"
	"golang.org/x/tools/txtar"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

var update = flag.Bool("update", false, "write what the golden files show")

// TestGolden shows the errors of spec files and flags. Each golden is its own input: a scaffold.yaml, or flags one a line.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "golden", "spec", "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { checkGolden(t, file) })
	}
}

func checkGolden(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(archive.Files) != 2 || archive.Files[1].Name != "errors" || len(archive.Comment) == 0 {
		t.Fatalf("%s: want a comment, an input and errors", file)
	}
	input := archive.Files[0]
	switch input.Name {
	case "scaffold.yaml":
		_, _, err = spec.Load(input.Name, input.Data)
	case "flags":
		err = resolveFlags(string(input.Data))
	default:
		t.Fatalf("%s: want scaffold.yaml or flags, not %s", file, input.Name)
	}
	if err == nil {
		t.Fatalf("%s: accepted", file)
	}
	before := string(txtar.Format(archive))
	archive.Files[1].Data = []byte(err.Error() + "\n")
	after := string(txtar.Format(archive))
	switch {
	case before == after:
	case *update:
		if err := os.WriteFile(file, []byte(after), 0o666); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s\nto accept it: go test ./generator/spec -update", udiff.Unified("golden", "got", before, after))
	}
}

// resolveFlags reads flags, one a line and the name first, and resolves their Spec.
func resolveFlags(lines string) error {
	var args []string
	for _, line := range strings.Split(strings.TrimSuffix(lines, "\n"), "\n") {
		flag, value, _ := strings.Cut(line, " ")
		if args = append(args, flag); strings.HasPrefix(line, "--") {
			args = append(args, value)
		}
	}
	s, source, err := spec.FromFlags(parseArgs(args), noFile)
	_, wrong := spec.Resolve(s)
	return spec.Together(err, spec.Locate(wrong, source))
}
