//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/plain"
	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// ruins are what becomes of a function in a hostile repository. Each has check find something in it, but for those of a team
// file, which is a person's and not looked into while nothing else has moved.
func ruins() map[string]func(dir string) error {
	instead := func(name string, put func(at string) error) func(string) error {
		return func(dir string) error {
			at := filepath.Join(dir, name)
			if err := os.RemoveAll(at); err != nil {
				return err
			}
			return put(at)
		}
	}
	link := func(to string) func(string) error {
		return func(at string) error { return os.Symlink(to, at) }
	}
	fifo := func(at string) error { return syscall.Mkfifo(at, 0o666) }
	sparse := func(at string) error {
		if err := os.WriteFile(at, nil, 0o666); err != nil {
			return err
		}
		return os.Truncate(at, 1<<40)
	}
	directory := func(at string) error { return os.Mkdir(at, 0o777) }
	text := func(text string) func(string) error {
		return func(at string) error { return os.WriteFile(at, []byte(text), 0o666) }
	}
	all := map[string]func(string) error{
		"bomb":    instead(specName, text(javaScriptSpec+laughs("x"))),
		"many":    instead(specName, text(javaScriptSpec+"triggers:\n"+strings.Repeat("- s3\n", 40_000))),
		"binary":  instead(specName, text("\x00\xff")),
		"newer":   instead(tree.LockName, text("scaffold-lock 99\n")),
		"types":   instead(specName, text("name: hello\nlanguage: go\nruntime: provided.al2023\nkeysFrom: Event\n")),
		"policy":  instead("policies", link("/")),
		"through": instead("src", link("/dev")),
	}
	for _, name := range []string{specName, tree.LockName, "events/direct.json", "src/index.mjs"} {
		all["device "+name] = instead(name, link("/dev/zero"))
		all["memory "+name] = instead(name, link("/proc/self/mem"))
		all["outside "+name] = instead(name, link("/etc/passwd"))
		all["fifo "+name] = instead(name, fifo)
		all["sparse "+name] = instead(name, sparse)
		all["directory "+name] = instead(name, directory)
	}
	return all
}

// TestHostileRepository checks and generates a repository in which one function after the other is a hostile one. What is found
// in each comes in order, and the others are as if they were alone.
func TestHostileRepository(t *testing.T) {
	clean := 20
	if os.Getenv("SCAFFOLD_PROOF") != "" {
		clean = 300
	}
	top := t.TempDir()
	made := filepath.Join(top, "made")
	scaffold(t, "new", "hello", "-y", "-C", made)
	copied := func(name string) string {
		at := filepath.Join(top, "all", name)
		if err := os.CopyFS(at, os.DirFS(made)); err != nil {
			t.Fatal(err)
		}
		return at
	}
	for i := range clean {
		copied(fmt.Sprintf("f%03d", i))
	}
	want, theirs := []string{}, []string{}
	for name, ruin := range ruins() {
		name = fmt.Sprintf("f%03d-", len(want)) + strings.NewReplacer("/", "-", " ", "-").Replace(name)
		want = append(want, name)
		if strings.HasSuffix(name, "index.mjs") {
			theirs = append(theirs, name)
		}
		if err := ruin(copied(name)); err != nil {
			t.Fatal(err)
		}
	}
	// A link to a function, to all of them, and nothing but directories.
	for name, to := range map[string]string{"link": "f000", "loop": ".", "up": "..", "root": "/"} {
		if err := os.Symlink(to, filepath.Join(top, "all", name)); err != nil {
			t.Fatal(err)
		}
	}
	deep := filepath.Join(top, "all", "zdeep")
	if err := os.MkdirAll(filepath.Join(deep, strings.Repeat("d/", 150)), 0o777); err != nil {
		t.Fatal(err)
	}
	slices.Sort(want)

	code, said, took := measured(t, top, "check", "./...", "--output", "json")
	var report struct {
		Functions int
		Findings  []finding
	}
	if err := json.NewDecoder(strings.NewReader(said)).Decode(&report); err != nil {
		t.Fatalf("%v: %.1000s", err, said)
	}
	var found []string
	for _, f := range report.Findings {
		if f.Level == levelError && !slices.Contains(found, f.Directory) {
			found = append(found, f.Directory)
		}
		if strings.Contains(f.Message, "root:") || strings.Contains(f.Message, "internal error") {
			t.Errorf("%s: %s", f.Directory, f.Message)
		}
	}
	missing, deepest := 0, ""
	for i, name := range want {
		want[i] = "all/" + name
		if !slices.Contains(found, want[i]) && !slices.Contains(theirs, name) {
			missing++
			t.Errorf("%s: nothing is found", want[i])
		}
	}
	for _, dir := range found {
		if strings.HasPrefix(dir, "all/zdeep/") {
			deepest = dir
		} else if !slices.Contains(want, dir) {
			t.Errorf("%s: something is found", dir)
		}
	}
	if code != exitWrong || !slices.IsSorted(found) || missing > 0 || strings.Count(deepest, "/d") != plain.Depth-1 {
		t.Errorf("exit code %d, %d functions, %v, deepest %s", code, report.Functions, took, deepest)
	}

	// The functions that can be are brought up to date.
	stale := filepath.Join(top, "all", fmt.Sprintf("f%03d", clean-1), "events", "direct.json")
	if err := os.Remove(stale); err != nil {
		t.Fatal(err)
	}
	code, said, _ = measured(t, top, "generate", "./...")
	if _, err := os.Stat(stale); err != nil || code != exitWrong || strings.Contains(said, "root:") {
		t.Errorf("generate: exit code %d, %v: %.2000s", code, err, said)
	}
}

// TestPanic has work over one function panic: it is an error of that function, in one line, and says where it was.
func TestPanic(t *testing.T) {
	c := guarded("hello", func() compared {
		var files map[string]int
		files["x\n::error::y"] = 1
		return compared{}
	})
	if c.err == nil || !strings.HasPrefix(c.err.Error(), `hello: internal error at hostile_unix_test.go:`) || strings.Contains(c.err.Error(), "\n") {
		t.Errorf("got %v", c.err)
	}
	if exitCode(c.err) != exitWrong {
		t.Errorf("exit code %d", exitCode(c.err))
	}
}
