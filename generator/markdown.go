package generator

import (
	"strings"
	"unicode"

	"github.com/seed-0554dd89/scaffold/generator/visible"
)

// markdownCode writes text as a code span, whatever backticks it holds, in which characters that nobody sees are escaped as in code.
func markdownCode(text string) string {
	text = visible.Escaped(strings.ReplaceAll(text, "\n", " "))
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if fence == "`" && text != "" {
		return fence + text + fence
	}
	return fence + " " + text + " " + fence
}

// markdownProse writes text so that none of it is markup.
func markdownProse(text string) string {
	var out strings.Builder
	for _, c := range visible.Marked(text) {
		if strings.ContainsRune("\\`*_{}[]<>()#+-.!|&~$:", c) {
			out.WriteByte('\\')
		}
		out.WriteRune(c)
	}
	return out.String()
}

// markdownSentence writes a sentence of ours with values of people in it, so that none of it is markup. It escapes only what
// would be: a_b, only * works and ${TABLE} stay as they are.
func markdownSentence(text string) string {
	var out strings.Builder
	runes := []rune(" " + visible.Marked(strings.Join(strings.Fields(text), " ")) + " ")
	stars, lines := hasEmphasis(runes, '*'), hasEmphasis(runes, '_')
	for i := 1; i < len(runes)-1; i++ {
		before, c, after := runes[i-1], runes[i], runes[i+1]
		emphasis := c == '*' && stars || c == '_' && lines && !(isWord(before) && isWord(after))
		if isMarkup(before, c, after) || emphasis || i == 1 && strings.ContainsRune(">#+-*", c) {
			out.WriteByte('\\')
		}
		out.WriteRune(c)
	}
	return out.String()
}

// isMarkup tells whether c may be markup inside a line, between the characters before and after it.
func isMarkup(before, c, after rune) bool {
	switch c {
	case '\\', '`', '[', '<', '~':
		return true
	case '&':
		return after == '#' || isWord(after)
	case ':':
		return after == '/' // GitHub makes a link of what looks like an address
	case '.':
		return before == 'w' && isWord(after)
	}
	return false
}

// hasEmphasis tells whether a mark may begin emphasis and one may end it.
func hasEmphasis(runes []rune, mark rune) bool {
	begins, ends := false, false
	for i := 1; i < len(runes)-1; i++ {
		if runes[i] == mark {
			begins = begins || flanks(runes[i-1], runes[i+1])
			ends = ends || flanks(runes[i+1], runes[i-1])
		}
	}
	return begins && ends
}

// flanks tells whether a mark of emphasis leans on the character inside, as CommonMark has it, with the other one outside.
func flanks(outside, inside rune) bool { return inside != ' ' && (isWord(inside) || !isWord(outside)) }

func isWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }
