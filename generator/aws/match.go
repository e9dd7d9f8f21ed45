package aws

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// matches tells whether the whole text matches the pattern. Most patterns of the catalogue are sets of characters with
// counts: those are matched here, because compiling [a-z]{1,512} costs more than the rest of checking a Spec. Others are
// regular expressions, compiled when they are first needed.
func matches(pattern, text string) bool {
	m, ok := matchers.Load(pattern)
	if !ok {
		if alternatives, simple := parsePattern(pattern); simple {
			m = alternatives
		} else {
			m = regexp.MustCompile(`^(?:` + pattern + `)$`)
		}
		matchers.Store(pattern, m)
	}
	switch m := m.(type) {
	case [][]piece:
		runes := []rune(text)
		return slices.ContainsFunc(m, func(pieces []piece) bool { return matchPieces(pieces, runes) })
	default:
		return m.(*regexp.Regexp).MatchString(text)
	}
}

var matchers sync.Map // from a pattern to a [][]piece or a *regexp.Regexp

// piece is a set of characters and how often one of them comes.
type piece struct {
	set     []rune // pairs: from, to
	negated bool
	min     int
	max     int
}

func (p piece) holds(c rune) bool {
	for i := 0; i < len(p.set); i += 2 {
		if p.set[i] <= c && c <= p.set[i+1] {
			return !p.negated
		}
	}
	return p.negated
}

func matchPieces(pieces []piece, text []rune) bool {
	if len(pieces) == 0 {
		return len(text) == 0
	}
	p, n := pieces[0], 0
	for n < len(text) && n < p.max && p.holds(text[n]) {
		n++
	}
	for ; n >= p.min; n-- {
		if matchPieces(pieces[1:], text[n:]) {
			return true
		}
	}
	return false
}

// parsePattern takes a pattern apart into alternatives of pieces. It is false for a pattern with a group, a dot, an anchor
// or anything else that is not a character, a set or a count.
func parsePattern(pattern string) (alternatives [][]piece, ok bool) {
	pieces := []piece{}
	for rest := pattern; rest != ""; {
		if rest[0] == '|' {
			alternatives, pieces, rest = append(alternatives, pieces), []piece{}, rest[1:]
			continue
		}
		p := piece{}
		if p, rest, ok = parseSet(rest); !ok {
			return nil, false
		}
		if p.min, p.max, rest, ok = parseCount(rest); !ok {
			return nil, false
		}
		pieces = append(pieces, p)
	}
	return append(alternatives, pieces), true
}

// parseSet reads [a-z], \d, \* or a character that means itself.
func parseSet(text string) (p piece, rest string, ok bool) {
	if text[0] != '[' {
		if strings.IndexByte(`.()^$*+?{}]`, text[0]) >= 0 {
			return p, "", false
		}
		p.set, rest, ok = parseRune(text)
		return p, rest, ok
	}
	rest, p.negated = strings.CutPrefix(text[1:], "^")
	for rest != "" && rest[0] != ']' {
		var set []rune
		if set, rest, ok = parseRune(rest); !ok || rest == "" {
			return p, "", false
		}
		if len(set) == 2 && set[0] == set[1] && rest[0] == '-' && len(rest) > 1 && rest[1] != ']' {
			var end []rune
			if end, rest, ok = parseRune(rest[1:]); !ok {
				return p, "", false
			}
			set[1] = end[1]
		}
		p.set = append(p.set, set...)
	}
	return p, strings.TrimPrefix(rest, "]"), rest != "" && len(p.set) > 0
}

// parseRune reads one character, or one of the sets \d and \s.
func parseRune(text string) (set []rune, rest string, ok bool) {
	if text[0] >= 0x80 {
		return nil, "", false
	}
	if text[0] != '\\' {
		return []rune{rune(text[0]), rune(text[0])}, text[1:], true
	}
	if len(text) < 2 {
		return nil, "", false
	}
	switch c := text[1]; {
	case c == 'd':
		return []rune{'0', '9'}, text[2:], true
	case c == 's':
		return []rune{'\t', '\n', '\f', '\r', ' ', ' '}, text[2:], true
	case 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9':
		return nil, "", false
	default:
		return []rune{rune(c), rune(c)}, text[2:], true
	}
}

// parseCount reads ?, *, +, {2}, {1,64} or nothing, which is once.
func parseCount(text string) (least, most int, rest string, ok bool) {
	const many = 1 << 30
	if text == "" {
		return 1, 1, "", true
	}
	switch text[0] {
	case '?':
		least, most, rest = 0, 1, text[1:]
	case '*':
		least, most, rest = 0, many, text[1:]
	case '+':
		least, most, rest = 1, many, text[1:]
	case '{':
		inside, after, closed := strings.Cut(text[1:], "}")
		from, to, two := strings.Cut(inside, ",")
		least, err := strconv.Atoi(from)
		most, err2 := least, error(nil)
		if two {
			most, err2 = strconv.Atoi(to)
		}
		rest = after
		return least, most, rest, closed && err == nil && err2 == nil && !strings.HasPrefix(rest, "?")
	default:
		return 1, 1, text, true
	}
	return least, most, rest, !strings.HasPrefix(rest, "?") && !strings.HasPrefix(rest, "+")
}
