// Package visible knows which characters of a text nobody can see, and writes them so that everybody can. It is told which
// format the text stands in by the function that is called, and leaves that format's own quoting to others.
package visible

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Hidden tells whether a character has no picture of its own or turns the direction of those around it: controls, line and
// paragraph separators, marks of direction, tags, and all that Unicode lets a program draw as nothing, such as variation
// selectors and the fillers of Hangul; characters that are not assigned, and private ones, are among them.
//
// The joiner between the parts of an emoji, and the selector behind one, are hidden too: by themselves they tell two texts
// apart that look the same. Where they are escaped a value stays what it is. Combining letters are seen, and left alone.
//
// https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
func Hidden(c rune) bool {
	if c < utf8.RuneSelf {
		return c < ' ' || c == 0x7f
	}
	return !unicode.IsGraphic(c) || unicode.In(c, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// In tells whether a text has a hidden character or a byte that is no UTF-8.
func In(text string) bool {
	return strings.IndexFunc(text, Hidden) >= 0 || !utf8.ValidString(text)
}

// Escaped writes each hidden character as a JSON string has it, \u202e, a character beyond the first plane as two.
func Escaped(text string) string {
	return replaced(text, func(c rune) string {
		if c > 0xffff {
			high, low := utf16.EncodeRune(c)
			return fmt.Sprintf(`\u%04x\u%04x`, high, low)
		}
		return fmt.Sprintf(`\u%04x`, c)
	})
}

// Long writes each hidden character as Go, Python and YAML have it in double quotes: \u202e, and \U000e0001 beyond the first plane.
func Long(text string) string {
	return replaced(text, func(c rune) string {
		if c > 0xffff {
			return fmt.Sprintf(`\U%08x`, c)
		}
		return fmt.Sprintf(`\u%04x`, c)
	})
}

// Text is a text of several lines with each hidden character named, but for line feeds and tabs.
func Text(text []byte) []byte { return lines(text, Marked) }

// JSON is a JSON text, whose white space stays, with each hidden character in its strings escaped.
func JSON(text []byte) []byte { return lines(text, Escaped) }

// YAML is a YAML text, whose white space stays, with each hidden character escaped. A scalar that holds one has to stand in
// double quotes.
func YAML(text []byte) []byte { return lines(text, Long) }

// Marked names each hidden character in the middle of a text for people: U+202E.
func Marked(text string) string {
	return replaced(text, func(c rune) string { return fmt.Sprintf("%U", c) })
}

// Line is a text as one line that a terminal shows as it is: controls and other hidden characters are written as escapes,
// \n and \u202e, and so are bytes that are no UTF-8.
func Line(text string) string {
	if !In(text) {
		return text
	}
	var out strings.Builder
	for i, c := range text {
		_, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case c == utf8.RuneError && size == 1:
			fmt.Fprintf(&out, `\x%02x`, text[i])
		case Hidden(c):
			out.WriteString(escapeOf(c))
		default:
			out.WriteRune(c)
		}
	}
	return out.String()
}

func escapeOf(c rune) string {
	switch c {
	case '\n':
		return `\n`
	case '\r':
		return `\r`
	case '\t':
		return `\t`
	}
	return Escaped(string(c))
}

// replaced writes each hidden character of a text anew.
func replaced(text string, write func(rune) string) string {
	if strings.IndexFunc(text, Hidden) < 0 {
		return text
	}
	var out strings.Builder
	for _, c := range text {
		if Hidden(c) {
			out.WriteString(write(c))
		} else {
			out.WriteRune(c)
		}
	}
	return out.String()
}

// lines writes what stands between line feeds and tabs anew.
func lines(text []byte, write func(string) string) []byte {
	if !In(strings.Map(layout, string(text))) {
		return text
	}
	var out strings.Builder
	for rest := string(text); rest != ""; {
		end := strings.IndexAny(rest, "\n\t")
		if end < 0 {
			end = len(rest)
		}
		out.WriteString(write(rest[:end]))
		out.WriteString(rest[end:min(end+1, len(rest))])
		rest = rest[min(end+1, len(rest)):]
	}
	return []byte(out.String())
}

func layout(c rune) rune {
	if c == '\n' || c == '\t' {
		return -1
	}
	return c
}
