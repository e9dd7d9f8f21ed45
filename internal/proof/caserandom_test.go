package proof

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// random makes Specs and events up.
type random struct{ *rand.Rand }

func pick[E any](r random, list []E) E { return list[r.IntN(len(list))] }

var randomNames = []string{"key1", "user-id", "class", "日本", "toString", "source", "a b", "limit", "Limit2", "_x", "event", "then", "length"}

var randomDefaults = map[string][2]string{
	"string": {`""`, `"ä\"'` + "`" + `${x}\n\u2028\ufeff😀"`}, "integer": {"0", "-9007199254740991"}, "number": {"-0.5", "1e21"}, "boolean": {"false", "true"},
	"object": {"{}", `{"__proto__":[1],"a":{"b":null}}`}, "array": {"[]", `[1,"two",[false],{"a":1e-7}]`},
}

// args are the keys and triggers of a function. All that it asks for can stand together in every language.
func (r random) args() []string {
	args := []string{"--key", "give=text"}
	names := slices.Clone(randomNames)
	r.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	for _, name := range names[:r.IntN(6)] {
		typ := pick(r, []string{"string", "integer", "number", "boolean", "object", "array"})
		said := map[string]any{"type": typ, "default": json.RawMessage(randomDefaults[typ][r.IntN(2)])}
		if r.IntN(4) == 0 {
			said["nullable"] = true
		}
		args = append(args, "--key", string(spec.Text(name))+":"+string(encodeEvent(said)))
	}
	all := uses()
	var kinds []*aws.Trigger
	for range r.IntN(4) {
		use := pick(r, all)
		kind := formOf(use)
		if kind.Bounds != nil { // not every language may be invoked so
			continue
		}
		if !slices.ContainsFunc(kinds, func(other *aws.Trigger) bool { return other.ID == kind.ID || other.ExcludesOther(kind) }) {
			kinds, args = append(kinds, kind), append(args, "--trigger", flag(use))
		}
	}
	return args
}

// event is an event for the function: a payload somewhere in the event of a trigger, or directly.
func (r random) event(b *builder, f *caseFunction) any {
	if n := r.IntN(len(f.Triggers) + 1); n < len(f.Triggers) && f.Triggers[n].Marked() {
		e := f.unchanged(b, n)
		event := e.event
		for range r.IntN(3) {
			if len(e.kind.Event.Keys) == 0 {
				break
			}
			place := pick(r, e.kind.Event.Keys)
			var payload any = json.RawMessage(r.object(f))
			if place.Text {
				payload = r.texts(f)
			}
			event = changeAt(event, e.kind, place, func(value any) any {
				return change(value, place.Path, func(any) any { return payload })
			})
		}
		if r.IntN(8) == 0 {
			e.event = event
			event = e.poisoned()
		}
		return event
	}
	if r.IntN(6) == 0 {
		return json.RawMessage(r.value(2))
	}
	return json.RawMessage(r.object(f))
}

// object is a JSON object that says some of the function's keys, of any type.
func (r random) object(f *caseFunction) string {
	var members []string
	for _, k := range f.Spec.Keys {
		for range 1 + r.IntN(10)/9 {
			switch n := r.IntN(10); {
			case n < 6:
				members = append(members, r.text(k.Name)+":"+r.of(string(k.Type)))
			case n < 8:
				members = append(members, r.text(k.Name)+":"+r.value(2))
			}
		}
	}
	r.Shuffle(len(members), func(i, j int) { members[i], members[j] = members[j], members[i] })
	return "{" + strings.Join(members, pick(r, []string{",", ", ", "\n,\t"})) + "}"
}

// texts are texts for some of the function's keys.
func (r random) texts(f *caseFunction) map[string]any {
	texts := map[string]any{}
	for _, k := range f.Spec.Keys {
		switch n := r.IntN(10); {
		case n < 5:
			texts[k.Name] = strings.Trim(r.of(string(k.Type)), `"`)
		case n < 7:
			texts[k.Name] = r.value(1)
		case n < 8:
			texts[k.Name] = pick(r, []string{"", " ", "+1", "1_0", "0x1", "TRUE", "١", "1\n", "null", "undefined", "None", "[1", "1.", ".5"})
		}
	}
	return texts
}

// of is a JSON value of a type.
func (r random) of(typ string) string {
	switch typ {
	case "integer":
		return pick(r, []string{"0", "-0", "1", "-7", "1.0", "1e2", "9007199254740991", "-9007199254740991", "100e-2", "0e5"})
	case "number":
		return pick(r, []string{"0", "-0.0", "0.1", "-1.5", "1e21", "1E-7", "123456789.123456789", "9007199254740993", "5e-324", "1.7976931348623157e308"})
	case "boolean":
		return pick(r, []string{"true", "false"})
	case "object":
		return "{" + r.text("a") + ":" + r.value(1) + "}"
	case "array":
		return "[" + r.value(1) + "," + r.value(1) + "]"
	}
	return r.text(pick(r, []string{"", "text", "json", "nothing", "null", "0", "ä€日本😀", "\u2028\ufeff\u0000", "</script>&amp;", "\"'`\\\n", "%41+%", "true"}))
}

// value is any JSON value, of so many levels.
func (r random) value(levels int) string {
	kinds := []string{"integer", "number", "boolean", "string"}
	if levels > 0 {
		kinds = append(kinds, "object", "array")
	}
	switch n := r.IntN(len(kinds) + 1); {
	case n == len(kinds):
		return "null"
	case kinds[n] == "object":
		return "{" + r.text(pick(r, []string{"", "a", "__proto__", "constructor"})) + ":" + r.value(levels-1) + "}"
	case kinds[n] == "array":
		return pick(r, []string{"[]", "[" + r.value(levels-1) + "]"})
	default:
		return r.of(kinds[n])
	}
}

// text is a JSON string, its characters as they are or, some of them, escaped.
func (r random) text(text string) string {
	if r.IntN(3) > 0 {
		return string(encodeEvent(text))
	}
	var b strings.Builder
	for _, unit := range text {
		if unit < 0x10000 {
			fmt.Fprintf(&b, `\u%04x`, unit)
		} else {
			b.WriteRune(unit)
		}
	}
	return `"` + b.String() + `"`
}
