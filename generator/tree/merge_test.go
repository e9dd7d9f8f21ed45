package tree

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

var mergeLabels = Labels{"yours", "generated before", "generated now"}

func TestMerge(t *testing.T) {
	for _, test := range []struct{ name, base, ours, theirs, want string }{
		{"nothing", "", "", "", ""},
		{"ours alone", "a\nb\n", "a\nB\n", "a\nb\n", "a\nB\n"},
		{"theirs alone", "a\nb\n", "a\nb\n", "A\nb\n", "A\nb\n"},
		{"apart", "a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n", "A\nb\nC\n"},
		{"both the same", "a\nb\n", "a\nX\n", "a\nX\n", "a\nX\n"},
		{"touching", "a\nb\n", "A\nb\n", "a\nB\n", "<<<<<<< yours\nA\nb\n||||||| generated before\na\nb\n=======\na\nB\n>>>>>>> generated now\n"},
		{"one place", "a\nb\nc\n", "a\nX\nc\n", "a\nY\nc\n", "a\n<<<<<<< yours\nX\n||||||| generated before\nb\n=======\nY\n>>>>>>> generated now\nc\n"},
		{"no newline at the end", "a\nb", "A\nb", "a\nb", "A\nb"},
		{"conflict without newline", "a", "b", "c", "<<<<<<< yours\nb\n||||||| generated before\na\n=======\nc\n>>>>>>> generated now\n"},
		{"deleted and changed", "a\nb\n", "a\n", "a\nB\n", "a\n<<<<<<< yours\n||||||| generated before\nb\n=======\nB\n>>>>>>> generated now\n"},
		{"ours on Windows", "a\nb\nc\n", "A\r\nb\r\nc\r\n", "a\nb\nC\nD\n", "A\r\nb\r\nC\r\nD\r\n"},
		{"ours on Windows, conflict", "a\n", "b\r\n", "c\n", "<<<<<<< yours\r\nb\r\n||||||| generated before\r\na\r\n=======\r\nc\r\n>>>>>>> generated now\r\n"},
		{"mixed line ends stay", "a\nb\nc\n", "a\nb\r\nc\n", "A\nb\nc\n", "A\nb\r\nc\n"},
	} {
		got := MergeText([]byte(test.base), []byte(test.ours), []byte(test.theirs), mergeLabels)
		if string(got.Text) != test.want || (got.Conflicts > 0) != strings.Contains(test.want, "<<<<<<<") {
			t.Errorf("%s: %d conflicts and %q, want %q", test.name, got.Conflicts, got.Text, test.want)
		}
	}
}

// FuzzMerge merges any texts. No line that either side wrote is lost, also not in order; one side alone is taken as it
// is; and the sides changed about, the verdict is the same.
func FuzzMerge(f *testing.F) {
	f.Add("a\nb\nc\n", "a\nX\nc\n", "a\nY\nc\n")
	f.Add("0", "1", "\r")
	f.Add(handlerText, strings.Replace(handlerText, "text", "words", 2), strings.ReplaceAll(handlerText, "null", "undefined"))
	random := rand.New(rand.NewPCG(3, 4))
	for range 50 {
		f.Add(randomText(random), randomText(random), randomText(random))
	}
	f.Fuzz(func(t *testing.T, base, ours, theirs string) {
		got := MergeText([]byte(base), []byte(ours), []byte(theirs), mergeLabels)
		result := splitLines(string(Normalize(got.Text)))
		for name, side := range map[string]string{"ours": ours, "theirs": theirs} {
			if line, lost := lostLine(base, side, result); lost {
				t.Errorf("%s lost %q: %q", name, line, got.Text)
			}
		}
		if back := MergeText([]byte(base), []byte(theirs), []byte(ours), mergeLabels); (back.Conflicts > 0) != (got.Conflicts > 0) {
			t.Errorf("%d conflicts, the sides changed about %d", got.Conflicts, back.Conflicts)
		}
		if alone := MergeText([]byte(base), []byte(ours), []byte(base), mergeLabels); alone.Conflicts > 0 || string(alone.Text) != ours {
			t.Errorf("ours alone came out as %q", alone.Text)
		}
		if alone := MergeText([]byte(base), []byte(base), []byte(theirs), mergeLabels); alone.Conflicts > 0 || !sameText(alone.Text, []byte(theirs)) {
			t.Errorf("theirs alone came out as %q", alone.Text)
		}
	})
}

// lostLine finds a line of a side that is not in base and not, in its order, in the result. The newline at the end of
// a text does not count, and neither do carriage returns there: with the newline that a conflict gives such a text they
// are the end of its line.
func lostLine(base, side string, result []string) (string, bool) {
	bare := func(line string) string { return strings.TrimRight(line, "\r\n") }
	known := make(map[string]bool)
	for _, line := range splitLines(string(Normalize([]byte(base)))) {
		known[bare(line)] = true
	}
	for _, line := range splitLines(string(Normalize([]byte(side)))) {
		if known[bare(line)] {
			continue
		}
		at := slices.IndexFunc(result, func(r string) bool { return bare(r) == bare(line) })
		if at < 0 {
			return line, true
		}
		result = result[at+1:]
	}
	return "", false
}

// FuzzDiffLines compares any texts: the edits make the one of the other, and between two of them is an equal line.
func FuzzDiffLines(f *testing.F) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 50 {
		f.Add(randomText(random), randomText(random))
	}
	f.Fuzz(func(t *testing.T, from, to string) {
		a, b := splitLines(from), splitLines(to)
		var made []string
		at := 0
		for i, e := range diffLines(a, b) {
			if i > 0 && e.a0 <= at || e.a0 == e.a1 && e.b0 == e.b1 || e.a0-at != e.b0-len(made) {
				t.Fatalf("edit %d is %+v", i, e)
			}
			made = append(append(made, a[at:e.a0]...), b[e.b0:e.b1]...)
			at = e.a1
		}
		if made = append(made, a[at:]...); !slices.Equal(made, b) {
			t.Errorf("%q became %q", a, made)
		}
	})
}
