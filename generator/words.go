package generator

import (
	"slices"
	"strings"
	"unicode"
)

// How names are written in the cases of languages and documents. A name that people chose may become any other in a case:
// names of one place come from a scope, which gives each once.

// snakeCase writes a name as words in lower case: user_id for user-id and userId, http_server for HTTPServer, s3_key for
// S3Key. It is "" where the name holds no letter and no digit.
func snakeCase(name string) string { return strings.ToLower(strings.Join(wordsOf(name), "_")) }

// placeholderCase writes a name in upper case: MY_UPLOADS for my-uploads.
func placeholderCase(name string) string { return strings.ToUpper(strings.ReplaceAll(name, "-", "_")) }

// kebab writes a name in lower case with a hyphen in front of each word but the first: vpc-config for VpcConfig.
func kebab(name string) string { return strings.ToLower(strings.Join(wordsOf(name), "-")) }

// pascalCase writes the words of a name together, each with a capital: ApigatewayRest for apigateway-rest.
func pascalCase(name string) string {
	var out strings.Builder
	for _, word := range wordsOf(name) {
		out.WriteString(capital(word))
	}
	return out.String()
}

// testCase is pascalCase with a word in front of a number that is a word: S3No2 for s3-2, which stays apart from s32.
func testCase(name string) string {
	var out strings.Builder
	for i, word := range wordsOf(name) {
		if i > 0 && unicode.IsDigit([]rune(word)[0]) {
			out.WriteString("No")
		}
		out.WriteString(capital(word))
	}
	return out.String()
}

// exportedCase is pascalCase as exported names of Go are written, with initialisms in capitals: UserID for user-id and for
// userId. It keeps letters and digits alone, and is "" where the name holds none.
func exportedCase(name string, initialisms []string) string {
	var out strings.Builder
	for _, word := range plainWordsOf(name) {
		if upper := strings.ToUpper(word); slices.Contains(initialisms, upper) {
			word = upper
		}
		out.WriteString(capital(word))
	}
	exported := out.String()
	if exported != "" && !unicode.IsLetter([]rune(exported)[0]) {
		exported = "_" + exported
	}
	return exported
}

// camelCase writes a name together, with a capital for what follows other characters: userId for user-id. It leaves letters
// as they are, and is "" where the name holds no letter and no digit.
func camelCase(name string) string {
	var out strings.Builder
	upper := false
	for _, c := range name {
		switch {
		case c == '_' && out.Len() == 0:
			// Leading underscores do not survive a conversion: proto for __proto__.
		case !isPart(c) || c == '_':
			upper = out.Len() > 0
		case upper:
			out.WriteRune(unicode.ToUpper(c))
			upper = false
		default:
			out.WriteRune(c)
		}
	}
	return out.String()
}

func capital(word string) string {
	letters := []rune(word)
	letters[0] = unicode.ToUpper(letters[0])
	return string(letters)
}

// wordsOf takes a name apart at what is no letter and no digit, and before an upper-case letter that begins a word.
func wordsOf(name string) []string {
	return split(name, func(c rune) bool { return c != '_' && isPart(c) }, func(before, c, after rune) bool {
		return unicode.IsUpper(c) && (!unicode.IsUpper(before) || unicode.IsLower(after))
	})
}

// plainWordsOf are words of letters and digits alone, which begin with a capital after a small letter.
func plainWordsOf(name string) []string {
	return split(name, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }, func(before, c, _ rune) bool {
		return unicode.IsUpper(c) && unicode.IsLower(before)
	})
}

// split takes a name apart at what is no part of a word, and in front of what begins another one. after is 0 at the end.
func split(name string, part func(rune) bool, begins func(before, c, after rune) bool) []string {
	var words []string
	var word []rune
	end := func() {
		if len(word) > 0 {
			words = append(words, string(word))
			word = nil
		}
	}
	letters := append([]rune(name), 0)
	for i, c := range letters[:len(letters)-1] {
		if !part(c) {
			end()
			continue
		}
		if len(word) > 0 && begins(word[len(word)-1], c, letters[i+1]) {
			end()
		}
		word = append(word, c)
	}
	end()
	return words
}
