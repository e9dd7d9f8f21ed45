package proof

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// caseFunction is a function that cases are tried on, the same in each language: its keys and triggers in the words of the
// command line. Its handler is the language's probe.
type caseFunction struct {
	name string
	args []string
	*generator.Function
	ask []byte // the event by which the probe says what it was called with
}

// Keys of the functions that cases are tried on. Each has give, which says what the probe answers.
var (
	openKeys = []string{
		"--key", "give=text", "--key", "s=d", "--key", "i:=1", "--key", "n:=0.5", "--key", "b:=true", "--key", `o:={"d":1}`, "--key", `l:=[1]`,
		"--key", `maybe:{"type":"integer","nullable":true,"default":3}`, "--key", `never:{"type":"string","nullable":true,"default":null}`,
	}
	openDefaults = `{"give":"text","s":"d","i":1,"n":0.5,"b":true,"o":{"d":1},"l":[1],"maybe":3,"never":null}`
	strictKeys   = []string{
		"--key", "give=text", "--key", "s", "--key", "i:integer", "--key", "n:number", "--key", "b:boolean", "--key", "o:object", "--key", "l:array",
	}
	strictAsk = `{"give":"calls","s":"","i":0,"n":0,"b":false,"o":{},"l":[]}`
)

// packs are the triggers of the catalogue, each in all its forms, in as few functions as they can be beside each other in, by
// their model. Those that the language cannot be written for are left out.
func packs(language string, want func(*aws.Trigger) bool) (packs []option) {
	type pack struct {
		option
		kinds []*aws.Trigger
	}
	for _, model := range []aws.Model{aws.Push, aws.Poll, aws.Role, aws.None} {
		var all []*pack
		for _, use := range uses() {
			kind := formOf(use)
			if kind.Model != model || !want(kind) || kind.Bounds != nil && !slices.Contains(kind.Bounds.Languages, language) {
				continue
			}
			beside := func(other *aws.Trigger) bool { return other.ID == kind.ID || kind.ExcludesOther(other) }
			i := slices.IndexFunc(all, func(p *pack) bool { return !slices.ContainsFunc(p.kinds, beside) })
			if i < 0 {
				i, all = len(all), append(all, &pack{option: option{name: fmt.Sprint(model, " ", len(all)+1)}})
			}
			all[i].kinds = append(all[i].kinds, kind)
			all[i].args = append(all[i].args, "--trigger", flag(use))
		}
		for _, p := range all {
			packs = append(packs, p.option)
		}
	}
	return packs
}

// uses are all triggers of the catalogue, each in all its forms.
func uses() (all []spec.Use) {
	for _, kind := range aws.Triggers() {
		all = append(all, using(kind, onlyRequired))
		for _, v := range kind.Variants {
			use := using(kind, func(p *aws.Param) bool { return p.Name == v.Param })
			if len(v.Values) > 0 {
				use.Params[v.Param] = v.Values[0]
			}
			all = append(all, use)
		}
	}
	return all
}

// formOf is the trigger in the form that its use asks for.
func formOf(use spec.Use) *aws.Trigger {
	return aws.FindTrigger(use.ID).With(func(param string) string {
		if value := use.Params[param]; value != nil {
			return fmt.Sprint(value)
		}
		return ""
	})
}

func hasKeys(kind *aws.Trigger) bool { return len(kind.Event.Keys) > 0 }
func hasNone(kind *aws.Trigger) bool { return len(kind.Event.Keys) == 0 }

// newCaseFunction makes the function in the face of a language; what it is called with and answers is the same in all.
func newCaseFunction(t testing.TB, name string, face option, args []string) *caseFunction {
	t.Helper()
	f := &caseFunction{name: name, args: args, ask: []byte(`{"give":"calls"}`)}
	f.Function = function(t, parse(t, slices.Concat([]string{"hello"}, args, face.args)))
	if slices.ContainsFunc(f.Spec.Keys, func(k spec.Key) bool { return k.Required }) {
		f.ask = []byte(strictAsk)
	}
	return f
}

// kind is the catalogue's trigger of one of the function's triggers.
func (f *caseFunction) kind(n int) *aws.Trigger { return formOf(f.Spec.Triggers[n]) }

// kinds are those of all its triggers.
func (f *caseFunction) kinds() (kinds []*aws.Trigger) {
	for n := range f.Triggers {
		kinds = append(kinds, f.kind(n))
	}
	return kinds
}

// sample is the sample event of one of the function's triggers.
func (f *caseFunction) sample(t testing.TB, trigger string) any {
	t.Helper()
	file, ok := render(t, f.Function).Lookup("events/" + trigger + ".json")
	if !ok {
		t.Fatalf("%s has no sample event of %s", f.name, trigger)
	}
	return decodeEvent(t, file.Data)
}

// sampleKeys are the keys that the sample event of one of the function's triggers carries.
func (f *caseFunction) sampleKeys(n int) map[string]any {
	keys := map[string]any{}
	for i, k := range f.Spec.Keys {
		keys[k.Name] = decodeText(string(k.Default))
		if hasKeys(f.kind(n)) {
			keys[k.Name] = decodeText(f.Keys[i].Sample.Text())
		}
	}
	return keys
}

// given is what the probe answers where the event says nothing else: done is the answer to all that is no other.
func (f *caseFunction) given() string {
	return f.Spec.Keys[0].Default.Value().Text
}

// call is what a handler was called with, the keys and what the event says of itself; or what a service was told, where the
// function reports what became of an event.
type call struct {
	Trigger string         `json:"trigger,omitempty"`
	Keys    map[string]any `json:"keys,omitempty"`
	Facts   map[string]any `json:"facts,omitempty"`
	Told    string         `json:"told,omitempty"`
	Input   map[string]any `json:"input,omitempty"`
}

// defaults are the keys of a function that its event says nothing of, with members that it does say something of.
func defaults(t testing.TB, base, members string) map[string]any {
	t.Helper()
	keys := map[string]any{}
	for _, text := range []string{base, "{" + members + "}"} {
		if err := json.Unmarshal([]byte(text), &keys); err != nil {
			t.Fatalf("%v: %s", err, text)
		}
	}
	return keys
}
