package proof

import (
	"slices"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// language is what the proofs need of a language beside its templates: its faces, and its own tools, each of which takes
// many functions at once. Its file is called after it. None of its functions may look at the axes, which are made of it.
type language struct {
	name  string
	faces axis // its styles on the runtimes that run them

	// most is how many of its functions real programs take, everyday and in the longer proof: the product and the catalogue
	// grow, and the run is to stay as long as it is.
	most budget

	// ownTests runs the tests that come with the functions in the directories, all made for one face, and says of each what
	// they came to.
	ownTests func(t *testing.T, face string, dirs []string) []outcome

	// lint returns what the language's linters and type checkers find in the functions in the directories.
	lint func(t *testing.T, dirs []string) []string

	// breaks are the ways to break a base, in all faces or, with the face's name behind, in one.
	breaks map[string][]mutation
	// broken are the faces whose functions are broken, one for each form that the code takes, and mutations is how many.
	broken    []string
	mutations budget

	runner runner
	// probe writes the handler that cases are tried with, in place of the generated one: see probe_test.go.
	probe func(f *generator.Function) (path, text string)
	// differs are the cases in which the language answers otherwise, with the sentence of docs/languages.md that says why.
	differs []difference
	// zero says that what an event does not say of itself is empty, 0 or false in the language: such facts are not looked at.
	zero bool
	// stringify writes a value as the generated handler writes it into its greeting.
	stringify func(spec.Value) string
}

// budget is how many of something a proof takes.
type budget struct{ everyday, long int }

func (b budget) now() int {
	if long {
		return b.long
	}
	return b.everyday
}

// outcome is what the tests that come with one function came to.
type outcome struct {
	passed, skipped int
	failed          []string // the failures; none and tests that passed: all is well
	broken          string   // why the function does not even load, "" where it does
}

// languages are those that functions are written in.
var languages = []*language{javascript, typescript, python, golang}

// allFaces are the faces of all languages.
func allFaces() (all axis) {
	for _, l := range languages {
		all = append(all, l.faces...)
	}
	return all
}

// languageOf is the language that has a face.
func languageOf(face string) *language {
	i := slices.IndexFunc(languages, func(l *language) bool { return l.hasFace(face) })
	return languages[i]
}

func (l *language) hasFace(name string) bool {
	return slices.ContainsFunc(l.faces, func(o option) bool { return o.name == name })
}

// face is the variant's style on its runtime.
func (v variant) face() option { return faces[v[0]] }

// variants are the functions of the language that real programs run: of the pairwise ones, in the longer proof of a sample
// of the product, as many as its budget has.
func (l *language) variants() []variant {
	all := pairwise()
	if long {
		all = with(2000)
	}
	own := slices.DeleteFunc(slices.Clone(all), func(v variant) bool { return !l.hasFace(v.face().name) })
	return spread(own, l.most.now())
}

// spread are so many elements of a list, all of them where it has no more, evenly spread.
func spread[E any](list []E, most int) []E {
	if len(list) <= most {
		return list
	}
	chosen := make([]E, most)
	for i := range chosen {
		chosen[i] = list[i*len(list)/most]
	}
	return chosen
}

// byFace calls do with the functions of each face, which one process may take together.
func byFace[E any](t *testing.T, all []E, face func(E) string, do func(t *testing.T, face string, some []E)) {
	t.Helper()
	for _, option := range faces {
		some := slices.DeleteFunc(slices.Clone(all), func(e E) bool { return face(e) != option.name })
		if len(some) > 0 {
			t.Run(option.name, func(t *testing.T) { do(t, option.name, some) })
		}
	}
}
