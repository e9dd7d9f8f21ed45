package tstools_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
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
