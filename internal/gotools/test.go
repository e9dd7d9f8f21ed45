package gotools

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"
	"testing"
)

// Result is what the tests of one function came to.
type Result struct {
	Passed, Skipped int
	Failed          []string // the failures with what they said
	Broken          string   // why it does not compile, "" where it does
}

// testEvent is one line of go test -json.
// https://pkg.go.dev/cmd/test2json
type testEvent struct {
	Action, Package, ImportPath, Test, Output, FailedBuild string
}

// Test runs the tests of all functions.
func (m *Module) Test(t testing.TB) []Result {
	t.Helper()
	out, said := m.run(t, "go", "test", "-json", "-vet=off", "./...")
	results := make([]Result, m.count)
	ended, builds, outputs := make([]bool, m.count), map[string]string{}, map[string]string{}
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var e testEvent
		if err := decoder.Decode(&e); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("read what go test said: %v\n%s%s", err, out, said)
		}
		switch e.Action {
		case "build-output":
			builds[e.ImportPath] += e.Output
			continue
		case "output":
			outputs[e.Package+" "+e.Test] += e.Output
			continue
		}
		i, err := strconv.Atoi(strings.TrimPrefix(path.Base(e.Package), "f"))
		if err != nil {
			continue
		}
		r := &results[i]
		switch {
		case e.Test == "":
			ended[i] = ended[i] || e.Action == "pass" || e.Action == "fail"
			if e.FailedBuild != "" {
				r.Broken = builds[e.FailedBuild]
			} else if e.Action == "fail" && len(r.Failed) == 0 {
				r.Broken = outputs[e.Package+" "]
			}
		case e.Action == "pass":
			r.Passed++
		case e.Action == "skip":
			r.Skipped++
		case e.Action == "fail":
			r.Failed = append(r.Failed, e.Test+"\n"+outputs[e.Package+" "+e.Test])
		}
	}
	for i, done := range ended {
		if !done {
			t.Fatalf("go test said nothing of function %d\n%s%s", i, out, said)
		}
	}
	return results
}
