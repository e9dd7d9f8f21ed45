package generator

import (
	"slices"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// Part is a value inside an event as far as code reads it, for a language that declares what it reads.
type Part struct {
	Name     string
	Optional bool         // a real event may lack it
	List     bool         // it is a list of what the rest says
	Lists    bool         // it is an object of such lists, by any name
	Parts    []*Part      // of an object; none: a leaf
	Type     spec.KeyType // of a leaf: that of the sample's value; "" where it is absent or null there
	Form     string       // of a leaf that is decoded: text, texts, lists, attributes, pairs or members
	Said     string       // of a leaf that is a fact: its type in the language, where the catalogue says it
	any      bool         // an event of any trigger
}

// forms are the leaves that the operations decode.
var forms = map[string]string{
	"percent": "texts", "firsts": "lists", "attributes": "attributes", "pairs": "pairs", "members": "members", "whole": "", "body": "",
}

// Parts is what code reads of the trigger's events, as one tree.
func (t *Trigger) Parts() *Part {
	root := &Part{}
	record := root
	if t.Each != nil {
		record = root.add(t.Each, nil)
		record.List = record.List || !record.Lists
	}
	roots := map[string]*Part{"event": root, "record": record}
	for _, e := range t.reads() {
		if part := roots[e.root()]; part != nil {
			root.add(e, part)
		}
	}
	for _, fact := range t.Facts {
		if part := roots[fact.Expr.root()]; part != nil {
			root.add(fact.Expr, part).Said = fact.Said
		}
	}
	root.learn(t.sample)
	return root
}

// reads are the values that code takes from an event of the trigger, but for its facts.
func (t *Trigger) reads() []*Expr {
	exprs := []*Expr{t.Document, t.ID}
	for _, g := range t.Function.Groups {
		if g.Triggers[0].kind.ID == t.kind.ID {
			for _, other := range g.Triggers {
				for _, m := range other.Apart {
					exprs = append(exprs, m.Expr)
				}
			}
		}
	}
	if t.Ordered != nil {
		exprs = append(exprs, t.Ordered.Expr)
	}
	if t.Report != nil {
		exprs = append(exprs, t.Report.URL)
	}
	for _, place := range t.Keys {
		exprs = append(exprs, place.Expr)
	}
	for _, shape := range t.shapes() {
		exprs = append(exprs, shape.exprs()...)
	}
	return slices.DeleteFunc(exprs, func(e *Expr) bool { return e == nil })
}

// add puts the way to a value into the tree, below root, and returns the part that the value is.
func (p *Part) add(e *Expr, root *Part) *Part {
	if e.Op == "root" {
		if root != nil {
			return root
		}
		return p
	}
	of := p.add(e.Of, root)
	switch e.Op {
	case "field":
		of.Optional = of.Optional || !e.Safe
		return of.member(e.Name)
	case "first", "all":
		if of.any {
			return of.member("0") // beside members of events that are no lists
		}
		of.List = of.List || !of.Lists
		return of
	case "values":
		of.Lists = true
		return of
	case "body":
		of.member("body").Form = "text"
		of.member("isBase64Encoded").Type = spec.Boolean
	default:
		if form, ok := forms[e.Op]; ok {
			of.Form = form
		} else {
			of.Form = "text"
		}
	}
	return &Part{} // what comes out of decoding is no part of the event
}

func (p *Part) member(name string) *Part {
	for _, part := range p.Parts {
		if part.Name == name {
			return part
		}
	}
	part := &Part{Name: name}
	p.Parts = append(p.Parts, part)
	return part
}

// learn takes the types of leaves from a sample event.
func (p *Part) learn(value spec.Value) {
	if p.Lists && len(value.Members) > 0 {
		value = value.Members[0].Value
	}
	if (p.List || p.Lists) && len(value.Elements) > 0 {
		value = value.Elements[0]
	}
	if len(p.Parts) == 0 && value.Type != spec.Null {
		p.Type = value.Type
	}
	for _, part := range p.Parts {
		found, ok := value.Member(part.Name)
		if part.Optional = part.Optional || !ok; ok {
			part.learn(found)
		}
	}
}

// Parsed is what the expression reads of a text that holds JSON, nil where it reads no member of one:
// {"configurationItem": {"resourceId": a text}} of configurationItem.resourceId.
func (e *Expr) Parsed() *Part {
	if e.Op != "field" || e.Base().Op != "json" {
		return nil
	}
	root := &Part{}
	part := root
	var fields []*Expr
	for ; e.Op == "field"; e = e.Of {
		fields = append(fields, e)
	}
	for _, field := range slices.Backward(fields) {
		part.Optional = part.Optional || !field.Safe
		part = part.member(field.Name)
	}
	part.Type = spec.String
	return root
}

// Marks is what the events of the function's triggers are told apart by, as one tree in which all may be absent.
func (f *Function) Marks() *Part {
	root := &Part{any: true}
	for _, g := range f.Groups {
		for _, m := range g.Marks {
			part := root.add(m.Expr, nil)
			if m.Test != aws.Exists && m.Test != aws.Missing {
				part.Type = spec.String
			}
		}
	}
	root.loosen()
	return root
}

func (p *Part) loosen() {
	for _, part := range p.Parts {
		part.Optional = true
		part.loosen()
	}
}

// Plain tells whether the name can stand in code without quotes.
func (p *Part) Plain() bool { return (&Expr{Name: p.Name}).Plain() }
