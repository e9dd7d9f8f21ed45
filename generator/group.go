package generator

import (
	"reflect"
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// Group is the triggers of one kind, with the marks that their events have in common. The most particular comes first.
type Group struct {
	Marks    []Mark
	Triggers []*Trigger
}

// Served are the marked triggers, those together whose events are read and answered alike: triggers of one kind whose
// parameters ask for no other form of it.
func (f *Function) Served() [][]*Trigger {
	var served [][]*Trigger
	for _, g := range f.Groups {
		first := len(served)
		for _, t := range g.Triggers {
			i := slices.IndexFunc(served[first:], func(alike []*Trigger) bool { return alike[0].readAlike(t) })
			if i < 0 {
				served = append(served, []*Trigger{t})
			} else {
				served[first+i] = append(served[first+i], t)
			}
		}
	}
	return served
}

func (t *Trigger) readAlike(other *Trigger) bool {
	a, b := t.kind.Event, other.kind.Event
	a.Sample, b.Sample = "", ""
	return reflect.DeepEqual(a, b) && reflect.DeepEqual(t.kind.Reply, other.kind.Reply)
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

// groupTriggers puts triggers of one kind together and keeps the marks that it takes to tell them apart. Two triggers
// whose events nothing tells apart are a problem of the second.
func groupTriggers(triggers []*Trigger) ([]Group, spec.Problems) {
	var groups []Group
	var problems spec.Problems
	for _, t := range triggers {
		if slices.ContainsFunc(groups, func(g Group) bool { return g.Triggers[0].sameKind(t) }) {
			continue
		}
		g := Group{}
		for _, other := range triggers {
			if other.sameKind(t) {
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

// sameKind tells whether the events of two triggers have the same marks, but for those that tell triggers of one kind apart:
// parameters may ask for another form of the events.
func (t *Trigger) sameKind(other *Trigger) bool {
	common := func(t *Trigger) []aws.Mark {
		return slices.DeleteFunc(slices.Clone(t.kind.Event.Marks), func(m aws.Mark) bool { return m.Apart })
	}
	return t.kind.ID == other.kind.ID && slices.EqualFunc(common(t), common(other), func(a, b aws.Mark) bool {
		return a.Test == b.Test && a.Value == b.Value && slices.Equal(a.Path, b.Path)
	})
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
