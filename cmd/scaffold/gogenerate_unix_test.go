//go:build unix

package main

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A function in Go as a person writes it: the type of its keys, and what scaffold is told. It does not compile yet.
const (
	keysType = `package main

//go:generate scaffold generate

// Level is how urgent it is.
type Level int

const (
	Low Level = iota
	High
)

// Event is what is asked for.
type Event struct {
	UserID string   ` + "`json:\"user-id\" required:\"true\"`" + `
	Limit  int      ` + "`json:\"limit\" default:\"10\"`" + ` // how many at most
	Level  Level    ` + "`json:\"level\" default:\"1\"`" + `
	Tags   []string ` + "`json:\"tags\"`" + `
}
`
	keysSpec = "name: %s\nlanguage: go\nruntime: provided.al2023\nkeysFrom: Event\ntriggers:\n  - sqs\n"
)

// build makes the programs and returns the directory that has them, as the environment of those that start them by name.
func buildPrograms(t testing.TB, packages map[string]string) (bin string, env []string) {
	t.Helper()
	bin = t.TempDir()
	for name, path := range packages {
		if out, err := exec.Command("go", "build", "-o", filepath.Join(bin, name), path).CombinedOutput(); err != nil {
			t.Fatalf("build %s: %v\n%s", name, err, out)
		}
	}
	return bin, append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"), "GOFLAGS=-mod=readonly", "GOWORK=off")
}

// module lays down a module of so many functions.
func layModule(t testing.TB, dir string, functions int) {
	t.Helper()
	files := map[string]string{"go.mod": "module example.com/shop\n\ngo 1.26\n"}
	for i := range functions {
		name := fmt.Sprintf("f%03d", i)
		files[name+"/event.go"], files[name+"/scaffold.yaml"] = keysType, fmt.Sprintf(keysSpec, name)
	}
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// go generate over many packages and one scaffold generate over all of them write the same bytes, in a module that does not
// compile before; and neither touches a file when there is nothing to do.
func TestGoGenerate(t *testing.T) {
	t.Parallel()
	functions := 6
	if os.Getenv("SCAFFOLD_PROOF") != "" {
		functions = 300
	}
	bin, env := buildPrograms(t, map[string]string{"scaffold": "."})
	each, all := t.TempDir(), t.TempDir()
	layModule(t, each, functions)
	layModule(t, all, functions)
	run := func(dir string, args ...string) {
		t.Helper()
		command := exec.Command(args[0], args[1:]...)
		command.Dir, command.Env = dir, env
		began := time.Now()
		if out, err := command.CombinedOutput(); err != nil {
			t.Fatalf("%q: %v\n%s", args, err, out)
		}
		t.Logf("%s over %d functions: %v", strings.Join(args[max(0, len(args)-3):], " "), functions, time.Since(began).Round(time.Millisecond))
	}
	run(each, "go", "generate", "./...")
	run(all, filepath.Join(bin, "scaffold"), "generate", "./...")
	texts, times := treeOf(t, each)
	others, otherTimes := treeOf(t, all)
	if len(texts) < functions*10 || len(texts) != len(others) {
		t.Fatalf("got %d and %d files for %d functions", len(texts), len(others), functions)
	}
	for name, text := range texts {
		if others[name] != text {
			t.Errorf("%s differs", name)
		}
	}
	run(each, "go", "generate", "./...")
	run(all, filepath.Join(bin, "scaffold"), "generate", "./...")
	_, after := treeOf(t, each)
	_, otherAfter := treeOf(t, all)
	for name, at := range times {
		if !after[name].Equal(at) || !otherAfter[name].Equal(otherTimes[name]) {
			t.Errorf("%s was written again", name)
		}
	}
}

// treeOf are the texts and times of all files below a directory.
func treeOf(t *testing.T, dir string) (texts map[string]string, times map[string]time.Time) {
	t.Helper()
	texts, times = map[string]string{}, map[string]time.Time{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		text, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		texts[name], times[name] = string(text), info.ModTime()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts, times
}

// BenchmarkGoGenerate runs what a go:generate line runs: scaffold generate on a function whose keys are a local struct, with
// nothing to do and with a type that has changed, and beside it stringer on the same package. The budget is a tenth of
// stringer's time.
func BenchmarkGoGenerate(b *testing.B) {
	bin, env := buildPrograms(b, map[string]string{"scaffold": ".", "stringer": "golang.org/x/tools/cmd/stringer"})
	dir := filepath.Join(b.TempDir(), "hello")
	in := func(name string, args ...string) *exec.Cmd {
		command := exec.Command(filepath.Join(bin, name), args...)
		command.Dir, command.Env = dir, env
		return command
	}
	write := func(name, text string) {
		if err := os.MkdirAll(dir, 0o777); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			b.Fatal(err)
		}
	}
	write("event.go", keysType)
	write("scaffold.yaml", fmt.Sprintf(keysSpec, "hello"))
	execute(b, in("scaffold", "generate"))
	execute(b, in("stringer", "-type", "Level")) // fills the build cache
	measured := func(name string, before func(i int), command func() *exec.Cmd) {
		b.Run(name, func(b *testing.B) {
			var cpu time.Duration
			for i := 0; b.Loop(); i++ {
				before(i)
				state := execute(b, command())
				cpu += state.UserTime() + state.SystemTime()
			}
			b.ReportMetric(float64(cpu.Microseconds())/float64(b.N), "cpu-µs/op")
		})
	}
	generate := func() *exec.Cmd { return in("scaffold", "generate") }
	measured("unmoved", func(int) {}, generate)
	measured("changed", func(i int) {
		write("event.go", strings.Replace(keysType, `default:"10"`, fmt.Sprintf(`default:"%d"`, 20+i), 1))
	}, generate)
	measured("stringer", func(int) {}, func() *exec.Cmd { return in("stringer", "-type", "Level") })
}
