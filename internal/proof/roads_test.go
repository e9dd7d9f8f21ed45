package proof

import (
	"errors"
	"reflect"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// A Spec is the same by every road: the flags that Args prints and the file that Write writes, as a person said it and
// with all defaults. No part is needed.
func TestRoads(t *testing.T) {
	for _, v := range pure() {
		said := v.spec(t)
		resolved, err := spec.Resolve(said)
		if err != nil {
			t.Fatalf("%s: %v", v, err)
		}
		for _, s := range []spec.Spec{said, resolved} {
			if got := parse(t, spec.Args(s)); !reflect.DeepEqual(got, s) {
				t.Fatalf("%s: by flags: got %+v\nwant %+v", v, got, s)
			}
			text, err := spec.Write(s)
			if err != nil {
				t.Fatalf("%s: %v", v, err)
			}
			document, err := spec.ParseFile("scaffold.yaml", text)
			if err != nil || !reflect.DeepEqual(document.Spec, s) {
				t.Fatalf("%s: by file: %v\n%s\ngot  %+v\nwant %+v", v, err, text, document.Spec, s)
			}
		}
	}
}

// What cannot be is refused with what to do: a required key beside a trigger whose events carry no keys, access to the
// bucket of no trigger, and a style on a runtime that does not run it any more.
func TestRefused(t *testing.T) {
	refused := 0
	for set := range triggerSets {
		for keys := range keySets {
			for access := range accesses {
				if v := (variant{1: set, 3: keys, 4: access}); v.refused() {
					refused++
					wantProblem(t, v.String(), v.spec(t))
				}
			}
		}
	}
	if refused == 0 {
		t.Error("the product has nothing to refuse")
	}
	for _, style := range []string{"callback", "context"} {
		wantProblem(t, style, parse(t, []string{"hello", "--runtime", "nodejs24.x", "--style", style}))
	}
}

func wantProblem(t *testing.T, what string, s spec.Spec) {
	t.Helper()
	_, err := spec.Resolve(s)
	var problems spec.Problems
	if !errors.As(err, &problems) || len(problems) == 0 {
		t.Errorf("%s: got %v, want it refused", what, err)
	}
	for _, p := range problems {
		if p.Hint == "" && p.Want == "" {
			t.Errorf("%s: %v: nothing says what to do", what, p)
		}
	}
}
