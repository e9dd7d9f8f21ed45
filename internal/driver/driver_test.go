package driver

import (
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/parts"
)

// Both languages read the batch and answer it. Python and Node.js are installed by bash .ci/parts.
func TestRun(t *testing.T) {
	python := Python(parts.Python(t), "import json, sys; print(json.dumps(json.load(sys.stdin) + sys.argv[1:]))", "b")
	node := Node(parts.Node(t, 24), `
		import { readFileSync } from "node:fs";
		console.log(JSON.stringify([...JSON.parse(readFileSync(0)), ...process.argv.slice(1)]));`, "b")
	for _, command := range [][]string{python, node} {
		var got []string
		Run(t, command, []string{"a\u2028"}, &got)
		if strings.Join(got, ",") != "a\u2028,b" {
			t.Errorf("%s: got %q", command[0], got)
		}
	}
}

// A script that fails or babbles is an error that carries what it said.
func TestRunFails(t *testing.T) {
	python := parts.Python(t)
	for script, want := range map[string]string{
		"raise SystemExit('no such rule')": "no such rule",
		"print('{')":                       "read the driver's answer",
	} {
		err := run(t.TempDir(), Python(python, script), nil, new(any))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", script, err, want)
		}
	}
}
