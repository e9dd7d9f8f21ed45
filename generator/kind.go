package generator

import (
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// What code needs that has a type of its own for each kind of trigger.

// Kind is the id of what invokes the function, with the form of event that its parameters ask for: apigateway-rest, or
// sqs-from-bucket for a queue that carries a bucket's events. Triggers that are served together share it.
func (t *Trigger) Kind() string {
	for _, alike := range t.Function.Served() {
		if slices.Contains(alike, t) {
			return alike[0].form()
		}
	}
	return t.form()
}

func (t *Trigger) form() string {
	given := func(param string) string { return paramText(t.values.given[param]) }
	id, own := t.kind.ID, aws.FindTrigger(t.kind.ID)
	for _, v := range own.Variants {
		one := aws.Trigger{Variants: []aws.Variant{v}}
		if v.Event == nil && v.Reply == nil || one.With(given) == &one {
			continue
		}
		if len(v.Values) == 0 {
			return id + "-" + v.Param
		}
		return id + "-" + given(v.Param)
	}
	return id
}

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
	slices.SortFunc(kinds, func(a, b *Trigger) int { return strings.Compare(pascalCase(a.Kind()), pascalCase(b.Kind())) })
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
