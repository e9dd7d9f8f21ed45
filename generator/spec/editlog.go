package spec

import (
	"reflect"
	"slices"

	"go.yaml.in/yaml/v4"
)

// logChange is the first change of logging, field by field. none is the whole section.
func logChange(is, want Spec) (change, bool) {
	c := change{field: "logging", after: is}
	before, now := loggingNode(is.Logging), loggingNode(want.Logging)
	switch {
	case reflect.DeepEqual(is.Logging, want.Logging):
		return c, false
	case is.Logging.None:
		c.out, c.after.Logging = true, Logging{}
		return c, true
	case want.Logging.None && before == nil:
		c.value, c.after.Logging = now, want.Logging
		return c, true
	}
	fields := c.logField(before, now)
	nodes, reader := nodeReader{doc: &Document{}}, specReader{}
	c.after.Logging = reader.logging(nodes.value(fields))
	return c, true
}

// logField finds the first field that is to be taken out, said anew or put in, and returns all fields as they are then.
func (c *change) logField(before, now *yaml.Node) *yaml.Node {
	fields := mappingNode()
	if before != nil {
		fields.Content = slices.Clone(before.Content)
	}
	for i := 0; i < len(fields.Content); i += 2 {
		name := fields.Content[i].Value
		switch value := member(now, name); {
		case value == nil:
			c.out, c.name = true, name
			fields.Content = slices.Delete(fields.Content, i, i+2)
			return fields
		case value.Value != fields.Content[i+1].Value:
			c.name, c.value = name, value
			fields.Content[i+1] = value
			return fields
		}
	}
	for i := 0; i < len(now.Content); i += 2 {
		if name := now.Content[i]; member(before, name.Value) == nil {
			c.name, c.value = name.Value, now.Content[i+1]
			fields.Content = append(fields.Content, name, c.value)
			return fields
		}
	}
	return fields
}

// member is what a mapping says of name, nil where it says nothing or is no mapping.
func member(m *yaml.Node, name string) *yaml.Node {
	if m == nil || m.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i < len(m.Content); i += 2 {
		if m.Content[i].Value == name {
			return m.Content[i+1]
		}
	}
	return nil
}
