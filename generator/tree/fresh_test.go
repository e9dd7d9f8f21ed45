package tree

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
)

// asked is a context that calls act the n-th time that it is asked, counted from 0.
type asked struct {
	context.Context
	n   *int
	act func()
}

func (a asked) Err() error {
	if *a.n--; *a.n == -1 {
		a.act()
	}
	return a.Context.Err()
}

// Interrupted at any moment, a directory that was not there is not there.
func TestApplyFreshInterrupted(t *testing.T) {
	top := t.TempDir()
	dir := filepath.Join(top, "over", "fn")
	plan := compare(t, dir, function(t), Options{Lock: &stamp})
	for i := 0; ; i++ {
		n := i
		inner, cancel := context.WithCancel(t.Context())
		written, err := Apply(asked{inner, &n, cancel}, plan, dir)
		cancel()
		if n >= 0 { // not asked as often
			if err != nil || len(written) != len(plan.Changes) || i != len(plan.Changes)+2 { // at first, before each file, and before the directory takes its name
				t.Errorf("after %d questions: wrote %q, %v", i, written, err)
			}
			return
		}
		if !errors.Is(err, context.Canceled) || written != nil {
			t.Errorf("interrupted at question %d: wrote %q, %v", i, written, err)
		}
		if got := contents(t, top); len(got) > 0 {
			t.Fatalf("interrupted at question %d: left %q", i, got)
		}
	}
}

// Another program makes the directory meanwhile: what it put there stays, and nothing of ours comes to it.
func TestApplyFreshRaces(t *testing.T) {
	for name, theirs := range map[string][]string{
		"a directory with a file": {"fn/src/index.mjs", "theirs"},
		"a file":                  {"fn", "theirs"},
		"a link to a directory":   {"fn", "-> elsewhere", "elsewhere/", ""},
		"a link to nothing":       {"fn", "-> nowhere"},
	} {
		top := t.TempDir()
		dir := filepath.Join(top, "fn")
		plan := compare(t, dir, function(t), Options{Lock: &stamp})
		n := 4 // in the middle of writing
		written, err := Apply(asked{t.Context(), &n, func() { lay(t, top, theirs...) }}, plan, dir)
		var conflict *ConflictError
		if !errors.As(err, &conflict) || conflict.Changes[0].Path != "." || written != nil {
			t.Errorf("%s: wrote %q, %v", name, written, err)
		}
		if got := contents(t, top); len(got) != len(theirs) || temporary(got) {
			t.Errorf("%s: left %q, want %q", name, got, theirs)
		}
	}

	dir := filepath.Join(t.TempDir(), "fn")
	gone := Plan{Changes: []Change{{Path: "a", Action: Create}, {Path: "b", Action: Update, Old: []byte("was")}}}
	var conflict *ConflictError
	if _, err := Apply(t.Context(), gone, dir); !errors.As(err, &conflict) || exists(dir) {
		t.Errorf("an update of what is gone: %v", err)
	}
}

// A fault in any operation is told, and says nothing was written.
func TestFillFaults(t *testing.T) {
	for n := 0; ; n++ {
		dir := t.TempDir()
		plan := compare(t, dir, function(t), Options{Lock: &stamp})
		d, err := openDisk(dir)
		if err != nil {
			t.Fatal(err)
		}
		left := n
		written, err := fill(t.Context(), plan, tampered{layer: d, at: func(op, path string) error {
			if left--; left == -1 {
				return errFault
			}
			return nil
		}})
		d.Close()
		if left >= 0 {
			if err != nil || len(written) != len(plan.Changes) {
				t.Errorf("without a fault: wrote %q, %v", written, err)
			}
			if n != 2+len(plan.Changes) {
				t.Errorf("%d operations for %d files in two directories", n, len(plan.Changes))
			}
			return
		}
		if !errors.Is(err, errFault) || written != nil {
			t.Errorf("fault %d: wrote %q, %v", n, written, err)
		}
	}
}
