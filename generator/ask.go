package generator

import (
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// What templates ask of a Function, beside its fields.

// HTTP tells whether a trigger's caller wants a proxy response.
func (f *Function) HTTP() bool {
	return slices.ContainsFunc(f.Triggers, func(t *Trigger) bool { return t.Reply == aws.HTTP })
}

// Replies tells whether a trigger's caller wants a reply of the kind.
func (f *Function) Replies(kind aws.ReplyKind) bool {
	return slices.ContainsFunc(f.Triggers, func(t *Trigger) bool { return t.Reply == kind })
}

// Ordering tells whether there are batches in which no record may overtake another.
func (f *Function) Ordering() bool {
	return slices.ContainsFunc(f.Triggers, func(t *Trigger) bool { return t.Ordered != nil })
}

// Writes tells whether a trigger's answer has the handler's value in the form.
func (f *Function) Writes(form string) bool {
	return slices.ContainsFunc(f.Triggers, func(t *Trigger) bool {
		return slices.ContainsFunc(t.shapes(), func(s *Shape) bool { return s.has(form) })
	})
}

// shapes are all that the trigger's answer is made of.
func (t *Trigger) shapes() []*Shape {
	return append(t.Report.shapes(), t.Shape, t.Nothing, t.Done, t.Same, t.Dropped, t.Failed)
}

// Marked tells whether the trigger's events can be told from direct invocations.
func (t *Trigger) Marked() bool { return len(t.kind.Event.Marks) > 0 }

// Marked are the triggers whose events can be told from direct invocations.
func (f *Function) Marked() []*Trigger {
	return slices.DeleteFunc(slices.Clone(f.Triggers), func(t *Trigger) bool { return !t.Marked() })
}

// RepliesPlain tells whether a trigger without records wants a reply of the kind.
func (f *Function) RepliesPlain(kind aws.ReplyKind) bool {
	return slices.ContainsFunc(f.Triggers, func(t *Trigger) bool { return t.Reply == kind && t.Each == nil && t.Marked() })
}

// Shapes tells whether the answer to a trigger is shaped so: own is an object that the handler returns as it is, placed one
// that stands in the shape, nothing a shape of its own for a handler that returned nothing.
func (f *Function) Shapes(how string) bool {
	return slices.ContainsFunc(f.Triggers, func(t *Trigger) bool {
		switch {
		case t.Reply != aws.Shaped || t.Each != nil || !t.Marked():
			return false
		case how == "nothing":
			return t.Nothing != nil
		}
		return t.Placed == (how == "placed")
	})
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
	answered := func(t *Trigger) bool {
		return t.Reply != aws.Ignore && t.Reply != aws.Failures && t.Reply != aws.Echo && (t.Report == nil || t.Report.Value != nil)
	}
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
		return t.Document.uses(op) || t.Each.uses(op) || t.Inner.uses(op) ||
			slices.ContainsFunc(t.shapes(), func(s *Shape) bool { return s.reads(op) }) ||
			len(f.Keys) > 0 && slices.ContainsFunc(t.Keys, func(p Place) bool { return p.uses(op) }) ||
			slices.ContainsFunc(t.Facts, func(fact Fact) bool { return fact.Expr.uses(op) }) ||
			slices.ContainsFunc(t.Apart, func(m Mark) bool { return m.uses(op) })
	})
}

// Reads tells whether a key is of the type.
func (f *Function) Reads(typ spec.KeyType) bool {
	return slices.ContainsFunc(f.Keys, func(k Key) bool { return k.Type == typ })
}

// Greeted are the keys that the generated handler shows.
func (f *Function) Greeted() (keys []Key) {
	for _, k := range f.Keys {
		if k.Greeted() {
			keys = append(keys, k)
		}
	}
	return keys
}

// KeysType is the type of the keys: Keys, or the one that keysFrom names.
func (f *Function) KeysType() string {
	if f.Spec.KeysFrom != "" {
		return f.Spec.KeysFrom
	}
	return "Keys"
}

// KeyImports are the packages that the types of keys need.
func (f *Function) KeyImports() (imports []string) {
	for _, k := range f.Keys {
		if k.Held != nil {
			imports = append(imports, k.Held.Imports...)
		}
	}
	slices.Sort(imports)
	return slices.Compact(imports)
}

// AnyNullable tells whether a key may be null.
func (f *Function) AnyNullable() bool {
	return slices.ContainsFunc(f.Keys, func(k Key) bool { return k.Nullable })
}

// Required tells whether a key must be in the event.
func (f *Function) Required() bool {
	return slices.ContainsFunc(f.Keys, func(k Key) bool { return k.Required })
}

// Texts are the places of a request where keys are texts, the one that counts least first.
func (t *Trigger) Texts() []Place {
	var texts []Place
	for _, place := range slices.Backward(t.Keys) {
		if place.Text {
			texts = append(texts, place)
		}
	}
	return texts
}

// Order says where keys of a request are, in the order in which they count: path, then query, then body.
func (t *Trigger) Order() string {
	var words []string
	for _, place := range t.Keys {
		word := strings.TrimSuffix(strings.TrimSuffix(place.Raw().Name, "StringParameters"), "Parameters")
		if !place.Text {
			word = "body"
		}
		words = append(words, word)
	}
	return strings.Join(words, ", then ")
}
