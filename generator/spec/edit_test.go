package spec_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// TestEdit changes random files, written in many styles and with comments everywhere: what comes of it says exactly what
// is wanted, every comment that is not in what was taken out is there, and nothing else moved by a byte.
func TestEdit(t *testing.T) {
	n := pages(1000)
	byHand := uint64(0)
	for seed := range n {
		r := newRandom(seed)
		page := r.page()
		doc, err := spec.ParseFile("scaffold.yaml", page)
		if err != nil {
			t.Fatalf("%v\n%s", err, page)
		}
		want, adds := r.change(doc.Spec)
		edited, err := doc.Edit(want)
		if err != nil {
			if byHand++; byHand > n/1000 {
				t.Fatalf("%d of %d by hand, seed %d: %v\n%s\nwant %+v", byHand, seed+1, seed, err, page, want)
			}
			continue
		}
		got := edited.Data
		again, err := spec.ParseFile("scaffold.yaml", got)
		if err != nil || !reflect.DeepEqual(again.Spec, want) {
			t.Errorf("seed %d: %v\n%s\n-->\n%s\ngot  %+v\nwant %+v", seed, err, page, got, again.Spec, want)
		}
		if why := moved(page, got, adds); why != "" {
			t.Errorf("seed %d: %s\n%s\n-->\n%s", seed, why, page, got)
		}
		if t.Failed() {
			return
		}
	}
}

// TestEditBack wants that what was put in can be taken out, and then the file is as it was.
func TestEditBack(t *testing.T) {
	for seed := range pages(300) {
		r := newRandom(seed)
		page := r.page()
		doc, err := spec.ParseFile("scaffold.yaml", page)
		if err != nil {
			t.Fatal(err)
		}
		want := r.added(doc.Spec)
		more, err := doc.Edit(want)
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, page)
		}
		back, err := more.Edit(doc.Spec)
		if err != nil || !bytes.Equal(back.Data, page) {
			t.Fatalf("seed %d: %v\n%s\n-->\n%s\n-->\n%v", seed, err, page, more.Data, back)
		}
	}
}

// pages is how many files are tried.
func pages(everyday uint64) uint64 {
	if os.Getenv("SCAFFOLD_PROOF") != "" {
		return 10 * everyday
	}
	return everyday
}

// change is a Spec with one thing more or less.
func (r random) change(s spec.Spec) (want spec.Spec, adds bool) {
	if r.maybe() {
		return r.added(s), true
	}
	for range 10 {
		switch r.IntN(4) {
		case 0:
			if n := len(s.Keys); n > 0 {
				s.Keys = without(s.Keys, r.IntN(n))
				return s, false
			}
		case 1:
			if n := len(s.Triggers); n > 0 {
				s.Triggers = without(s.Triggers, r.IntN(n))
				return s, false
			}
		case 2:
			if n := len(s.Access); n > 0 {
				s.Access = without(s.Access, r.IntN(n))
				return s, false
			}
		case 3:
			if s.Logging.None {
				s.Logging = spec.Logging{}
				return s, false
			}
			if s.Logging.Tracing {
				s.Logging.Tracing = false
				return s, false
			}
		}
	}
	return r.added(s), true
}

func without[T any](list []T, i int) []T {
	if len(list) == 1 {
		return nil
	}
	return slices.Delete(slices.Clone(list), i, i+1)
}

func (r random) added(s spec.Spec) spec.Spec {
	for {
		switch r.IntN(4) {
		case 0:
			for _, k := range r.keys(true) {
				if !hasKey(s.Keys, k.Name) {
					if k.Default == "" && k.Nullable && !k.Required {
						k.Default = "null"
					}
					s.Keys = append(slices.Clone(s.Keys), k)
					return s
				}
			}
		case 1:
			t := pick(r, aws.Triggers()...)
			s.Triggers = append(slices.Clone(s.Triggers), spec.Use{ID: t.ID, Params: r.params(t.Params)})
			return s
		case 2:
			a := pick(r, aws.Accesses()...)
			s.Access = append(slices.Clone(s.Access), spec.Use{ID: a.ID, Params: r.params(a.Params)})
			return s
		case 3:
			switch {
			case s.Logging == spec.Logging{} && r.maybe():
				s.Logging.None = true
				return s
			case !s.Logging.None && !s.Logging.Tracing:
				s.Logging.Tracing = true
				return s
			}
		}
	}
}

// moved says what of the text before is lost or changed that should not be.
func moved(before, after []byte, adds bool) string {
	head := 0
	for head < len(before) && head < len(after) && before[head] == after[head] {
		head++
	}
	tail := 0
	for tail < len(before)-head && tail < len(after)-head && before[len(before)-1-tail] == after[len(after)-1-tail] {
		tail++
	}
	if adds && head+tail < len(before) {
		return fmt.Sprintf("%q became %q", before[head:len(before)-tail], after[head:len(after)-tail])
	}
	if !adds && head+tail < len(after) {
		return fmt.Sprintf("%q became %q", before[head:len(before)-tail], after[head:len(after)-tail])
	}
	for _, comment := range noted.FindAllString(string(before), -1) {
		if !bytes.Contains(after, []byte(comment)) && strings.HasPrefix(comment, "# item") {
			return "lost is " + comment
		}
	}
	return ""
}

// TestEditByHand has files whose writers knew more of YAML than most: they are left as they are.
func TestEditByHand(t *testing.T) {
	for _, text := range []string{
		"{name: a, keys}",
	} {
		doc, err := spec.ParseFile("scaffold.yaml", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		want := doc.Spec
		want.Keys = append(slices.Clone(want.Keys), spec.Key{Name: "limit", Type: spec.Integer, Default: "10"})
		got, err := doc.Edit(want)
		var byHand *spec.ByHand
		if !errors.As(err, &byHand) {
			t.Errorf("%q: got %+v, %v", text, got, err)
		}
	}
}
