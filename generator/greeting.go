package generator

import (
	"slices"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// GreetingPart is a part of what the generated handler answers: text, or where JSON is not nil a value that the program
// writes as JSON.
type GreetingPart struct {
	Text string
	JSON *Value
}

// GreetingOfSample is the answer to an event with the sample keys.
func (f *Function) GreetingOfSample() []GreetingPart {
	return f.greeting(func(k Key) Value { return k.Sample })
}

// GreetingOfDefaults is the answer to an event without keys.
func (f *Function) GreetingOfDefaults() []GreetingPart {
	return f.greeting(func(k Key) Value { return *k.Default })
}

func (f *Function) greeting(value func(Key) Value) []GreetingPart {
	var parts []GreetingPart
	text := "Hello from Lambda"
	for _, k := range f.Keys {
		if !k.Greeted() {
			continue
		}
		v := value(k)
		text += " "
		if k.Scalar() {
			text += v.Shown()
			continue
		}
		parts = append(parts, GreetingPart{Text: text}, GreetingPart{JSON: &v})
		text = ""
	}
	if text != "" {
		parts = append(parts, GreetingPart{Text: text})
	}
	return parts
}

// Minimal is the smallest event that is taken: the required keys alone.
func (f *Function) Minimal() *Value {
	event := spec.Value{Type: spec.Object}
	for _, k := range f.Keys {
		if k.Required {
			event.Members = append(event.Members, spec.Member{Name: k.Name, Value: k.Sample.json.Value()})
		}
	}
	return &Value{event.JSON()}
}

// LogsFacts tells whether the handler logs what the trigger's events say of themselves.
func (t *Trigger) LogsFacts() bool {
	return slices.ContainsFunc(t.Facts, func(fact Fact) bool { return slices.Contains(t.Function.Logged(), fact.Name) })
}

// LoggedFacts are the facts of the trigger's own that the handler logs, in a language that looks at each trigger by itself.
func (t *Trigger) LoggedFacts() []Fact {
	return slices.DeleteFunc(slices.Clone(t.Facts), func(fact Fact) bool { return !fact.Log || t.Function.Spec.Logging.None })
}

// LoggedSample are the facts that the handler logs, with their values in the trigger's sample event.
func (t *Trigger) LoggedSample() []Fact {
	var facts []Fact
	for _, name := range t.Function.Logged() {
		logged := Fact{Name: name}
		for _, fact := range t.Facts {
			if fact.Name == name {
				logged = fact
			}
		}
		facts = append(facts, logged)
	}
	return facts
}
