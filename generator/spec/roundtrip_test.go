package spec_test

import (
	"errors"
	"os/exec"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

const runs = 3000

// TestRoundTrip takes random Specs by every road there is: file, flags, and resolved once or twice.
func TestRoundTrip(t *testing.T) {
	for seed := range uint64(runs) {
		s := newRandom(seed).spec()
		resolved, err := spec.Resolve(s)
		if err != nil {
			t.Fatalf("seed %d: Resolve: %v\n%+v", seed, err, s)
		}
		again, err := spec.Resolve(resolved)
		if err != nil || !reflect.DeepEqual(again, resolved) {
			t.Fatalf("seed %d: resolved twice: %v\ngot  %+v\nwant %+v", seed, err, again, resolved)
		}
		checkRoads(t, s)
		checkRoads(t, resolved)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// checkRoads writes a Spec as file and as flags, and wants the same Spec back.
func checkRoads(t *testing.T, s spec.Spec) {
	t.Helper()
	data, err := spec.Write(s)
	if err != nil {
		t.Errorf("Write: %v\n%+v", err, s)
		return
	}
	doc, err := spec.ParseFile("scaffold.yaml", data)
	if err != nil || !reflect.DeepEqual(doc.Spec, s) {
		t.Errorf("by file: %v\n%s\ngot  %+v\nwant %+v", err, data, doc.Spec, s)
	}
	args := spec.Args(s)
	got, _, err := spec.FromFlags(parseArgs(args), noFile)
	if err != nil || !reflect.DeepEqual(got, s) {
		t.Errorf("by flags: %v\n%q\ngot  %+v\nwant %+v", err, args, got, s)
	}
}

// parseArgs is what the command line does with the arguments of scaffold new.
func parseArgs(args []string) (f spec.Flags) {
	single := map[string]*string{
		"--language": &f.Language, "--runtime": &f.Runtime, "--style": &f.Style, "--keys-from": &f.KeysFrom, "--memory": &f.Memory,
		"--timeout": &f.Timeout, "--arch": &f.Arch, "--account": &f.Account, "--region": &f.Region, "--deploy": &f.Deploy, "--on-failure": &f.OnFailure,
		"--role-boundary": &f.Boundary, "--role-path": &f.RolePath, "--role-name": &f.RoleName,
	}
	many := map[string]*[]string{
		"--key": &f.Keys, "--trigger": &f.Triggers, "--access": &f.Access, "--log": &f.Logs, "--env": &f.Env, "--tag": &f.Tags,
	}
	for i := 0; i < len(args); i++ {
		switch flag := args[i]; {
		case single[flag] != nil:
			i++
			*single[flag] = args[i]
		case many[flag] != nil:
			i++
			*many[flag] = append(*many[flag], args[i])
		default:
			f.Name = flag
		}
	}
	return f
}

func noFile(string) ([]byte, error) { return nil, errors.New("no file here") }

// TestQuote has the shell itself read lines that Quote writes.
func TestQuote(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no POSIX shell")
	}
	var lines strings.Builder
	var want []string
	for seed := range uint64(300) {
		args := spec.Args(newRandom(seed).spec())
		lines.WriteString("printf '%s\\0' " + spec.Quote(args) + "\n")
		want = append(want, args...)
	}
	shell := exec.Command("sh")
	shell.Stdin = strings.NewReader(lines.String())
	out, err := shell.Output()
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00")
	if !reflect.DeepEqual(got, want) {
		for i := range min(len(got), len(want)) {
			if got[i] != want[i] {
				t.Fatalf("argument %d: got %q, want %q", i, got[i], want[i])
			}
		}
		t.Fatalf("got %d arguments, want %d", len(got), len(want))
	}
}
