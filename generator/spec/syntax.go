package spec

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// nesting limits how deep the values of a file lie inside one another.
type nesting struct{}

func (nesting) CheckDepth(depth int, _ *yaml.DepthContext) error {
	if depth > maxDepth+8 {
		return fmt.Errorf("values lie more than %d deep inside one another", maxDepth+8)
	}
	return nil
}

func (nesting) CheckAlias(aliases, _ int) error { return nil }

// checkBytes finds the first byte or character that no YAML has as it is.
func (d *Document) checkBytes() *Problem {
	line, column := 1, 1
	for i := 0; i < len(d.Data); {
		c, n := utf8.DecodeRune(d.Data[i:])
		switch {
		case c == utf8.RuneError && n == 1:
			return &Problem{Where: d.at(line, column), Is: fmt.Sprintf("the byte %#x is no UTF-8", d.Data[i]), Want: "want a file in UTF-8"}
		case c < 0x20 && c != '\n' && c != '\t' && c != '\r', 0x7f <= c && c < 0xa0 && c != 0x85, c == 0xfffe, c == 0xffff:
			return &Problem{Where: d.at(line, column), Is: fmt.Sprintf("the character %U cannot be written as it is", c), Want: fmt.Sprintf(`want "\u%04x" in a text in double quotes`, c)}
		case c == '\n':
			line, column = line+1, 0
		}
		column++
		i += n
	}
	return nil
}

// tabbed tells whether a line is indented with a tab.
func (d *Document) tabbed(line int) bool {
	lines := bytes.SplitN(d.Data, []byte("\n"), line+1)
	if line > len(lines) {
		return false
	}
	text := lines[line-1]
	return bytes.IndexByte(text[:len(text)-len(bytes.TrimLeft(text, " \t"))], '\t') >= 0
}

// syntax is the problem of a text that is no YAML.
func (d *Document) syntax(err error) *Problem {
	p := &Problem{Where: d.at(1, 1), Is: "this is no YAML: " + err.Error()}
	var load *yaml.LoadError
	if !errors.As(err, &load) {
		return p
	}
	p.Is = "this is no YAML: " + load.Message
	mark := load.Mark
	if load.ContextMark.Line == mark.Line || load.ContextMark.Line > 0 && strings.Contains(load.ContextMsg, "quoted") ||
		strings.Contains(load.ContextMsg, "flow") {
		mark = load.ContextMark
	}
	if mark.Line > 0 {
		p.Where = d.at(mark.Line, mark.Column)
		p.Hint = d.quoteLine(mark.Line, 0)
		if d.tabbed(mark.Line) {
			p.Hint = "indent with blanks: YAML takes no tabs"
		}
	} else {
		p.Where = d.Name
	}
	return p
}

func (d *Document) at(line, column int) string { return fmt.Sprintf("%s:%d:%d", d.Name, line, column) }

// quoteLine is the hint to quote what follows the name on a line; "" where that would not help, and where it does not begin
// at column, which is 0 where any will do.
func (d *Document) quoteLine(line, column int) string {
	lines := strings.Split(string(d.Data), "\n")
	if line > len(lines) {
		return ""
	}
	text := strings.TrimRight(lines[line-1], " \t\r")
	name, value, ok := strings.Cut(text, ": ")
	name, value = strings.TrimLeft(name, " -"), strings.TrimLeft(value, " ")
	start := utf8.RuneCountInString(text) - utf8.RuneCountInString(value) + 1
	switch {
	case !ok, value == "", column > 0 && column != start:
		return ""
	case strings.ContainsAny(value[:1], `"'`), strings.ContainsAny(name, `"'{[`):
		return ""
	case !strings.ContainsAny(value[:1], "*&!?{}[]%@`|>,") && !strings.Contains(value, ": "):
		return ""
	}
	return fmt.Sprintf("quote this value: %s: %s", name, Text(value))
}
