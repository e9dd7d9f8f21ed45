package generator

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// property returns the name under which a key's value is handed to the handler: the key's own name where that is an
// identifier, else its words in camel case: userId for user-id. It is "" where the name holds no letter and no digit.
func (r *identifierRules) property(name string) string {
	switch {
	case r.Snake:
		return r.snake(name)
	case r.Pascal:
		return exportedCase(name, r.Initialisms)
	case r.isIdentifier(name) && !slices.Contains(r.Never, name):
		return name
	}
	property := camelCase(name)
	if property != "" && !isStart([]rune(property)[0]) {
		property = "_" + property
	}
	return property
}

// snake returns the name in words: user_id for userId, key_9lives for 9lives, class_ for class. Compatible characters
// become the ones that they stand for, as the language that asks for this reads identifiers in that form.
// https://docs.python.org/3/reference/lexical_analysis.html#identifiers
func (r *identifierRules) snake(name string) string {
	property := norm.NFKC.String(snakeCase(norm.NFKC.String(strings.ReplaceAll(name, notInIdentifiers, " "))))
	if property != "" && !isStart([]rune(property)[0]) {
		property = "key_" + property
	}
	return r.variable(property)
}

// notInIdentifiers is the one letter that is syntax: VERTICAL TILDE. https://www.unicode.org/reports/tr31/#Pattern_Syntax
const notInIdentifiers = "\u2e2f"

// variable returns the name of a local variable that holds the property: class_ for class.
func (r *identifierRules) variable(property string) string {
	_, reserved := slices.BinarySearch(r.Reserved, property)
	_, taken := slices.BinarySearch(r.Taken, property)
	if reserved || taken {
		return property + "_"
	}
	return property
}

// function returns a name for a function that does something with a thing: serveSqs, or serve_sqs in words.
func (r *identifierRules) function(does, thing string) (name, separator string) {
	if r.Snake {
		return does + "_" + snakeCase(thing), "_"
	}
	return does + thing, ""
}

// method returns a name of AWS's API as the SDK of the language has it: putJobSuccessResult for PutJobSuccessResult.
func (r *identifierRules) method(operation string) string {
	if r.Snake {
		return snakeCase(operation)
	}
	return strings.ToLower(operation[:1]) + operation[1:]
}

func (r *identifierRules) isIdentifier(name string) bool {
	for i, c := range name {
		extra := strings.ContainsRune(r.Extra, c)
		if !extra && !isPart(c) || i == 0 && !extra && !isStart(c) {
			return false
		}
	}
	return name != ""
}

// isStart and isPart keep to what the languages' identifiers have in common: letters, and after the first one digits and
// marks. https://www.unicode.org/reports/tr31/
func isStart(c rune) bool { return c == '_' || unicode.IsLetter(c) || unicode.Is(unicode.Nl, c) }

func isPart(c rune) bool { return isStart(c) || unicode.In(c, unicode.Nd, unicode.Mn, unicode.Mc) }
