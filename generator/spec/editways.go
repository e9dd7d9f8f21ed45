package spec

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// ways are the edits that may carry out a change, the best first. None of them is trusted: what comes of each is read again.
func (d *Document) ways(c change) []edit {
	p := newPage(d.Data)
	root := box{page: p, node: d.root, bound: p.documentEnd(d.root)}
	at := root.find(c.field)
	switch {
	case c.out && at < 0:
		return nil
	case c.out:
		return root.takeOut(at, c)
	case at < 0:
		return root.newSection(c)
	}
	return root.putIn(at, c)
}

// takeOut takes an item out of the section at. With the last one the section goes, unless somebody wrote a comment in it.
func (root box) takeOut(at int, c change) (ways []edit) {
	section := root.inside(at)
	if section.node.Kind == yaml.ScalarNode {
		return []edit{root.cut(at)}
	}
	i := c.index
	if c.name != "" {
		if i = section.find(c.name); i < 0 {
			return nil
		}
	}
	if len(section.items()) > 1 {
		return []edit{section.cut(i)}
	}
	if root.flow() || !section.comments(root.first(at), max(root.last(at), lastOf(section)), i) {
		ways = append(ways, root.cut(at))
	}
	return append(ways, section.cut(i))
}

func lastOf(section box) int {
	if section.flow() {
		return 0
	}
	return section.lastInside()
}

// cut takes out an item.
func (b box) cut(i int) edit {
	if b.flow() {
		return b.cutFlow(i)
	}
	first, last := b.first(i), b.last(i)
	if first > 1 && b.isBlank(first-1) && (last == b.lines() || b.isBlank(last+1)) && b.node.Column == 1 {
		first-- // of two empty lines that would meet
	}
	return b.cutLines(first, last)
}

// newSection puts in a section that there is none of, behind those that new writes before it.
func (root box) newSection(c change) []edit {
	node := entryNode(c.field, c.section())
	if root.flow() {
		return []edit{root.insertFlow(flowed(node))}
	}
	text := indented(dumped(node, root.step(), root.flat()), root.node.Column-1)
	rank := func(name string) int { return slices.Index(Fields(), name) }
	behind := -1
	for i, name := range root.items() {
		if rank(name.Value) < rank(c.field) {
			behind = i
		}
	}
	if behind < 0 {
		return []edit{root.insertLines(root.first(0)-1, text)}
	}
	last := root.last(behind)
	if root.airy(behind) && (last == root.lines() || root.isBlank(last+1)) {
		text = "\n" + text
	}
	return []edit{root.insertLines(last, text), root.insertLines(root.bound-1, text)}
}

// airy tells whether a section has an empty line above it and its comment.
func (root box) airy(i int) bool {
	if i == 0 {
		return false
	}
	n := root.first(i) - 1
	for _, comment := root.indent(n); comment && n > 1; _, comment = root.indent(n) {
		n--
	}
	return root.isBlank(n)
}

// putIn puts an item into the section at, or says it anew where it is there.
func (root box) putIn(at int, c change) []edit {
	section := root.inside(at)
	switch node := section.node; {
	case node.Kind == yaml.ScalarNode:
		return root.fill(at, c)
	case c.name != "" && section.find(c.name) >= 0:
		return []edit{section.replace(section.value(section.find(c.name)), flowed(oneItem(c.value)))}
	case section.flow():
		return []edit{section.insertFlow(flowed(c.section()))}
	}
	lines := indented(dumped(c.section(), root.step(), root.flat()), section.node.Column-1)
	return []edit{section.insertLines(section.lastInside(), lines), section.insertLines(section.bound-1, lines)}
}

func oneItem(n *yaml.Node) *yaml.Node {
	return &yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{n}}
}

// fill puts an item into a section without a value.
func (root box) fill(at int, c change) []edit {
	name, value := root.items()[at], root.value(at)
	colon := root.colon(name)
	if colon < 0 {
		return nil
	}
	clear := edit{}
	if value.Value != "" {
		end := root.offset(value) + len(value.Value)
		if root.flow() || c.name == "" && c.field == "logging" {
			return []edit{{{root.offset(value), end, flowed(oneItem(c.section()))}}}
		}
		clear = edit{{colon, end, ""}}
	}
	if c.name == "" && c.field == "logging" {
		return []edit{{{colon, colon, " " + flowed(oneItem(c.value))}}}
	}
	lines := dumped(entryNode(c.field, c.section()), root.step(), root.flat())
	_, lines, _ = strings.Cut(lines, "\n")
	lines = indented(lines, root.node.Column-1)
	behind := root.last(at)
	for n := behind + 1; n < root.inside(at).bound; n++ { // comments in the empty section
		if blanks, comment := root.indent(n); comment && blanks > root.node.Column-1 {
			behind = n
		}
	}
	return []edit{append(root.insertLines(behind, lines), clear...)}
}

// replace says a scalar anew.
func (b box) replace(n *yaml.Node, text string) edit {
	return edit{{b.offset(n), b.nodeEnd(n), text}}
}

// colon is the place behind the colon of a name, -1 where it cannot be found.
func (b box) colon(name *yaml.Node) int {
	at := b.nodeEnd(name)
	for at < len(b.data) && b.data[at] == ' ' {
		at++
	}
	if at < len(b.data) && b.data[at] == ':' {
		return at + 1
	}
	return -1
}

// step is the number of blanks by which the file indents what is in a section.
func (root box) step() int {
	for i := range root.items() {
		if value := root.value(i); value.Kind == yaml.MappingNode && !root.inside(i).flow() && len(value.Content) > 0 {
			return min(max(value.Column-root.node.Column, 2), 8)
		}
	}
	for i := range root.items() {
		if value := root.value(i); value.Kind == yaml.SequenceNode && !root.inside(i).flow() && value.Column > root.node.Column {
			return min(max(value.Column-root.node.Column, 2), 8)
		}
	}
	return 2
}

// flat tells whether the lists of the file begin where their names do.
func (root box) flat() bool {
	for i := range root.items() {
		if value := root.value(i); value.Kind == yaml.SequenceNode && !root.inside(i).flow() {
			return value.Column == root.node.Column
		}
	}
	return false
}
