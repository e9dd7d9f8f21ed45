package spec

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// specReader takes a Value as a Spec. It refuses names that it does not know and values of the wrong kind; whether values
// are right is the matter of Resolve.
type specReader struct{ problems Problems }

// Fields are the names at the top of a scaffold.yaml, in the order in which they are written.
func Fields() []string {
	return []string{
		"name", "language", "runtime", "style", "keys", "keysFrom", "logging", "triggers", "access", "onFailure", "role", "memory", "timeout",
		"architecture", "environment", "tags", "account", "region", "deploy",
	}
}

func (r *specReader) spec(v Value) Spec {
	var s Spec
	for _, m := range v.Members {
		if r.problems.full() {
			break
		}
		path, value := Path(m.Name), m.Value
		switch m.Name {
		case "name":
			s.Name = r.text(path, value)
		case "language":
			s.Language = r.text(path, value)
		case "runtime":
			s.Runtime = r.text(path, value)
		case "style":
			s.Style = r.text(path, value)
		case "keys":
			s.Keys = r.keys(value)
		case "keysFrom":
			s.KeysFrom = r.text(path, value)
		case "logging":
			s.Logging = r.logging(value)
		case "triggers":
			s.Triggers = r.uses(path, value, triggers)
		case "access":
			s.Access = r.uses(path, value, accesses)
		case "onFailure":
			s.OnFailure = r.text(path, value)
		case "role":
			s.Role = r.role(value)
		case "memory":
			s.Memory = r.integer(path, value)
		case "timeout":
			s.Timeout = r.integer(path, value)
		case "architecture":
			s.Architecture = r.text(path, value)
		case "environment":
			s.Environment = r.texts(path, value)
		case "tags":
			s.Tags = r.texts(path, value)
		case "account":
			s.Account = r.text(path, value)
		case "region":
			s.Region = r.text(path, value)
		case "deploy":
			s.Deploy = r.text(path, value)
		default:
			r.unknown(path, m.Name, Fields())
		}
	}
	return s
}

func (r *specReader) unknown(path, name string, known []string) {
	p := r.problems.Add(path, fmt.Sprintf("%q is not known here", name), "want one of "+strings.Join(known, ", "))
	p.Hint, p.atKey = didYouMean(name, known), true
}

// field is the last name of a path: what an error calls the value, beside its position.
func field(path string) string {
	parts := split(path)
	name, _ := parts[len(parts)-1].(string)
	return name
}

// text reads a text; a number or boolean is taken as written.
func (r *specReader) text(path string, v Value) string {
	text, ok := textOf(v)
	switch {
	case !ok:
		r.problems.Add(path, field(path)+" is "+kind(v), "want a text").text = true
	case text == "":
		r.problems.Add(path, field(path)+" is empty", "want a text, or no such line")
	}
	return text
}

// textOf returns the text of a value where a text is wanted.
func textOf(v Value) (string, bool) {
	switch v.Type {
	case String, Integer, Number, Boolean:
		return v.Text, true
	}
	return "", false
}

func (r *specReader) integer(path string, v Value) int {
	n, err := strconv.Atoi(v.Text)
	if v.Type != Integer || err != nil {
		r.problems.Add(path, field(path)+" is "+kind(v), "want a whole number").Hint = unquoted(aws.Integer, v)
		return 0
	}
	if n == 0 {
		r.problems.Add(path, field(path)+" is 0", "want a whole number above 0, or no such line")
	}
	return n
}

func (r *specReader) boolean(path string, v Value) bool {
	if v.Type != Boolean {
		r.problems.Add(path, field(path)+" is "+kind(v), "want true or false").Hint = unquoted(aws.Boolean, v)
	}
	return v.Text == "true"
}

// texts reads a mapping of texts, nil where it has none.
func (r *specReader) texts(path string, v Value) map[string]string {
	if v.Type == Null {
		return nil
	}
	if v.Type != Object {
		r.problems.Add(path, field(path)+" is "+kind(v), "want a mapping of names to texts")
		return nil
	}
	var texts map[string]string
	for _, m := range v.Members {
		if r.problems.full() {
			break
		}
		text, ok := textOf(m.Value)
		if !ok {
			r.problems.Add(Path(path, m.Name), fmt.Sprintf("%s is %s", m.Name, kind(m.Value)), `want a text, "" for an empty one`).text = true
			continue
		}
		if texts == nil {
			texts = map[string]string{}
		}
		texts[m.Name] = text
	}
	return texts
}

func (r *specReader) logging(v Value) Logging {
	var l Logging
	switch {
	case v.Type == Null:
		return l
	case v.Type == String && v.Text == "none":
		return Logging{None: true}
	case v.Type != Object:
		r.problems.Add("logging", "logging is "+kind(v), "want none or a mapping")
		return l
	}
	for _, m := range v.Members {
		if r.problems.full() {
			break
		}
		path, value := Path("logging", m.Name), m.Value
		switch m.Name {
		case "group":
			l.Group = r.text(path, value)
		case "create":
			create := r.boolean(path, value)
			l.Create = &create
		case "format":
			l.Format = r.text(path, value)
		case "level":
			l.Level = r.text(path, value)
		case "retention":
			l.Retention = r.integer(path, value)
		case "tracing":
			l.Tracing = r.boolean(path, value)
		default:
			r.unknown(path, m.Name, []string{"group", "create", "format", "level", "retention", "tracing"})
			if m.Name == "none" {
				r.problems[len(r.problems)-1].Hint = "logging: none"
			}
		}
	}
	return l
}

func (r *specReader) keys(v Value) []Key {
	if v.Type == Null {
		return nil
	}
	if v.Type != Object {
		r.problems.Add("keys", "keys is "+kind(v), "want a mapping of names to defaults").Hint = "a key without a default is written key1: {required: true}"
		return nil
	}
	var keys []Key
	for _, m := range v.Members {
		if r.problems.full() {
			break
		}
		keys = append(keys, r.key(m.Name, m.Value))
	}
	return keys
}

// kind says what a value is, for an error.
func kind(v Value) string {
	switch v.Type {
	case Null:
		return "without a value"
	case Object:
		return "a mapping"
	case Array:
		return "a list"
	case Integer, Number, Boolean:
		return v.Text
	}
	return strconv.Quote(v.Text)
}
