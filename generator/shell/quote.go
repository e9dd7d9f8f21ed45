package shell

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/seed-0554dd89/scaffold/generator/visible"
)

// plain tells whether every shell reads text as it is: letters, digits and what no shell has a meaning for. zsh has one for
// = at the beginning.
func plain(text string) bool {
	for i := range len(text) {
		c := text[i]
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
		if !letter && strings.IndexByte("_-./:=@,+%", c) < 0 {
			return false
		}
	}
	return !strings.HasPrefix(text, "=")
}

// keptInDoubleQuotes tells whether every shell reads text as it is there.
func keptInDoubleQuotes(text string) bool {
	return !strings.ContainsAny(text, "\"\\$`!") && !strings.Contains(text, "##") && !visible.In(text)
}

// quote writes a text that is not empty. Hidden characters are written by printf: a terminal that they were pasted into
// would take them for keys, and nobody would see them. Line feeds at the end stand as they are, because the shell takes
// them off what a command prints.
func quote(text string) string {
	if plain(text) {
		return text
	}
	var out strings.Builder
	if name := strings.IndexByte(text, '=') + 1; strings.HasPrefix(text, "--") && plain(text[:name]) {
		out.WriteString(text[:name])
		text = text[name:]
	}
	for text != "" {
		n := hiddenRun(text)
		switch {
		case n == 0:
			n = visibleRun(text)
			out.WriteString(single(text[:n]))
		case strings.Trim(text[:n], "\n") == "" && n == len(text):
			out.WriteString("'" + text + "'")
		case n == len(text) && text[n-1] == '\n':
			n = len(strings.TrimRight(text, "\n"))
			out.WriteString(printed(text[:n]))
		default:
			if text[n-1] == '\n' {
				_, size := utf8.DecodeRuneInString(text[n:])
				n += size
			}
			out.WriteString(printed(text[:n]))
		}
		text = text[n:]
	}
	return out.String()
}

// single writes a text in single quotes. Two # are kept apart, as a log of a build takes some words behind them for its own.
func single(text string) string {
	text = strings.ReplaceAll(text, "'", `'\''`)
	for strings.Contains(text, "##") {
		text = strings.ReplaceAll(text, "##", "#''#")
	}
	return "'" + text + "'"
}

// printed writes bytes as the output of a command that all shells have.
func printed(text string) string {
	var out strings.Builder
	for i := range len(text) {
		fmt.Fprintf(&out, `\0%03o`, text[i])
	}
	return `"$(printf %b '` + out.String() + `')"`
}

// hiddenRun and visibleRun are how many bytes at the beginning of text are hidden characters or no UTF-8, or are not.
func hiddenRun(text string) int { return run(text, true) }

func visibleRun(text string) int { return run(text, false) }

func run(text string, hidden bool) int {
	for i, c := range text {
		_, size := utf8.DecodeRuneInString(text[i:])
		if (visible.Hidden(c) || c == utf8.RuneError && size == 1) != hidden {
			return i
		}
	}
	return len(text)
}
