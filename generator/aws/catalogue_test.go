package aws

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
)

// The lists are sorted, and what stands on a line is what the line says.
func TestCatalogue(t *testing.T) {
	if ids := append(TriggerIDs(), Direct.ID); !slices.IsSorted(ids[:len(ids)-1]) || len(slices.Compact(slices.Sorted(slices.Values(ids)))) != len(ids) {
		t.Errorf("the triggers are not sorted, or one comes twice: %q", ids)
	}
	if ids := AccessIDs(); !slices.IsSorted(ids) || len(slices.Compact(ids)) != len(accesses) {
		t.Errorf("the access is not sorted, or one comes twice: %q", ids)
	}
	for _, id := range TriggerIDs() {
		if got := FindTrigger(id).ID; got != id {
			t.Errorf("the line of %s makes %s", id, got)
		}
	}
	for _, id := range AccessIDs() {
		if got := FindAccess(id).ID; got != id {
			t.Errorf("the line of %s makes %s", id, got)
		}
	}
	if FindTrigger("none") != nil || FindAccess("none") != nil {
		t.Error("something is found for an id that no line has")
	}
}

// A trigger is made once, whoever asks for it first and however many ask at a time.
func TestCatalogueMakesOnce(t *testing.T) {
	entries := []entry[Trigger]{{id: "a", make: func() *Trigger { return &Trigger{ID: "a"} }}, {id: "b", make: func() *Trigger { panic("made b, although nobody asked for it") }}}
	found := make([]*Trigger, 16)
	var asking sync.WaitGroup
	for i := range found {
		asking.Go(func() { found[i] = find(entries, "a") })
	}
	asking.Wait()
	if slices.ContainsFunc(found, func(f *Trigger) bool { return f != found[0] }) {
		t.Error("one trigger was made twice")
	}
	if all(entries[:1])[0] != found[0] {
		t.Error("the list has a trigger of its own")
	}
}

// Starting a program costs nothing for this package, however long the catalogue grows: Go has nothing to run for it.
func TestCatalogueCostsNoStart(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(program, "-test.run=^$")
	command.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	traced, err := command.CombinedOutput()
	if err != nil || !strings.Contains(string(traced), "init os @") {
		t.Fatalf("no trace: %v\n%s", err, traced)
	}
	for line := range strings.Lines(string(traced)) {
		if strings.Contains(line, "generator/aws @") {
			t.Errorf("a variable of this package is made at each start: write a function that makes it\n%s", line)
		}
	}
}

// What a trigger costs that is looked up, and what all of them would: no start of the program pays for either.
func BenchmarkMake(b *testing.B) {
	b.Run("one", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			s3Trigger()
		}
	})
	b.Run("all", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for i := range triggers {
				triggers[i].make()
			}
		}
	})
}

// What AWS does not say for certain is a Doubt with the page where it would stand, and nowhere else: a Note or a Caution is
// known.
func TestDoubts(t *testing.T) {
	uncertain := []string{"does not say", "not said", "not certain", "leaves open", "does not spell", "not documented", "names neither", "in its examples only"}
	for _, kind := range Triggers() {
		for _, d := range kind.Doubts {
			if d.Says == "" || !strings.HasPrefix(d.Page, "https://docs.aws.amazon.com/") || d.Needs != "" && FindParam(kind.Params, d.Needs) == nil {
				t.Errorf("%s: a doubt wants words, a page of AWS's and a parameter that there is: %+v", kind.ID, d)
			}
		}
		known := []string{kind.Note, kind.Caution}
		for _, v := range kind.Variants {
			known = append(known, v.Note, v.Caution)
		}
		for _, text := range known {
			for _, words := range uncertain {
				if strings.Contains(text, words) {
					t.Errorf("%s: %q is a doubt: want it in Doubts, with its page", kind.ID, text)
				}
			}
		}
	}
}
