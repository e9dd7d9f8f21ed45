package generator

import (
	"strings"
	"unicode"
)

// snakeCase writes a name as words in lower case: user_id for user-id and userId, http_server for HTTPServer, s3_key for
// S3Key. It is "" where the name holds no letter and no digit.
func snakeCase(name string) string { return strings.ToLower(strings.Join(wordsOf(name), "_")) }

// pascalCase writes a name as words in upper case: ApigatewayRest for apigateway-rest. S3No2 is s3-2, which stays apart
// from s32.
func pascalCase(name string) string {
	var out strings.Builder
	for _, word := range wordsOf(name) {
		first := []rune(word)[0]
		if unicode.IsDigit(first) && out.Len() > 0 {
			out.WriteString("No")
		}
		out.WriteString(string(unicode.ToUpper(first)) + word[len(string(first)):])
	}
	return out.String()
}

// wordsOf takes a name apart at what is no letter and no digit, and before an upper-case letter that begins a word.
func wordsOf(name string) []string {
	var words []string
	var word []rune
	end := func() {
		if len(word) > 0 {
			words = append(words, string(word))
			word = nil
		}
	}
	letters := []rune(name)
	for i, c := range letters {
		if c == '_' || !isPart(c) {
			end()
			continue
		}
		if unicode.IsUpper(c) && len(word) > 0 {
			before := word[len(word)-1]
			followed := i+1 < len(letters) && unicode.IsLower(letters[i+1])
			if !unicode.IsUpper(before) || followed {
				end()
			}
		}
		word = append(word, c)
	}
	end()
	return words
}
