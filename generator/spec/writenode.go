package spec

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/seed-0554dd89/scaffold/generator/visible"
)

func mappingNode() *yaml.Node { return &yaml.Node{Kind: yaml.MappingNode} }

func plainNode(text string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Value: text} }

func add(m *yaml.Node, name string, value *yaml.Node) {
	m.Content = append(m.Content, textNode(name), value)
}

func orNil(m *yaml.Node) *yaml.Node {
	if len(m.Content) == 0 {
		return nil
	}
	return m
}

// textNode writes a text, in quotes wherever another YAML reader could take it for something else.
func textNode(text string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: text}
	if !plainText(text) {
		n.Style = yaml.DoubleQuotedStyle
	}
	return n
}

// plainText tells whether every reader of YAML takes text for a text without quotes.
func plainText(text string) bool {
	if !utf8.ValidString(text) {
		return false
	}
	switch strings.ToLower(text) {
	case "", "true", "false", "null", "yes", "no", "on", "off", "y", "n":
		return false
	}
	for i, c := range text {
		next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(c):])
		last := i+utf8.RuneLen(c) == len(text)
		switch {
		case visible.Hidden(c):
			return false
		case unicode.IsLetter(c), c == '_', c == '/':
		case i == 0:
			return false
		case '0' <= c && c <= '9', strings.ContainsRune(".-+*@(){}=,!?$'", c):
		case c == ' ' && !last && next != '#' && next != ' ':
		case c == ':' && !last && next != ' ':
		default:
			return false
		}
	}
	return true
}

// valueNode writes a JSON value in block style; an empty list or object has none.
func valueNode(v Value) *yaml.Node {
	switch v.Type {
	case String:
		return textNode(v.Text)
	case Null, "":
		return plainNode("null")
	case Array:
		n := &yaml.Node{Kind: yaml.SequenceNode}
		for _, e := range v.Elements {
			n.Content = append(n.Content, valueNode(e))
		}
		return n
	case Object:
		n := mappingNode()
		for _, m := range v.Members {
			add(n, m.Name, valueNode(m.Value))
		}
		return n
	}
	return plainNode(v.Text)
}

// invalid returns a node whose text is no UTF-8, nil where there is none.
func invalid(n *yaml.Node) *yaml.Node {
	if !utf8.ValidString(n.Value) {
		return n
	}
	for _, c := range n.Content {
		if bad := invalid(c); bad != nil {
			return bad
		}
	}
	return nil
}
