package proof

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// messageCases are what somebody else wrote where JSON with keys is to be: each is the sender's mistake, but for what says
// nothing. Everyday triggers take turns.
func (b *builder) messageCases(f *caseFunction, n int, place aws.Place) {
	texts := map[string]string{"": ""}
	for text, mistake := range notObjects {
		if texts[text] = mistake; mistake != "" {
			texts[text] = "the message " + mistake
		}
	}
	for _, text := range broken {
		texts[text] = "the message must be JSON"
	}
	unread := place
	unread.Path = place.Path[:len(place.Path)-1]
	for i, text := range slices.Sorted(maps.Keys(texts)) {
		if long || i%5 == n%5 || text == "" {
			e := f.with(b, n, unread, text)
			b.add(f, e.kind.ID, fmt.Sprintf("%v %q", place.Path, text), e.event, e.keys(b, keyCase{err: texts[text]}))
		}
	}
}

// keyCases are what events say of the keys, directly and in each place where a trigger's events carry them.
func (b *builder) keyCases() {
	b.directKeyCases(b.function("open", openKeys), b.function("strict", strictKeys), true)
	turn := 0
	for _, pack := range packs(languageOf(b.face.name).name, hasKeys) {
		open, strict := b.function("open "+pack.name, openKeys, pack.args), b.function("strict "+pack.name, strictKeys, pack.args)
		b.directKeyCases(open, strict, false)
		for n := range open.Triggers {
			if !open.Triggers[n].Marked() {
				continue
			}
			for _, place := range open.kind(n).Event.Keys {
				turn++
				b.placeCases(open, strict, n, place, turn)
			}
		}
	}
}

// placeCases are what one place of a trigger's events says of the keys. Everyday the cases take turns.
func (b *builder) placeCases(open, strict *caseFunction, n int, place aws.Place, turn int) {
	if slices.Contains(place.Path, aws.Message) {
		b.messageCases(open, n, place)
	}
	table := jsonCases
	if place.Text {
		table = textCases
	}
	for i, c := range table {
		if !long && i > 0 && (i+turn)%7 != 0 {
			continue
		}
		f := open
		if c.exact {
			f = strict
		}
		if e, ok := f.carrying(b, n, place, c); ok {
			b.add(f, e.kind.ID, e.where+c.String(), e.event, e.keys(b, c))
		}
	}
}

// directKeyCases are events that are the keys themselves.
func (b *builder) directKeyCases(open, strict *caseFunction, all bool) {
	for i, c := range jsonCases {
		if !all && (!long || i%10 != 0) {
			continue
		}
		f := open
		if c.exact {
			f = strict
		}
		b.add(f, "direct", c.String(), json.RawMessage(c.String()), directly(b, f, c))
	}
	if !all {
		return
	}
	for text, mistake := range notObjects {
		want := directly(b, open, keyCase{})
		if mistake != "" {
			want = answer{Fails: "InputError: the event " + mistake}
		}
		b.add(open, "direct", text, json.RawMessage(text), want)
	}
}

// directly is what a direct invocation comes to.
func directly(b *builder, f *caseFunction, c keyCase) answer {
	if c.err != "" {
		return answer{Fails: "InputError: " + c.err}
	}
	return answer{Reply: "done", Calls: []call{{Trigger: "direct", Keys: f.keysWith(b, c.want)}}}
}

// keysWith are the keys that a handler gets where the event says some of them.
func (f *caseFunction) keysWith(b *builder, members string) map[string]any {
	if string(f.ask) == strictAsk {
		return defaults(b.t, `{"give":"text"}`, members)
	}
	return defaults(b.t, openDefaults, members)
}

// carrying is the sample event of a trigger with the keys of a case in one place and in no other; false where that place
// cannot carry them.
func (f *caseFunction) carrying(b *builder, n int, place aws.Place, c keyCase) (carried, bool) {
	kind := f.kind(n)
	members := slices.ContainsFunc(place.Path, func(s aws.Step) bool { return s.Op() == "members" })
	if c.text && (members || slices.Contains(place.Path, aws.Attributes)) || members && strings.Contains(c.json, "null") {
		return carried{}, false
	}
	var payload any = json.RawMessage(c.String())
	if place.Text {
		texts := map[string]any{}
		for name, text := range c.texts {
			texts[name] = text
		}
		payload = texts
	}
	e := f.with(b, n, place, payload)
	if len(kind.Event.Keys) > 1 {
		e.where = fmt.Sprint(place.Path, " ")
	}
	return e, true
}

// keys is what an event that carries the keys of a case comes to.
func (e carried) keys(b *builder, c keyCase) answer {
	want := replyTo(b.t, e.kind, e.event, []any{e.record}, []became{{give: "text", mistake: c.err}})
	if c.err == "" {
		keys := defaults(b.t, openDefaults, c.want)
		if c.exact {
			keys = defaults(b.t, `{"give":"text"}`, c.want)
		}
		want.Calls = append([]call{e.call(keys)}, want.Calls...)
	}
	return want
}
