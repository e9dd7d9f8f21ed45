package deploy

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/generator/visible"
)

// mapping makes a mapping of names and nodes in turn.
func mapping(pairs ...any) *yaml.Node {
	node := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	for i := 0; i < len(pairs); i += 2 {
		add(node, pairs[i].(string), pairs[i+1].(*yaml.Node))
	}
	return node
}

func add(to *yaml.Node, name string, value *yaml.Node) {
	to.Content = append(to.Content, text(name), value)
}

func sequence(nodes ...*yaml.Node) *yaml.Node {
	return &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Content: nodes}
}

// text is a string; the encoder quotes it where another reader would take it for something else.
func text(value string) *yaml.Node {
	switch strings.ToLower(value) {
	case "on", "off", "yes", "no", "y", "n":
		return quoted(value) // YAML 1.1 takes it for a boolean
	}
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value, Style: style(value)}
}

// style is double quotes for a text that they alone can show whole.
func style(value string) yaml.Style {
	if visible.In(value) {
		return yaml.DoubleQuotedStyle
	}
	return 0
}

// quoted is a string that YAML 1.1 takes for a date without quotes.
func quoted(value string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value, Style: yaml.DoubleQuotedStyle}
}

func number(value int) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!int", Value: strconv.Itoa(value)}
}

func tagged(tag, value string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: value, Style: style(value)}
}

// filled is a text of a document or request: placeholders become references, and what else stands in ${...} is IAM's own
// and escaped.
func (f *Function) filled(value string) *yaml.Node {
	return sub(policy.Map(value, Escape, func(name string) string { return f.References[name] }))
}

// Escape writes a text so that Fn::Sub leaves it as it is.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
func Escape(value string) string { return strings.ReplaceAll(value, "${", "${!") }

// sub is a text as Fn::Sub takes it: a plain text where it refers to nothing, !Ref or !GetAtt where it is one reference.
func sub(value string) *yaml.Node {
	plain := strings.ReplaceAll(value, "${!", "")
	if !strings.Contains(plain, "${") {
		return text(strings.ReplaceAll(value, "${!", "${"))
	}
	name, alone := strings.CutPrefix(value, "${")
	name, closed := strings.CutSuffix(name, "}")
	switch {
	case !alone || !closed || strings.ContainsAny(name, "${}!"):
		return tagged("!Sub", value)
	case strings.Contains(name, "."):
		return tagged("!GetAtt", name)
	}
	return tagged("!Ref", name)
}

// addJSON adds the members of a JSON object whose texts are as Fn::Sub takes them.
func addJSON(to *yaml.Node, object json.RawMessage) error {
	if len(object) == 0 {
		return nil
	}
	node, err := fromJSON(object, sub)
	if err != nil {
		return fmt.Errorf("read resources: %w", err)
	}
	to.Content = append(to.Content, node.Content...)
	return nil
}

// fromJSON reads JSON, which is YAML too, in block style and with its texts written by leaf.
func fromJSON(text json.RawMessage, leaf func(string) *yaml.Node) (*yaml.Node, error) {
	var document yaml.Node
	if err := yaml.Unmarshal(visible.YAML(text), &document); err != nil {
		return nil, err
	}
	return block(document.Content[0], leaf), nil
}

func block(node *yaml.Node, leaf func(string) *yaml.Node) *yaml.Node {
	node.Style = 0
	for i, child := range node.Content {
		isName := node.Kind == yaml.MappingNode && i%2 == 0
		switch {
		case isName:
			node.Content[i] = text(child.Value)
		case child.Kind == yaml.ScalarNode && i > 0 && node.Content[i-1].Value == "DependsOn":
			// It names a resource and is no reference to its value.
			node.Content[i] = text(strings.Trim(child.Value, "${}"))
		default:
			node.Content[i] = block(child, leaf)
		}
	}
	if node.Kind == yaml.ScalarNode && node.Tag == "!!str" {
		return leaf(node.Value)
	}
	return node
}
