package generator

import (
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// What code needs that has a type of its own for each kind of trigger.

// Absent tells whether a real event may lack the fact.
func (f Fact) Absent() bool {
	return f.Sample == nil || f.Sample.Type() == spec.Null || f.Expr.Absent()
}

// Kinds are one trigger of each kind that is told from direct invocations, sorted by what a language calls the kind.
func (f *Function) Kinds() []*Trigger {
	var kinds []*Trigger
	for _, alike := range f.Served() {
		kinds = append(kinds, alike[0])
	}
	slices.SortStableFunc(kinds, func(a, b *Trigger) int { return strings.Compare(a.Names.kind, b.Names.kind) })
	return kinds
}

// Logs are the facts of the trigger that the handler logs.
func (t *Trigger) Logs() []Fact {
	return slices.DeleteFunc(slices.Clone(t.Facts), func(fact Fact) bool { return !slices.Contains(t.Function.Logged(), fact.Name) })
}

// Logging are one trigger of each kind of which the handler logs facts.
func (f *Function) Logging() []*Trigger {
	return slices.DeleteFunc(f.Kinds(), func(t *Trigger) bool { return len(t.Logs()) == 0 })
}
