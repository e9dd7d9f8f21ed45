//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/seed-0554dd89/scaffold/generator/visible"
)

// hostile are texts that a terminal, a log of a build or a shell could take for more than text.
var hostile = []string{
	"a\n::error title=x::smuggled", "\n\n::set-output name=x::y\n", "::warning::z", " \u00a0::notice::z", "b\r::error::cr", "\x1b[31mred\x1b]0;t\a", "##[error]old",
	"##vso[task.setvariable]x", "\u202egnp\u202c", "\u009b31m", "\u2028::error::ls", "zero\u200bwidth", "-x", "~", "$(touch canary)", "'", "a b", "é日本", "\n",
	"\n" + forged + "\n", "filler\u3164", "tag\U000e0041",
}

// forged is a line that one of them would begin.
const forged = "scaffold: warning: forged"

// raw are those and bytes that are no UTF-8, which names of directories may have.
var raw = append([]string{"\xff\xfe", "\xc3("}, hostile...)

// pages are scaffold.yaml files that hold a text in each place, right and wrong.
func pages(text string) map[string]string {
	quoted := string(visible.YAML(mustJSON(text)))
	plain := strings.NewReplacer("\n", " ", "\r", " ").Replace(text)
	return map[string]string{
		"env":       "name: fn\nkeys:\n  k: 1\nenvironment:\n  TEXT: " + quoted + "\ntags:\n  " + quoted + ": x\n",
		"key":       "name: fn\nkeys:\n  " + quoted + ": " + quoted + "\ntriggers:\n  - sqs\n",
		"described": "name: fn\nkeys:\n  k: {default: " + quoted + ", description: " + quoted + "}\n",
		"runtime":   "name: fn\nruntime: " + quoted + "\n",
		"name":      "name: " + quoted + "\n",
		"trigger":   "name: fn\ntriggers:\n  - s3: {name: " + quoted + ", bucket: " + quoted + "}\n  - " + quoted + "\n",
		"prefix":    "name: fn\ntriggers:\n  - s3: {bucket: my-uploads, prefix: " + quoted + "}\n",
		"field":     "name: fn\n" + quoted + ": 1\nkeys: " + quoted + "\n",
		"alias":     "name: *x\nkeys: &y " + quoted + "\nlogging: !t " + quoted + "\n",
		"plain":     "name: fn\nkeys: " + plain + "\n",
		"broken":    "name: fn\n  " + plain + ": [\n",
		"twice":     "name: fn\nkeys:\n  " + quoted + ": 1\n  " + quoted + ": 2\n",
		"group":     "name: fn\nlogging: {group: " + quoted + ", level: " + quoted + "}\nonFailure: " + quoted + "\n",
		"keysFrom":  "name: fn\nlanguage: go\nkeysFrom: " + quoted + "\n",
		"comment":   "# " + plain + "\nname: fn # " + plain + "\n",
	}
}

func mustJSON(text string) []byte {
	data, err := json.Marshal(text)
	if err != nil {
		panic(err)
	}
	return bytes.ReplaceAll(bytes.ReplaceAll(data, []byte(`\u2028`), []byte("\u2028")), []byte(`\u2029`), []byte("\u2029"))
}

// plainly runs a command and wants nothing on either stream that is more than text.
func plainly(t *testing.T, dir string, args ...string) {
	t.Helper()
	var out, said bytes.Buffer
	sys := testSystem(dir, &out, &said)
	run(sys, args)
	format := "text"
	for i, arg := range args[:len(args)-1] {
		if arg == "--output" {
			format = args[i+1]
		}
	}
	wantPlain(t, args, said.String(), false)
	switch {
	case format == "json":
		wantPlain(t, args, out.String(), false)
		if out.Len() > 0 && !json.Valid(out.Bytes()) {
			t.Errorf("%q: no JSON: %s", args, out.String())
		}
	case format == "github":
		wantPlain(t, args, annotation.ReplaceAllString(out.String(), ""), false)
	case strings.Contains(strings.Join(args, " "), "--diff"):
		wantPlain(t, args, out.String(), true)
	default:
		wantPlain(t, args, out.String(), false)
	}
	if t.Failed() {
		t.Fatalf("%q in %q:\n%q\n%q", args, dir, out.String(), said.String())
	}
}

// annotation is a whole line as GitHub documents it.
var annotation = regexp.MustCompile(`(?m)^::(error|warning|notice) file=[^,:\n]*(,line=[0-9]+)?,title=[^,:\n]*::[^\r\n]*$`)

// wantPlain wants no line that a log takes for a command and, but for a patch, nothing that is hidden.
func wantPlain(t *testing.T, args []string, text string, patch bool) {
	t.Helper()
	for line := range strings.FieldsFuncSeq(text, func(c rune) bool { return c == '\n' || c == '\r' && !patch }) {
		if strings.HasPrefix(strings.TrimLeftFunc(line, unicode.IsSpace), "::") || line == forged && args != nil && !patch {
			t.Errorf("%q prints the line %q", args, line)
		}
		if line := strings.ReplaceAll(line, "\t", ""); !patch && (visible.In(line) || strings.Contains(line, "##[") || strings.Contains(line, "##vso[")) {
			t.Errorf("%q prints %+q", args, line)
		}
	}
}

// No command prints what a terminal or a log would take for more than text, whatever directories are called.
func TestHostileDirectories(t *testing.T) {
	top := t.TempDir()
	for i, name := range raw {
		dir := filepath.Join(top, name)
		if strings.Contains(name, "/") || os.MkdirAll(dir, 0o700) != nil {
			continue
		}
		plainly(t, top, "new", "fn", "-y", "-C", "./"+name, "--env", "TEXT="+strings.ToValidUTF8(printable(name), ""))
		spoil(t, dir, i)
	}
	for _, output := range []string{"text", "json", "github"} {
		plainly(t, top, "check", "./...", "--output", output, "--strict")
	}
	for _, output := range []string{"text", "json"} {
		plainly(t, top, "generate", "./...", "--output", output, "--dry-run")
		plainly(t, top, "generate", "./...", "--output", output, "--diff")
	}
	for _, name := range some(raw) {
		dir := "./" + name
		plainly(t, top, "check", dir, "--output", "text")
		plainly(t, top, "policy", "show", dir)
		plainly(t, top, "policy", "render", dir, "--set", name, "-o", name)
		plainly(t, top, "policy", "render", dir, "--account", name, "--region", name)
		plainly(t, top, "add", "key", name, "-C", dir, "--dry-run")
		plainly(t, top, "remove", "key", "-C", dir, "--", name)
		plainly(t, top, "new", name, "-y", "--dry-run")
		plainly(t, top, "new", "fn", "-y", "--runtime", name, "--env", name, "-t", name, "-k", name, "-a", name, "-l", name, "--tag", name)
		plainly(t, top, "new", "--spec", name)
		plainly(t, top, "event", name)
		plainly(t, top, name, name)
		plainly(t, top, "list", name)
		plainly(t, top, "check", "--output", name)
		plainly(t, top, "check", "--as-of", name)
		plainly(t, top, "check", "--"+name)
		plainly(t, top, "generate", dir)
	}
}

// some are those of a run every day; a longer one has all.
func some(texts []string) (chosen []string) {
	for i, text := range texts {
		if i%6 == 0 || os.Getenv("SCAFFOLD_PROOF") != "" {
			chosen = append(chosen, text)
		}
	}
	return chosen
}

// printable is a text without the controls that no Spec takes.
func printable(text string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsControl(c) {
			return -1
		}
		return c
	}, text)
}

// spoil makes something to find in a function.
func spoil(t *testing.T, dir string, i int) {
	t.Helper()
	name := []string{"src/event.gen.mjs", "scaffold.lock", "policies/README.md", "package.json", "scaffold.yaml"}[i%5]
	// Some functions could not be made: there is nothing to spoil.
	_ = os.WriteFile(filepath.Join(dir, name), []byte("::error::x\n"+hostile[i%len(hostile)]+"\n"), 0o600)
}

// Nor whatever a scaffold.yaml holds.
func TestHostileSpecs(t *testing.T) {
	for _, text := range some(hostile) {
		top := t.TempDir()
		for name, page := range pages(text) {
			dir := filepath.Join(top, name)
			if err := os.Mkdir(dir, 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, specName), []byte(page), 0o600); err != nil {
				t.Fatal(err)
			}
			plainly(t, dir, "generate", "--diff")
			plainly(t, dir, "generate")
			plainly(t, dir, "new", "--spec", specName, "-y", "--dry-run", "--output", "json")
			plainly(t, dir, "add", "trigger", "sqs:queue=x", "--diff")
			plainly(t, dir, "add", "key", "k=2", "--diff", "--output", "json")
			plainly(t, dir, "remove", "key", text+"x")
			plainly(t, dir, "policy", "show")
			spoil(t, dir, len(text))
		}
		for _, output := range []string{"text", "json", "github"} {
			plainly(t, top, "check", "./...", "--output", output)
		}
		plainly(t, top, "generate", "./...", "--force")
	}
}

// The writer of people's text keeps every text plain, however it comes in pieces, and keeps all that is plain.
func TestScreen(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 3000 {
		var text strings.Builder
		for range r.IntN(8) {
			text.WriteString(raw[r.IntN(len(raw))] + []string{"", "\n", "#", ":", " "}[r.IntN(5)])
		}
		var whole, parts bytes.Buffer
		fmt.Fprint(&screen{w: &whole}, text.String()+"\n")
		s := &screen{w: &parts}
		for i := range len(text.String()) {
			_, _ = s.Write([]byte{text.String()[i]})
		}
		_, _ = s.Write([]byte("\n"))
		if parts.String() != whole.String() {
			t.Errorf("%q in pieces is %q, want %q", text.String(), parts.String(), whole.String())
		}
		wantPlain(t, nil, whole.String(), false)
	}
	var out bytes.Buffer
	const plain = "## Heading\n\tindented: a::b # c [d]\n日本 é 😀\n"
	if fmt.Fprint(&screen{w: &out}, plain); out.String() != plain {
		t.Errorf("got %q", out.String())
	}
}
