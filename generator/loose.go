package generator

import "slices"

// What a real event may lack, for languages in which a missing value is an error where it is looked for.

// Sure tells whether all that the fields and first elements at the end of the path are taken from is there for certain.
func (e *Expr) Sure() bool {
	return e.Op != "field" && e.Op != "first" || e.Safe && e.Of.Sure()
}

// Far tells whether the way to the value may be missing, or is so long that a search is easier to read.
func (e *Expr) Far() bool {
	length := 0
	for _, step := range e.Steps() {
		length += len(step.Name)
	}
	return !e.Sure() || length > 50
}

// goesFar tells whether that holds for a part of the expression.
func (e *Expr) goesFar() bool { return e != nil && (e.Far() || e.Start().Of.goesFar()) }

// Start is what these fields and first elements are taken from.
func (e *Expr) Start() *Expr {
	for e.Op == "field" || e.Op == "first" {
		e = e.Of
	}
	return e
}

// Steps are these fields and first elements on the way from Start.
func (e *Expr) Steps() []*Expr {
	if e.Op != "field" && e.Op != "first" {
		return nil
	}
	return append(e.Of.Steps(), e)
}

// Absent tells whether a real event may lack the value.
func (e *Expr) Absent() bool { return e != nil && (e.Optional || e.Of.Absent()) }

// loosen notes of values that lie where an event need not have keys, that a real event may lack them.
func (t *Trigger) loosen() {
	places := map[string]bool{}
	for _, p := range t.Keys {
		places[p.Raw().place()] = true
	}
	for _, fact := range t.Facts {
		if raw := fact.Expr.Raw(); places[raw.place()] {
			raw.Optional = true
		}
	}
	for _, shape := range t.shapes() {
		shape.loosen(places)
	}
}

func (s *Shape) loosen(places map[string]bool) {
	if s == nil {
		return
	}
	if s.Expr != nil && places[s.Expr.place()] {
		s.Expr.Optional = true
	}
	for _, m := range s.Members {
		m.Shape.loosen(places)
	}
	for _, e := range s.Elements {
		e.loosen(places)
	}
	s.Or.loosen(places)
}

// Loose tells whether the member is left out where the event lacks its value.
func (m ShapeMember) Loose() bool {
	e := m.Shape.Expr
	return e != nil && e.Op == "field" && e.Optional && m.Shape.Or == nil && m.Shape.Form == ""
}

// loose tells whether the shape has such a member.
func (s *Shape) loose() bool {
	return s != nil && (s.Or.loose() || slices.ContainsFunc(s.Elements, (*Shape).loose) ||
		slices.ContainsFunc(s.Members, func(m ShapeMember) bool { return m.Loose() || m.Shape.loose() }))
}
