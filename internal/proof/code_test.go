package proof

import (
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// fine says that there were tests and all of them passed.
func (o outcome) fine() bool {
	return o.passed > 0 && o.skipped == 0 && len(o.failed) == 0 && o.broken == ""
}

// coded is a function that is looked at as code: which face it is made for, and what it shows.
type coded struct {
	name, face string
	files      *tree.FileSet
}

// code are the functions of a language whose code real programs look at: variants of the product, and the triggers of the
// catalogue. Everyday the triggers of a model go together, and the language's faces take turns; in the longer proof each
// trigger has a function in each face besides, and one in which all is said of it that can be.
func code(t *testing.T, l *language) (all []coded) {
	t.Helper()
	for _, v := range l.variants() {
		all = append(all, coded{v.String(), v.face().name, render(t, v.function(t))})
	}
	for i, form := range forms(t) {
		for j, face := range l.faces {
			if (long || i%len(l.faces) == j) && l.takes(form) {
				f := function(t, parse(t, slices.Concat([]string{"hello", "--key", "key1=a"}, form.args, face.args)))
				all = append(all, coded{form.name + " " + face.name, face.name, render(t, f)})
			}
		}
	}
	for i, u := range unlucky(t, l, namesMost.now()) {
		face := l.faces[i%len(l.faces)]
		f := function(t, parse(t, slices.Concat([]string{"hello"}, u.args, face.args)))
		all = append(all, coded{u.name + " " + face.name, face.name, render(t, f)})
	}
	for i, set := range catalogueSets() {
		for j, face := range l.faces {
			if long || i%len(l.faces) == j {
				f := function(t, parse(t, slices.Concat([]string{"hello"}, set.args, face.args)))
				all = append(all, coded{set.name + "+" + face.name, face.name, render(t, f)})
			}
		}
	}
	if !long {
		return all
	}
	keys := []string{"--key", "key1=a", "--key", "count:=1", "--key", `filter:={"state":"open"}`, "--key", "on:=true"}
	for i, face := range l.faces {
		for _, f := range bare(t, slices.Concat(keys, face.args)...) {
			all = append(all, coded{f.name, face.name, render(t, f.Function)})
		}
		for j, f := range full(t, face.args...) {
			if j%len(l.faces) == i {
				all = append(all, coded{f.name, face.name, render(t, f.Function)})
			}
		}
	}
	return all
}

// The language's linters have nothing to say about generated code. Functions with the same code are linted once. Linters
// are installed by bash .ci/parts.
func TestCode(t *testing.T) {
	t.Parallel()
	for _, l := range languages {
		t.Run(l.name, func(t *testing.T) {
			seen := map[string]bool{}
			var dirs []string
			for _, c := range code(t, l) {
				text := ""
				for file := range c.files.All() {
					if !strings.HasPrefix(file.Path, "policies/") && !slices.Contains([]string{".json", ".md", ".yaml"}, path.Ext(file.Path)) {
						text += file.Path + string(file.Data)
					}
				}
				if !seen[text] {
					seen[text] = true
					dirs = append(dirs, write(t, c.files))
				}
			}
			t.Logf("%d functions", len(dirs))
			for _, finding := range l.lint(t, dirs) {
				t.Error(finding)
			}
		})
	}
}

// The tests that come with a function pass at once, with nothing more than the language's own install command done, and
// there is no function without tests. The languages' programs are installed by bash .ci/parts.
func TestOwnTests(t *testing.T) {
	t.Parallel()
	for _, l := range languages {
		byFace(t, code(t, l), func(c coded) string { return c.face }, func(t *testing.T, face string, some []coded) {
			var dirs []string
			for _, c := range some {
				dirs = append(dirs, write(t, c.files))
			}
			t.Logf("%d functions", len(dirs))
			for i, o := range l.ownTests(t, face, dirs) {
				if !o.fine() || o.passed < 3 {
					t.Errorf("%s: %+v", some[i].name, o)
				}
			}
		})
	}
}
