package generator

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// What languages with types ask of the model.

// CarriedType is the type of what a record carries.
func (t *Trigger) CarriedType() string {
	return aws.TypeName(t.kind.Event.Carried, t.Function.Spec.Language)
}

// EventType is the type of the trigger's events in a public library of the language: SQSEvent, or
// EventBridgeEvent<string, unknown>. It is "" where there is none.
func (t *Trigger) EventType() string { return aws.TypeName(t.kind.Types, t.Function.Spec.Language) }

// DocumentType is the type of what the events are wrapped around, "" where there is none.
func (t *Trigger) DocumentType() string {
	return aws.TypeName(t.kind.Event.Types, t.Function.Spec.Language)
}

// Imports are the names of types that code takes from the language's library of event types, and more, sorted: those that
// are not the language's own.
func (f *Function) Imports(more ...string) []string {
	types := more
	for _, served := range f.Served() {
		t := served[0]
		types = append(types, t.EventType(), t.DocumentType(), t.CarriedType())
		for _, fact := range t.Facts {
			types = append(types, fact.Said)
		}
	}
	var names []string
	for _, text := range types {
		for name := range typeNames(text) {
			if !slices.Contains(f.language.Types, name) {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// typeNames are the words of a type that begin with a capital, but for the names of members and what stands in quotes.
func typeNames(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := 0; i < len(text); {
			end := i
			for end < len(text) && isPart(rune(text[end])) {
				end++
			}
			word, rest := text[i:end], strings.TrimPrefix(text[end:], "?")
			quoted := i > 0 && text[i-1] == '"'
			if word != "" && unicode.IsUpper(rune(word[0])) && !quoted && !strings.HasPrefix(rest, ":") && !yield(word) {
				return
			}
			i = end + 1
		}
	}
}

// HasOwnType tells whether the type of the trigger's events has to be written out: no library has it, or it takes more than
// a name to say it.
func (t *Trigger) HasOwnType() bool {
	return t.EventType() == "" || strings.ContainsFunc(t.EventType(), func(c rune) bool { return !isPart(c) })
}

// Probes tells whether a trigger's service tries whether somebody listens.
func (f *Function) Probes() bool {
	return slices.ContainsFunc(f.Triggers, func(t *Trigger) bool { return t.Document != nil && len(t.Probe) > 0 })
}
