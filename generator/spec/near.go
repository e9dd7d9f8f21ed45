package spec

import (
	"fmt"
	"strings"
)

// DidYouMean is the hint for a word that is no part of a Spec, a command or a flag: the words are the same everywhere.
func DidYouMean(word string, known []string) string { return didYouMean(word, known) }

// didYouMean is the hint that names the one of known that word is a slip of; "" where none is near.
func didYouMean(word string, known []string) string {
	best, least := "", len(word)/3+1
	if len(word) > 64 {
		return ""
	}
	for _, k := range known {
		if d := distance(strings.ToLower(word), strings.ToLower(k)); d < least || d == least && best == "" {
			best, least = k, d
		}
	}
	if best == "" || least >= len(best) {
		return ""
	}
	return fmt.Sprintf("did you mean %q?", best)
}

// distance counts the letters to insert, remove, replace or swap with their neighbour to make b of a.
func distance(a, b string) int {
	before, last := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range len(a) {
		next := make([]int, len(b)+1)
		next[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			next[j+1] = min(last[j]+cost, last[j+1]+1, next[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, last = last, next
	}
	return last[len(b)]
}
