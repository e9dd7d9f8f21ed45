package spec

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// box is a mapping or list and where it stands in the text.
type box struct {
	page
	node  *yaml.Node
	bound int // of a block: the line behind all that can belong to it
}

func (b box) flow() bool {
	at := b.offset(b.node)
	return at < len(b.data) && (b.data[at] == '[' || b.data[at] == '{')
}

// items are the nodes that items begin with: the names of a mapping, the elements of a list.
func (b box) items() []*yaml.Node {
	if b.node.Kind == yaml.SequenceNode {
		return b.node.Content
	}
	var names []*yaml.Node
	for i := 0; i < len(b.node.Content); i += 2 {
		names = append(names, b.node.Content[i])
	}
	return names
}

// value is the value of an item.
func (b box) value(i int) *yaml.Node {
	if b.node.Kind == yaml.SequenceNode {
		return b.node.Content[i]
	}
	return b.node.Content[2*i+1]
}

// find is the place of the item called name, -1 where there is none.
func (b box) find(name string) int {
	for i, item := range b.items() {
		if b.node.Kind == yaml.MappingNode && item.Value == name {
			return i
		}
	}
	return -1
}

// first is the line that an item of a block begins in. The dash of a list may stand above what it is for.
func (b box) first(i int) int {
	n := b.items()[i].Line
	if b.node.Kind == yaml.SequenceNode {
		for ; n > b.node.Line; n-- {
			if text := []rune(b.line(n)); len(text) >= b.node.Column && text[b.node.Column-1] == '-' && strings.TrimLeft(string(text[:b.node.Column-1]), " ") == "" {
				break
			}
		}
	}
	return n
}

// last is the last line of an item of a block.
func (b box) last(i int) int {
	bound := b.bound
	if i+1 < len(b.items()) {
		bound = b.first(i + 1)
	}
	return b.page.last(b.first(i), bound, b.node.Column-1)
}

// inside is the box of an item of the root, whose value is a mapping or a list.
func (b box) inside(i int) box {
	in := box{page: b.page, node: b.value(i), bound: b.bound}
	if i+1 < len(b.items()) {
		in.bound = b.first(i + 1)
	}
	return in
}

// lastInside is the last line of a block, with the comments at its end.
func (b box) lastInside() int {
	items := b.items()
	n := b.last(len(items) - 1)
	for at := n + 1; at < b.bound; at++ {
		blanks, comment := b.indent(at)
		if !b.isBlank(at) && (!comment || blanks == 0 || blanks < b.node.Column-1) {
			break
		}
		if comment {
			n = at
		}
	}
	return n
}

// comments tells whether there is a comment among the lines first to last beside those of an item.
func (b box) comments(first, last, i int) bool {
	for n := first; n <= last; n++ {
		_, comment := b.indent(n)
		within := !b.flow() && n >= b.first(i) && n <= b.last(i)
		if !within && (comment || strings.Contains(b.line(n), " #")) {
			return true
		}
	}
	return false
}
