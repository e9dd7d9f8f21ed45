// Package gotype knows the keys that a struct type of Go has: names and defaults from its tags, descriptions from its
// comments. What the keys are used for is left to packages spec and generator.
//
// Syntax alone answers most structs within a millisecond: the files of the package are parsed and not type-checked, so that it
// matters neither whether they compile nor whether the file that scaffold generates is there. Only where a field has a type of
// another package, go list is asked where that one is, and its files are read in the same way.
package gotype

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// Read returns the keys of the struct type called name in the package in dir. Its problems stand at file:line:column, as
// shown writes the name of the directory.
func Read(dir, shown, name string) ([]spec.Key, error) {
	r := &reader{shown: shown, byPath: map[string]*source{}, inside: map[*declared]bool{}, order: map[*spec.Problem]int{}}
	own, err := r.open(dir, "")
	if err != nil {
		return nil, err
	}
	r.own = own
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
	return keys, r.problems.Err()
}

// reader reads one type.
type reader struct {
	shown    string
	own      *source            // the package of the function
	byPath   map[string]*source // other packages, by import path
	problems spec.Problems
	inside   map[*declared]bool    // the types that are being read
	order    map[*spec.Problem]int // where they stand in their file
}
