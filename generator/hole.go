package generator

import (
	"iter"
	"strings"
)

// hole is a part of a text of package aws: a hole, {name|form}, or where name is "" the literal text between two holes.
type hole struct {
	literal  string
	name     string
	form     string
	optional bool // {name?}
}

// holes yields the literal texts and the holes of pattern in order. A brace that opens no hole is literal.
func holes(pattern string) iter.Seq[hole] {
	return func(yield func(hole) bool) {
		for pattern != "" {
			start, end := nextHole(pattern)
			if start < 0 {
				yield(hole{literal: pattern})
				return
			}
			if start > 0 && !yield(hole{literal: pattern[:start]}) {
				return
			}
			name, form, _ := strings.Cut(pattern[start+1:end], "|")
			name, optional := strings.CutSuffix(name, "?")
			if !yield(hole{name: name, form: form, optional: optional}) {
				return
			}
			pattern = pattern[end+1:]
		}
	}
}

// nextHole finds the first hole; start is -1 where there is none.
func nextHole(pattern string) (start, end int) {
	for start = range len(pattern) {
		if pattern[start] != '{' {
			continue
		}
		form := false
		for end = start + 1; end < len(pattern) && (inHole(pattern[end]) || form && inForm(pattern[end])); end++ {
			form = form || pattern[end] == '|'
		}
		if end < len(pattern) && pattern[end] == '}' && end > start+1 {
			return start, end
		}
	}
	return -1, -1
}

func inForm(c byte) bool { return c >= '0' && c <= '9' || c == '/' }

func inHole(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || strings.IndexByte("@.:|?-", c) >= 0
}
