package tree

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// files makes a set of files that the tool owns from pairs of path and text.
func files(t testing.TB, pairs ...string) *FileSet {
	t.Helper()
	set := new(FileSet)
	for pair := range slices.Chunk(pairs, 2) {
		add(t, set, File{Path: pair[0], Data: []byte(pair[1])})
	}
	return set
}

func add(t testing.TB, set *FileSet, f File) {
	t.Helper()
	if err := set.Add(f); err != nil {
		t.Fatal(err)
	}
}

func TestFileSetIsSorted(t *testing.T) {
	set := files(t, "b", "2", "a/z", "1", "a.txt", "0", "c/d/e", "3")
	var got []string
	for f := range set.All() {
		got = append(got, f.Path)
	}
	if want := []string{"a.txt", "a/z", "b", "c/d/e"}; !slices.Equal(got, want) || set.Len() != 4 {
		t.Errorf("got %q, want %q", got, want)
	}
	if f, ok := set.Lookup("a/z"); !ok || string(f.Data) != "1" {
		t.Errorf("Lookup(a/z) = %v, %v", f, ok)
	}
	if _, ok := set.Lookup("A/z"); ok {
		t.Error("Lookup finds a path in other case")
	}
}

func TestAddRefuses(t *testing.T) {
	for _, test := range []struct{ have, add, want string }{
		{"a/b", "../b", `component ".."`},
		{"a/b", "a/b", "is in the set twice"},
		{"a/b", "a/B", `"a/B" and "a/b" differ only in case`},
		{"a/b", "A/c", `"A" and "a" differ only in case`},
		{"straße/b", "STRAßE/c", "differ only in case"},
		{"K", "\u212a", "differ only in case"}, // the Kelvin sign
		{"a/b", "a", `"a" would be a file and a directory`},
		{"a", "a/b", `"a" would be a file and a directory`},
		{"a/b/c", "a/b", `"a/b" would be a file and a directory`},
		{"a", "A/b", `"A" and "a" differ only in case`},
	} {
		set := files(t, test.have, "")
		err := set.Add(File{Path: test.add})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q beside %q: got %v; want an error with %q", test.add, test.have, err, test.want)
		}
		if set.Len() != 1 {
			t.Errorf("%q beside %q: the set has %d files after the error", test.add, test.have, set.Len())
		}
	}
}

func TestWriteTxtar(t *testing.T) {
	set := files(t, "b/c", "two\nlines\n", "a", "", "crlf", "x\r\n")
	var out strings.Builder
	if err := set.WriteTxtar(&out); err != nil {
		t.Fatal(err)
	}
	back := txtar.Parse([]byte(out.String()))
	if len(back.Files) != set.Len() || len(back.Comment) != 0 {
		t.Fatalf("came back as %d files:\n%s", len(back.Files), &out)
	}
	for _, f := range back.Files {
		if want, _ := set.Lookup(f.Name); string(want.Data) != string(f.Data) {
			t.Errorf("%s came back as %q, want %q", f.Name, f.Data, want.Data)
		}
	}

	bad := files(t, "good", "x\n", "open", "no newline", "head", "x\n-- y --\n")
	out.Reset()
	err := bad.WriteTxtar(&out)
	if err == nil || out.Len() > 0 {
		t.Fatalf("wrote %q, error %v", out.String(), err)
	}
	want := "head: cannot stand in a txtar archive: want no line of the form -- name --\n" +
		"open: cannot stand in a txtar archive: want a newline at its end"
	if err.Error() != want {
		t.Errorf("got %q, want %q", err, want)
	}
}
