package spec

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"go.yaml.in/yaml/v4"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

const headComment = "# What this function is. Edit it, then run: scaffold generate"

// Write writes a Spec as scaffold.yaml: what the person decided and nothing else, in the shortest form that says it all.
// ParseFile reads the same Spec from it. What it refuses is a Spec that no file can say: text that is no UTF-8.
func Write(s Spec) ([]byte, error) {
	root := specNode(s)
	if bad := invalid(root); bad != nil {
		return nil, fmt.Errorf("write scaffold.yaml: %q: want valid UTF-8", bad.Value)
	}
	if len(root.Content) > 0 {
		root.Content[0].HeadComment = headComment
	}
	var b bytes.Buffer
	dumper, err := yaml.NewDumper(&b, yaml.WithIndent(2), yaml.WithCompactSeqIndent(false), yaml.WithLineWidth(-1))
	if err == nil {
		err = dumper.Dump(root)
	}
	if err == nil {
		err = dumper.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("write scaffold.yaml: %w", err)
	}
	return b.Bytes(), nil
}

// specNode writes the fields in the order of Fields.
func specNode(s Spec) *yaml.Node {
	m := mappingNode()
	addText := func(name, text string) {
		if text != "" {
			add(m, name, textNode(text))
		}
	}
	addNode := func(name string, n *yaml.Node) {
		if n != nil {
			add(m, name, n)
		}
	}
	addText("name", s.Name)
	addText("language", s.Language)
	addText("runtime", s.Runtime)
	addText("style", s.Style)
	addNode("keys", keysNode(s.Keys))
	addText("keysFrom", s.KeysFrom)
	addNode("logging", loggingNode(s.Logging))
	addNode("triggers", usesNode(s.Triggers, triggers))
	addNode("access", usesNode(s.Access, accesses))
	addText("onFailure", s.OnFailure)
	addNode("role", roleNode(s.Role))
	addNode("memory", positiveNode(s.Memory))
	addNode("timeout", positiveNode(s.Timeout))
	addText("architecture", s.Architecture)
	addNode("environment", textsNode(s.Environment))
	addNode("tags", textsNode(s.Tags))
	addText("account", s.Account)
	addText("region", s.Region)
	addText("deploy", s.Deploy)
	return m
}

func keysNode(keys []Key) *yaml.Node {
	if len(keys) == 0 {
		return nil
	}
	m := mappingNode()
	for _, k := range keys {
		add(m, k.Name, keyNode(k))
	}
	return m
}

// short tells whether the default says all there is about a key.
func (k Key) short() bool {
	v := k.Default.Value()
	bare := k == Key{Name: k.Name, Type: k.Type, Default: k.Default}
	return bare && v.Type != "" && v.Type != Null && v.Type != Object && (k.Type == "" || k.Type == v.Type)
}

func keyNode(k Key) *yaml.Node {
	if k.short() {
		return valueNode(k.Default.Value())
	}
	m := mappingNode()
	if k.Type != "" {
		add(m, "type", textNode(string(k.Type)))
	}
	if k.Default != "" {
		add(m, "default", valueNode(k.Default.Value()))
	}
	if k.Required {
		add(m, "required", plainNode("true"))
	}
	if k.Nullable {
		add(m, "nullable", plainNode("true"))
	}
	if k.Description != "" {
		add(m, "description", textNode(k.Description))
	}
	return m
}

func loggingNode(l Logging) *yaml.Node {
	if l == (Logging{None: true}) {
		return plainNode("none")
	}
	m := mappingNode()
	if l.Group != "" {
		add(m, "group", textNode(l.Group))
	}
	if l.Create != nil {
		add(m, "create", plainNode(strconv.FormatBool(*l.Create)))
	}
	if l.Format != "" {
		add(m, "format", textNode(l.Format))
	}
	if l.Level != "" {
		add(m, "level", textNode(l.Level))
	}
	if l.Retention != 0 {
		add(m, "retention", plainNode(strconv.Itoa(l.Retention)))
	}
	if l.Tracing {
		add(m, "tracing", plainNode("true"))
	}
	return orNil(m)
}

func usesNode(uses []Use, c catalogue) *yaml.Node {
	if len(uses) == 0 {
		return nil
	}
	list := &yaml.Node{Kind: yaml.SequenceNode}
	for _, u := range uses {
		params := mappingNode()
		if u.Name != "" {
			add(params, "name", textNode(u.Name))
		}
		for _, name := range paramOrder(u, c) {
			add(params, name, paramNode(u.Params[name]))
		}
		item := textNode(u.ID)
		if len(params.Content) > 0 {
			item = mappingNode()
			add(item, u.ID, params)
		}
		list.Content = append(list.Content, item)
	}
	return list
}

// paramOrder is the names of a use's parameters in the order of the catalogue.
func paramOrder(u Use, c catalogue) (names []string) {
	params, _ := c.find(u.ID)
	for _, p := range params {
		if _, ok := u.Params[p.Name]; ok {
			names = append(names, p.Name)
		}
	}
	for _, name := range sortedNames(u.Params) {
		if aws.FindParam(params, name) == nil {
			names = append(names, name)
		}
	}
	return names
}

func paramNode(value any) *yaml.Node {
	switch value := value.(type) {
	case int:
		return plainNode(strconv.Itoa(value))
	case bool:
		return plainNode(strconv.FormatBool(value))
	case JSON:
		return valueNode(value.Value())
	case []string:
		if len(value) == 1 {
			return textNode(value[0])
		}
		list := Value{Type: Array}
		for _, text := range value {
			list.Elements = append(list.Elements, Value{Type: String, Text: text})
		}
		return valueNode(list)
	}
	return textNode(fmt.Sprint(value))
}

func positiveNode(n int) *yaml.Node {
	if n == 0 {
		return nil
	}
	return plainNode(strconv.Itoa(n))
}

func textsNode(texts map[string]string) *yaml.Node {
	m := mappingNode()
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		add(m, name, textNode(texts[name]))
	}
	return orNil(m)
}
