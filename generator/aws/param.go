package aws

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Param is a parameter of a trigger, an access or a logging choice. Prompts, flags, schema, completion and documents are
// made from it.
type Param struct {
	Name    string
	Ask     string // the question of the prompt
	Help    string // a sentence
	Type    ParamType
	Default string   // text with holes, used where nothing is given; "" is no default
	Enum    []string // the values allowed; none: any
	Pattern string   // regular expression that the whole text must match; "" is any text
	Also    string   // texts that may be given too and are written another way, such as a whole ARN; what is filled in later matches Pattern
	Max     int      // greatest length in characters; 0 is 1024
	Want    string   // what is wanted, in words, for the error
	Refuse  func(text string) (why string)
	// Beside returns why two values cannot stand beside each other, "" where they can: as elements of one list, or as values
	// of two triggers with one source.
	Beside  func(a, b string) (why string)
	Example string

	// Sample writes the value as one concrete event has it, where that is not the value itself. key gives the sample text
	// of an event key or path parameter.
	Sample func(text string, key func(name string) string) string

	// Placeholder is the upper-case name that stands for the value in files until it is known, BUCKET for example.
	// A parameter without one may be absent.
	Placeholder string
	// Else is the hole that stands for the parameter where it has no value, account for example; "" is none.
	Else string
	// Identifies says that the parameter names the source: given, the source exists; absent, a template may create it.
	Identifies bool
	// OfExisting parameters say what an existing source is like. They are refused where a template creates the source: what
	// the others say is what the created one becomes.
	OfExisting bool
	// Required parameters must be given: nothing can stand for them.
	Required bool
}

// ParamType is the type of a parameter's value.
type ParamType string

const (
	Text    ParamType = "text"    // string
	Integer ParamType = "integer" // int
	Boolean ParamType = "boolean" // bool
	List    ParamType = "list"    // []string
	Object  ParamType = "object"  // JSON text of an object
)

// Most returns the greatest length in characters.
func (p *Param) Most() int {
	if p.Max == 0 {
		return 1024
	}
	return p.Max
}

// Given returns the regular expression of what may be given, "" where any text may.
func (p *Param) Given() string {
	if p.Also == "" {
		return p.Pattern
	}
	return p.Pattern + "|" + p.Also
}

// WholeARN tells whether text is not a name, but the ARN that may be given instead of one.
func (p *Param) WholeARN(text string) bool {
	return p.Also != "" && strings.HasPrefix(text, "arn:") && matches(p.Also, text)
}

// Check returns why text is not a value of the parameter, in the words of prompts, flags and files; "" where it is.
func (p *Param) Check(text string) string {
	switch n := utf8.RuneCountInString(text); {
	case n == 0:
		return "is empty"
	case n > p.Most():
		return fmt.Sprintf("has %d characters: want at most %d", n, p.Most())
	}
	if p.Type == Boolean && text != "true" && text != "false" {
		return fmt.Sprintf("is %q: want true or false", text)
	}
	if len(p.Enum) > 0 && !slices.Contains(p.Enum, text) {
		return fmt.Sprintf("is %q: want one of %s", text, strings.Join(p.Enum, ", "))
	}
	if pattern := p.Given(); pattern != "" && !matches(pattern, text) {
		return fmt.Sprintf("is %q: want %s", text, p.Want)
	}
	if p.Refuse != nil {
		if why := p.Refuse(text); why != "" {
			return fmt.Sprintf("is %q: %s", text, why)
		}
	}
	if i := strings.IndexFunc(text, func(r rune) bool { return r < 0x20 || r == 0x7f }); i >= 0 {
		return fmt.Sprintf("is %q: want no control characters", text)
	}
	return ""
}

// FindParam returns the parameter called name, nil where there is none.
func FindParam(params []Param, name string) *Param {
	for i := range params {
		if params[i].Name == name {
			return &params[i]
		}
	}
	return nil
}

// TakesARN tells whether a value may be the ARN of one resource. What a person's own statement says may be more than one.
func (p *Param) TakesARN() bool { return strings.Contains(p.Pattern+p.Also, "arn:aws") }
