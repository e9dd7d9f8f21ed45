package generator

import (
	"slices"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// Type is the type of the fact: that of its value in the sample event, a string where it is absent there. It is "" for a fact
// that may be any JSON value.
func (f Fact) Type() spec.KeyType {
	switch {
	case f.json:
		return ""
	case f.Sample == nil || f.Sample.Type() == spec.Null:
		return spec.String
	}
	return f.Sample.Type()
}

// Facts are what the events of all triggers say of themselves, each name once. One that has several types may be any JSON
// value.
func (f *Function) Facts() (facts []Fact) {
	for _, t := range f.Triggers {
		for _, fact := range t.Facts {
			i := slices.IndexFunc(facts, func(have Fact) bool { return have.Name == fact.Name })
			switch {
			case i < 0:
				facts = append(facts, fact)
			case facts[i].Type() != fact.Type():
				facts[i].json = true
			}
		}
	}
	return facts
}

// Inners tells whether the records of a trigger hold records.
func (f *Function) Inners() bool {
	return slices.ContainsFunc(f.Triggers, func(t *Trigger) bool { return t.Inner != nil })
}

// Fact is the fact called name among those of all triggers.
func (f *Function) Fact(name string) Fact {
	facts := f.Facts()
	i := slices.IndexFunc(facts, func(have Fact) bool { return have.Name == name })
	return facts[i]
}

// Refuses tells whether an event may be like those of a trigger and of none that the function has.
func (f *Function) Refuses() bool {
	return slices.ContainsFunc(f.Groups, func(g Group) bool { return g.Alone() == nil && g.Rest() == nil })
}
