package spec

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// page is the text of a file, line by line.
type page struct {
	data   []byte
	starts []int // of lines, and the end of the text
	end    string
}

func newPage(data []byte) page {
	p := page{data: data, starts: []int{0}, end: "\n"}
	for at := 0; at < len(data); {
		c, n := utf8.DecodeRune(data[at:])
		at += n
		if c == '\r' && at < len(data) && data[at] == '\n' {
			at++
			if len(p.starts) == 1 {
				p.end = "\r\n"
			}
		} else if !lineEnd(c) {
			continue
		}
		p.starts = append(p.starts, at)
	}
	if last := len(p.starts) - 1; p.starts[last] < len(data) {
		p.starts = append(p.starts, len(data))
	}
	return p
}

// lineEnd tells whether a reader of YAML begins a new line after c.
func lineEnd(c rune) bool {
	return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029'
}

// lines is the number of lines.
func (p page) lines() int { return len(p.starts) - 1 }

// line is the text of a line, from 1, without its end.
func (p page) line(n int) string {
	return strings.TrimRightFunc(string(p.data[p.starts[n-1]:p.starts[n]]), lineEnd)
}

// offset is where a node begins.
func (p page) offset(n *yaml.Node) int {
	at := p.starts[n.Line-1]
	if n.Line == 1 && bytes.HasPrefix(p.data, []byte("\ufeff")) {
		at += len("\ufeff")
	}
	for range n.Column - 1 {
		_, size := utf8.DecodeRune(p.data[at:])
		at += size
	}
	return at
}

// lineAt is the line that an offset is in.
func (p page) lineAt(offset int) int {
	at, found := slices.BinarySearch(p.starts, offset)
	if found {
		at++
	}
	return min(max(at, 1), p.lines())
}

// isBlank tells whether a line has nothing on it.
func (p page) isBlank(n int) bool { return strings.TrimLeft(p.line(n), " \t") == "" }

// indent is the number of blanks that a line begins with, and whether it is a comment alone.
func (p page) indent(n int) (blanks int, comment bool) {
	text := p.line(n)
	rest := strings.TrimLeft(text, " ")
	return len(text) - len(rest), strings.HasPrefix(rest, "#")
}

// last is the last line before the line bound that belongs to what begins in the line first and column: what is behind,
// empty lines and comments that are not indented further than deep, belongs to what comes after.
func (p page) last(first, bound, deep int) int {
	n := bound - 1
	for n > first {
		blanks, comment := p.indent(n)
		if !p.isBlank(n) && (!comment || blanks > deep) {
			break
		}
		n--
	}
	return n
}

// documentEnd is the line after the last one of the document: a file may say ... there.
func (p page) documentEnd(root *yaml.Node) int {
	for n := root.Line; n <= p.lines(); n++ {
		if text := p.line(n); text == "..." || strings.HasPrefix(text, "... ") {
			return n
		}
	}
	return p.lines() + 1
}

// splice is a part of a text with another one in its place.
type splice struct {
	from, to int
	text     string
}

// edit is a change of a text.
type edit []splice

func (e edit) apply(data []byte) []byte {
	slices.SortStableFunc(e, func(a, b splice) int { return cmp.Compare(a.from, b.from) })
	var out []byte
	at := 0
	for _, s := range e {
		if s.from < at || s.to < s.from || s.to > len(data) {
			return data // the text is written in a way that was misread
		}
		out = append(append(out, data[at:s.from]...), s.text...)
		at = s.to
	}
	return append(out, data[at:]...)
}

// cutLines takes whole lines out, first to last.
func (p page) cutLines(first, last int) edit { return edit{{p.starts[first-1], p.starts[last], ""}} }

// insertLines puts lines behind a line; 0 is the top.
func (p page) insertLines(after int, text string) edit {
	text = strings.ReplaceAll(text, "\n", p.end)
	at := p.starts[after]
	if after > 0 && p.line(after) == string(p.data[p.starts[after-1]:at]) {
		// The last line has no end: then the new one has none.
		return edit{{at, at, p.end + strings.TrimSuffix(text, p.end)}}
	}
	return edit{{at, at, text}}
}
