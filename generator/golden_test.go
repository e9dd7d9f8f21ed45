package generator_test

import (
	"flag"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/gotype"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
	"github.com/seed-0554dd89/scaffold/templates"
)

var update = flag.Bool("update", false, "write what is generated into the goldens")

const goldens = "../testdata/golden/functions"

// TestGolden renders the scaffold.yaml of each golden and holds the files that its header names against those in it. A
// golden begins with why it exists; its line "files:" lists the files it shows, ** for all below a folder.
func TestGolden(t *testing.T) {
	names, err := filepath.Glob(goldens + "/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no goldens in %s: %v", goldens, err)
	}
	g := generator.New(templates.FS)
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			why, patterns := header(t, string(archive.Comment))
			if len(archive.Files) == 0 || archive.Files[0].Name != "scaffold.yaml" {
				t.Fatal("the first file of a golden is its scaffold.yaml")
			}
			inputs := 1
			if len(archive.Files) > 1 && archive.Files[1].Name == keysFile {
				inputs = 2
			}
			files := render(t, g, archive.Files[:inputs]...)
			got := &txtar.Archive{Comment: archive.Comment, Files: append(archive.Files[:inputs:inputs], shown(t, files, patterns)...)}
			if why == "" {
				t.Error("the header does not say why the golden exists")
			}
			compareGolden(t, name, archive, got)
		})
	}
}

// header splits a golden's header into its reason and the patterns of the files that it shows.
func header(t *testing.T, comment string) (why string, patterns []string) {
	t.Helper()
	why, files, ok := strings.Cut(comment, "\nfiles: ")
	if !ok {
		t.Fatal(`the header has no line "files:"`)
	}
	return strings.TrimSpace(why), strings.Fields(files)
}

// keysFile has the Go type that a golden's keysFrom names.
const keysFile = "event.go"

// render generates the function that a scaffold.yaml describes, with the Go file that says its keys where there is one.
func render(t *testing.T, g *generator.Generator, inputs ...txtar.File) *tree.FileSet {
	t.Helper()
	_, s, err := spec.Load("scaffold.yaml", inputs[0].Data)
	if err != nil {
		t.Fatal(err)
	}
	if len(inputs) > 1 {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, keysFile), inputs[1].Data, 0o666); err != nil {
			t.Fatal(err)
		}
		keys, err := gotype.Read(dir, ".", s.KeysFrom, os.Getenv)
		if err == nil {
			s, err = spec.WithKeys(s, keys)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	files, err := g.Render(s)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// shown are the files that match one of patterns, sorted by path. A pattern that matches none is an error.
func shown(t *testing.T, files *tree.FileSet, patterns []string) []txtar.File {
	t.Helper()
	used := map[string]bool{}
	var all []txtar.File
	for file := range files.All() {
		i := slices.IndexFunc(patterns, func(p string) bool { return matches(p, file.Path) })
		if i < 0 {
			continue
		}
		used[patterns[i]] = true
		all = append(all, txtar.File{Name: file.Path, Data: file.Data})
	}
	for _, pattern := range patterns {
		if !used[pattern] {
			t.Errorf("no file matches %q", pattern)
		}
	}
	return all
}

func matches(pattern, name string) bool {
	if folder, ok := strings.CutSuffix(pattern, "**"); ok {
		return strings.HasPrefix(name, folder)
	}
	ok, err := path.Match(pattern, name)
	return err == nil && ok
}

// compareGolden fails for each file that is wrong, missing or unexpected.
func compareGolden(t *testing.T, name string, want, got *txtar.Archive) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, txtar.Format(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	texts := map[string]string{}
	for _, file := range want.Files {
		texts[file.Name] = string(file.Data)
	}
	for _, file := range got.Files {
		text, ok := texts[file.Name]
		switch {
		case !ok:
			t.Errorf("%s is generated and not in the golden", file.Name)
		case text != string(file.Data):
			t.Errorf("%s differs:\n%s", file.Name, difference(text, string(file.Data)))
		}
		delete(texts, file.Name)
	}
	for missing := range texts {
		t.Errorf("%s is in the golden and not generated", missing)
	}
	if t.Failed() {
		t.Log("accept with: go test ./generator -run TestGolden -update")
	}
}

// difference shows the first line that differs.
func difference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return "-" + w[i] + "\n+" + g[i]
		}
	}
	return "one is longer than the other"
}
