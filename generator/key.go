package generator

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// Key is a key of the event as templates see it.
type Key struct {
	Name     string // as in the event: user-id
	Property string // of what the handler gets: userId
	Variable string // in the handler: userId, or class_ for class
	Type     spec.KeyType
	Required bool
	Nullable bool
	Default  *Value // nil is none
	Sample   Value  // in sample events

	Held *spec.Held // how a Go type holds it, nil where scaffold makes the type

	description string
}

// newKeys makes the keys of a function. Two keys that would share a property are a problem of the second.
func newKeys(keys []spec.Key, rules *identifierRules) ([]Key, spec.Problems) {
	var all []Key
	var problems spec.Problems
	owner := map[string]string{}
	variables := newScope(rules.Reserved, rules.Taken)
	for _, k := range keys {
		property := rules.property(k.Name)
		if k.Held != nil {
			property = k.Held.Field
		}
		key := Key{
			Name: k.Name, Property: property, Variable: variables.give(rules.variable(property), ""), Type: k.Type,
			Required: k.Required, Nullable: k.Nullable, Sample: Value{sampleValue(k)}, Held: k.Held, description: k.Description,
		}
		if k.Default != "" {
			key.Default = &Value{k.Default}
		}
		other, taken := owner[property]
		switch {
		case property == "":
			problems.Add(spec.Path("keys", k.Name), fmt.Sprintf("the name %q holds no letter and no digit", k.Name), "want a name that code can be written with")
		case taken:
			problems.Add(spec.Path("keys", k.Name), fmt.Sprintf("the keys %q and %q are both %s in code", other, k.Name, property), "want names that stay apart")
		}
		owner[property] = k.Name
		all = append(all, key)
	}
	return all, problems
}

// Greeted tells whether the generated handler shows the key: not one that the type holds in a way of its own.
func (k Key) Greeted() bool { return k.Held == nil || !k.Held.Decoded }

// AsText tells whether a language with types has to turn the key into a text by a function: it may be null, is no scalar, is a
// number, whose texts differ, or of a type with a name.
func (k Key) AsText() bool {
	return k.Nullable || !k.Scalar() || k.Type == spec.Number || k.Held != nil && !k.Held.Plain
}

// Comment returns the description as lines that can stand in a comment of any language.
func (k Key) Comment() []string {
	var lines []string
	for line := range strings.FieldsFuncSeq(k.description, func(c rune) bool { return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' }) {
		line = strings.Map(func(c rune) rune {
			if unicode.IsGraphic(c) {
				return c
			}
			return -1
		}, line)
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// Renamed tells whether the handler's variable has another name than the property: { class: class_ }.
func (k Key) Renamed() bool { return k.Property != k.Variable }

// Sampled is the key with its sample value as default.
func (k Key) Sampled() Key {
	k.Default = &k.Sample
	if k.Held != nil {
		held := *k.Held
		held.Absent = false
		k.Held = &held
	}
	return k
}

// Scalar tells whether the value is written into a text as it is, and not as JSON.
func (k Key) Scalar() bool { return k.Type != spec.Object && k.Type != spec.Array }

// sampleValue is a value that differs from the default, so that tests see whether the event is read.
func sampleValue(k spec.Key) spec.JSON {
	if k.Held != nil && k.Held.Sample != "" {
		return k.Held.Sample
	}
	switch k.Type {
	case spec.Integer:
		if k.Default == "11" {
			return "12"
		}
		return "11"
	case spec.Number:
		if k.Default == "1.5" {
			return "2.5"
		}
		return "1.5"
	case spec.Boolean:
		if k.Default == "true" {
			return "false"
		}
		return "true"
	case spec.Object:
		return `{"sample":true}`
	case spec.Array:
		return `["sample"]`
	}
	return spec.Text("sample-" + k.Name)
}

// SampleText is the sample value as it stands in a path or query: a string as it is, another value as JSON.
func (k Key) SampleText() string { return k.Sample.Shown() }
