package main

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"testing"

	"github.com/aymanbagabas/go-udiff"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/shell"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// ordersSpec is a spec as people write one: none of it may be lost.
const ordersSpec = `# Orders of the shop.
name: hello # as the queue is called
language: javascript
runtime: nodejs24.x
style: async

keys: # with defaults
  limit: 10

# Measured in May.
memory: 128
`

// TestAddRemove adds each trigger and each access of the catalogue to a function, finds it up to date and with the comments
// that it had, removes it again, and then the whole directory is as it was, byte for byte.
func TestAddRemove(t *testing.T) {
	every := 6
	if os.Getenv("SCAFFOLD_PROOF") != "" {
		every = 1
	}
	dir := filepath.Join(t.TempDir(), "hello")
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, specName), []byte(ordersSpec), 0o666); err != nil {
		t.Fatal(err)
	}
	in := func(want int, args ...string) {
		t.Helper()
		var out bytes.Buffer
		if code := run(testSystem(dir, &out, &out), args); code != want {
			t.Fatalf("scaffold %s: exit code %d, want %d: %s", shell.New("", args...), code, want, out.String())
		}
	}
	in(exitDone, "generate")
	before := allTexts(t, dir)
	try := func(part spec.Part, id string, params []aws.Param) {
		u := []spec.Use{needed(t, id, params)}
		arg := spec.PartArgs(spec.Spec{Triggers: u, Access: u}, part)[0]
		in(exitDone, "add", string(part), arg)
		in(exitDone, "check")
		text := allTexts(t, dir)[specName]
		if edits := udiff.Lines(ordersSpec, text); len(edits) != 1 || edits[0].Start != edits[0].End {
			t.Errorf("%s: more than one thing is put in:\n%s", arg, text)
		}
		in(exitDone, "remove", string(part), id)
		in(exitDone, "check")
		if after := allTexts(t, dir); !maps.Equal(before, after) {
			for name := range after {
				if before[name] != after[name] {
					t.Errorf("%s: %s", arg, udiff.Unified("before/"+name, "after/"+name, before[name], after[name]))
				}
			}
			t.Fatalf("%s: %d files, and %d before", arg, len(after), len(before))
		}
	}
	for i, trigger := range aws.Triggers() {
		if i%every == 0 {
			try(spec.TriggerPart, trigger.ID, trigger.Params)
		}
	}
	for i, access := range aws.Accesses() {
		if i%every == 0 {
			try(spec.AccessPart, access.ID, access.Params)
		}
	}
}

// needed is a use with the parameters that it must have.
func needed(t *testing.T, id string, params []aws.Param) spec.Use {
	t.Helper()
	u := spec.Use{ID: id}
	for _, p := range params {
		if !p.Required {
			continue
		}
		answer := p.Example
		switch {
		case p.Type == aws.Boolean:
			answer = "true"
		case answer == "" && len(p.Enum) > 0:
			answer = p.Enum[0]
		}
		value, err := spec.ParseParam(&p, answer)
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		if u.Params == nil {
			u.Params = map[string]any{}
		}
		u.Params[p.Name] = value
	}
	return u
}
