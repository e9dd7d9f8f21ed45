package spec

import (
	"fmt"

	"go.yaml.in/yaml/v4"
)

// nodeReader takes YAML nodes as values. It knows the part of YAML that a scaffold.yaml is written in: mappings, lists
// and scalars, each said once and in its place.
type nodeReader struct {
	doc      *Document
	problems Problems
	parts    []any // the path of the node at hand
}

func (r *nodeReader) add(n *yaml.Node, is, want string) *Problem {
	p := r.problems.Add(Path(r.parts...), is, want)
	p.Where = r.doc.at(n.Line, n.Column)
	return p
}

// value reads a node. What it refuses is null, so that the rest is read on.
func (r *nodeReader) value(n *yaml.Node) Value {
	switch {
	case n.Kind == yaml.AliasNode:
		r.add(n, fmt.Sprintf("*%s is an alias", n.Value), "want the value itself: what a function is stands in one place").Hint = r.doc.quoteLine(n.Line, n.Column)
		return Value{Type: Null}
	case n.Anchor != "":
		r.add(n, fmt.Sprintf("&%s is an anchor", n.Anchor), "want the value alone: aliases are not read").Hint = r.doc.quoteLine(n.Line, n.Column)
	case n.Style&yaml.TaggedStyle != 0, n.Tag == "!":
		r.add(n, fmt.Sprintf("%s is a tag", n.Tag), "want the value alone: a text is quoted, everything else is read as written").Hint = r.doc.quoteLine(n.Line, n.Column)
	}
	switch n.Kind {
	case yaml.MappingNode:
		return r.mapping(n)
	case yaml.SequenceNode:
		v := Value{Type: Array}
		for i, element := range n.Content {
			if r.problems.full() {
				break
			}
			r.parts = append(r.parts, i)
			v.Elements = append(v.Elements, r.value(element))
			r.parts = r.parts[:len(r.parts)-1]
		}
		return v
	}
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		return Value{Type: String, Text: n.Value}
	}
	v := unquotedValue(n.Value)
	if (v.Type == Number || v.Type == Integer) && !finite(v.Text) {
		r.add(n, fmt.Sprintf("%s is a number beyond a float64", v.Text), "want a smaller one, or a text in quotes").Hint = r.doc.quoteLine(n.Line, n.Column)
	}
	return v
}

// unquotedValue reads a scalar without quotes as written: true, false, null and numbers as JSON writes them are what they look
// like, everything else is a text. So 012345678901, 0x10, 1_000, yes and 2026-01-02 are texts.
func unquotedValue(text string) Value {
	switch text {
	case "", "~", "null":
		return Value{Type: Null}
	case "true", "false":
		return Value{Type: Boolean, Text: text}
	}
	if typ := numberType(text); typ != "" {
		return Value{Type: typ, Text: text}
	}
	return Value{Type: String, Text: text}
}

func (r *nodeReader) mapping(n *yaml.Node) Value {
	v := Value{Type: Object}
	first := make(map[string]*yaml.Node, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content) && !r.problems.full(); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		name := key.Value
		r.parts = append(r.parts, name)
		switch {
		case key.Kind != yaml.ScalarNode, key.Anchor != "", key.Style&yaml.TaggedStyle != 0, key.Tag == "!":
			r.add(key, "this name is not a text", "want a name without anchor, alias, tag and structure")
		case name == "<<" && key.Style == 0:
			r.add(key, "<< is a merge key", `want the values themselves; a key that is called so is written "<<"`)
		case name == "" && key.Style == 0:
			r.add(key, "a name is missing before the colon", "want a name")
		case first[name] != nil:
			r.add(key, fmt.Sprintf("%q is here a second time", name), "want it once").Hint = fmt.Sprintf("the first is in line %d", first[name].Line)
		default:
			first[name] = key
			v.Members = append(v.Members, Member{name, r.value(value)})
		}
		r.parts = r.parts[:len(r.parts)-1]
	}
	return v
}
