package proof

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/nodetest"
)

// mutation breaks a generated file in one way: the first text from becomes to.
type mutation struct{ name, file, from, to string }

// base is a function whose code has what mutations break.
type base struct {
	name string
	args []string
}

var bases = []base{
	{"mixed", []string{
		"--key", "key1=Default Key 1", "--key", "count:=10", "--key", "ratio:=0.25", "--key", "on:=true", "--key", `filter:={"a":1}`, "--key", "list:=[1]",
		"--key", `maybe:{"type":"integer","nullable":true,"default":3}`, "--key", "toString=t", "--key", "user-id=u",
		"--trigger", "apigateway-rest:path=/orders/{id}", "--trigger", "apigateway-rest:name=shop,api=b2c3d4e5f6,path=/shop,method=POST",
		"--trigger", "s3:name=in,prefix=in/", "--trigger", "s3:name=out,prefix=out/",
	}},
	{"strict", []string{"--key", "key1", "--key", "count:integer", "--trigger", "apigateway-rest"}},
	{"keyless", []string{"--trigger", "s3:name=csv,suffix=.csv", "--trigger", "s3:name=jpg,suffix=.jpg", "--trigger", "apigateway-rest"}},
}

// The tests that come with a function fail when its handler or adapter is broken, in whichever way. In the everyday run
// the styles share the mutations of what they have in common. They run in real Node.js, installed by bash .ci/parts.
func TestMutations(t *testing.T) {
	styles := faces[1:]
	for i, face := range styles {
		t.Run(face.name, func(t *testing.T) {
			var names, dirs []string
			for _, b := range bases {
				f := function(t, parse(t, slices.Concat([]string{"hello"}, b.args, face.args)))
				files := render(t, f)
				for j, m := range slices.Concat(mutations[b.name+" "+face.name], mutations[b.name]) {
					if own := j < len(mutations[b.name+" "+face.name]); !own && !long && j%len(styles) != i {
						continue
					}
					dir := write(t, files)
					if mutate(t, dir, m) {
						names, dirs = append(names, b.name+": "+m.name), append(dirs, dir)
					}
				}
			}
			for i, result := range nodetest.Run(t, 22, dirs) {
				if result.OK() {
					t.Errorf("%s: the tests pass", names[i])
				}
				for _, failure := range result.Failed {
					if failure.Name == failure.File || failure.Name == "node --test" {
						t.Errorf("%s: this is no mutation, it does not run: %s", names[i], failure.Error)
					}
				}
			}
			t.Logf("%d mutations", len(names))
		})
	}
}

// mutate breaks a function. A text that does not occur is a failure: the mutation would prove nothing.
func mutate(t *testing.T, dir string, m mutation) bool {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "src", m.file+".?js"))
	if err != nil || len(paths) != 1 {
		t.Fatalf("%s: got %q, want one file", m.name, paths)
	}
	text, err := os.ReadFile(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	broken := strings.Replace(string(text), m.from, m.to, 1)
	if broken == string(text) {
		t.Errorf("%s: there is no %q in %s", m.name, m.from, m.file)
		return false
	}
	if err := os.WriteFile(paths[0], []byte(broken), 0o600); err != nil {
		t.Fatal(err)
	}
	return true
}

// Unbroken, the same functions pass: what fails above fails for its mutation. Node.js is installed by bash .ci/parts.
func TestUnmutated(t *testing.T) {
	var dirs []string
	for _, face := range faces {
		for _, b := range bases {
			dirs = append(dirs, write(t, render(t, function(t, parse(t, slices.Concat([]string{"hello"}, b.args, face.args))))))
		}
	}
	for _, result := range nodetest.Run(t, 22, dirs) {
		if !result.OK() {
			t.Errorf("%v", result)
		}
	}
}
