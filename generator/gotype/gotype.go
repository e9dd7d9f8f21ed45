// Package gotype knows the keys that a struct type of Go has: names and defaults from its tags, descriptions from its
// comments. What the keys are used for is left to packages spec and generator.
//
// Syntax alone answers: the files of the package are parsed and not type-checked, so that it matters neither whether they
// compile nor whether the file that scaffold generates is there. Where a field has a type of another package, that one is looked
// for where go.mod says, and its files are read in the same way. No program is started and nothing fetched. What is read may be
// anybody's: files, types and what they come to have limits.
package gotype

import (
	"cmp"
	"fmt"
	"go/ast"
	"slices"

	"github.com/seed-0554dd89/scaffold/generator/plain"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// Read returns the keys of the struct type called name in the package in dir. Its problems stand at file:line:column, as
// shown writes the name of the directory. getenv says where Go and downloaded modules are.
func Read(dir, shown, name string, getenv func(string) string) ([]spec.Key, error) {
	r := &reader{
		shown: shown, finder: finder{dir: dir, getenv: getenv}, bytes: plain.Go, types: maxTypes,
		byPath: map[string]opened{}, inside: map[*declared]bool{}, order: map[*spec.Problem]int{},
	}
	own, err := r.open(dir, "")
	if err != nil {
		return nil, err
	}
	declared := own.types[name]
	if declared == nil {
		is := fmt.Sprintf("keysFrom is %q", name)
		r.problems.Add("keysFrom", is, fmt.Sprintf("want a struct type of the package in %s: it has no type %s", shown, name))
		return nil, r.problems.Err()
	}
	structure := r.structOf(declared)
	if structure == nil {
		r.refuse(own, declared.spec, "the type "+name+" is no struct", "want a struct type")
		return nil, r.problems.Err()
	}
	fields := r.fields(own, declared, structure, 0)
	keys := r.keys(fields)
	slices.SortStableFunc(r.problems, func(a, b *spec.Problem) int { return cmp.Compare(r.order[a], r.order[b]) })
	return keys, spec.Few(r.problems.Err())
}

// reader reads one type.
type reader struct {
	shown    string
	own      *source // the package of the function
	finder   finder
	byPath   map[string]opened // other packages, by import path
	bytes    int               // of Go that may still be read
	types    int               // that may still be looked into
	problems spec.Problems
	inside   map[*declared]bool    // the types that are being read
	order    map[*spec.Problem]int // where they stand in their file
}

// What a type may come to. The largest honest ones have a few hundred types in them, ten deep.
const (
	maxTypes  = 4_000    // fields and types that are looked into, each as often as it is met
	maxNested = 32       // as deep as JSON of a Spec goes
	maxSample = 16 << 10 // bytes of JSON, as a default has
)

// spend takes in one more field or type. It reports whether there may be as many; the first that is too many is refused.
func (r *reader) spend(in *source, node ast.Node) bool {
	r.types--
	if r.types == -1 {
		r.refuse(in, node, fmt.Sprintf("more than %d fields and types are in one another here", maxTypes), "want fewer: types that hold others twice multiply them")
	}
	return r.types >= 0
}
