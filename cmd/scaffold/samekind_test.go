package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// sort is a language and style, with the runtimes that run it.
type sort struct {
	language, style string
	runtimes        []string
}

// sorts are those of all languages that functions are written in.
func sorts() (all []sort) {
	for _, language := range spec.Languages() {
		styles := spec.Styles(language)
		if len(styles) == 0 {
			styles = []string{""}
		}
		for _, style := range styles {
			k := sort{language: language, style: style}
			for _, r := range aws.Runtimes() {
				if l := r.Language(language); l != nil && (style == "" || slices.Contains(l.Styles, style)) {
					k.runtimes = append(k.runtimes, r.ID)
				}
			}
			all = append(all, k)
		}
	}
	return all
}

func (k sort) spec(runtime string) string {
	text := fmt.Sprintf("name: hello\nlanguage: %s\nruntime: %s\n", k.language, runtime)
	if k.style != "" {
		text += "style: " + k.style + "\n"
	}
	return text + "keys:\n  a: x\n"
}

// TestOtherSort turns a function of each language and style into each other one: that is refused with what to do, and
// nothing is written.
func TestOtherSort(t *testing.T) {
	for _, from := range sorts() {
		dir := generatedAs(t, from, from.runtimes[0])
		for _, to := range sorts() {
			if from.language == to.language && from.style == to.style {
				continue
			}
			name := filepath.Join(dir, specName)
			if err := os.WriteFile(name, []byte(to.spec(to.runtimes[0])), 0o666); err != nil {
				t.Fatal(err)
			}
			before := allTexts(t, dir)
			for command, want := range map[string]int{"generate": exitRefused, "check": exitFound} {
				code, said := commandIn(dir, command)
				if code != want || !strings.Contains(said, "the function is "+from.language) || !strings.Contains(said, "the spec says "+to.language) ||
					!strings.Contains(said, "scaffold new --spec scaffold.yaml -C ../hello-new") {
					t.Errorf("%s %v to %v: exit code %d, want %d: %s", command, from, to, code, want, said)
				}
			}
			if !maps.Equal(before, allTexts(t, dir)) {
				t.Errorf("%v to %v: something was written", from, to)
			}
		}
	}
}

// TestOtherRuntime gives a function of each language and style each other runtime that runs it: it is brought up.
func TestOtherRuntime(t *testing.T) {
	for _, k := range sorts() {
		for _, runtime := range k.runtimes[1:] {
			dir := generatedAs(t, k, k.runtimes[0])
			if err := os.WriteFile(filepath.Join(dir, specName), []byte(k.spec(runtime)), 0o666); err != nil {
				t.Fatal(err)
			}
			if code, said := commandIn(dir, "generate"); code != exitDone {
				t.Errorf("%v on %s: exit code %d: %s", k, runtime, code, said)
			}
			if code, said := commandIn(dir, "check"); code != exitDone {
				t.Errorf("%v on %s: check finds %s", k, runtime, said)
			}
			if text := allTexts(t, dir)["policies/README.md"]; !strings.Contains(text, "--runtime "+runtime) {
				t.Errorf("%v: the commands are not for %s", k, runtime)
			}
		}
	}
}

// generatedAs makes a function from a spec.
func generatedAs(t *testing.T, k sort, runtime string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "hello")
	err := os.Mkdir(dir, 0o777)
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, specName), []byte(k.spec(runtime)), 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
	if code, said := commandIn(dir, "generate"); code != exitDone {
		t.Fatalf("%v: exit code %d: %s", k, code, said)
	}
	return dir
}

// commandIn runs a command in a directory and returns all that it says.
func commandIn(dir, name string) (code int, said string) {
	var out bytes.Buffer
	code = run(testSystem(dir, &out, &out), []string{name})
	return code, out.String()
}

// allTexts are all files of a directory.
func allTexts(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			var text []byte
			text, err = os.ReadFile(name)
			name, _ = filepath.Rel(dir, name)
			all[filepath.ToSlash(name)] = string(text)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
