// Package randspec makes Specs at random, out of the oddest texts that are allowed, for tests that hold of every Spec.
package randspec

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// Source makes Specs that resolve.
type Source struct{ *rand.Rand }

// New returns a Source that makes the same Specs for the same seed.
func New(seed uint64) Source { return Source{rand.New(rand.NewPCG(seed, 7))} }

// Maybe is true every other time.
func (r Source) Maybe() bool { return r.IntN(2) == 0 }

// Pick is one of several.
func Pick[T any](r Source, of ...T) T { return of[r.IntN(len(of))] }

var pieces = []string{
	"a", "b", "Key", " ", "  ", `"`, "'", "\\", "\n", "\t", ",", ":", "=", ":=", "@", "{", "}", "(", ")", "[", "]", "#", " #", ": ", "- ",
	"*", "&", "!", "%", "|", ">", "?", "`", "$", "${X}", "{{", "</script>", "\u2028", "\u2029", "\ufeff", "😀", "日本", "é", "e\u0301", "\u00a0",
	"null", "true", "yes", "~", "012", "1e3", "0x10", "1_000", "<<", "---", "...", "2026-01-02", "\U000e0001", "\ufffd", "%PATH%", "!!str", "-",
	"\u202e", "\u200d", "\u3164", "\ufe0f", "\u00ad", "\ue000", "\\u0000", "\\u0000; touch canary; \\u0000", "$(touch canary)", "`touch canary`", "'; touch canary; '", "##[error]x", "::error::x", "--", "=x",
}

// Text is a text of odd pieces, without line feeds and tabs where line is true.
func (r Source) Text(most int, line bool) string {
	var b strings.Builder
	for range r.IntN(most + 1) {
		b.WriteString(Pick(r, pieces...))
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

// JSON is a value of a type, depth deep inside of others.
func (r Source) JSON(typ spec.KeyType, depth int) spec.Value {
	v := spec.Value{Type: typ}
	switch typ {
	case spec.String:
		v.Text = r.Text(4, false) + Pick(r, "", "", "\x00", "\x1b", "\r", "\u0085", "\x7f")
	case spec.Integer:
		v.Text = Pick(r, "0", "1", "-1", "42", "9007199254740991", "-9007199254740991", strconv.Itoa(r.IntN(1000)))
	case spec.Number:
		v.Text = Pick(r, "0.5", "-0.0", "1e3", "1E+2", "1.50", "1.7976931348623157e308", "5e-324", "1e-7")
	case spec.Boolean:
		v.Text = Pick(r, "true", "false")
	case spec.Array:
		for range r.IntN(3) {
			v.Elements = append(v.Elements, r.JSON(r.AnyType(depth+1), depth+1))
		}
	case spec.Object:
		for range r.IntN(3) {
			name := r.Text(2, false)
			if _, twice := v.Member(name); !twice {
				v.Members = append(v.Members, spec.Member{Name: name, Value: r.JSON(r.AnyType(depth+1), depth+1)})
			}
		}
	}
	return v
}

// AnyType is a type of JSON, a scalar where it is deep inside of others.
func (r Source) AnyType(depth int) spec.KeyType {
	if depth > 3 {
		return Pick(r, spec.String, spec.Null, spec.Integer, spec.Number, spec.Boolean)
	}
	return Pick(r, spec.String, spec.Null, spec.Integer, spec.Number, spec.Boolean, spec.Array, spec.Object)
}

// Keys are keys with names that are apart.
func (r Source) Keys(required bool) (keys []spec.Key) {
	for i := range r.IntN(5) {
		typ := spec.KeyType(Pick(r, spec.KeyTypes()...))
		k := spec.Key{Name: r.Text(3, true) + Pick(r, "", "user-id", "class", "__proto__", strconv.Itoa(i)), Type: typ}
		if spec.CheckKeyName(k.Name) != "" {
			continue
		}
		k.Nullable = r.IntN(4) == 0
		switch {
		case required && r.Maybe():
			k.Required = true
		case k.Nullable && r.Maybe():
			k.Default = Pick(r, spec.JSON("null"), "")
		case typ == spec.Number && r.Maybe():
			k.Default = r.JSON(spec.Integer, 0).JSON()
		default:
			k.Default = r.JSON(typ, 0).JSON()
		}
		if r.IntN(3) == 0 {
			k.Description = r.Text(6, false)
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

func (r Source) value(p *aws.Param) any {
	text := func() string {
		for range 20 {
			t := Pick(r, r.Text(3, true), p.Example, "/orders/{id}", "*", "a(b", "x,y", strconv.Itoa(r.IntN(99)))
			if len(p.Enum) > 0 {
				t = Pick(r, p.Enum...)
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
		return r.Maybe()
	case aws.Object:
		return r.JSON(spec.Object, 0).JSON()
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

// Params are parameters of a trigger or access.
func (r Source) Params(params []aws.Param) map[string]any {
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

func (r Source) logging() spec.Logging {
	var l spec.Logging
	if r.IntN(5) == 0 {
		return spec.Logging{None: true}
	}
	if r.Maybe() {
		l.Group = Pick(r, "/apps/orders", "a", "x#y.z")
	}
	if r.Maybe() {
		create := r.Maybe()
		if l.Create = &create; create && r.Maybe() {
			l.Retention = Pick(r, 1, 30, 3653)
		}
	}
	if l.Format = Pick(r, "", "text", "json"); l.Format == "json" {
		l.Level = Pick(r, "", "trace", "fatal")
	}
	l.Tracing = r.Maybe()
	return l
}

func (r Source) texts(name func() string) map[string]string {
	var texts map[string]string
	for range r.IntN(3) {
		if texts == nil {
			texts = map[string]string{}
		}
		texts[name()] = r.Text(4, false)
	}
	return texts
}

// Spec makes a Spec. Only what the type of the Spec allows more than a person can say is left out: a key has its type.
func (r Source) Spec() spec.Spec {
	s := spec.Spec{
		Name:      Pick(r, "hello", "a", "_x-1", "null", "true", "012", "1e3"),
		Language:  Pick(r, "", "javascript"),
		Runtime:   Pick(r, "", "nodejs24.x", "nodejs22.x", "node", "nodejs99.x"),
		Logging:   r.logging(),
		OnFailure: Pick(r, "", "", "sqs", "sns"),
		Role: spec.Role{
			Boundary: Pick(r, "", "limits", "team/limits"),
			Path:     Pick(r, "", "/", "/team/app/"),
			Name:     Pick(r, "", "hello", "a=b,c@d.e+f-g_h", "null", "012"),
		},
		Memory:       Pick(r, 0, 128, 10240),
		Timeout:      Pick(r, 0, 1, 900),
		Architecture: Pick(r, "", "arm64", "x86_64"),
		Environment:  r.texts(func() string { return fmt.Sprintf("VAR_%d", r.IntN(9)) }),
		Tags:         r.texts(func() string { return "t" + r.Text(3, false) }),
		Account:      Pick(r, "", "012345678901", "123456789012"),
		Region:       Pick(r, "", "eu-west-1", "cn-north-1"),
		Deploy:       Pick(r, "", "sam", "none"),
	}
	if s.Region == "" && r.IntN(4) == 0 {
		s.OnFailure = "arn:aws:sqs:eu-west-1:123456789012:failed"
		s.Role.Boundary = "arn:aws:iam::aws:policy/PowerUserAccess"
	}
	if s.Style = Pick(r, "", "async", "callback", "context"); s.Style == "callback" || s.Style == "context" {
		s.Runtime = "nodejs22.x"
	}
	required := true
	for i := range r.IntN(4) {
		t := Pick(r, aws.Triggers()...)
		if t.Bounds != nil {
			continue // it would bound the rest
		}
		u := spec.Use{ID: t.ID, Params: r.Params(t.Params)}
		if r.Maybe() {
			u.Name = fmt.Sprintf("Name-%d", i)
		}
		if spec.Check(spec.Spec{Name: s.Name, Deploy: s.Deploy, Triggers: append(slices.Clone(s.Triggers), u)}) != nil {
			continue // the same as another
		}
		s.Triggers = append(s.Triggers, u)
		required = required && len(u.Trigger().Event.Keys) > 0
	}
	for range r.IntN(4) {
		a := Pick(r, aws.Accesses()...)
		u := spec.Use{ID: a.ID, Params: r.Params(a.Params)}
		if spec.Check(spec.Spec{Name: s.Name, Access: []spec.Use{u}}) == nil {
			s.Access = append(s.Access, u)
		}
	}
	for _, u := range s.Triggers {
		if u.ID == "s3" && u.Name != "" {
			s.Access = append(s.Access, spec.Use{ID: "s3", Params: map[string]any{"trigger": u.Name}})
		}
	}
	s.Keys = r.Keys(required)
	return s
}
