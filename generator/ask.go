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

// Type is the type of the fact in the trigger's sample event, "" where it is absent there: anything.
func (f Fact) Type() spec.KeyType {
	if f.Sample == nil {
		return ""
	}
	return f.Sample.json.Value().Type
}

// Absent tells whether a real event may lack the fact.
func (f Fact) Absent() bool { return f.Sample == nil || f.Type() == spec.Null || f.Expr.Absent() }

// Kinds are one trigger of each kind that is told from direct invocations, sorted by what a language calls the kind.
func (f *Function) Kinds() []*Trigger {
	var kinds []*Trigger
	for _, alike := range f.Served() {
		kinds = append(kinds, alike[0])
	}
	slices.SortFunc(kinds, func(a, b *Trigger) int { return strings.Compare(pascalCase(a.Kind()), pascalCase(b.Kind())) })
	return kinds
}

// LogsJSON tells whether Lambda writes what the function logs as JSON.
func (f *Function) LogsJSON() bool { return f.Spec.Logging.Format == spec.FormatJSON }

// Structured tells whether the handler shows a key that is an object or a list.
func (f *Function) Structured() bool {
	return slices.ContainsFunc(f.Keys, func(k Key) bool { return !k.Scalar() })
}

// Logs are the facts of the trigger that the handler logs.
func (t *Trigger) Logs() []Fact {
	return slices.DeleteFunc(slices.Clone(t.Facts), func(fact Fact) bool { return !slices.Contains(t.Function.Logged(), fact.Name) })
}

// Logging are one trigger of each kind of which the handler logs facts.
func (f *Function) Logging() []*Trigger {
	return slices.DeleteFunc(f.Kinds(), func(t *Trigger) bool { return len(t.Logs()) == 0 })
}

// Defaults tells whether a key may be absent.
func (f *Function) Defaults() bool {
	return slices.ContainsFunc(f.Keys, func(k Key) bool { return k.Default != nil })
}

// Nulls tells whether a key may be null.
func (f *Function) Nulls() bool {
	return slices.ContainsFunc(f.Keys, func(k Key) bool { return k.Nullable })
}

// Drops tells whether the handler can drop a record of a trigger.
func (f *Function) Drops() bool {
	return slices.ContainsFunc(f.Triggers, func(t *Trigger) bool { return t.Dropped != nil })
}

// WritesJSON tells whether the adapter writes values of the handler as JSON.
func (f *Function) WritesJSON() bool {
	return f.HTTP() || f.Puts() != "" || f.Writes(aws.ShapeText) || f.Writes(aws.ShapeJSON) || f.Writes(aws.ShapeBase64)
}

// Tests tells whether code compares something in an event so.
func (f *Function) Tests(test aws.Test) bool {
	compares := func(m Mark) bool { return m.Test == test }
	return slices.ContainsFunc(f.Groups, func(g Group) bool {
		return slices.ContainsFunc(g.Marks, compares) ||
			slices.ContainsFunc(g.Triggers, func(t *Trigger) bool { return slices.ContainsFunc(slices.Concat(t.Apart, t.Probe), compares) })
	})
}

// Base64 tells whether the adapter reads or writes base64.
func (f *Function) Base64() bool {
	return f.Uses("base64") || f.Uses("gunzip") || f.Writes(aws.ShapeBase64) || f.HTTP() && len(f.Keys) > 0
}

// Searches tells whether code looks for something in an event whose surroundings may be missing, or far inside.
func (f *Function) Searches() bool {
	return slices.ContainsFunc(f.Groups, func(g Group) bool {
		return slices.ContainsFunc(g.Marks, func(m Mark) bool { return m.goesFar() }) || slices.ContainsFunc(g.Triggers, (*Trigger).searches)
	})
}

func (t *Trigger) searches() bool {
	return t.Document.goesFar() || t.Each.goesFar() || t.Inner.goesFar() || t.ID.goesFar() ||
		len(t.Function.Keys) > 0 && slices.ContainsFunc(t.Keys, func(p Place) bool { return p.goesFar() }) ||
		slices.ContainsFunc(t.Facts, func(fact Fact) bool { return fact.Expr.goesFar() }) ||
		slices.ContainsFunc(slices.Concat(t.Apart, t.Probe), func(m Mark) bool { return m.goesFar() }) ||
		slices.ContainsFunc(t.shapes(), (*Shape).searches)
}

func (s *Shape) searches() bool {
	return s != nil && (s.Expr.goesFar() || s.Or.searches() || slices.ContainsFunc(s.Elements, (*Shape).searches) ||
		slices.ContainsFunc(s.Members, func(m ShapeMember) bool { return m.Shape.searches() }))
}

// TestsBatches tells whether tests look at what becomes of single records.
func (f *Function) TestsBatches() bool {
	return slices.ContainsFunc(f.Marked(), func(t *Trigger) bool { return t.Each != nil })
}

// TestsCopies tells whether tests copy records, of which a sample event has one alone.
func (f *Function) TestsCopies() bool {
	return slices.ContainsFunc(f.Marked(), func(t *Trigger) bool { return t.Each != nil && t.Document == nil })
}

// TestsGzip tells whether tests compress a document.
func (f *Function) TestsGzip() bool {
	return slices.ContainsFunc(f.Marked(), func(t *Trigger) bool { return t.Document != nil && len(t.Probe) > 0 })
}

// TestsBase64 tells whether tests write base64.
func (f *Function) TestsBase64() bool {
	return f.TestsGzip() || f.HTTP() && len(f.Keys) > 0 || f.Writes(aws.ShapeBase64) ||
		len(f.Keys) > 0 && slices.ContainsFunc(f.Marked(), func(t *Trigger) bool {
			return t.Reply == aws.Failures && slices.ContainsFunc(t.Keys, func(p Place) bool { return p.uses("message") && p.uses("base64") })
		})
}

// TestsJSON tells whether the tests of the handler write JSON.
func (f *Function) TestsJSON() bool { return f.Structured() || f.Writes(aws.ShapeJSON) }

// TestsAdapterJSON tells whether the tests of the adapter read or write JSON.
func (f *Function) TestsAdapterJSON() bool {
	return len(f.Keys) > 0 || f.TestsGzip() || f.Writes(aws.ShapeJSON)
}

// LogsErrors tells whether the adapter logs what went wrong with a record or an event.
func (f *Function) LogsErrors() bool {
	return slices.ContainsFunc(f.Marked(), func(t *Trigger) bool {
		return t.Reply == aws.Failures || t.Reply == aws.Records || t.Report != nil && t.Report.Failed != nil
	})
}

// Puts is the function that tells a service by PUT, tell_cloudformation for example; "" where none does.
func (f *Function) Puts() string {
	for _, r := range f.Reports() {
		if r.URL != nil {
			return "tell_" + r.Name()
		}
	}
	return ""
}

// Parsers are the functions for URLs that the adapter imports, "" for each that it does not use; none: it uses none.
func (f *Function) Parsers() []string {
	names := make([]string, 3)
	for i, op := range []string{"percent", "url", "query"} {
		if f.Uses(op) && (op != "percent" || len(f.Keys) > 0) {
			names[i] = []string{"unquote", "unquote_plus", "parse_qsl"}[i]
		}
	}
	if strings.Join(names, "") == "" {
		return nil
	}
	return names
}
