package spec

import (
	"go.yaml.in/yaml/v4"
)

// Where returns the position of the value at path as file:line:column. A value that goes over several lines is where its
// name is.
func (d *Document) Where(path string) string {
	key, value := d.find(path)
	if value == nil {
		return d.Name
	}
	if key != nil && (value.Kind != yaml.ScalarNode || value.Value == "") {
		value = key
	}
	return d.at(value.Line, value.Column)
}

// locate gives a problem of reading its position, and a hint where YAML took a text for something else.
func (d *Document) locate(p *Problem) {
	key, value := d.find(p.Path)
	if p.atKey && key != nil {
		p.Where = d.at(key.Line, key.Column)
		return
	}
	p.Where = d.Where(p.Path)
	if p.text && p.Hint == "" && value != nil && value.Style&yaml.FlowStyle != 0 {
		p.Hint = d.quoteLine(value.Line, value.Column)
	}
}

// find returns the node at path, or the nearest around it, and the node of its name, nil where it has none.
func (d *Document) find(path string) (key, value *yaml.Node) {
	value = d.root
	if value == nil {
		return nil, nil
	}
	for _, part := range split(path) {
		k, v := child(value, part)
		if v == nil {
			break
		}
		key, value = k, v
	}
	return key, value
}

// child returns the part of a node that a part of a path names. The parameters of a trigger or access are one deeper in
// YAML, below its id.
func child(n *yaml.Node, part any) (key, value *yaml.Node) {
	if i, ok := part.(int); ok {
		if n.Kind == yaml.SequenceNode && i < len(n.Content) {
			return nil, n.Content[i]
		}
		return nil, nil
	}
	if n.Kind != yaml.MappingNode {
		return nil, nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == part {
			return n.Content[i], n.Content[i+1]
		}
	}
	if len(n.Content) == 2 && n.Content[1].Kind == yaml.MappingNode && n.Content[1] != n {
		for i := 0; i+1 < len(n.Content[1].Content); i += 2 {
			if n.Content[1].Content[i].Value == part {
				return n.Content[1].Content[i], n.Content[1].Content[i+1]
			}
		}
	}
	return nil, nil
}
