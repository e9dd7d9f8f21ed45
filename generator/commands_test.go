package generator

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/internal/randspec"
	"github.com/seed-0554dd89/scaffold/templates"
)

// stubs stand for all programs that blocks may run: each notes its arguments, and aws prints something too.
const stubs = `set -u
note() { printf '%s\0' $# "$@" >&9; }
aws() { note aws "$@"; case "$1" in sts) echo 123456789012 ;; *) echo printed ;; esac; }
` + "for program in sam node npm go get python scaffold zip rm sleep esbuild; do eval \"$program() { note $program \\\"\\$@\\\"; }\"; done\n"

// calledIn runs lines in a shell that finds no program but the stubs, and returns the arguments of each call.
func calledIn(t *testing.T, shell, dir, lines string) [][]string {
	t.Helper()
	log := filepath.Join(t.TempDir(), "log")
	var wrong bytes.Buffer
	cmd := exec.Command(shell, "-c", "exec 9>'"+log+"'\n"+stubs+lines)
	cmd.Dir, cmd.Env, cmd.Stderr = dir, []string{"PATH=/nowhere", "HOME=/home/of/somebody", "LC_ALL=C"}, &wrong
	if err := cmd.Run(); err != nil || wrong.Len() > 0 {
		t.Fatalf("%s: %v: %s\n%s", shell, err, wrong.String(), lines)
	}
	data, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	fields := strings.Split(strings.TrimSuffix(string(data), "\x00"), "\x00")
	var calls [][]string
	for len(fields) > 1 {
		n, err := strconv.Atoi(fields[0])
		if err != nil || n >= len(fields) {
			t.Fatalf("%s: no count: %q", shell, fields[0])
		}
		calls, fields = append(calls, fields[1:1+n]), fields[1+n:]
	}
	return calls
}

var blocks = regexp.MustCompile("(?ms)^```sh\n(.*?)^```$")

// shellBlocks are the commands of all Markdown of a function.
func shellBlocks(t *testing.T, f *Function) string {
	t.Helper()
	files, err := New(templates.FS).Files(f)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, name := range []string{"README.md", "policies/README.md"} {
		file, _ := files.Lookup(name)
		for _, block := range blocks.FindAllStringSubmatch(string(file.Data), -1) {
			out.WriteString(block[1])
		}
	}
	return out.String()
}

// Each shell reads the blocks of the Markdown of a random function as what its Spec says, and runs nothing else.
func TestBlocksInShells(t *testing.T) {
	shells := installed(t, "bash", "dash", "zsh")
	g := New(templates.FS)
	dir := t.TempDir()
	for _, code := range []string{"src", "dist"} {
		if err := os.Mkdir(filepath.Join(dir, code), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	functions, all := 0, 0
	for seed := range uint64(60) {
		s := randspec.New(seed).Spec()
		if seed%3 > 0 {
			s.Language, s.Style, s.Runtime = "", "", []string{"python3.14", "provided.al2023"}[seed%2]
		}
		s.Deploy = []string{"none", "sam"}[seed/3%2]
		resolved, err := spec.Resolve(s)
		if err != nil {
			continue
		}
		f, err := g.Function(resolved)
		if err != nil {
			continue
		}
		for _, shell := range shells {
			calls := calledIn(t, shell, dir, shellBlocks(t, f))
			functions, all = functions+1, all+len(calls)
			wantCreated(t, f, calls)
			wantWired(t, f, shell, dir, calls)
			if t.Failed() {
				t.Fatalf("seed %d, %s: %q", seed, shell, spec.Args(s))
			}
		}
	}
	if t.Logf("%d functions, %d calls", functions, all); functions < 80 || all < 6*functions {
		t.Errorf("%d functions with %d calls are few", functions, all)
	}
}

func installed(t *testing.T, names ...string) (found []string) {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			found = append(found, path)
		}
	}
	if len(found) == 0 {
		t.Skip("there is no shell")
	}
	return found
}

// wantCreated wants the one function created as the Spec has it.
func wantCreated(t *testing.T, f *Function, calls [][]string) {
	t.Helper()
	creates := slices.DeleteFunc(slices.Clone(calls), func(c []string) bool { return len(c) < 3 || c[2] != "create-function" })
	if f.Spec.Deploy == spec.SAM && len(creates) == 0 {
		return
	}
	if len(creates) != 1 {
		t.Fatalf("%d functions are created: %q", len(creates), calls)
	}
	got := options(creates[0])
	account := "123456789012"
	if f.Spec.Account != "" {
		account = f.Spec.Account
	}
	for option, want := range map[string]string{
		"--function-name": f.Name, "--runtime": f.Spec.Runtime, "--memory-size": fmt.Sprint(f.Spec.Memory), "--timeout": fmt.Sprint(f.Spec.Timeout),
	} {
		if got[option] != want {
			t.Errorf("%s is %q, want %q", option, got[option], want)
		}
	}
	if !strings.HasSuffix(got["--role"], ":iam::"+account+":role/"+strings.TrimPrefix(f.Spec.Role.Path, "/")+f.RoleName()) {
		t.Errorf("--role is %q", got["--role"])
	}
	variables := maps.Clone(f.Spec.Environment)
	for _, v := range f.Variables() {
		if variables == nil {
			variables = map[string]string{}
		}
		variables[v.Name] = "..." // as the block itself exports it
	}
	wantTexts(t, "--environment", got["--environment"], map[string]map[string]string{"Variables": variables}, len(variables))
	wantTexts(t, "--tags", got["--tags"], f.Spec.Tags, len(f.Spec.Tags))
}

// options are the options of a call, --name value or --name=value.
func options(call []string) map[string]string {
	all := map[string]string{}
	for i, word := range call {
		if name, value, ok := strings.Cut(word, "="); ok && strings.HasPrefix(word, "--") {
			all[name] = value
		} else if strings.HasPrefix(word, "--") && i+1 < len(call) {
			all[word] = call[i+1]
		}
	}
	return all
}

func wantTexts[T any](t *testing.T, option, text string, want T, n int) {
	t.Helper()
	if n == 0 {
		if text != "" {
			t.Errorf("%s is %q, want none", option, text)
		}
		return
	}
	var got T
	if err := json.Unmarshal([]byte(text), &got); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%s is %q: %v\ngot  %v\nwant %v", option, text, err, got, want)
	}
}

// wantWired wants the calls that connect each trigger. A shell reads the catalogue's own lines with a mark for each hole, and
// the values are put into the arguments that it has read.
func wantWired(t *testing.T, f *Function, shell, dir string, calls [][]string) {
	t.Helper()
	for _, trigger := range f.Triggers {
		if trigger.Created() {
			continue
		}
		for _, line := range trigger.kind.Wire {
			for _, want := range wiredCalls(t, trigger, line, shell, dir) {
				if !slices.ContainsFunc(calls, func(got []string) bool { return slices.Equal(got, want) }) {
					t.Errorf("%s: there is no call %q among\n%q", trigger.kind.ID, want, calls)
				}
			}
		}
	}
}

func wiredCalls(t *testing.T, trigger *Trigger, pattern, shell, dir string) [][]string {
	t.Helper()
	var line strings.Builder
	values := map[string]string{}
	for h := range holes(pattern) {
		if h.name == "" {
			line.WriteString(h.literal)
			continue
		}
		mark := fmt.Sprintf("Z%dZ", len(values))
		filled := trigger.values.fill(h)
		if values[mark] = filled.value; filled.placeholder != "" {
			values[mark] = map[string]string{"AWS_ACCOUNT_ID": "123456789012", "AWS_REGION": "eu-west-1", "AWS_PARTITION": "aws"}[filled.placeholder]
			if values[mark] == "" {
				values[mark] = "..."
			}
		}
		line.WriteString(mark)
	}
	calls := calledIn(t, shell, dir, "DISTRIBUTION_ID=... RESOURCE_ID=... INTEGRATION_ID=printed\n"+line.String()+"\n")
	for _, call := range calls {
		for i := range call {
			for mark, value := range values {
				call[i] = strings.ReplaceAll(call[i], mark, value)
			}
		}
	}
	return calls
}
