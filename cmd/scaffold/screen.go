package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-0554dd89/scaffold/generator/visible"
)

// screen is where people read: a terminal, or the log of a build, which takes some lines for commands of its own. What a
// text holds reaches neither as more than text: of hidden characters, line feeds and tabs alone are written as they are,
// a line that would begin with : gets a \ before it, and so does the [ of ##[ and its like.
//
// Standard error is one, and so is standard output for text. What standard output has for programs is written as it is,
// JSON, txtar, events, the schema, patches and annotations, unless it is a terminal; JSON and annotations escape themselves, and a
// patch has no line that begins with a command. In the log of a build a patch is text for people, too.
type screen struct {
	w       io.Writer
	exact   bool // hidden characters are written as they are
	inLine  bool // something that is no blank stands in the line
	marks   int  // # before this place: 2 is a command's beginning, letters behind which are its system
	partial []byte
}

// Write writes text; a character that is not whole waits for its rest.
func (s *screen) Write(text []byte) (int, error) {
	data := append(s.partial, text...)
	s.partial = nil
	out := make([]byte, 0, len(data)+16)
	for len(data) > 0 {
		if !utf8.FullRune(data) {
			s.partial = append(s.partial, data...)
			break
		}
		c, size := utf8.DecodeRune(data)
		out = s.add(out, c, data[:size])
		data = data[size:]
	}
	if _, err := s.w.Write(out); err != nil {
		return 0, err
	}
	return len(text), nil
}

func (s *screen) add(out []byte, c rune, raw []byte) []byte {
	if c == ':' && !s.inLine || c == '[' && s.marks >= 2 {
		out = append(out, '\\')
	}
	switch {
	case c == '#':
		s.marks++
	case s.marks < 2 || !unicode.IsLetter(c):
		s.marks = 0
	}
	if c == '\n' || c == '\r' {
		s.inLine = false
	} else if !unicode.IsSpace(c) {
		s.inLine = true
	}
	switch {
	case s.exact, c == '\n', c == '\t', !visible.In(string(raw)):
		return append(out, raw...)
	}
	s.inLine = true
	return append(out, visible.Line(string(raw))...)
}

// people is standard output for text that people read.
func (s *System) people() io.Writer { return &screen{w: s.Out} }

// results is standard output for what programs read.
func (s *System) results() io.Writer {
	if s.Screen {
		return s.people()
	}
	return s.Out
}

// patch is standard output for a patch.
func (s *System) patch() io.Writer {
	switch {
	case s.Screen:
		return s.people()
	case s.Getenv("GITHUB_ACTIONS") != "", s.Getenv("TF_BUILD") != "":
		return &screen{w: s.Out, exact: true}
	}
	return s.Out
}

const longest = 8 << 10 // bytes

// shown is an argument of a sentence as one line. Longer than any path it is cut: a file may have given it.
func shown(arg any) any {
	text := ""
	switch arg := arg.(type) {
	case string:
		text = arg
	case error:
		text = arg.Error()
	case fmt.Stringer:
		text = arg.String()
	default:
		return arg
	}
	if len(text) > longest {
		text = strings.ToValidUTF8(text[:longest], "") + "..."
	}
	return visible.Line(text)
}
