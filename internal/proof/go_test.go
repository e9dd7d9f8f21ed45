package proof

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/seed-0554dd89/scaffold/generator/gotype"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
	"github.com/seed-0554dd89/scaffold/internal/gotools"
	"github.com/seed-0554dd89/scaffold/internal/lambdaapi"
)

var golang = &language{
	name:  "go",
	faces: axis{{"go", []string{"--runtime", "provided.al2023"}}},
	most:  budget{everyday: 3, long: 150},
	ownTests: func(t *testing.T, _ string, dirs []string) (all []outcome) {
		for _, r := range goModule(t, dirs).Test(t) {
			all = append(all, outcome{passed: r.Passed, skipped: r.Skipped, failed: r.Failed, broken: r.Broken})
		}
		return all
	},
	lint:      func(t *testing.T, dirs []string) []string { return goModule(t, dirs).Lint(t) },
	breaks:    goMutations,
	broken:    []string{"go"},
	mutations: budget{everyday: 4, long: 200},
	runner:    goRunner{},
	probe:     goProbe,
	zero:      true,
	stringify: goStringify,
}

// goModule is a module with a package for each function. Its go.mod is that of a function which calls each client of the SDK that
// generated code knows.
func goModule(t testing.TB, dirs []string) *gotools.Module {
	t.Helper()
	files := render(t, function(t, parse(t, []string{
		"hello", "--runtime", "provided.al2023", "--trigger", "codepipeline", "--trigger", "codedeploy-hook", "--trigger", "config-rule",
	})))
	mod, _ := files.Lookup("go.mod")
	sum, _ := files.Lookup("go.sum")
	return gotools.NewModule(t, mod.Data, sum.Data, dirs)
}

// goRunner runs all functions in one process of aws-lambda-go.
type goRunner struct{}

func (goRunner) start(t testing.TB, _ string, homes []home) []instance {
	t.Helper()
	var dirs []string
	for _, h := range homes {
		dirs = append(dirs, h.dir)
	}
	server := startGo(t, goModule(t, dirs).Dispatcher(t))
	all := make([]instance, len(homes))
	for i := range all {
		all[i] = instance{invoke: func(event []byte) (lambdaapi.Result, error) {
			return server.Invoke(fmt.Appendf(nil, `{"function":%d,"event":%s}`, i, event))
		}}
	}
	return all
}

// startGo runs a binary as provided.al2023 runs bootstrap, and ends it with the test.
func startGo(t testing.TB, binary string) *lambdaapi.Server {
	t.Helper()
	server, err := lambdaapi.Start(context.Background(), lambdaapi.Function{
		Command: []string{binary}, Dir: filepath.Dir(binary), Handler: "bootstrap",
		Env: map[string]string{"AWS_LAMBDA_LOG_FORMAT": "JSON", "AWS_LAMBDA_LOG_LEVEL": "INFO"},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	return server
}

// goStringify writes a value as encoding/json does: members in the order of their names, and U+2028 escaped.
func goStringify(v spec.Value) string {
	if v.Type == "" {
		return "" // a required key has no default
	}
	var value any
	err := json.Unmarshal([]byte(v.JSON()), &value)
	if err != nil {
		panic(err)
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(positive(value)); err != nil {
		panic(err)
	}
	return strings.TrimSpace(out.String())
}

// positive is the value with 0 for -0, for which Go has no literal.
func positive(value any) any {
	switch value := value.(type) {
	case float64:
		return value + 0
	case []any:
		for i := range value {
			value[i] = positive(value[i])
		}
	case map[string]any:
		for name := range value {
			value[name] = positive(value[name])
		}
	}
	return value
}

// A function that stands alone is a module of its own: its tests pass with the go.mod and go.sum that come with it, and the
// documented command builds the same bootstrap wherever it stands, into a folder that holds nothing else. It answers under
// aws-lambda-go's client, and logs with the request's id in the format that Lambda asks for.
func TestGoStandsAlone(t *testing.T) {
	t.Parallel()
	f := function(t, parse(t, []string{
		"hello", "--runtime", "provided.al2023", "--key", "key1=Default Key 1", "--trigger", "s3", "--log", "json",
	}))
	var binaries [][]byte
	for range 2 {
		dir := write(t, render(t, f))
		for _, line := range append(f.TestCommands(), f.BuildCommands()...) {
			command := exec.Command("sh", "-ec", line)
			command.Dir = dir
			command.Env = append(os.Environ(), "GOFLAGS=-mod=readonly", "GOWORK=off")
			if out, err := command.CombinedOutput(); err != nil {
				t.Fatalf("%s: %v\n%s", line, err, out)
			}
		}
		made, err := filepath.Glob(filepath.Join(dir, f.Code(), "*"))
		if err != nil || len(made) != 1 || filepath.Base(made[0]) != f.Handler() {
			t.Fatalf("got %q, %v in %s, want bootstrap alone", made, err, f.Code())
		}
		binary, err := os.ReadFile(made[0])
		if err != nil {
			t.Fatal(err)
		}
		binaries = append(binaries, binary)
		if len(binaries) == 2 {
			checkBootstrap(t, made[0], dir)
		}
	}
	if !bytes.Equal(binaries[0], binaries[1]) {
		t.Error("the binary differs by where it is built")
	}
}

// checkBootstrap invokes the binary that the documented command made, where this machine can run it.
func checkBootstrap(t *testing.T, binary, dir string) {
	t.Helper()
	if out, err := exec.Command("go", "env", "GOOS", "GOARCH").Output(); err != nil || string(out) != "linux\namd64\n" {
		t.Logf("the binary is for another machine: %s, %v", out, err)
		return
	}
	server := startGo(t, binary)
	event, err := os.ReadFile(filepath.Join(dir, "events", "s3.json"))
	if err != nil {
		t.Fatal(err)
	}
	result, err := server.Invoke(event)
	if err != nil || result.Err != nil || string(result.Body) != "null" {
		t.Fatalf("got %s, %v, %v", result.Body, result.Err, err)
	}
	var line struct {
		Timestamp, Level, Message, RequestID string
		Source                               struct{ Trigger, Bucket string }
	}
	if err := json.Unmarshal([]byte(server.Output()), &line); err != nil {
		t.Fatalf("%v: %s", err, server.Output())
	}
	if line.Message != "received" || line.Level != "INFO" || line.Timestamp == "" || line.RequestID == "" || line.Source.Trigger != "s3" || line.Source.Bucket == "" {
		t.Errorf("got the log %s", server.Output())
	}
}

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
		if keys, err = gotype.Read(dir, ".", resolved.KeysFrom); err == nil {
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

// go.mod and go.sum are what go mod tidy makes of them, whichever services the function tells something.
func TestGoModTidy(t *testing.T) {
	if !long {
		t.Skip("a longer proof; it asks for SCAFFOLD_PROOF=1")
	}
	for _, triggers := range [][]string{nil, {"cloudformation-custom-resource"}, {"codepipeline"}, {"codedeploy-hook"}, {"codepipeline", "codedeploy-hook", "sqs"}} {
		args := []string{"hello", "--runtime", "provided.al2023"}
		for _, trigger := range triggers {
			args = append(args, "--trigger", trigger)
		}
		command := exec.Command("go", "mod", "tidy", "-diff")
		command.Dir = write(t, render(t, function(t, parse(t, args))))
		command.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
		if out, err := command.CombinedOutput(); err != nil {
			t.Errorf("%v: %v\n%s", triggers, err, out)
		}
	}
}

// The modules' versions are those that this repository's own tests are made with, so that what is generated is not older.
func TestGoVersions(t *testing.T) {
	own, err := os.ReadFile(filepath.Join("..", "..", "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	file, ok := render(t, function(t, parse(t, []string{"hello", "--runtime", "provided.al2023"}))).Lookup("go.mod")
	lines := strings.Split(string(own), "\n")
	wanted := strings.TrimPrefix(strings.TrimSpace(lastLine(file)), "require ")
	if !ok || !slices.ContainsFunc(lines, func(line string) bool { return strings.TrimSpace(line) == wanted }) {
		t.Errorf("go.mod of a function says %q, and this module's does not", wanted)
	}
}

func lastLine(file tree.File) string {
	lines := strings.Split(strings.TrimSpace(string(file.Data)), "\n")
	return lines[len(lines)-1]
}
