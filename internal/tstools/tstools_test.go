package tstools_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/tstools"
)

// What is clean has no finding; what is not has each: a type that does not fit, an element that may be absent, a promise that
// nobody waits for. Only what is to be linted is linted. The tools are installed by bash .ci/parts.
func TestCheck(t *testing.T) {
	clean, dirty := []string{"testdata/clean"}, []string{"testdata/dirty"}
	if findings := tstools.Check(t, clean, clean); len(findings) > 0 {
		t.Errorf("clean files: got %v", findings)
	}
	for _, test := range []struct {
		linted []string
		want   []string
	}{
		{clean, []string{"index.ts:4 TS2322", "index.ts:5 TS2532"}},
		{dirty, []string{"index.ts:4 TS2322", "index.ts:5 TS2532", "index.ts:8 @typescript-eslint/no-floating-promises"}},
	} {
		var got []string
		for _, f := range tstools.Check(t, append(clean, dirty...), test.linted) {
			got = append(got, fmt.Sprintf("%s:%d %s", filepath.Base(f.File), f.Line, f.Rule))
		}
		slices.Sort(got)
		if !slices.Equal(got, test.want) {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

// The build script of package.json makes what it names.
func TestBuild(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/clean")); err != nil {
		t.Fatal(err)
	}
	tstools.Build(t, []string{dir})
	if text, err := os.ReadFile(filepath.Join(dir, "dist", "index.mjs")); err != nil || len(text) == 0 {
		t.Errorf("got %q, %v", text, err)
	}
}

// What functions install is what they are checked with here: the versions are one. No part is needed.
func TestVersions(t *testing.T) {
	var language struct{ Packages map[string]string }
	var manifest struct{ Dependencies map[string]string }
	read(t, "../../templates/typescript/language.json", &language)
	read(t, "../../.ci/parts.d/typescript/package.json", &manifest)
	for name, version := range language.Packages {
		name, _, _ = strings.Cut(name, " 22")
		if strings.Contains(name, " ") {
			continue // the types of another Node.js: one of them is enough here
		}
		if got := manifest.Dependencies[name]; got != version {
			t.Errorf("%s: .ci/parts.d has %q, functions install %q", name, got, version)
		}
	}
}

func read(t *testing.T, path string, to any) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(text, to)
	}
	if err != nil {
		t.Fatal(err)
	}
}
