package proof

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/seed-0554dd89/scaffold/generator/gotype"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// Functions whose keys are the fields of a Go struct are as clean as others, and the tests that come with them pass, whatever the
// trigger's events are.
func TestGoKeysFrom(t *testing.T) {
	t.Parallel()
	archive, err := txtar.ParseFile("../../testdata/golden/functions/go-keys-from.txtar")
	if err != nil {
		t.Fatal(err)
	}
	all := [][]string{{"apigateway-rest:path=/{user-id},method=GET", "sqs"}, {"vpc-lattice", "kinesis", "sns"}, {"alb", "dynamodb-streams"}, nil}
	if !long {
		all = all[:1]
	}
	var dirs []string
	for _, triggers := range all {
		args := []string{"hello", "--runtime", "provided.al2023", "--keys-from", "Event"}
		for _, trigger := range triggers {
			args = append(args, "--trigger", trigger)
		}
		dirs = append(dirs, withKeysFrom(t, args, archive.Files[1].Data))
	}
	module := goModule(t, dirs)
	for i, r := range module.Test(t) {
		if len(r.Failed) > 0 || r.Broken != "" || r.Passed < 3 {
			t.Errorf("function %d: %+v", i, r)
		}
	}
	for _, finding := range module.Lint(t) {
		t.Error(finding)
	}
}

// withKeysFrom writes a function beside the type that says its keys.
func withKeysFrom(t *testing.T, args []string, text []byte) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "event.go"), text, 0o600); err != nil {
		t.Fatal(err)
	}
	resolved, err := spec.Resolve(parse(t, args))
	if err == nil {
		var keys []spec.Key
		if keys, err = gotype.Read(dir, ".", resolved.KeysFrom, os.Getenv); err == nil {
			resolved, err = spec.WithKeys(resolved, keys)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	f, err := functions.Function(resolved)
	if err != nil {
		t.Fatal(err)
	}
	writeTo(t, dir, render(t, f))
	return dir
}
