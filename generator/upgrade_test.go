package generator_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
	"github.com/seed-0554dd89/scaffold/templates"
)

// TestUpgrade makes the function of each golden with an older set of templates (the files in older/ in place of today's),
// does to it what a person did (edited/ and the list removed), and brings it up to today's: the plan and the files that the
// person touched are the golden. A second run finds nothing to do.
func TestUpgrade(t *testing.T) {
	names, err := filepath.Glob("../testdata/golden/upgrade/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no goldens: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if len(archive.Comment) == 0 {
				t.Error("the golden does not say why it exists")
			}
			older, today := templateSets(t, archive)
			dir := t.TempDir()
			upgrade(t, dir, older, archive)
			got := &txtar.Archive{Comment: archive.Comment}
			for _, file := range archive.Files {
				if !strings.HasPrefix(file.Name, "brought/") && file.Name != "plan" {
					got.Files = append(got.Files, file)
				}
				if path, ok := strings.CutPrefix(file.Name, "edited/"); ok {
					if err := os.WriteFile(filepath.Join(dir, path), file.Data, 0o666); err != nil {
						t.Fatal(err)
					}
				} else if file.Name == "removed" {
					for path := range strings.FieldsSeq(string(file.Data)) {
						if err := os.Remove(filepath.Join(dir, path)); err != nil {
							t.Fatal(err)
						}
					}
				}
			}
			plan := upgrade(t, dir, today, archive)
			var text bytes.Buffer
			if err := plan.WriteText(&text); err != nil {
				t.Fatal(err)
			}
			got.Files = append(got.Files, txtar.File{Name: "plan", Data: text.Bytes()})
			for _, file := range slices.Clone(got.Files) {
				if path, ok := strings.CutPrefix(file.Name, "edited/"); ok {
					data, err := os.ReadFile(filepath.Join(dir, path))
					if err != nil {
						t.Fatal(err)
					}
					got.Files = append(got.Files, txtar.File{Name: "brought/" + path, Data: data})
				}
			}
			compareGolden(t, name, archive, got)
			if again := upgrade(t, dir, today, archive); !again.Empty() {
				t.Errorf("a second run has something to do: %s", again.Counts())
			}
		})
	}
}

// templateSets are today's templates under the next edition, and under this one with the golden's in place of some.
func templateSets(t *testing.T, archive *txtar.Archive) (older, today fstest.MapFS) {
	t.Helper()
	older, today = fstest.MapFS{}, fstest.MapFS{}
	err := fs.WalkDir(templates.FS, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := templates.FS.ReadFile(name)
		older[name], today[name] = &fstest.MapFile{Data: data}, &fstest.MapFile{Data: data}
		if strings.HasSuffix(name, "/language.json") {
			today[name] = &fstest.MapFile{Data: bytes.Replace(data, []byte(`"edition": `), []byte(`"edition": 9`), 1)}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range archive.Files {
		if name, ok := strings.CutPrefix(file.Name, "older/"); ok {
			older[name] = &fstest.MapFile{Data: file.Data}
		}
	}
	return older, today
}

// upgrade brings the function in dir up to a set of templates.
func upgrade(t *testing.T, dir string, set fs.FS, archive *txtar.Archive) tree.Plan {
	t.Helper()
	_, s, err := spec.Load("scaffold.yaml", archive.Files[0].Data)
	if err != nil {
		t.Fatal(err)
	}
	g := generator.New(set)
	files, err := g.Render(s)
	if err != nil {
		t.Fatal(err)
	}
	edition, err := g.Edition(s.Language, s.Style)
	if err != nil {
		t.Fatal(err)
	}
	plan, err := tree.CompareGenerated(dir, files, tree.GenerateOptions{Stamp: tree.Stamp{Edition: edition}, Parses: generator.Parses})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tree.Apply(t.Context(), plan, dir); err != nil {
		t.Fatal(err)
	}
	return plan
}
