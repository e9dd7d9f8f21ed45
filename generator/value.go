package generator

import (
	"strconv"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/visible"
)

// Value is a JSON value that stands in code.
type Value struct{ json spec.JSON }

// Text is the value as JSON text without white space.
func (v Value) Text() string { return string(v.json) }

// Type is the type of the value, and Elements and Members are what is in an array and in an object: a language that has no
// Code for it walks through them.
func (v Value) Type() spec.KeyType { return v.json.Value().Type }

// Elements are the values in an array.
func (v Value) Elements() (elements []Value) {
	for _, element := range v.json.Value().Elements {
		elements = append(elements, Value{element.JSON()})
	}
	return elements
}

// Members are the members of an object.
func (v Value) Members() (members []ValueMember) {
	for _, m := range v.json.Value().Members {
		members = append(members, ValueMember{m.Name, Value{m.Value.JSON()}})
	}
	return members
}

// ValueMember is a member of an object.
type ValueMember struct {
	Name  string
	Value Value
}

// Plain is the text of a string, and a number or boolean as it is written.
func (v Value) Plain() string { return v.json.Value().Text }

// Float is a number as a literal that languages take for a floating-point number: 10.0 for 10.
func (v Value) Float() string {
	text := v.Plain()
	if number, err := strconv.ParseFloat(text, 64); err == nil && number == 0 {
		return "0.0" // some languages have no literal for -0
	}
	if !strings.ContainsAny(text, ".eE") {
		text += ".0"
	}
	return text
}

// Code is the value as code of JavaScript and TypeScript: { state: "open" }.
func (v Value) Code() string { return code(v.json.Value()) }

// Has tells whether an object anywhere in the value has a member called name.
func (v Value) Has(name string) bool { return hasMember(v.json.Value(), name) }

// Shown is the value as a program writes it into a text: a string as it is, a number in its shortest form.
func (v Value) Shown() string {
	value := v.json.Value()
	if number, err := strconv.ParseFloat(value.Text, 64); err == nil && value.Type != spec.String {
		return string(encodeJSON(number))
	}
	if value.Type == spec.String {
		return value.Text
	}
	return string(v.json)
}

func code(value spec.Value) string {
	var parts []string
	switch value.Type {
	case spec.Object:
		for _, m := range value.Members {
			name := literal(m.Name)
			if (&Expr{Name: m.Name}).Plain() {
				name = m.Name
			}
			parts = append(parts, name+": "+code(m.Value))
		}
		if len(parts) == 0 {
			return "{}"
		}
		return "{ " + strings.Join(parts, ", ") + " }"
	case spec.Array:
		for _, element := range value.Elements {
			parts = append(parts, code(element))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case spec.String:
		return literal(value.Text)
	}
	return string(value.JSON())
}

func hasMember(value spec.Value, name string) bool {
	for _, m := range value.Members {
		if m.Name == name || hasMember(m.Value, name) {
			return true
		}
	}
	for _, element := range value.Elements {
		if hasMember(element, name) {
			return true
		}
	}
	return false
}

// literal writes a text as a JSON string in which every character can be seen.
func literal(text string) string { return visible.Escaped(string(spec.Text(text))) }
