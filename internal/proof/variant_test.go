package proof

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
	"github.com/seed-0554dd89/scaffold/templates"
)

// long is whether the longer proofs are asked for.
var long = os.Getenv("SCAFFOLD_PROOF") != ""

var functions = generator.New(templates.FS)

// variant is one function of the product: for each axis the number of a choice.
type variant [7]int

func (v variant) String() string {
	var names []string
	for i, choice := range v {
		names = append(names, axes[i][choice].name)
	}
	return strings.Join(names, "+")
}

// chose tells whether the variant has the choice called name.
func (v variant) chose(name string) bool {
	for i, choice := range v {
		if axes[i][choice].name == name {
			return true
		}
	}
	return false
}

// spec is what the variant's choices say together, not resolved.
func (v variant) spec(t testing.TB) spec.Spec {
	t.Helper()
	args := []string{"hello"}
	for i, choice := range v {
		args = append(args, axes[i][choice].args...)
	}
	return parse(t, args)
}

// made and rendered keep what many tests look at: models by variant, and files by model.
var made, rendered sync.Map

// function is the variant's model.
func (v variant) function(t testing.TB) *generator.Function {
	t.Helper()
	if f, ok := made.Load(v); ok {
		return f.(*generator.Function)
	}
	f := function(t, v.spec(t))
	made.Store(v, f)
	return f
}

func parse(t testing.TB, args []string) spec.Spec {
	t.Helper()
	s, _, err := spec.FromFlags(flags(args), noFile)
	if err != nil {
		t.Fatalf("%q: %v", args, err)
	}
	return s
}

func noFile(string) ([]byte, error) { return nil, errors.New("no file here") }

func function(t testing.TB, s spec.Spec) *generator.Function {
	t.Helper()
	_ = os.Getenv("SCAFFOLD_PROOF") // go test keeps results by what tests read of the environment, and long is read before any
	resolved, err := spec.Resolve(s)
	if err != nil {
		t.Fatalf("resolve: %v\n%q", err, spec.Args(s))
	}
	f, err := functions.Function(resolved)
	if err != nil {
		t.Fatalf("make the function: %v\n%q", err, spec.Args(s))
	}
	return f
}

func render(t testing.TB, f *generator.Function) *tree.FileSet {
	t.Helper()
	if files, ok := rendered.Load(f); ok {
		return files.(*tree.FileSet)
	}
	files, err := functions.Files(f)
	if err != nil {
		t.Fatalf("render: %v\n%q", err, spec.Args(f.Spec))
	}
	rendered.Store(f, files)
	return files
}

// refused tells whether the choices contradict each other: keys are required and a trigger's events carry none, or access
// is to the bucket of a trigger that is not there.
func (v variant) refused() bool {
	return v.chose("required") && v.keyless() || v.chose("s3-of-trigger") && !v.chose("s3") && !v.chose("s3-two-buckets") && !v.chose("all")
}

// keyless tells whether a trigger of the variant sends events without keys.
func (v variant) keyless() bool {
	for _, arg := range triggerSets[v[1]].args {
		id, _, _ := strings.Cut(arg, ":")
		if kind := aws.FindTrigger(id); kind != nil && len(kind.Event.Keys) == 0 {
			return true
		}
	}
	return false
}

// shared is the directory of the variants that tests read and run, and do not change.
var shared string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "proof")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	shared = dir
	code := m.Run()
	if err := os.RemoveAll(dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

// dir is where the variant's files are. They are to stay as they are.
func (v variant) dir(t testing.TB) string {
	t.Helper()
	dir := filepath.Join(shared, v.String())
	once, _ := written.LoadOrStore(v, new(sync.Once))
	once.(*sync.Once).Do(func() { writeTo(t, dir, render(t, v.function(t))) })
	return dir
}

// written says of each variant that its files are written, or on their way.
var written sync.Map

// write writes the files of a function into a directory of its own.
func write(t testing.TB, files *tree.FileSet) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "hello")
	writeTo(t, dir, files)
	return dir
}

func writeTo(t testing.TB, dir string, files *tree.FileSet) {
	t.Helper()
	plan, err := tree.Compare(dir, files, tree.Options{})
	if err == nil {
		_, err = tree.Apply(t.Context(), plan, dir)
	}
	if err != nil {
		t.Fatalf("write the files: %v", err)
	}
}

// flags is what the command line does with the arguments of scaffold new.
func flags(args []string) (f spec.Flags) {
	single := map[string]*string{
		"--language": &f.Language, "--runtime": &f.Runtime, "--style": &f.Style, "--keys-from": &f.KeysFrom, "--memory": &f.Memory,
		"--timeout": &f.Timeout, "--arch": &f.Arch, "--account": &f.Account, "--region": &f.Region, "--deploy": &f.Deploy, "--on-failure": &f.OnFailure,
		"--role-boundary": &f.Boundary, "--role-path": &f.RolePath, "--role-name": &f.RoleName,
	}
	many := map[string]*[]string{
		"--key": &f.Keys, "--trigger": &f.Triggers, "--access": &f.Access, "--log": &f.Logs, "--env": &f.Env, "--tag": &f.Tags,
	}
	for len(args) > 0 {
		flag := args[0]
		if single[flag] == nil && many[flag] == nil {
			f.Name, args = flag, args[1:]
			continue
		}
		if to := single[flag]; to != nil {
			*to = args[1]
		} else {
			*many[flag] = append(*many[flag], args[1])
		}
		args = args[2:]
	}
	return f
}
