package generator

import (
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/shell"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// Trigger is one trigger of the function as templates see it.
type Trigger struct {
	Function *Function
	Name     string
	Title    string
	Reply    aws.ReplyKind
	Document *Expr   // what the event is wrapped around, nil where it is the document itself
	Probe    []Mark  // all hold: no handler is called
	Each     *Expr   // the records, nil where the event is the one record
	Inner    *Expr   // what a record carries, nil where it carries nothing else
	Many     bool    // it is a list
	ID       *Expr   // what names a record in the reply
	Ordered  *Mark   // it holds for batches in which no record may overtake another
	Keys     []Place // where the keys are; none: the events carry no keys
	Facts    []Fact
	Apart    []Mark          // what tells it from others of its kind
	Names    called          // what code calls it
	wire     []shell.Command // see lines
	kind     *aws.Trigger
	values   *values
	ordinal  int      // place among the function's triggers
	requests []string // the StatementIds of its permissions
	sample   spec.Value
	rank     string // sorts before those of less particular triggers

	Shape, Nothing, Done, Same, Dropped, Failed *Shape // see aws.Reply

	Report *Report // who is told what became of an event, nil where nobody is

	Wrapped *Value // the document of the sample event, where the event is wrapped around one
	Held    *Value // what the record of the sample event carries, nil where nothing
	Placed  bool   // the handler's value is placed in the shape, whatever it is
	InOrder bool   // no record of the sample event may overtake another
}

// Place is somewhere in the event where keys may be.
type Place struct {
	*Expr
	Text bool // numbers and booleans are texts there
}

// Fact is something the event says of itself.
type Fact struct {
	Name     string
	Property string // the name in code of the language: messageId, or MessageID
	Why      string // what it is, a few words
	Expr     *Expr
	Sample   *Value // its value in the sample event, nil where it is absent there
	Log      bool   // worth a line in the log
	Filled   bool   // the handler fills it in

	Said string // its type in the language, "" where the catalogue does not say it: see Type

	json bool // may be any JSON value
}

// Mark is a comparison by which a trigger's events are known.
type Mark struct {
	*Expr
	Test     aws.Test
	Value    string
	Variable string // of the environment, which has the value; "" where it is known
}

func (f *Function) newTrigger(use spec.Use, kind *aws.Trigger) *Trigger {
	t := &Trigger{
		Function: f, Name: use.Name, Title: kind.Title, Reply: kind.Reply.Kind, kind: kind,
		values: f.values(use.Name, use.ID, kind.Params, use.Params),
	}
	t.values.nameOpen(f.taken)
	t.values.names["trigger"] = filled{value: use.Name}
	t.values.names["named"] = filled{value: roleName(f.Name+"-"+use.Name, "")}
	t.values.names["caller-role"] = filled{value: f.inPath(t.CallerRole())}
	t.values.clash = f.clash(use)
	outer := "event"
	if len(kind.Event.Unwrap) > 0 {
		t.Document = newExpr(outer, kind.Event.Unwrap, true)
		outer = "document"
	}
	root := outer
	if len(kind.Event.Each) > 0 {
		t.Each = newExpr(root, kind.Event.Each, true)
		root = "record"
	}
	inner := root
	if len(kind.Event.Inner) > 0 {
		t.Inner, t.Many = newExpr(root, kind.Event.Inner, true), kind.Event.Many
		inner = "inner"
	}
	from := func(isOuter, isInner bool) string {
		switch {
		case isOuter:
			return outer
		case isInner:
			return inner
		}
		return root
	}
	for _, m := range kind.Event.Probe {
		t.Probe = append(t.Probe, Mark{Expr: newExpr(outer, m.Path, true), Test: m.Test, Value: m.Value})
	}
	if len(kind.Reply.ID) > 0 {
		t.ID = newExpr(root, kind.Reply.ID, true)
	}
	if m := kind.Reply.Ordered; m != nil {
		t.Ordered = &Mark{Expr: newExpr(outer, m.Path, true), Test: m.Test, Value: m.Value}
	}
	for _, place := range kind.Event.Keys {
		expr := newExpr(from(place.Outer, place.Inner), place.Path, true)
		expr.Raw().Optional = true // an event need not have keys
		t.Keys = append(t.Keys, Place{expr, place.Text})
	}
	for _, fact := range kind.Event.Facts {
		t.Facts = append(t.Facts, Fact{
			Name: fact.Name, Property: f.language.Identifier.property(fact.Name), Why: fact.Why,
			Expr: newExpr(from(fact.Outer, fact.Inner), fact.Path, true), Log: fact.Log, Filled: fact.Filled, json: fact.JSON,
			Said: aws.TypeName(fact.Types, f.Spec.Language),
		})
	}
	return t
}

// sampleAt is the text that a mark finds in the sample event.
func (t *Trigger) sampleAt(mark Mark) string {
	for _, m := range t.kind.Event.Marks {
		if m.Environment && newExpr("event", m.Path, true).place() == mark.place() {
			found, _ := at(t.sample, m.Path)
			return found.Text
		}
	}
	return ""
}

// sampleFacts finds the facts in the sample event.
func (t *Trigger) sampleFacts() {
	document, _ := at(t.sample, t.kind.Event.Unwrap)
	record := document
	if len(t.kind.Event.Each) > 0 {
		record, _ = at(record, append(slices.Clone(t.kind.Event.Each), aws.First))
	}
	inner := record
	if t.Inner != nil {
		path := slices.Clone(t.kind.Event.Inner)
		if t.Many {
			path = append(path, aws.First)
		}
		inner, _ = at(record, path)
		t.Held = &Value{inner.JSON()}
	}
	if t.Document != nil {
		t.Wrapped = &Value{document.JSON()}
	}
	reply := t.kind.Reply
	t.Shape, t.Placed = newShape(reply.Shape, t.sample, record), reply.Placed
	t.Nothing = newShape(reply.Nothing, t.sample, record)
	t.Report = newReport(reply.Report, t.sample, &t.Function.language.Identifier)
	t.loosen()
	t.Done, t.Same = newShape(reply.Done, t.sample, record), newShape(reply.Same, t.sample, record)
	t.Dropped, t.Failed = newShape(reply.Dropped, t.sample, record), newShape(reply.Failed, t.sample, record)
	if m := t.kind.Reply.Ordered; m != nil {
		t.InOrder = holds(*m, document)
		if m.Known != "" && t.values.has(m.Known) {
			t.settleOrder()
		}
	}
	for i, fact := range t.kind.Event.Facts {
		from := record
		switch {
		case fact.Outer:
			from = document
		case fact.Inner:
			from = inner
		}
		if value, ok := at(from, fact.Path); ok {
			t.Facts[i].Sample = &Value{value.JSON()}
		} else {
			t.Facts[i].Expr.Raw().Optional = true
		}
	}
}

// settleOrder keeps no test of what holds for every event of the trigger, or for none.
func (t *Trigger) settleOrder() {
	if t.InOrder {
		t.Ordered.Test = aws.Always
	} else {
		t.Ordered = nil
	}
}

// holds tells whether a value has the mark, as the generated code finds out.
func holds(m aws.Mark, value spec.Value) bool {
	found, ok := at(value, m.Path)
	switch m.Test {
	case aws.Always:
		return true
	case aws.Exists:
		return ok && found.Type != spec.Null
	case aws.Missing:
		return !ok || found.Type == spec.Null
	case aws.Contains, aws.Lacks:
		return strings.Contains(found.Text, m.Value) == (m.Test == aws.Contains)
	case aws.HasStart:
		return ok && strings.HasPrefix(found.Text, m.Value)
	case aws.HasEnd:
		return ok && strings.HasSuffix(found.Text, m.Value)
	}
	return ok && found.Text == m.Value
}

// Bears tells whether an event has the marks of a trigger.
func Bears(kind *aws.Trigger, event []byte) bool {
	value := spec.JSON(event).Value()
	for _, m := range kind.Event.Marks {
		if !m.Apart && !holds(m, value) {
			return false
		}
	}
	return true
}
