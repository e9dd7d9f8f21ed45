package generator

import (
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// Expr is a value inside an event, for a template to word: an operation on another Expr, down to a root.
type Expr struct {
	Op   string // root, field, or an operation; see aws.Step
	Name string // of the field, or of the variable that the root is: event, document, record
	Of   *Expr  // nil for a root
	Safe bool   // what it is taken from is there for certain

	Optional bool // a field that a real event may lack
}

// newExpr words the way along path from the variable root. With sure the event is known to be the trigger's, so
// that it has what such events have.
func newExpr(root string, path aws.Path, sure bool) *Expr {
	expr := &Expr{Op: "root", Name: root}
	there := sure
	for _, step := range path {
		name, optional := step.Field()
		expr = &Expr{Op: step.Op(), Name: name, Of: expr, Safe: there, Optional: optional}
		there = sure && !optional
	}
	return expr
}

// Plain tells whether the field's name can be written after a dot.
func (e *Expr) Plain() bool {
	for i, c := range e.Name {
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_'
		if !letter && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return e.Name != "" && !strings.HasPrefix(e.Name, "__")
}

// uses tells whether op is part of the expression.
func (e *Expr) uses(op string) bool {
	return e != nil && (e.Op == op || e.Of.uses(op))
}

// Raw is the innermost text or object that the expression decodes: record.body of the keys in a message.
func (e *Expr) Raw() *Expr {
	raw := e
	for at := e; at != nil; at = at.Of {
		if at.Op != "field" && at.Op != "root" && at.Op != "first" {
			raw = at.Of
		}
	}
	return raw
}

// Fields are the names of the fields in which the expression ends: s3, bucket, name of record.s3.bucket.name.
func (e *Expr) Fields() []string {
	if e.Op != "field" {
		return nil
	}
	return append(e.Of.Fields(), e.Name)
}

// Base is what these fields are of: record.
func (e *Expr) Base() *Expr {
	for e.Op == "field" {
		e = e.Of
	}
	return e
}

// Decodes tells whether op is part of the expression.
func (e *Expr) Decodes(op string) bool { return e.uses(op) }

// MayLack tells whether what the field or element is taken from may be absent, as far as types can tell: event.Records[0]
// is absent from an empty list.
func (e *Expr) MayLack() bool { return !e.Safe || e.Of.Op == "first" }

// Chancy tells whether the value may be absent, as far as types can tell.
func (e *Expr) Chancy() bool {
	return e.Op == "first" || e.Op == "field" && (e.MayLack() || e.Of.Chancy())
}
