package tree

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestMergeBound merges texts that have more lines, or lines in worse order, than the search for common ones goes through. The
// answer is coarser and never wrong: what one side alone changed comes through, and what both did is a conflict with both.
func TestMergeBound(t *testing.T) {
	lines := make([]string, 10_000)
	for i := range lines {
		lines[i] = fmt.Sprintf("line %d\n", i)
	}
	base := strings.Join(lines, "")
	mixed := slices.Clone(lines)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
	shuffled := strings.Join(mixed, "")
	long := strings.Repeat(base, 25)
	for name, c := range map[string]struct {
		base, ours, theirs, want string // want is "" where it is a conflict
	}{
		"ours":      {base, shuffled, base, shuffled},
		"theirs":    {base, base, shuffled, shuffled},
		"both":      {base, shuffled, shuffled, shuffled},
		"apart":     {base, shuffled, "x\n" + base, ""},
		"long ends": {long, long + "x\n", "y\n" + long, "y\n" + long + "x\n"},
		"long":      {long, strings.Replace(long, "line 7\n", "line seven\n", 2), "x\n" + long + "y\n", ""},
		"long ours": {long, strings.ReplaceAll(long, "line 7\n", ""), long, strings.ReplaceAll(long, "line 7\n", "")},
	} {
		m := MergeText([]byte(c.base), []byte(c.ours), []byte(c.theirs), Labels{"a", "b", "c"})
		switch text := string(m.Text); {
		case c.want != "" && (text != c.want || m.Conflicts > 0):
			t.Errorf("%s: got %d bytes with %d conflicts, want %d bytes", name, len(text), m.Conflicts, len(c.want))
		case c.want == "" && (m.Conflicts == 0 || len(text) < max(len(c.ours), len(c.theirs))):
			t.Errorf("%s: got %d bytes with %d conflicts, want some", name, len(text), m.Conflicts)
		}
	}
}
