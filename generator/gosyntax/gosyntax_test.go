package gosyntax_test

import (
	"go/token"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/gosyntax"
)

// TestDeep nests what the parser nests, with brackets in comments and texts that close none, and what nests nothing.
func TestDeep(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		deep bool
	}{
		"parentheses":  {"var x = " + strings.Repeat("(", 1001), true},
		"comments":     {"var x = " + strings.Repeat("(/*)*/", 1001), true},
		"texts":        {"var x = " + strings.Repeat(`f(")"`, 1001), true},
		"interfaces":   {"type T " + strings.Repeat("interface{A(", 501), true},
		"at the limit": {"var x = " + strings.Repeat("(", 1000) + "1" + strings.Repeat(")", 1000), false},
		"many":         {"var x = " + strings.Repeat("(1)+", 5000) + "1", false},
		"in a text":    {`var x = "` + strings.Repeat("(", 5000) + `"`, false},
		"in a comment": {"// " + strings.Repeat("(", 5000), false},
	} {
		_, err := gosyntax.Parse(token.NewFileSet(), "x.go", []byte("package x\n\n"+c.text+"\n"), 0)
		if deep := err != nil && strings.HasPrefix(err.Error(), "brackets lie"); deep != c.deep {
			t.Errorf("%s: got %v", name, err)
		}
	}
}
