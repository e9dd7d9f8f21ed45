package eslint_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/eslint"
)

// What is clean has no finding; what is not has each: an unused import, an unused parameter, a name that modules do not
// have, and text that does not parse. ESLint is installed by bash .ci/parts.
func TestCheck(t *testing.T) {
	if findings := eslint.Check(t, []string{"testdata/clean"}); len(findings) > 0 {
		t.Errorf("clean files: got %v", findings)
	}
	var got []string
	for _, f := range eslint.Check(t, []string{"testdata/clean", "testdata/dirty"}) {
		got = append(got, fmt.Sprintf("%s:%d %s", filepath.Base(f.File), f.Line, f.Rule))
	}
	slices.Sort(got)
	want := []string{"broken.cjs:1 ", "unused.mjs:1 no-unused-vars", "unused.mjs:3 no-undef", "unused.mjs:3 no-unused-vars"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
