package spec_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// random makes Specs that resolve, out of the oddest texts that are allowed.
type random struct{ *rand.Rand }

func newRandom(seed uint64) random { return random{rand.New(rand.NewPCG(seed, 7))} }

func (r random) maybe() bool { return r.IntN(2) == 0 }

func pick[T any](r random, of ...T) T { return of[r.IntN(len(of))] }

var pieces = []string{
	"a", "b", "Key", " ", "  ", `"`, "'", "\\", "\n", "\t", ",", ":", "=", ":=", "@", "{", "}", "(", ")", "[", "]", "#", " #", ": ", "- ",
	"*", "&", "!", "%", "|", ">", "?", "`", "$", "${X}", "{{", "</script>", "\u2028", "\u2029", "\ufeff", "😀", "日本", "é", "e\u0301", "\u00a0",
	"null", "true", "yes", "~", "012", "1e3", "0x10", "1_000", "<<", "---", "...", "2026-01-02", "\U000e0001", "\ufffd", "%PATH%", "!!str", "-",
}

// text is a text of odd pieces, without line feeds and tabs where line is true.
func (r random) text(most int, line bool) string {
	var b strings.Builder
	for range r.IntN(most + 1) {
		b.WriteString(pick(r, pieces...))
	}
	text := b.String()
	if line {
		text = strings.Map(func(c rune) rune {
			if c < 0x20 {
				return -1
			}
			return c
		}, text)
	}
	return text
}

func (r random) json(typ spec.KeyType, depth int) spec.Value {
	v := spec.Value{Type: typ}
	switch typ {
	case spec.String:
		v.Text = r.text(4, false) + pick(r, "", "", "\x00", "\x1b", "\r", "\u0085", "\x7f")
	case spec.Integer:
		v.Text = pick(r, "0", "1", "-1", "42", "9007199254740991", "-9007199254740991", strconv.Itoa(r.IntN(1000)))
	case spec.Number:
		v.Text = pick(r, "0.5", "-0.0", "1e3", "1E+2", "1.50", "1.7976931348623157e308", "5e-324", "1e-7")
	case spec.Boolean:
		v.Text = pick(r, "true", "false")
	case spec.Array:
		for range r.IntN(3) {
			v.Elements = append(v.Elements, r.json(r.anyType(depth+1), depth+1))
		}
	case spec.Object:
		for range r.IntN(3) {
			name := r.text(2, false)
			if _, twice := v.Member(name); !twice {
				v.Members = append(v.Members, spec.Member{Name: name, Value: r.json(r.anyType(depth+1), depth+1)})
			}
		}
	}
	return v
}

func (r random) anyType(depth int) spec.KeyType {
	if depth > 3 {
		return pick(r, spec.String, spec.Null, spec.Integer, spec.Number, spec.Boolean)
	}
	return pick(r, spec.String, spec.Null, spec.Integer, spec.Number, spec.Boolean, spec.Array, spec.Object)
}

func (r random) keys(required bool) (keys []spec.Key) {
	for i := range r.IntN(5) {
		typ := spec.KeyType(pick(r, spec.KeyTypes()...))
		k := spec.Key{Name: r.text(3, true) + pick(r, "", "user-id", "class", "__proto__", strconv.Itoa(i)), Type: typ}
		if spec.CheckKeyName(k.Name) != "" {
			continue
		}
		k.Nullable = r.IntN(4) == 0
		switch {
		case required && r.maybe():
			k.Required = true
		case k.Nullable && r.maybe():
			k.Default = pick(r, spec.JSON("null"), "")
		case typ == spec.Number && r.maybe():
			k.Default = r.json(spec.Integer, 0).JSON()
		default:
			k.Default = r.json(typ, 0).JSON()
		}
		if r.IntN(3) == 0 {
			k.Description = r.text(6, false)
		}
		if !hasKey(keys, k.Name) {
			keys = append(keys, k)
		}
	}
	return keys
}

func hasKey(keys []spec.Key, name string) bool {
	for _, k := range keys {
		if k.Name == name {
			return true
		}
	}
	return false
}

func (r random) value(p *aws.Param) any {
	text := func() string {
		for range 20 {
			t := pick(r, r.text(3, true), p.Example, "/orders/{id}", "*", "a(b", "x,y", strconv.Itoa(r.IntN(99)))
			if len(p.Enum) > 0 {
				t = pick(r, p.Enum...)
			}
			if is, _ := spec.CheckParam(p, t); is == "" {
				return t
			}
		}
		return p.Example
	}
	switch p.Type {
	case aws.Integer:
		n, err := strconv.Atoi(text())
		if err != nil {
			return nil
		}
		return n
	case aws.Boolean:
		return r.maybe()
	case aws.Object:
		return r.json(spec.Object, 0).JSON()
	case aws.List:
		texts := []string{}
		for range 1 + r.IntN(3) {
			if t := text(); t != "" && !strings.Contains(strings.Join(texts, "\x00"), t) {
				texts = append(texts, t)
			}
		}
		if len(texts) == 0 {
			return nil
		}
		return texts
	}
	if t := text(); t != "" {
		return t
	}
	return nil
}

func (r random) params(params []aws.Param) map[string]any {
	var given map[string]any
	for i := range params {
		if p := &params[i]; p.Required || r.IntN(3) == 0 {
			if value := r.value(p); value != nil && p.Name != "trigger" {
				if given == nil {
					given = map[string]any{}
				}
				given[p.Name] = value
			}
		}
	}
	return given
}

func (r random) logging() spec.Logging {
	var l spec.Logging
	if r.IntN(5) == 0 {
		return spec.Logging{None: true}
	}
	if r.maybe() {
		l.Group = pick(r, "/apps/orders", "a", "x#y.z")
	}
	if r.maybe() {
		create := r.maybe()
		if l.Create = &create; create && r.maybe() {
			l.Retention = pick(r, 1, 30, 3653)
		}
	}
	if l.Format = pick(r, "", "text", "json"); l.Format == "json" {
		l.Level = pick(r, "", "trace", "fatal")
	}
	l.Tracing = r.maybe()
	return l
}

func (r random) texts(name func() string) map[string]string {
	var texts map[string]string
	for range r.IntN(3) {
		if texts == nil {
			texts = map[string]string{}
		}
		texts[name()] = r.text(4, false)
	}
	return texts
}

// spec makes a Spec. Only what the type of the Spec allows more than a person can say is left out: a key has its type.
func (r random) spec() spec.Spec {
	s := spec.Spec{
		Name:      pick(r, "hello", "a", "_x-1", "null", "true", "012", "1e3"),
		Language:  pick(r, "", "javascript"),
		Runtime:   pick(r, "", "nodejs24.x", "nodejs22.x", "node", "nodejs99.x"),
		Logging:   r.logging(),
		OnFailure: pick(r, "", "", "sqs", "sns"),
		Role: spec.Role{
			Boundary: pick(r, "", "limits", "team/limits"),
			Path:     pick(r, "", "/", "/team/app/"),
			Name:     pick(r, "", "hello", "a=b,c@d.e+f-g_h", "null", "012"),
		},
		Memory:       pick(r, 0, 128, 10240),
		Timeout:      pick(r, 0, 1, 900),
		Architecture: pick(r, "", "arm64", "x86_64"),
		Environment:  r.texts(func() string { return fmt.Sprintf("VAR_%d", r.IntN(9)) }),
		Tags:         r.texts(func() string { return "t" + r.text(3, false) }),
		Account:      pick(r, "", "012345678901", "123456789012"),
		Region:       pick(r, "", "eu-west-1", "cn-north-1"),
		Deploy:       pick(r, "", "sam", "none"),
	}
	if s.Region == "" && r.IntN(4) == 0 {
		s.OnFailure = "arn:aws:sqs:eu-west-1:123456789012:failed"
		s.Role.Boundary = "arn:aws:iam::aws:policy/PowerUserAccess"
	}
	if s.Style = pick(r, "", "async", "callback", "context"); s.Style == "callback" || s.Style == "context" {
		s.Runtime = "nodejs22.x"
	}
	required := true
	for i := range r.IntN(4) {
		t := pick(r, aws.Triggers()...)
		if t.Bounds != nil {
			continue // it would bound the rest
		}
		u := spec.Use{ID: t.ID, Params: r.params(t.Params)}
		if r.maybe() {
			u.Name = fmt.Sprintf("Name-%d", i)
		}
		if spec.Check(spec.Spec{Name: s.Name, Triggers: append(slices.Clone(s.Triggers), u)}) != nil {
			continue // the same as another
		}
		s.Triggers = append(s.Triggers, u)
		required = required && len(u.Trigger().Event.Keys) > 0
	}
	for range r.IntN(4) {
		a := pick(r, aws.Accesses()...)
		u := spec.Use{ID: a.ID, Params: r.params(a.Params)}
		if spec.Check(spec.Spec{Name: s.Name, Access: []spec.Use{u}}) == nil {
			s.Access = append(s.Access, u)
		}
	}
	for _, u := range s.Triggers {
		if u.ID == "s3" && u.Name != "" {
			s.Access = append(s.Access, spec.Use{ID: "s3", Params: map[string]any{"trigger": u.Name}})
		}
	}
	s.Keys = r.keys(required)
	return s
}
