package generator

import (
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// What scaffold's own files declare and nobody uses is left out, with the imports that only it needs; what people's files use
// stays, and theirs are only formatted.
func TestTidyGo(t *testing.T) {
	files := []tree.File{
		{Path: "main.go", Owner: tree.Team, Data: []byte("package main\n\nfunc main() {  adapt(text(1)) }\n\nfunc idle() {}\n")},
		{Path: "README.md", Owner: tree.Team, Data: []byte("  as it is\n")},
		{Path: "event.gen.go", Owner: tree.Tool, Data: []byte(`package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"example.com/unused"
)

// Keys are kept.
type Keys struct {
	A int
	Longer string // aligned
}

func adapt(object) Keys { return Keys{} }

// unused is not.
func unused() { strings.ToUpper("") }

type object map[string]int

// text is called by main.
func text(n int) object { fmt.Print(n); return object{}.at() }

func (o object) at() object { return o }

// off is a method that nobody calls.
func (o object) off() { json.Valid(nil) }

// String is one that an interface may call.
func (o object) String() string { return "" }
`)},
	}
	if err := tidyGo(files); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[int]string{
		0: "package main\n\nfunc main() { adapt(text(1)) }\n\nfunc idle() {}\n",
		1: "  as it is\n",
		2: `package main

import (
	"fmt"
)

// Keys are kept.
type Keys struct {
	A      int
	Longer string // aligned
}

func adapt(object) Keys { return Keys{} }

type object map[string]int

// text is called by main.
func text(n int) object { fmt.Print(n); return object{}.at() }

func (o object) at() object { return o }

// String is one that an interface may call.
func (o object) String() string { return "" }
`,
	} {
		if got := string(files[name].Data); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
}

func TestTidyGoRefuses(t *testing.T) {
	err := tidyGo([]tree.File{{Path: "main.go", Data: []byte("package main\n\nfunc {")}})
	if err == nil || !strings.Contains(err.Error(), "main.go:3:6") {
		t.Errorf("got %v, want the place of what is no Go", err)
	}
}
