package proof

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// allCases are the cases for functions in one face.
func allCases(t *testing.T, face option) []testCase {
	t.Helper()
	b := &builder{t: t, face: face}
	b.keyCases()
	b.replyCases()
	b.recordCases()
	b.httpCases()
	b.apartCases()
	b.nameCases()
	b.oddCases()
	names := map[string]bool{}
	for _, c := range b.cases {
		if names[c.name] {
			t.Fatalf("two cases are called %s", c.name)
		}
		names[c.name] = true
	}
	return b.cases
}

// builder collects cases. A function costs more than many cases, so that they share those that they can.
type builder struct {
	t     *testing.T
	face  option
	cases []testCase
	made  map[string]*caseFunction
}

// function is the function of a name, made when it is first asked for.
func (b *builder) function(name string, args ...[]string) *caseFunction {
	b.t.Helper()
	if b.made[name] == nil {
		if b.made == nil {
			b.made = map[string]*caseFunction{}
		}
		b.made[name] = newCaseFunction(b.t, name, b.face, slices.Concat(args...))
	}
	return b.made[name]
}

// open are the functions with the keys openKeys and all triggers of a kind; strict requires its keys.
func (b *builder) open(want func(*aws.Trigger) bool) (all []*caseFunction) {
	for _, pack := range packs(languageOf(b.face.name).name, hasKeys) {
		if f := b.function("open "+pack.name, openKeys, pack.args); slices.ContainsFunc(f.kinds(), want) {
			all = append(all, f)
		}
	}
	return all
}

func (b *builder) add(f *caseFunction, trigger, what string, event any, want answer) {
	if want.Calls == nil {
		want.Calls = []call{}
	}
	text, raw := event.(json.RawMessage)
	if !raw {
		text = encodeEvent(event)
	}
	b.cases = append(b.cases, testCase{fmt.Sprintf("%s: %s: %s", f.name, trigger, what), f, text, want})
}
