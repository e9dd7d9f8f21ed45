package generator

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/deploy"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/visible"
)

// encodeJSON writes a value without white space and with <, > and & as they are.
func encodeJSON(value any) []byte {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		panic("encode: " + err.Error())
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n"))
}

// fileJSON writes JSON as the text of a file in which every character can be seen.
func fileJSON(text spec.JSON) []byte {
	var out bytes.Buffer
	if err := json.Indent(&out, []byte(text), "", "  "); err != nil {
		panic("indent: " + err.Error())
	}
	out.WriteByte('\n')
	return visible.JSON(out.Bytes())
}

// textValue is a JSON string.
func textValue(text string) spec.Value { return spec.Value{Type: spec.String, Text: text} }

// nullValue is the JSON value null.
var nullValue = spec.Value{Type: spec.Null}

// fillTree fills the holes in the names and texts of a JSON value. A member or element with {name?} is left out where that
// parameter has no value, and with it whatever becomes empty; an element that holds a list parameter stands once for each of the parameter's elements.
func (v *values) fillTree(tree spec.Value) (spec.Value, bool) {
	switch tree.Type {
	case spec.Object:
		out := spec.Value{Type: spec.Object}
		for _, m := range tree.Members {
			name := strings.TrimRight(m.Name, "?")
			if name != m.Name && !v.there(m.Value) {
				continue
			}
			if v.lacksIn(m.Value) {
				return out, false
			}
			if value, ok := v.fillTree(m.Value); ok {
				out.Members = append(out.Members, spec.Member{Name: v.name(name), Value: value})
			}
		}
		return out, len(out.Members) > 0 || len(tree.Members) == 0
	case spec.Array:
		out := spec.Value{Type: spec.Array}
		for _, element := range tree.Elements {
			for _, one := range v.fan(ownText(element)) {
				if value, ok := one.fillTree(element); ok {
					out.Elements = append(out.Elements, value)
				}
			}
		}
		return out, len(out.Elements) > 0 || len(tree.Elements) == 0
	case spec.String:
		if typed, ok := v.typed(tree.Text); ok {
			return typed, true
		}
		return textValue(v.text(tree.Text)), !v.lacks(tree.Text)
	}
	return tree, true
}

// typed is the number, boolean or object that a text stands for which is one hole of such a parameter.
func (v *values) typed(text string) (value spec.Value, ok bool) {
	if text == "{visibility}" {
		return spec.Value{Type: spec.Integer, Text: v.names["visibility"].value}, true
	}
	param := aws.FindParam(v.params, strings.Trim(text, "{}"))
	if param == nil || text != "{"+param.Name+"}" || param.Type == aws.Text || param.Type == aws.List || v.given[param.Name] == nil {
		return value, false
	}
	value = spec.JSON(paramText(v.given[param.Name])).Value()
	if v.stack != nil {
		value = escaped(value)
	}
	return value, true
}

// escaped is a value whose texts Fn::Sub leaves as they are.
func escaped(value spec.Value) spec.Value {
	if value.Type == spec.String {
		value.Text = deploy.Escape(value.Text)
	}
	value.Elements, value.Members = slices.Clone(value.Elements), slices.Clone(value.Members)
	for i, e := range value.Elements {
		value.Elements[i] = escaped(e)
	}
	for i, m := range value.Members {
		value.Members[i].Value = escaped(m.Value)
	}
	return value
}

// there tells whether every hole in the texts of a value has a value that is not false, or a placeholder; members that are
// optional themselves do not count.
func (v *values) there(value spec.Value) bool {
	for h := range holes(value.Text) {
		if h.name != "" && (v.fill(h) == (filled{}) || v.given[h.name] == false) {
			return false
		}
	}
	missing := func(m spec.Member) bool { return !strings.HasSuffix(m.Name, "?") && !v.there(m.Value) }
	return !slices.ContainsFunc(value.Members, missing) &&
		!slices.ContainsFunc(value.Elements, func(e spec.Value) bool { return !v.there(e) })
}

// lacksIn tells whether a text of an object says that the whole object is optional.
func (v *values) lacksIn(value spec.Value) bool {
	return value.Type == spec.String && strings.Contains(value.Text, "?}") && v.lacks(value.Text)
}

// ownText is the texts of a value together, without those of lists in it.
func ownText(value spec.Value) string {
	text := value.Text
	for _, m := range value.Members {
		text += m.Name + ownText(m.Value)
	}
	return text
}
