package spec

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// cutFlow takes an item out of a flow collection, with the comma that it has too much.
func (b box) cutFlow(i int) edit {
	items := b.items()
	from, to := b.itemStart(i), b.itemEnd(i)
	switch {
	case len(items) == 1:
		if comma := b.comma(to); comma >= 0 {
			to = comma
		}
		return edit{{from, to, ""}}
	case i > 0 && strings.Trim(string(b.data[b.itemEnd(i-1):from]), ", \t\r\n") == "":
		return edit{{b.itemEnd(i - 1), to, ""}}
	}
	if comma := b.comma(to); comma >= 0 {
		to = comma
	}
	for to < len(b.data) && (b.data[to] == ' ' || b.data[to] == '\t') {
		to++
	}
	// Alone on its lines it takes them along.
	start, stop := b.starts[b.lineAt(from)-1], b.starts[b.lineAt(to)]
	rest := strings.TrimSpace(string(b.data[to:stop]))
	if strings.TrimSpace(string(b.data[start:from])) == "" && (rest == "" || rest[0] == '#') {
		return edit{{start, stop, ""}}
	}
	return edit{{from, to, ""}}
}

// insertFlow puts an item behind the last one of a flow collection: on a line of its own where that one is.
func (b box) insertFlow(text string) edit {
	items := b.items()
	open := b.offset(b.node)
	if len(items) == 0 {
		return edit{{open + 1, open + 1, text}}
	}
	last := len(items) - 1
	end := b.itemEnd(last)
	comma := b.comma(end)
	shut := b.nodeEnd(b.node) - 1
	line := b.lineAt(end)
	ownLine := strings.TrimSpace(string(b.data[b.starts[items[last].Line-1]:b.offset(items[last])])) == ""
	if lineStop := b.starts[line-1] + len(b.line(line)); ownLine && lineStop < shut {
		indent, _ := b.indent(items[last].Line)
		text = b.end + strings.Repeat(" ", indent) + text
		if comma >= 0 {
			return edit{{lineStop, lineStop, text + ","}}
		}
		return edit{{end, end, ","}, {lineStop, lineStop, text}}
	}
	if comma >= 0 {
		return edit{{comma, comma, " " + text + ","}}
	}
	return edit{{end, end, ", " + text}}
}

// itemStart is the place of an item of a flow collection: a name may stand behind a question mark.
func (b box) itemStart(i int) int {
	at := b.offset(b.items()[i])
	if before := strings.TrimRight(string(b.data[:at]), " "); b.node.Kind == yaml.MappingNode && strings.HasSuffix(before, "?") {
		return len(before) - 1
	}
	return at
}

// itemEnd is the place behind an item of a flow collection.
func (b box) itemEnd(i int) int {
	if b.node.Kind == yaml.SequenceNode {
		return b.nodeEnd(b.node.Content[i])
	}
	name, value := b.node.Content[2*i], b.node.Content[2*i+1]
	if value.Kind == yaml.ScalarNode && value.Value == "" && value.Style == 0 {
		return max(b.nodeEnd(name), b.colon(name))
	}
	return b.nodeEnd(value)
}

// comma is the place behind the comma that follows, over blanks, line ends and comments; -1 where none does.
func (b box) comma(at int) int {
	if at = b.space(at); at < len(b.data) && b.data[at] == ',' {
		return at + 1
	}
	return -1
}

// space is the place behind blanks, line ends and comments.
func (b box) space(at int) int {
	for at < len(b.data) {
		switch c := b.data[at]; {
		case strings.IndexByte(" \t\r\n", c) >= 0:
			at++
		case c == '#' && at > 0 && strings.IndexByte(" \t\r\n", b.data[at-1]) >= 0:
			for at < len(b.data) && b.data[at] != '\n' {
				at++
			}
		default:
			return at
		}
	}
	return at
}

// nodeEnd is the place behind a node that is a scalar on one line or in quotes, or in flow style.
func (b box) nodeEnd(n *yaml.Node) int {
	at := b.offset(n)
	switch {
	case at >= len(b.data):
		return at
	case n.Kind == yaml.ScalarNode && n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) == 0:
		return min(at+len(n.Value), len(b.data))
	case n.Kind != yaml.ScalarNode && strings.IndexByte("[{", b.data[at]) < 0 && len(n.Content) > 0:
		return b.nodeEnd(n.Content[len(n.Content)-1]) // name: value in a list, without braces
	}
	return b.skip(at)
}

// skip is the place behind what begins with a bracket, a brace or a quote.
func (b box) skip(at int) int {
	depth := 0
	for at < len(b.data) {
		switch c := b.data[at]; {
		case c == '[' || c == '{':
			depth++
			at++
		case c == ']' || c == '}':
			depth--
			at++
		case c == '"' || c == '\'':
			at = b.quoted(at)
		case c == ',' || c == ':', c == '?' && at+1 < len(b.data) && b.data[at+1] == ' ':
			at++
		default:
			at = b.plain(at)
		}
		if depth == 0 {
			return at
		}
		at = b.space(at)
	}
	return at
}

// quoted is the place behind a text in quotes.
func (b box) quoted(at int) int {
	quote := b.data[at]
	for at++; at < len(b.data); at++ {
		switch {
		case b.data[at] == '\\' && quote == '"':
			at++
		case b.data[at] != quote:
		case quote == '\'' && at+1 < len(b.data) && b.data[at+1] == quote:
			at++
		default:
			return at + 1
		}
	}
	return at
}

// plain is the place behind a word in flow style.
func (b box) plain(at int) int {
	for at++; at < len(b.data); at++ {
		switch c := b.data[at]; {
		case strings.IndexByte(",[]{}\r\n", c) >= 0:
			return at
		case c == ':' && (at+1 == len(b.data) || strings.IndexByte(" ,[]{}\r\n", b.data[at+1]) >= 0):
			return at
		case c == '#' && (b.data[at-1] == ' ' || b.data[at-1] == '\t'):
			return at
		}
	}
	return at
}
