package lambdaapi

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

//go:embed dispatch.mjs
var nodeDispatcher []byte

//go:embed dispatch.py
var pythonDispatcher []byte

// Entry is one function of many in one process.
type Entry struct {
	Dir     string            `json:"dir"`
	Handler string            `json:"handler"` // module and export, such as src/index.handler
	Env     map[string]string `json:"env,omitempty"`
}

// Many is one process of AWS's runtime client whose handler passes each event on to one of many functions. A process for
// each function costs about a hundred times what an invocation does. What the runtime client decides from an answer, a
// promise or a callback it decides here too, for it is the one that is answered; what it decides when it loads a handler
// is done by the dispatcher in the same way, and tests compare both.
type Many struct {
	server *Server
	init   []*FunctionError
}

// StartMany loads the functions into one process of Node.js and closes it with the test.
func StartMany(t testing.TB, major int, entries []Entry) *Many {
	t.Helper()
	return startMany(t, "dispatch.mjs", nodeDispatcher, entries, func(dir string) (*Server, error) {
		return StartNode(t, major, dir, "dispatch.handler")
	})
}

// StartManyPython loads the functions into one process of Python and closes it with the test.
func StartManyPython(t testing.TB, version string, entries []Entry) *Many {
	t.Helper()
	return startMany(t, "dispatch.py", pythonDispatcher, entries, func(dir string) (*Server, error) {
		return StartPython(t, version, dir, "dispatch.handler")
	})
}

func startMany(t testing.TB, name string, dispatcher []byte, entries []Entry, start func(dir string) (*Server, error)) *Many {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, name), dispatcher)
	manifest, err := json.Marshal(entries)
	if err != nil {
		t.Fatalf("write down the functions: %v", err)
	}
	write(t, filepath.Join(dir, "functions.json"), manifest)
	server, err := start(dir)
	if err != nil {
		t.Fatalf("start many functions: %v", err)
	}
	m := &Many{server: server}
	report, err := server.Invoke([]byte(`{"function":-1}`))
	if err == nil && report.Err != nil {
		err = report.Err
	}
	if err == nil {
		err = json.Unmarshal(report.Body, &m.init)
	}
	if err != nil {
		t.Fatalf("start many functions: %v\n%s", err, server.Output())
	}
	return m
}

// InitError returns the error of the initialization of a function, nil where it initialized.
func (m *Many) InitError(function int) error {
	if e := m.init[function]; e != nil {
		return e
	}
	return nil
}

// Invoke hands an event to one of the functions. One that did not initialize answers with that error, as on Lambda.
func (m *Many) Invoke(function int, event []byte) (Result, error) {
	if e := m.init[function]; e != nil {
		return Result{Err: e}, nil
	}
	return m.server.Invoke(fmt.Appendf(nil, `{"function":%d,"event":%s}`, function, event))
}

// Output returns what all of them have written so far.
func (m *Many) Output() string { return m.server.Output() }

func write(t testing.TB, path string, text []byte) {
	t.Helper()
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatalf("start many functions: %v", err)
	}
}
