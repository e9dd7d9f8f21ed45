package spec_test

import (
	"errors"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

func TestPath(t *testing.T) {
	for want, parts := range map[string][]any{
		"name":                {"name"},
		"triggers[1].bucket":  {"triggers", 1, "bucket"},
		"keys.user-id.type":   {"keys", "user-id", "type"},
		`keys["a.b"].type`:    {"keys", "a.b", "type"},
		`keys[""]`:            {"keys", ""},
		`keys["日本"]`:          {"keys", "日本"},
		`keys["]\""].default`: {"keys", `]"`, "default"},
	} {
		if got := spec.Path(parts...); got != want {
			t.Errorf("Path(%q) = %s, want %s", parts, got, want)
		}
	}
}

// TestPositions checks that a problem is where its value was written, or what is around it.
func TestPositions(t *testing.T) {
	positions := spec.Positions{"": "flags", "keys.a": "-k a", `keys["x.y"]`: "-k x.y", "triggers[1]": "-t s3"}
	for path, want := range map[string]string{
		"keys.a": "-k a", "keys.a.type": "-k a", `keys["x.y"].default`: "-k x.y", "keys.x": "flags", "triggers[1].events[2]": "-t s3",
		"triggers[10].bucket": "flags", "": "flags", "[": "flags", "a..b": "flags", `["`: "flags", "[x]": "flags",
	} {
		if got := positions.Where(path); got != want {
			t.Errorf("Where(%s) = %q, want %q", path, got, want)
		}
	}
}

// TestDocumentWhere finds what a layer above complains about: keys of odd names, and places that are not there.
func TestDocumentWhere(t *testing.T) {
	doc, err := spec.ParseFile("f", []byte("name: x\nkeys:\n  a.b: {type: string, default: x}\n  \"\": 1\n  \"]\": [1, 2]\ntriggers: [s3, {s3: {events: [a]}}]\n"))
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		spec.Path("keys", "a.b", "default"):     "f:3:32",
		spec.Path("keys", "a.b"):                "f:3:3",
		spec.Path("keys", ""):                   "f:4:7",
		spec.Path("keys", "]"):                  "f:5:3",
		spec.Path("keys", "]", "default"):       "f:5:3",
		spec.Path("triggers", 0):                "f:6:12",
		spec.Path("triggers", 1, "events", 0):   "f:6:31",
		spec.Path("triggers", 1, "events", 7):   "f:6:22",
		spec.Path("triggers", 7, "bucket"):      "f:6:1",
		spec.Path("memory"):                     "f:1:1",
		spec.Path("triggers", 1, "bucket", "x"): "f:6:16",
	} {
		if got := doc.Where(path); got != want {
			t.Errorf("Where(%s) = %s, want %s", path, got, want)
		}
	}
}

// TestTogether checks that what could not be read is not also called wrong, and that nothing else is lost.
func TestTogether(t *testing.T) {
	read := spec.Problems{{Path: "keys.a.default", Is: "1"}, {Path: "triggers[1]", Is: "2"}}
	check := spec.Problems{{Path: "keys.a", Is: "3"}, {Path: "keys.ab", Is: "4"}, {Path: "triggers[1].bucket", Is: "5"}, {Path: "triggers[10]", Is: "6"}, {Path: "", Is: "7"}}
	got := spec.Together(nil, read.Err(), check.Err(), errors.New("8"))
	want := "keys.a.default: 1\ntriggers[1]: 2\nkeys.ab: 4\ntriggers[10]: 6\n7\n8"
	if got == nil || got.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", got, want)
	}
	if err := spec.Together(nil, spec.Problems{}.Err()); err != nil {
		t.Errorf("of nothing: %v", err)
	}
}

func TestLocate(t *testing.T) {
	err := spec.Problems{{Path: "keys.a.type", Is: "x", Hint: "y"}, {Path: "name", Where: "there", Is: "z"}}.Err()
	got := spec.Locate(err, spec.Positions{"keys.a": "here"}).Error()
	if want := "here: x\n  hint: y\nthere: z"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if other := errors.New("other"); spec.Locate(other, nil) != other {
		t.Error("another error changed")
	}
}
