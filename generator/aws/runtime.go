package aws

import (
	"slices"
	"strconv"
	"strings"
)

// Runtime is one Lambda runtime with its lifecycle. Dates are written 2006-01-02; "" is not announced.
// https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
type Runtime struct {
	ID          string
	Languages   []Language // whose functions run on it; the first is meant where none is said
	Deprecated  string     // from this day it gets no security patches
	BlockCreate string     // from this day no function can be created with it
	BlockUpdate string     // from this day no function can be changed that uses it
}

// Language is a language whose functions a runtime runs.
type Language struct {
	Name   string   // as in scaffold.yaml
	Styles []string // of handlers, the first is the default; none: its handlers are written in one way
}

// Language returns what the runtime runs of the language called name, nil where it runs none of it.
func (r *Runtime) Language(name string) *Language {
	for i := range r.Languages {
		if r.Languages[i].Name == name {
			return &r.Languages[i]
		}
	}
	return nil
}

// LanguageNames are the names of the runtime's languages.
func (r *Runtime) LanguageNames() (names []string) {
	for _, l := range r.Languages {
		names = append(names, l.Name)
	}
	return names
}

// Handler styles of the Node.js runtimes; see StyleAbout.
const (
	Async    = "async"
	Callback = "callback"
	Context  = "context"
)

// Runtimes returns the runtimes that functions are written for, the recommended one of each family first.
func Runtimes() []*Runtime { return runtimes }

// FindRuntime returns the runtime called id, nil where the catalogue has none.
func FindRuntime(id string) *Runtime {
	for _, r := range runtimes {
		if r.ID == id {
			return r
		}
	}
	return nil
}

// AsOf is the day on which the runtimes' dates were looked up.
const AsOf = "2026-11-22"

// Offered are the runtimes that functions can be created with on that day.
func Offered() []*Runtime {
	return slices.DeleteFunc(slices.Clone(runtimes), func(r *Runtime) bool { return r.BlockCreate != "" && r.BlockCreate <= AsOf })
}

var runtimes = []*Runtime{
	{
		ID: "nodejs24.x", Languages: []Language{{"javascript", []string{Async}}, {"typescript", []string{Async}}},
		Deprecated: "2028-04-30", BlockCreate: "2028-06-01", BlockUpdate: "2028-07-01",
	},
	{
		ID: "nodejs22.x", Languages: []Language{{"javascript", []string{Async, Callback, Context}}, {"typescript", []string{Async}}},
		Deprecated: "2027-04-30", BlockCreate: "2027-06-01", BlockUpdate: "2027-07-01",
	},
	{
		ID: "nodejs20.x", Languages: []Language{{"javascript", []string{Async, Callback, Context}}},
		Deprecated: "2026-04-30", BlockCreate: "2026-08-31", BlockUpdate: "2026-09-30",
	},
	{ID: "python3.14", Languages: python(), Deprecated: "2029-06-30"},
	{ID: "python3.13", Languages: python(), Deprecated: "2029-06-30"},
	{ID: "python3.12", Languages: python(), Deprecated: "2028-10-31"},
	{
		// https://docs.aws.amazon.com/lambda/latest/dg/lambda-golang.html
		ID: "provided.al2023", Languages: []Language{{"go", nil}},
		Deprecated: "2029-06-30",
	},
}

func python() []Language { return []Language{{Name: "python"}} }

// StyleGone says why a runtime of the family no longer runs a style, "" where it is unknown.
// https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html
func StyleGone(style string) string {
	switch style {
	case Callback:
		return "its runtime client refuses handlers that declare a callback (Runtime.CallbackHandlerDeprecated)"
	case Context:
		return "its context has no succeed, fail and done"
	}
	return ""
}

// NewerThanKnown returns the newest known runtime of the same family where id is a version after it, nil otherwise.
func NewerThanKnown(id string) *Runtime {
	family, version, ok := splitRuntime(id)
	if !ok {
		return nil
	}
	var newest *Runtime
	var newestVersion []int
	for _, r := range runtimes {
		f, v, _ := splitRuntime(r.ID)
		if f == family && slices.Compare(v, newestVersion) > 0 {
			newest, newestVersion = r, v
		}
	}
	if newest == nil || slices.Compare(version, newestVersion) <= 0 {
		return nil
	}
	return newest
}

// splitRuntime takes nodejs24.x apart into nodejs.x and 24, python3.13 into python and 3, 13.
func splitRuntime(id string) (family string, version []int, ok bool) {
	i := strings.IndexAny(id, "0123456789")
	if i <= 0 || len(id) > 32 {
		return "", nil, false
	}
	family = id[:i]
	numbers, hasX := strings.CutSuffix(id[i:], ".x")
	if hasX {
		family += ".x"
	}
	for part := range strings.SplitSeq(numbers, ".") {
		n, err := strconv.Atoi(part)
		if err != nil || strconv.Itoa(n) != part {
			return "", nil, false
		}
		version = append(version, n)
	}
	return family, version, true
}

// RuntimeVersion is the version in a runtime's id: 22 for nodejs22.x, 3.13 for python3.13.
func RuntimeVersion(id string) string {
	return strings.TrimSuffix(strings.TrimLeft(id, "abcdefghijklmnopqrstuvwxyz"), ".x")
}

// StyleAbout says what a handler of a style does, in a few words.
func StyleAbout(style string) string {
	switch style {
	case Async:
		return "returns a promise"
	case Callback:
		return "calls callback(error, result)"
	case Context:
		return "calls context.succeed, context.fail or context.done"
	}
	return ""
}
