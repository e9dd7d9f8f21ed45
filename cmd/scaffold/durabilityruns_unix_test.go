//go:build unix

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/templates"
)

// TestGitConflict has two branches add a key each and git merge them. What git leaves in the lock is understood: with the
// spec as the person resolved it and the generated files taken anew, the function is up to date, and both persons' lines
// are there.
func TestGitConflict(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "hello")
	git := func(args ...string) (string, error) {
		cmd := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=x", "-c", "user.email=x@x", "-c", "init.defaultBranch=main"}, args...)...)
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
	commit := func(what string) {
		for _, args := range [][]string{{"add", "."}, {"commit", "-qm", what}} {
			if out, err := git(args...); err != nil {
				t.Fatalf("git: %v\n%s", err, out)
			}
		}
	}
	index := filepath.Join(dir, "src", "index.mjs")
	line := func(text, before string) {
		data, err := os.ReadFile(index)
		if err == nil {
			err = os.WriteFile(index, bytes.Replace(data, []byte(before), []byte(text+before), 1), 0o666)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	scaffold(t, "new", "hello", "-y", "-k", "a=x", "-C", dir)
	if out, err := git("init", "-q"); err != nil {
		t.Skip("no git: ", err, out)
	}
	commit("new")
	git("checkout", "-qb", "other")
	scaffold(t, "add", "key", "b=y", "-C", dir)
	line("// theirs\n", "import")
	commit("other")
	git("checkout", "-q", "main")
	scaffold(t, "add", "key", "c=z", "-C", dir)
	line("// ours\n", "\n// Called")
	commit("ours")
	if out, err := git("merge", "other"); err == nil || !strings.Contains(out, "scaffold.lock") {
		t.Fatalf("git merged without a conflict: %v\n%s", err, out)
	}
	lock, err := os.ReadFile(filepath.Join(dir, "scaffold.lock"))
	if err != nil || !bytes.Contains(lock, []byte("<<<<<<<")) {
		t.Fatalf("git left no markers: %v\n%s", err, lock)
	}
	resolved := "name: hello\nlanguage: javascript\nruntime: nodejs24.x\nstyle: async\nkeys:\n  a: x\n  b: y\n  c: z\n"
	if err := os.WriteFile(filepath.Join(dir, specName), []byte(resolved), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, side := range []string{"--ours", "--theirs"} {
		if out, err := git("checkout", side, "src/index.mjs"); err != nil {
			t.Fatalf("%v %s", err, out)
		}
		scaffold(t, "generate", "--force", dir)
		scaffold(t, "check", dir)
		text, _ := os.ReadFile(index)
		if mine := map[string]string{"--ours": "// ours", "--theirs": "// theirs"}[side]; !strings.Contains(string(text), mine) || !strings.Contains(string(text), "a, b, c") {
			t.Errorf("%s: the handler is\n%s", side, text)
		}
		if err := os.WriteFile(filepath.Join(dir, "scaffold.lock"), lock, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// TestSpecEditedMeanwhile edits the spec while a run is between comparing and writing. generate writes what it has read, and
// the next check knows that there is more to do; add does not write over the edit.
func TestSpecEditedMeanwhile(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	dir := filepath.Join(t.TempDir(), "hello")
	scaffold(t, "new", "hello", "-y", "-k", "a=x", "-C", dir)
	name := filepath.Join(dir, specName)
	edit := func(from, to string) string {
		text, err := os.ReadFile(name)
		after := strings.Replace(string(text), from, to, 1)
		if err == nil {
			err = os.WriteFile(name, []byte(after), 0o666)
		}
		if err != nil {
			t.Fatal(err)
		}
		return after
	}
	sys := machine()
	u := &upkeep{System: sys, generator: generator.New(templates.FS)}
	meanwhile := func(c compared) compared {
		return u.apply(t.Context(), dir, func() compared {
			edit("a: x", "a: z")
			return c
		})
	}

	edit("a: x", "b: y\n  a: x")
	if c := meanwhile(u.compare(target{dir: dir}, nil, func(string, []byte) {})); c.err != nil || !c.written {
		t.Errorf("generate: %v", c.err)
	}
	c := u.compare(target{dir: dir}, nil, func(string, []byte) {})
	if c.unmoved || c.plan.Empty() {
		t.Error("the edit is not seen")
	}
	scaffold(t, "generate", dir)
	scaffold(t, "check", dir)

	edit("a: z", "a: x")
	before := edit("memory", "memory")
	o := &amendOptions{verb: "add", part: spec.KeyPart, generateOptions: &generateOptions{System: sys}}
	c = meanwhile(u.amended(dir, o.amendment(t.Context(), []string{"c"}), nil))
	if exitCode(c.err) != exitRefused || c.written {
		t.Errorf("add: %v", c.err)
	}
	if text, _ := os.ReadFile(name); string(text) != strings.Replace(before, "a: x", "a: z", 1) {
		t.Errorf("the spec is\n%s", text)
	}
}

// TestCutOffNew finds beside a new function what a run left that was killed: it goes, and the person is told. What another
// run is writing at this moment stays.
func TestCutOffNew(t *testing.T) {
	top := t.TempDir()
	old, fresh, mine := ".scaffold-0123456789abcdef.tmp", ".scaffold-fedcba9876543210.tmp", ".scaffold-mine.tmp"
	for _, name := range []string{old, fresh, mine} {
		if err := os.MkdirAll(filepath.Join(top, name, "src"), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{old, mine} {
		if err := os.Chtimes(filepath.Join(top, name), today.Add(-time.Hour), today.Add(-time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	var out, said bytes.Buffer
	if code := run(testSystem(top, &out, &said), []string{"new", "hello", "-y"}); code != exitDone {
		t.Fatalf("exit code %d: %s", code, said.String())
	}
	if want := old + ": removed: a run left it that was cut off\n"; !strings.Contains(said.String(), want) {
		t.Errorf("said %q, want %q", said.String(), want)
	}
	list, err := os.ReadDir(top)
	var names []string
	for _, entry := range list {
		names = append(names, entry.Name())
	}
	if want := fresh + " " + mine + " hello"; err != nil || strings.Join(names, " ") != want {
		t.Errorf("there are %q, want %q: %v", names, want, err)
	}
}

// TestAddAtOnce adds keys to one function from several processes at once: each waits for the others, and none is lost.
func TestAddAtOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "hello")
	scaffold(t, "new", "hello", "-y", "-C", dir)
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			if out, err := exec.Command("scaffold", "add", "key", fmt.Sprintf("key%d=x", i), "-C", dir).CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
	all.Wait()
	scaffold(t, "check", dir)
	text, err := os.ReadFile(filepath.Join(dir, specName))
	if err != nil || strings.Count(string(text), ": x\n") != 8 {
		t.Errorf("%v: the spec is\n%s", err, text)
	}
}

// TestNewAtOnce has twenty processes make another function each in one place: one of them does, whole, and the others leave
// it alone.
func TestNewAtOnce(t *testing.T) {
	rounds := 1
	if os.Getenv("SCAFFOLD_PROOF") != "" {
		rounds = 10
	}
	for range rounds {
		dir := filepath.Join(t.TempDir(), "hello")
		var all sync.WaitGroup
		var made atomic.Int32
		for i := range 20 {
			all.Go(func() {
				if exec.Command("scaffold", "new", "hello", "-y", "-k", fmt.Sprintf("key%d=x", i), "-C", dir).Run() == nil {
					made.Add(1)
				}
			})
		}
		all.Wait()
		if made.Load() != 1 {
			t.Errorf("%d functions are made in one place", made.Load())
		}
		scaffold(t, "check", dir)
		if left := read(t, filepath.Dir(dir)); len(left) != len(read(t, dir)) {
			t.Errorf("beside the function there is something: %d files, %d of them the function's", len(left), len(read(t, dir)))
		}
	}
}
