package proof

import (
	"archive/zip"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/awscli"
	"github.com/seed-0554dd89/scaffold/internal/parts"
)

// As the pages say it: the tests run with python -m unittest and nothing else, and the printed commands create a function of
// src/ alone, whatever the tests left there. Python, moto and awscli are installed by bash .ci/parts.
func TestPythonCommands(t *testing.T) {
	if !long {
		t.Skip("a longer proof; it asks for SCAFFOLD_PROOF=1")
	}
	if _, err := exec.LookPath("zip"); err != nil {
		t.Skip("zip is not installed")
	}
	awscli.Reset(t)
	f := function(t, parse(t, []string{"hello", "--runtime", "python", "--key", "key1=a", "--trigger", "sqs:queue=jobs", "--log", "json"}))
	dir := writeReady(t, f, render(t, f))
	if commands := f.TestCommands(); len(commands) != 1 || commands[0].String() != "python -m unittest" {
		t.Fatalf("got %q", commands)
	}
	tests := exec.Command(parts.LambdaPython(t, "3.14"), "-m", "unittest")
	tests.Dir = dir
	if out, err := tests.CombinedOutput(); err != nil {
		t.Fatalf("python -m unittest: %v\n%s", err, out)
	}
	readme, err := os.ReadFile(filepath.Join(dir, "policies", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	typed(t, dir, "aws sqs create-queue --queue-name jobs --region eu-west-1 > queue\n"+block(t, string(readme), "## Create it with the AWS CLI", "sh"))

	reader, err := zip.OpenReader(filepath.Join(dir, "function.zip"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range reader.File {
		names = append(names, file.Name)
	}
	slices.Sort(names)
	if !slices.Equal(names, []string{"event_gen.py", "handler.py"}) {
		t.Errorf("deployed is %q", names)
	}
	read := awscli.Batch(t, dir, [][]string{{"lambda", "get-function-configuration", "--function-name", "hello"}})
	var got struct{ Handler, Runtime string }
	if err := json.Unmarshal([]byte(read[0].Stdout), &got); err != nil || got.Handler != "handler.handler" || got.Runtime != "python3.14" {
		t.Errorf("got %+v, %v: %s", got, err, read[0].Stderr)
	}
}
