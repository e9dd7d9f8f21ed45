package aws

import (
	"math/rand/v2"
	"regexp"
	"testing"
)

// catalogued returns every pattern of the catalogue, and those that its checks are made of.
func catalogued() []string {
	patterns := []string{
		`[A-Za-z0-9_-]{1,64}`, `[A-Za-z][A-Za-z0-9_]+`, `\d+\.\d+\.\d+\.\d+`, `[A-Za-z0-9._:~-]+`, `[a-z]{2}(-gov)?-[a-z]+-\d`,
		`a|b*|[^\s]?c`, `\*|arn:[^\s]+`, `ab{2}`, `[a-]+`, `.*x`, `(a|b)+`, `^a$`, `é`, `[\d.]{0,3}`, `a+?`, ``, `a||b`,
	}
	add := func(params []Param) {
		for _, p := range params {
			patterns = append(patterns, p.Given())
		}
	}
	for _, t := range Triggers() {
		add(t.Params)
	}
	for _, a := range Accesses() {
		add(a.Params)
	}
	for _, c := range LogChoices() {
		add(c.Params)
	}
	return patterns
}

// TestMatches compares our matching with that of the standard library on random texts, most of them near the patterns.
func TestMatches(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	alphabet := []rune("aabbcz019.-_*?:/$# \t\nAZéarn:s3none")
	simple := 0
	for _, pattern := range catalogued() {
		if _, ok := parsePattern(pattern); ok {
			simple++
		}
		want := regexp.MustCompile(`^(?:` + pattern + `)$`)
		for range 500 {
			text := make([]rune, random.IntN(8))
			for i := range text {
				text[i] = alphabet[random.IntN(len(alphabet))]
			}
			if random.IntN(10) == 0 {
				for len(text) > 0 && len(text) < 600 {
					text = append(text, text...)
				}
			}
			if got := matches(pattern, string(text)); got != want.MatchString(string(text)) {
				t.Fatalf("%s: %q: %t", pattern, string(text), got)
			}
		}
	}
	if simple < len(catalogued())/2 {
		t.Errorf("only %d of %d patterns are simple: the others are slow", simple, len(catalogued()))
	}
}
