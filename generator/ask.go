package generator

import (
	"slices"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// What templates ask of a Function, beside its fields.

// HTTP tells whether a trigger's caller wants a proxy response.
func (f *Function) HTTP() bool {
	return slices.ContainsFunc(f.Triggers, func(t *Trigger) bool { return t.Reply == aws.HTTP })
}

// Batches tells whether the events of a trigger hold several records.
func (f *Function) Batches() bool {
	return slices.ContainsFunc(f.Triggers, func(t *Trigger) bool { return t.Each != nil })
}

// Keyless tells whether the events of a trigger carry no keys.
func (f *Function) Keyless() bool {
	return slices.ContainsFunc(f.Triggers, func(t *Trigger) bool { return len(t.Keys) == 0 })
}

// Greets tells whether the handler answers: somebody takes the answer, or it shows the keys.
func (f *Function) Greets() bool {
	answered := func(t *Trigger) bool { return t.Reply != aws.Ignore }
	return len(f.Keys) > 0 || len(f.Triggers) == 0 || slices.ContainsFunc(f.Triggers, answered)
}

// Logged are the facts that the handler logs: what events without keys say of themselves.
func (f *Function) Logged() []string {
	var names []string
	for _, t := range f.Triggers {
		for _, fact := range t.Facts {
			if fact.Log && !slices.Contains(names, fact.Name) && !f.Spec.Logging.None {
				names = append(names, fact.Name)
			}
		}
	}
	return names
}

// Wide tells whether the keys are too many to stand in one line.
func (f *Function) Wide() bool {
	length := 0
	for _, k := range f.Keys {
		length += len(k.Variable) + 2
		if k.Renamed() {
			length += len(k.Property) + 2
		}
	}
	return length > 60
}

// Uses tells whether code reads a value with op from an event.
func (f *Function) Uses(op string) bool {
	return slices.ContainsFunc(f.Triggers, func(t *Trigger) bool {
		return t.Each.uses(op) ||
			slices.ContainsFunc(t.Keys, func(p Place) bool { return p.uses(op) }) ||
			slices.ContainsFunc(t.Facts, func(fact Fact) bool { return fact.Expr.uses(op) }) ||
			slices.ContainsFunc(t.Apart, func(m Mark) bool { return m.uses(op) })
	})
}

// Reads tells whether a key is of the type.
func (f *Function) Reads(typ spec.KeyType) bool {
	return slices.ContainsFunc(f.Keys, func(k Key) bool { return k.Type == typ })
}

// Required tells whether a key must be in the event.
func (f *Function) Required() bool {
	return slices.ContainsFunc(f.Keys, func(k Key) bool { return k.Required })
}
