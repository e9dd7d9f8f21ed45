package proof

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/aws"
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
	files := render(t, function(t, parse(t, reporting("--runtime", "provided.al2023"))))
	mod, _ := files.Lookup("go.mod")
	sum, _ := files.Lookup("go.sum")
	return gotools.NewModule(t, mod.Data, sum.Data, dirs)
}

// reporting is a function with all triggers whose services are told what became of an event.
func reporting(args ...string) []string {
	args = append([]string{"hello", "--key", "key1=a"}, args...)
	for _, kind := range aws.Triggers() {
		if kind.Reply.Kind == aws.Reported {
			args = append(args, "--trigger", flag(using(kind, onlyRequired)))
		}
	}
	return args
}

// goRunner runs all functions in one process of aws-lambda-go.
type goRunner struct{ env map[string]string }

func (r goRunner) start(t testing.TB, _ string, homes []home) []instance {
	t.Helper()
	var dirs []string
	for _, h := range homes {
		dirs = append(dirs, h.dir)
	}
	server := startGo(t, goModule(t, dirs).Dispatcher(t), r.env)
	all := make([]instance, len(homes))
	for i := range all {
		all[i] = instance{invoke: func(event []byte) (lambdaapi.Result, error) {
			return server.Invoke(fmt.Appendf(nil, `{"function":%d,"env":%s,"event":%s}`, i, encodeEvent(homes[i].env), event))
		}}
	}
	return all
}

// startGo runs a binary as provided.al2023 runs bootstrap, and ends it with the test.
func startGo(t testing.TB, binary string, env map[string]string) *lambdaapi.Server {
	t.Helper()
	all := map[string]string{"AWS_LAMBDA_LOG_FORMAT": "JSON", "AWS_LAMBDA_LOG_LEVEL": "INFO"}
	maps.Copy(all, env)
	server, err := lambdaapi.Start(context.Background(), lambdaapi.Function{
		Command: []string{binary}, Dir: filepath.Dir(binary), Handler: "bootstrap", Env: all,
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
	server := startGo(t, binary, nil)
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
