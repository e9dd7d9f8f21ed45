package generator

import (
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// Shape is an answer as code makes it: JSON in which some texts are holes for what the handler returned, for its error or
// for a value of the event. Just one of the groups of fields is set.
type Shape struct {
	Object  bool
	Members []ShapeMember

	List     bool
	Elements []*Shape

	Hole string // result, results or error
	Form string // how it is written; see aws.ShapeText
	Yes  string // with the form choice: the text where the result is true
	No   string // and elsewhere

	Expr   *Expr  // a value of the event
	Sample *Value // that value in the sample event, nil where it is absent there

	Or *Shape // beside Hole or Expr: what stands in for it where it is not there; nil: nothing does

	Value *Value // what is always the same
}

// ShapeMember is a member of an object.
type ShapeMember struct {
	Name  string
	Shape *Shape
}

// Plain tells whether the name can stand in code without quotes.
func (m ShapeMember) Plain() bool { return (&Expr{Name: m.Name}).Plain() }

// Short tells whether the member has the name of the variable that it is: { results }.
func (m ShapeMember) Short() bool {
	return m.Shape.Hole == m.Name && m.Shape.Form == "" && m.Shape.Or == nil
}

// Uses tells whether a hole called name is part of the shape.
func (s *Shape) Uses(name string) bool {
	if s == nil {
		return false
	}
	return s.Hole == name || s.Expr != nil && s.Expr.root() == name || s.Or.Uses(name) ||
		slices.ContainsFunc(s.Members, func(m ShapeMember) bool { return m.Shape.Uses(name) }) ||
		slices.ContainsFunc(s.Elements, func(e *Shape) bool { return e.Uses(name) })
}

// has tells whether the result is written in the form somewhere in the shape.
func (s *Shape) has(form string) bool {
	if s == nil {
		return false
	}
	return s.Form == form || s.Or.has(form) || slices.ContainsFunc(s.Members, func(m ShapeMember) bool { return m.Shape.has(form) }) ||
		slices.ContainsFunc(s.Elements, func(e *Shape) bool { return e.has(form) })
}

// reads tells whether a value of the event is read with op somewhere in the shape.
func (s *Shape) reads(op string) bool {
	if s == nil {
		return false
	}
	return s.Expr.uses(op) || s.Or.reads(op) || slices.ContainsFunc(s.Members, func(m ShapeMember) bool { return m.Shape.reads(op) }) ||
		slices.ContainsFunc(s.Elements, func(e *Shape) bool { return e.reads(op) })
}

// Chooses tells whether the answer says in some place whether the result is true.
func (s *Shape) Chooses() bool { return s.has(aws.ShapeChoice) || s.has(aws.ShapeTrue) }

// Shows tells whether a string that the handler returned can be seen in the answer.
func (s *Shape) Shows() bool {
	if s == nil {
		return false
	}
	hidden := s.Form == aws.ShapeTrue || s.Form == aws.ShapeChoice || s.Form == aws.ShapeObject
	return s.Hole == "result" && !hidden || s.Or.Shows() ||
		slices.ContainsFunc(s.Members, func(m ShapeMember) bool { return m.Shape.Shows() }) ||
		slices.ContainsFunc(s.Elements, (*Shape).Shows)
}

func (e *Expr) root() string {
	for e.Of != nil {
		e = e.Of
	}
	return e.Name
}

// newShape takes the JSON of a shape apart; "" has none. Values of the event are looked up in the sample.
func newShape(text string, event, record spec.Value) *Shape {
	if text == "" {
		return nil
	}
	return shapeOf(spec.JSON(text).Value(), event, record)
}

func shapeOf(value spec.Value, event, record spec.Value) *Shape {
	switch value.Type {
	case spec.Object:
		s := &Shape{Object: true}
		for _, m := range value.Members {
			s.Members = append(s.Members, ShapeMember{m.Name, shapeOf(m.Value, event, record)})
		}
		return s
	case spec.Array:
		s := &Shape{List: true}
		for _, e := range value.Elements {
			s.Elements = append(s.Elements, shapeOf(e, event, record))
		}
		return s
	}
	inside, opens := strings.CutPrefix(value.Text, "{")
	inside, closes := strings.CutSuffix(inside, "}")
	if value.Type != spec.String || !opens || !closes {
		return &Shape{Value: &Value{value.JSON()}}
	}
	return holeShape(inside, event, record)
}

// holeShape is the shape of a hole, without its braces: {this|form or that}.
func holeShape(inside string, event, record spec.Value) *Shape {
	if text, isText := strings.CutPrefix(inside, "="); isText {
		return &Shape{Value: &Value{spec.Text(text)}}
	}
	inside, other, hasOther := strings.Cut(inside, " or ")
	name, form, _ := strings.Cut(inside, "|")
	s := &Shape{Hole: name, Form: form}
	if yes, no, isChoice := strings.Cut(form, ":"); isChoice {
		s.Form, s.Yes, s.No = aws.ShapeChoice, yes, no
	}
	if root, rest, isPath := strings.Cut(name, "/"); isPath {
		var path aws.Path
		for step := range strings.SplitSeq(rest, "/") {
			path = append(path, aws.Step(step))
		}
		from := event
		if root == "record" {
			from = record
		}
		s.Hole, s.Expr = "", newExpr(root, path, true)
		if found, ok := at(from, path); ok {
			s.Sample = &Value{found.JSON()}
		}
	}
	if s.Expr != nil && (hasOther || s.Sample == nil) {
		s.Expr.Optional = s.Expr.Op == "field"
	}
	if hasOther {
		s.Or = holeShape(other, event, record)
	}
	return s
}

// Expected is what a test expects for a value of the event: the one of the sample event, or what stands in for it; null where
// there is neither.
func (s *Shape) Expected() Value {
	switch {
	case s.Value != nil:
		return *s.Value
	case s.Sample != nil:
		return *s.Sample
	case s.Or != nil:
		return s.Or.Expected()
	}
	return Value{nullValue.JSON()}
}

// exprs are the values of the event that stand in the shape.
func (s *Shape) exprs() (exprs []*Expr) {
	if s == nil {
		return nil
	}
	if s.Expr != nil {
		exprs = append(exprs, s.Expr)
	}
	exprs = append(exprs, s.Or.exprs()...)
	for _, m := range s.Members {
		exprs = append(exprs, m.Shape.exprs()...)
	}
	for _, e := range s.Elements {
		exprs = append(exprs, e.exprs()...)
	}
	return exprs
}
