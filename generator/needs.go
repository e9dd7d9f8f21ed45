package generator

import (
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// What the adapter's code needs, for languages in which all that is imported and defined has to be used.

// LogsJSON tells whether Lambda writes what the function logs as JSON.
func (f *Function) LogsJSON() bool { return f.Spec.Logging.Format == spec.FormatJSON }

// Structured tells whether the handler shows a key that is an object or a list.
func (f *Function) Structured() bool {
	return slices.ContainsFunc(f.Keys, func(k Key) bool { return !k.Scalar() })
}

// Defaults tells whether a key may be absent.
func (f *Function) Defaults() bool {
	return slices.ContainsFunc(f.Keys, func(k Key) bool { return k.Default != nil })
}

// Drops tells whether the handler can drop a record of a trigger.
func (f *Function) Drops() bool {
	return slices.ContainsFunc(f.Triggers, func(t *Trigger) bool { return t.Dropped != nil })
}

// WritesJSON tells whether the adapter writes values of the handler as JSON.
func (f *Function) WritesJSON() bool {
	return f.HTTP() || f.Puts() || f.Writes(aws.ShapeText) || f.Writes(aws.ShapeJSON) || f.Writes(aws.ShapeBase64)
}

// Tests tells whether code compares something in an event so.
func (f *Function) Tests(test aws.Test) bool {
	compares := func(m Mark) bool { return m.Test == test }
	return slices.ContainsFunc(f.Groups, func(g Group) bool {
		return slices.ContainsFunc(g.Marks, compares) ||
			slices.ContainsFunc(g.Triggers, func(t *Trigger) bool { return slices.ContainsFunc(slices.Concat(t.Apart, t.Probe), compares) })
	})
}

// Leaves tells whether an answer leaves out what the event lacks.
func (f *Function) Leaves() bool {
	return slices.ContainsFunc(f.Marked(), func(t *Trigger) bool { return slices.ContainsFunc(t.shapes(), (*Shape).loose) })
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

// LogsErrors tells whether the adapter logs what went wrong with a record or an event.
func (f *Function) LogsErrors() bool {
	return slices.ContainsFunc(f.Marked(), func(t *Trigger) bool {
		return t.Reply == aws.Failures || t.Reply == aws.Records || t.Report != nil && t.Report.Failed != nil
	})
}

// PutName is the function that tells a service by PUT, tell_cloudformation for example; "" where none does.
func (f *Function) PutName() string {
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
