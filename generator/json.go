package generator

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/spec"
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

// fileJSON writes JSON as the text of a file.
func fileJSON(text spec.JSON) []byte {
	var out bytes.Buffer
	if err := json.Indent(&out, []byte(text), "", "  "); err != nil {
		panic("indent: " + err.Error())
	}
	out.WriteByte('\n')
	return out.Bytes()
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
			if v.lacksIn(m.Value) {
				return out, false
			}
			if value, ok := v.fillTree(m.Value); ok {
				out.Members = append(out.Members, spec.Member{Name: v.name(m.Name), Value: value})
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
		return textValue(v.text(tree.Text)), !v.lacks(tree.Text)
	}
	return tree, true
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
