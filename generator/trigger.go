package generator

import (
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/policy"
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
	ID       *Expr   // what names a record in the reply
	Ordered  *Mark   // it holds for batches in which no record may overtake another
	Keys     []Place // where the keys are; none: the events carry no keys
	Facts    []Fact
	Apart    []Mark // what tells it from others of its kind
	kind     *aws.Trigger
	values   *values
	ordinal  int // place among the function's triggers
	sample   spec.Value
	rank     string // sorts before those of less particular triggers

	Shape, Done, Same, Dropped, Failed *Shape // see aws.Reply

	Wrapped *Value // the document of the sample event, where the event is wrapped around one
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
	Name   string
	Expr   *Expr
	Sample *Value // its value in the sample event, nil where it is absent there
	Log    bool   // worth a line in the log
}

// Mark is a comparison by which a trigger's events are known.
type Mark struct {
	*Expr
	Test     aws.Test
	Value    string
	Variable string // of the environment, which has the value; "" where it is known
}

// Group is the triggers of one kind, with the marks that their events have in common. The most particular comes first.
type Group struct {
	Marks    []Mark
	Triggers []*Trigger
}

// Apart are the triggers that are told apart by a mark.
func (g Group) Apart() []*Trigger {
	return slices.DeleteFunc(slices.Clone(g.Triggers), func(t *Trigger) bool { return len(t.Apart) == 0 })
}

// Alone is the group's trigger where there is just one, nil otherwise.
func (g Group) Alone() *Trigger {
	if len(g.Triggers) > 1 {
		return nil
	}
	return g.Triggers[0]
}

// Told are the places in an event by which the triggers are told apart, each once.
func (g Group) Told() []*Expr {
	var told []*Expr
	seen := map[string]bool{}
	for _, t := range g.Triggers {
		for _, m := range t.Apart {
			if !seen[m.place()] {
				seen[m.place()] = true
				told = append(told, m.Expr)
			}
		}
	}
	return told
}

// Rest is the trigger that takes every event of the kind which no other takes, nil where there is none.
func (g Group) Rest() *Trigger {
	last := g.Triggers[len(g.Triggers)-1]
	if len(last.Apart) > 0 {
		return nil
	}
	return last
}

func (f *Function) newTrigger(use spec.Use, kind *aws.Trigger) *Trigger {
	t := &Trigger{
		Function: f, Name: use.Name, Title: kind.Title, Reply: kind.Reply.Kind, kind: kind,
		values: f.values(use.Name, use.ID, kind.Params, use.Params),
	}
	t.values.names["trigger"] = filled{value: use.Name}
	t.values.names["caller-role"] = filled{value: t.CallerRole()}
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
		from := root
		if place.Outer {
			from = outer
		}
		t.Keys = append(t.Keys, Place{newExpr(from, place.Path, true), place.Text})
	}
	for _, fact := range kind.Event.Facts {
		from := root
		if fact.Outer {
			from = outer
		}
		t.Facts = append(t.Facts, Fact{Name: fact.Name, Expr: newExpr(from, fact.Path, true), Log: fact.Log})
	}
	return t
}

// groupTriggers puts triggers of one kind together and keeps the marks that it takes to tell them apart. Two triggers
// whose events nothing tells apart are a problem of the second.
func groupTriggers(triggers []*Trigger) ([]Group, spec.Problems) {
	var groups []Group
	var problems spec.Problems
	for _, t := range triggers {
		if slices.ContainsFunc(groups, func(g Group) bool { return g.Triggers[0].kind == t.kind }) {
			continue
		}
		g := Group{}
		for _, other := range triggers {
			if other.kind == t.kind {
				g.Triggers = append(g.Triggers, other)
			}
		}
		for _, m := range t.kind.Event.Marks {
			if !m.Apart {
				g.Marks = append(g.Marks, Mark{Expr: newExpr("event", m.Path, false), Test: m.Test, Value: m.Value})
			}
		}
		if len(g.Triggers) > 1 {
			problems = append(problems, g.tellApart()...)
		}
		if len(g.Marks) > 0 {
			groups = append(groups, g) // the events of others cannot be told from direct invocations
		}
	}
	return groups, problems
}

// tellApart gives each trigger of the group its marks and puts the most particular first: the one that has a mark which
// stands earlier in the catalogue. Where that is not enough, what is not known yet comes from the environment.
func (g *Group) tellApart() spec.Problems {
	g.mark(false)
	if len(g.alike()) > 0 {
		g.mark(true)
	}
	var problems spec.Problems
	for _, pair := range g.alike() {
		problems.Add(spec.Path("triggers", pair[1].ordinal), "the events of "+pair[1].Name+" and "+pair[0].Name+" look alike",
			"want parameters that tell them apart: "+strings.Join(apartParams(pair[0].kind), " or "))
	}
	g.dropShared()
	slices.SortStableFunc(g.Triggers, func(a, b *Trigger) int { return strings.Compare(a.rank, b.rank) })
	return problems
}

// mark gives each trigger of the group the marks that tell it from the others.
func (g *Group) mark(environment bool) {
	for _, t := range g.Triggers {
		t.Apart, t.rank = nil, ""
		for _, m := range t.kind.Event.Marks {
			if !m.Apart {
				continue
			}
			mark := Mark{Expr: newExpr("event", m.Path, true), Test: m.Test}
			switch {
			case t.values.has(m.Value):
				mark.Value = t.values.text(m.Value)
			case environment && m.Environment:
				mark.Variable = policy.Placeholders(t.values.text(m.Value))[0]
			default:
				t.rank += "1"
				continue
			}
			t.rank += "0"
			t.Apart = append(t.Apart, mark)
		}
	}
}

// alike are the pairs of triggers that nothing tells apart.
func (g *Group) alike() [][2]*Trigger {
	var pairs [][2]*Trigger
	for i, t := range g.Triggers {
		for _, other := range g.Triggers[:i] {
			if alike(t.Apart, other.Apart) {
				pairs = append(pairs, [2]*Trigger{other, t})
			}
		}
	}
	return pairs
}

// dropShared leaves out the marks that all triggers of the group have: they tell nothing apart.
func (g *Group) dropShared() {
	first := slices.Clone(g.Triggers[0].Apart)
	for _, mark := range first {
		same := func(m Mark) bool {
			return m.place() == mark.place() && m.Test == mark.Test && m.Value == mark.Value && m.Variable == mark.Variable
		}
		if slices.ContainsFunc(g.Triggers, func(t *Trigger) bool { return !slices.ContainsFunc(t.Apart, same) }) {
			continue
		}
		for _, t := range g.Triggers {
			t.Apart = slices.DeleteFunc(t.Apart, same)
		}
	}
}

// alike tells whether one event can have all marks of a and of b although neither names a value that the other leaves
// open: then the order in which they are tried cannot tell them apart either.
func alike(a, b []Mark) bool {
	for _, x := range a {
		for _, y := range b {
			if x.place() == y.place() && disjoint(x, y) {
				return false
			}
		}
	}
	return !names(a, b) && !names(b, a)
}

// names tells whether a compares something for equality that b does not look at.
func names(a, b []Mark) bool {
	return slices.ContainsFunc(a, func(x Mark) bool {
		return x.Test == aws.Is && !slices.ContainsFunc(b, func(y Mark) bool { return x.place() == y.place() })
	})
}

func disjoint(x, y Mark) bool {
	switch {
	case x.Variable != "" || y.Variable != "":
		return x.Variable != y.Variable
	case x.Test != y.Test:
		return false
	case x.Test == aws.HasStart:
		return !strings.HasPrefix(x.Value, y.Value) && !strings.HasPrefix(y.Value, x.Value)
	case x.Test == aws.HasEnd:
		return !strings.HasSuffix(x.Value, y.Value) && !strings.HasSuffix(y.Value, x.Value)
	}
	return x.Value != y.Value
}

// place is the path of the expression as text.
func (e *Expr) place() string {
	var path string
	for ; e != nil; e = e.Of {
		path = e.Op + " " + e.Name + "/" + path
	}
	return path
}

func apartParams(kind *aws.Trigger) []string {
	var names []string
	for _, m := range kind.Event.Marks {
		for h := range holes(m.Value) {
			if m.Apart && h.name != "" && !slices.Contains(names, h.name) {
				names = append(names, h.name)
			}
		}
	}
	return names
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
	if t.Document != nil {
		t.Wrapped = &Value{document.JSON()}
	}
	reply := t.kind.Reply
	t.Shape, t.Placed = newShape(reply.Shape, t.sample, record), reply.Placed
	t.Done, t.Same = newShape(reply.Done, t.sample, record), newShape(reply.Same, t.sample, record)
	t.Dropped, t.Failed = newShape(reply.Dropped, t.sample, record), newShape(reply.Failed, t.sample, record)
	if m := t.kind.Reply.Ordered; m != nil {
		t.InOrder = holds(*m, document)
	}
	for i, fact := range t.kind.Event.Facts {
		from := record
		if fact.Outer {
			from = document
		}
		if value, ok := at(from, fact.Path); ok {
			t.Facts[i].Sample = &Value{value.JSON()}
		}
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
