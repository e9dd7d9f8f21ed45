package policy

import (
	"slices"
	"strings"
)

func anyMatches(patterns []string, text string, match func(pattern, text string) bool) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool { return match(pattern, text) })
}

// matchAction compares actions, in which case is of no account.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
func matchAction(pattern, action string) bool {
	return matchText(strings.ToLower(pattern), strings.ToLower(action))
}

// matchResource compares ARNs; * alone is every resource.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
func matchResource(pattern, arn string) bool {
	return pattern == "*" || matchARN(pattern, arn)
}

// matchARN compares ARNs part by part, of which there are six: a wildcard ends with its part, but the last part is all the
// rest, colons too. A pattern of fewer parts that ends in * is about all ARNs that begin so.
func matchARN(pattern, arn string) bool {
	want, have := arnParts(pattern), strings.SplitN(arn, ":", 6)
	return len(have) == 6 && slices.EqualFunc(want, have, matchText)
}

// arnParts are the six parts of a pattern; fewer where nothing says what the others are.
func arnParts(pattern string) []string {
	parts := strings.SplitN(pattern, ":", 6)
	for strings.HasSuffix(pattern, "*") && len(parts) < 6 {
		parts = append(parts, "*")
	}
	return parts
}

// matchText tells whether the whole text matches a pattern in which * is any characters, or none, and ? any one. It follows
// all ways through the pattern at once.
func matchText(pattern, text string) bool {
	rest := []rune(text)
	reached := make([]bool, len(rest)+1)
	reached[0] = true
	for _, c := range pattern {
		next := make([]bool, len(rest)+1)
		for at, here := range reached {
			switch {
			case c == '*':
				next[at] = here || at > 0 && next[at-1]
			case here && at < len(rest) && (c == '?' || c == rest[at]):
				next[at+1] = true
			}
		}
		reached = next
	}
	return reached[len(rest)]
}
