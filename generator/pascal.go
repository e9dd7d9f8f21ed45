package generator

import (
	"slices"
	"strings"
	"unicode"

	"github.com/seed-0554dd89/scaffold/generator/visible"
)

// pascal writes the words of a name together, each with a capital, as exported names of Go are written: UserID for user-id
// and for userId. It keeps letters and digits alone, and is "" where the name holds none.
func (r *identifierRules) pascal(name string) string {
	var out strings.Builder
	for _, word := range words(name) {
		if upper := strings.ToUpper(word); slices.Contains(r.Initialisms, upper) {
			out.WriteString(upper)
			continue
		}
		letters := []rune(word)
		letters[0] = unicode.ToUpper(letters[0])
		out.WriteString(string(letters))
	}
	property := out.String()
	if property != "" && !unicode.IsLetter([]rune(property)[0]) {
		property = "_" + property
	}
	return property
}

// words are the words of a name: what stands between other characters, and begins with a capital after a small letter.
func words(name string) (words []string) {
	var word []rune
	end := func() {
		if len(word) > 0 {
			words = append(words, string(word))
		}
		word = nil
	}
	for _, c := range name {
		switch {
		case !unicode.IsLetter(c) && !unicode.IsDigit(c), visible.Hidden(c):
			end()
			continue
		case unicode.IsUpper(c) && len(word) > 0 && unicode.IsLower(word[len(word)-1]):
			end()
		}
		word = append(word, c)
	}
	end()
	return words
}
