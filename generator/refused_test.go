package generator_test

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/templates"
)

// TestRefused renders the scaffold.yaml of each golden in testdata/golden/refused and holds the problems against those in
// it: what only the code to generate brings about, at the place where a person wrote it.
func TestRefused(t *testing.T) {
	names, err := filepath.Glob("../testdata/golden/refused/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no goldens: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			document, s, err := spec.Load("scaffold.yaml", archive.Files[0].Data)
			if err != nil {
				t.Fatalf("refused before it came to the generator: %v", err)
			}
			_, err = generator.New(templates.FS).Render(s)
			if err == nil {
				t.Fatal("it is not refused")
			}
			problems := txtar.File{Name: "problems", Data: []byte(spec.Locate(err, document).Error() + "\n")}
			compareGolden(t, name, archive, &txtar.Archive{Comment: archive.Comment, Files: append(archive.Files[:1:1], problems)})
		})
	}
}
