package generator_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// edition is what the templates of a language make, as a file of testdata/editions records it:
//
//	edition 1 in work
//	access-dynamodb async:9f86d081884c callback:60303ae22b99
//
// One line a sample: digests of all its files, by style. Locks name editions, and a function whose lock names the present
// one is not looked at again: when bytes change, the number has to. While an edition is in work its digests are accepted as
// any golden is. Whoever releases it writes released instead, and then a change wants a higher one.
type edition struct {
	number   int
	released bool
	samples  map[string]string
}

func TestEditions(t *testing.T) {
	for _, language := range spec.Languages() {
		t.Run(language, func(t *testing.T) {
			now := edition{number: number(t, language), samples: samples(t, language)}
			name := filepath.Join("..", "testdata", "editions", language+".txt")
			text, err := os.ReadFile(name)
			if err != nil && !*update {
				t.Fatalf("%v\nto record it: go test ./generator -run TestEditions -update", err)
			}
			recorded := parseEdition(string(text))
			problem, wrong := recorded.against(now)
			switch {
			case wrong:
				t.Errorf("templates/%s/language.json: %s", language, problem)
			case problem != "" && *update:
				now.released = recorded.released && recorded.number == now.number
				if err := os.WriteFile(name, []byte(now.String()), 0o666); err != nil {
					t.Fatal(err)
				}
			case problem != "":
				t.Errorf("%s\nto accept it: go test ./generator -run TestEditions -update", problem)
			}
		})
	}
}

// against says how what is made now differs from the record, "" where it does not, and whether that cannot be accepted.
func (e edition) against(now edition) (problem string, wrong bool) {
	var changed []string
	known := maps.Clone(now.samples)
	for name, digests := range e.samples {
		if known[name] != digests && known[name] != "" {
			changed = append(changed, name)
		}
		delete(known, name)
	}
	slices.Sort(changed)
	switch {
	case now.number < e.number:
		return fmt.Sprintf("edition is %d and was %d: want no lower one", now.number, e.number), true
	case e.number > 0 && now.number > e.number+1:
		return fmt.Sprintf("edition is %d after %d: want %d", now.number, e.number, e.number+1), true
	case now.number > e.number && e.number > 0 && !e.released:
		return fmt.Sprintf("edition is %d, and %d is in work: want %d until it is released", now.number, e.number, e.number), true
	case e.released && now.number == e.number && len(changed) > 0:
		return fmt.Sprintf("edition %d is released, and files of %s are other ones now: want edition %d", e.number, some(changed), e.number+1), true
	case len(changed) > 0:
		return "files are other ones: " + some(changed), false
	case now.number != e.number:
		return fmt.Sprintf("edition is %d and was %d", now.number, e.number), false
	case len(known) > 0 || len(now.samples) != len(e.samples):
		return "samples came or went: " + some(slices.Sorted(maps.Keys(known))), false
	}
	return "", false
}

func some(names []string) string {
	if len(names) > 5 {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:5], ", "), len(names)-5)
	}
	return strings.Join(names, ", ")
}

func parseEdition(text string) edition {
	e := edition{samples: map[string]string{}}
	for line := range strings.Lines(text) {
		name, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch {
		case name == "#" || name == "":
		case name == "edition":
			fmt.Sscan(rest, &e.number)
			e.released = strings.HasSuffix(rest, "released")
		default:
			e.samples[name] = rest
		}
	}
	return e
}

func (e edition) String() string {
	var b strings.Builder
	state := "in work"
	if e.released {
		state = "released"
	}
	fmt.Fprintf(&b, "# See generator/edition_test.go. To accept what is other: go test ./generator -run TestEditions -update\nedition %d %s\n", e.number, state)
	for _, name := range slices.Sorted(maps.Keys(e.samples)) {
		fmt.Fprintf(&b, "%s %s\n", name, e.samples[name])
	}
	return b.String()
}

// TestEditionAgainst holds the rules against cases: a released edition that changed in silence is never accepted.
func TestEditionAgainst(t *testing.T) {
	a, b := map[string]string{"x": "1"}, map[string]string{"x": "2"}
	more := map[string]string{"x": "1", "y": "1"}
	for _, test := range []struct {
		is, now     edition
		fine, wrong bool
	}{
		{is: edition{}, now: edition{1, false, a}},
		{is: edition{1, false, a}, now: edition{1, false, a}, fine: true},
		{is: edition{1, false, a}, now: edition{1, false, b}},
		{is: edition{1, false, a}, now: edition{2, false, b}, wrong: true},
		{is: edition{1, true, a}, now: edition{1, false, a}, fine: true},
		{is: edition{1, true, a}, now: edition{1, false, b}, wrong: true},
		{is: edition{1, true, a}, now: edition{1, false, more}},
		{is: edition{1, true, more}, now: edition{1, false, a}},
		{is: edition{1, true, a}, now: edition{2, false, b}},
		{is: edition{1, true, a}, now: edition{3, false, b}, wrong: true},
		{is: edition{2, false, a}, now: edition{1, false, a}, wrong: true},
	} {
		problem, wrong := parseEdition(test.is.String()).against(test.now)
		if (problem == "") != test.fine || wrong != test.wrong {
			t.Errorf("%v against %v: %q, %t", test.is, test.now, problem, wrong)
		}
	}
}
