package proof

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// testCase is an event for a function, and what becomes of it in every language.
type testCase struct {
	name     string // function: trigger: what is tried
	function *caseFunction
	event    []byte
	want     answer
}

// answer is what the caller gets and what the handler was called with.
type answer struct {
	Reply any    // as JSON decodes it
	Fails string // InputError and the message, or the message alone where the error's type is the language's own; "" for a reply
	Calls []call
}

// A case answers the same in every language: the table is worked out from the catalogue's data and from what is written by
// hand for each kind of reply, never from generated code. Everyday each language is tried in its first face, with each
// trigger but not with all values of keys. The runtime clients are installed by bash .ci/parts.
func TestCases(t *testing.T) {
	t.Parallel()
	for _, l := range languages {
		tried := l.faces
		if !long {
			tried = tried[:1]
		}
		for _, face := range tried {
			t.Run(face.name, func(t *testing.T) {
				cases := allCases(t, face)
				for i, got := range try(t, l, face.name, cases) {
					c := cases[i]
					want := l.wants(c)
					if l.zero {
						got, want = got.withoutZeros(), want.withoutZeros()
					}
					if !alike(got, want) {
						t.Errorf("%s:\nevent %s\ngot  %s\nwant %s", c.name, c.event, encodeEvent(got), encodeEvent(want))
					}
				}
				t.Logf("%d cases", len(cases))
			})
		}
	}
}

// wants is what a case comes to in the language.
func (l *language) wants(c testCase) answer {
	for _, d := range l.differs {
		if d.is(c) {
			return d.want
		}
	}
	return c.want
}

// A language differs only where docs/languages.md says why, and only from cases that there are. No part is needed.
func TestDifferences(t *testing.T) {
	page, err := os.ReadFile("../../docs/languages.md")
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Join(strings.Fields(string(page)), " ")
	for _, l := range languages {
		if len(l.differs) == 0 {
			continue
		}
		cases := allCases(t, l.faces[0])
		for _, d := range l.differs {
			if d.why == "" || !strings.Contains(words, strings.Join(strings.Fields(d.why), " ")) {
				t.Errorf("%s: docs/languages.md does not say %q", l.name, d.why)
			}
			if !slices.ContainsFunc(cases, d.is) {
				t.Errorf("%s: there is no case %q", l.name, d.like)
			}
		}
	}
}

// is tells whether the difference is about the case.
func (d difference) is(c testCase) bool {
	return d.like == c.name || strings.HasSuffix(c.name, ": "+d.like)
}

// alike tells whether an answer is the one that is wanted: without a type, an error may be of any.
func alike(got, want answer) bool {
	if got.Fails != want.Fails && !(want.Fails != "" && strings.HasSuffix(got.Fails, ": "+want.Fails)) {
		return false
	}
	return reflect.DeepEqual(plain(got.Reply), plain(want.Reply)) && (want.Calls == nil || reflect.DeepEqual(plain(got.Calls), plain(want.Calls)))
}

// withoutZeros is the answer without the facts that are empty, 0 or false.
func (a answer) withoutZeros() answer {
	a.Calls = slices.Clone(a.Calls)
	for i, c := range a.Calls {
		facts := maps.Clone(c.Facts)
		maps.DeleteFunc(facts, func(_ string, value any) bool {
			return slices.Contains([]any{nil, "", 0.0, false}, plainScalar(value))
		})
		if len(facts) == 0 {
			facts = nil
		}
		a.Calls[i].Facts = facts
	}
	return a
}

// plainScalar is a value as JSON has it where that is no list and no object, and else something that is not empty.
func plainScalar(value any) any {
	switch same := plain(value).(type) {
	case map[string]any, []any:
		return true
	default:
		return same
	}
}

// plain is a value as JSON has it.
func plain(value any) (same any) {
	if err := json.Unmarshal(encodeEvent(value), &same); err != nil {
		panic(err)
	}
	return same
}

// try hands the cases to their functions in one face of a language, and asks each function what its handler was called with.
func try(t *testing.T, l *language, face string, cases []testCase) []answer {
	t.Helper()
	var functions []*caseFunction
	var homes []home
	for _, c := range cases {
		if !slices.Contains(functions, c.function) {
			functions = append(functions, c.function)
			homes = append(homes, c.function.home(t, l))
		}
	}
	instances := l.runner.start(t, face, homes)
	answers := make([]answer, len(cases))
	for i, c := range cases {
		n := slices.Index(functions, c.function)
		if err := instances[n].failed; err != nil {
			t.Fatalf("%s: %v", c.function.name, err)
		}
		answers[i] = instances[n].try(t, c.event)
		calls, err := json.Marshal(instances[n].try(t, c.function.ask).Reply)
		if err == nil {
			err = json.Unmarshal(calls, &answers[i].Calls)
		}
		if err != nil {
			t.Fatalf("%s: the probe does not say what it was called with: %v\n%s", c.name, err, calls)
		}
	}
	return answers
}

// home writes the function with the language's probe in place of its handler.
func (f *caseFunction) home(t *testing.T, l *language) home {
	t.Helper()
	dir := write(t, render(t, f.Function))
	path, text := l.probe(f.Function)
	if err := os.WriteFile(filepath.Join(dir, path), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return home{dir, f.Code() + f.Handler(), f.env()}
}

// env are the variables that tell the function's triggers apart, with the values of its sample events.
func (f *caseFunction) env() map[string]string {
	env := map[string]string{}
	for _, v := range f.Variables() {
		env[v.Name] = v.Sample
	}
	return env
}

func (i instance) try(t *testing.T, event []byte) (a answer) {
	t.Helper()
	result, err := i.invoke(event)
	if err != nil {
		t.Fatalf("%s: %v", event, err)
	}
	if result.Err != nil {
		return answer{Fails: result.Err.Error()}
	}
	if err := json.Unmarshal(result.Body, &a.Reply); err != nil {
		t.Fatalf("%s: %v: %s", event, err, result.Body)
	}
	return a
}
