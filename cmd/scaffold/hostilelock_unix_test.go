//go:build unix

package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// here runs commands in this process as on a machine of its own: what scaffold keeps there lies in state.
type here struct {
	t     *testing.T
	dir   string
	state string
}

func (h here) run(args ...string) (code int, said string) {
	var out bytes.Buffer
	sys := machine()
	sys.Dir, sys.Out, sys.Err, sys.Terminal = h.dir, &out, &out, nil
	sys.Getenv = func(name string) string {
		if name == "XDG_STATE_HOME" {
			return h.state
		}
		return ""
	}
	code = run(sys, args)
	return code, out.String()
}

func (h here) must(args ...string) {
	h.t.Helper()
	if code, said := h.run(args...); code != 0 {
		h.t.Fatalf("scaffold %s: exit code %d\n%s", strings.Join(args, " "), code, said)
	}
}

func (h here) git(args ...string) string {
	h.t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=x", "-c", "user.email=x@example.com", "-c", "init.defaultBranch=main"}, args...)...)
	cmd.Dir = h.dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		h.t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

// machineOf is a machine with a working directory of its own.
func machineOf(t *testing.T) here { return here{t, t.TempDir(), t.TempDir()} }

// elsewhere is another machine that sees the same directory.
func (h here) elsewhere() here { return here{h.t, h.dir, h.t.TempDir()} }

// lists puts a line for a file into a lock.
func lists(t *testing.T, dir, file, text string) {
	t.Helper()
	name := filepath.Join(dir, "scaffold.lock")
	lock, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(lock, []byte("file "))
	line := fmt.Sprintf("file tool sha256:%x %s\n", sha256.Sum256([]byte(text)), file)
	if err := os.WriteFile(name, slices.Insert(lock, at, []byte(line)...), 0o666); err != nil {
		t.Fatal(err)
	}
}

const uploads = "s3:name=uploads,bucket=my-uploads"

// TestHostileLock has a lock list a person's file, with its very text: it is there after every command, and reported.
func TestHostileLock(t *testing.T) {
	for i, file := range []string{".env", "LICENSE", "events/mine.json", "policies/mine.json", "src/mine.mjs", "template.yaml", specName, "deep/er/x.json"} {
		for _, git := range []string{"none", "untracked", "ignored"} {
			text := []string{"SECRET=1\n", ""}[i%2]
			h := machineOf(t)
			h.must("new", "hello", "-y", "-t", uploads)
			dir := filepath.Join(h.dir, "hello")
			if file != specName {
				write(t, filepath.Join(dir, file), text)
			}
			if git != "none" {
				h.git("init", "-q")
			}
			if git == "ignored" {
				write(t, filepath.Join(h.dir, ".gitignore"), filepath.Base(file)+"\n")
				h.git("add", ".")
			}
			lists(t, dir, file, text)
			stays(t, h, file, read(t, dir)[file])
		}
	}
}

// TestForeignListed has a lock list what scaffold never makes, with the digest of what is there: nothing else has moved.
func TestForeignListed(t *testing.T) {
	for _, file := range []string{".env", "LICENSE", "deep/er/x.json"} {
		h := machineOf(t)
		h.must("new", "hello", "-y", "-t", uploads)
		dir := filepath.Join(h.dir, "hello")
		write(t, filepath.Join(dir, file), "SECRET=1\n")
		lists(t, dir, file, "SECRET=1\n")
		for command, want := range map[string]int{"check": 3, "generate": 2} {
			if code, said := h.run(command, "hello"); code != want || !strings.Contains(said, file) {
				t.Errorf("%s: %s: exit code %d, want %d:\n%s", file, command, code, want, said)
			}
		}
	}
}

// stays runs the commands that write, and wants a file as it is.
func stays(t *testing.T, h here, file, text string) {
	t.Helper()
	dir := filepath.Join(h.dir, "hello")
	for _, args := range [][]string{{"generate", "hello"}, {"generate", "--force", "hello"}, {"add", "key", "more", "-C", "hello"}, {"remove", "trigger", "uploads", "-C", "hello"}} {
		code, said := h.run(args...)
		is, ok := read(t, dir)[file]
		if !ok || file != specName && is != text {
			t.Fatalf("%s: scaffold %v took it:\n%s", file, args, said)
		}
		if args[0] != "generate" && code != 2 { // the short cut of generate sees nothing that has moved
			t.Errorf("%s: scaffold %v: exit code %d, want 2:\n%s", file, args, code, said)
		}
	}
}

// TestHostileLockStandIn has a lock list a name that leads to a person's file by a link or, on some disks, in other case.
func TestHostileLockStandIn(t *testing.T) {
	for listed, file := range map[string]string{"events/MINE.json": "events/mine.json", "Events/mine.json": "events/mine.json", "events/link.json": "mine.txt", "policies/x.json": "mine.txt"} {
		h := machineOf(t)
		h.must("new", "hello", "-y", "-t", uploads)
		dir := filepath.Join(h.dir, "hello")
		write(t, filepath.Join(dir, file), "mine\n")
		for _, link := range []string{"events/link.json", "policies/x.json"} {
			if err := os.Symlink("../mine.txt", filepath.Join(dir, link)); err != nil {
				t.Skip(err)
			}
		}
		write(t, filepath.Join(dir, "mine.txt"), "mine\n")
		lists(t, dir, listed, "mine\n")
		stays(t, h, file, "mine\n")
		if is := read(t, dir)["events/link.json"]; is != "-> ../mine.txt" {
			t.Errorf("the link is %q", is)
		}
	}
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

// TestUnproven says what a person reads of a file that a lock alone says is scaffold's, and that what it says helps.
func TestUnproven(t *testing.T) {
	h := machineOf(t)
	h.must("new", "hello", "-y", "-t", uploads)
	h.git("init", "-q")
	dir := filepath.Join(h.dir, "hello")
	write(t, filepath.Join(dir, "events", "mine.json"), "{}\n")
	lists(t, dir, "events/mine.json", "{}\n")
	write(t, filepath.Join(dir, specName), read(t, dir)[specName]+"# moved\n")
	const want = "hello/events/mine.json: is generated no more, and nothing shows that scaffold made it: want it looked at"
	for _, args := range [][]string{{"generate", "hello"}, {"generate", "--force", "hello"}} {
		if code, said := h.run(args...); code != 2 || !strings.Contains(said, want) || !strings.Contains(said, "rm -- hello/events/mine.json") || strings.Contains(said, "--force") {
			t.Errorf("%v: exit code %d:\n%s", args, code, said)
		}
	}
	if code, said := h.run("check", "hello"); code != 3 || !strings.Contains(said, "unproven") || strings.Contains(said, "--force") {
		t.Errorf("check: exit code %d:\n%s", code, said)
	}
	if err := os.Remove(filepath.Join(dir, "events", "mine.json")); err != nil {
		t.Fatal(err)
	}
	h.must("generate", "hello")
	h.must("check", "hello")
}

// TestUnprovenWithoutLock takes away the lock of a function of another machine: what is said of an edited file helps here too.
func TestUnprovenWithoutLock(t *testing.T) {
	const file = "hello/policies/trust-policy.json"
	for _, command := range [][]string{{"generate", "hello"}, {"generate", "--force", "hello"}} {
		h := machineOf(t)
		h.must("new", "hello", "-y")
		h = h.elsewhere()
		write(t, filepath.Join(h.dir, file), "mine\n")
		if err := os.Remove(filepath.Join(h.dir, "hello", "scaffold.lock")); err != nil {
			t.Fatal(err)
		}
		code, said := h.run(command...)
		if is := read(t, filepath.Join(h.dir, "hello"))["policies/trust-policy.json"]; is != "mine\n" {
			t.Errorf("%v: the file is %q", command, is)
		}
		if code != 2 || !strings.Contains(said, "rm -- "+file) || strings.Contains(said, "--force") {
			t.Errorf("%v: exit code %d:\n%s", command, code, said)
		}
		if err := os.Remove(filepath.Join(h.dir, file)); err != nil {
			t.Fatal(err)
		}
		h.must("generate", "hello")
		h.must("check", "hello")
	}
}

// TestShown goes the ways by which files are shown to be scaffold's: what is generated no more is removed on each of them.
func TestShown(t *testing.T) {
	const policy = "policies/invocation-policy.uploads.json"
	without := func(t *testing.T, dir string) {
		text, _, _ := strings.Cut(read(t, dir)[specName], "triggers:")
		write(t, filepath.Join(dir, specName), text)
	}
	for name, test := range map[string]func(h here) here{
		"made here": func(h here) here { return h },
		"made here, in a repository that does not know it": func(h here) here {
			h.git("init", "-q")
			return h
		},
		"cloned": func(h here) here {
			h.git("init", "-q")
			h.git("add", ".")
			h.git("commit", "-qm", "x")
			clone := machineOf(h.t)
			clone.git("clone", "-q", h.dir, ".")
			return clone
		},
		"a worktree": func(h here) here {
			h.git("init", "-q")
			h.git("add", ".")
			h.git("commit", "-qm", "x")
			tree := machineOf(h.t)
			h.git("worktree", "add", "-q", filepath.Join(tree.dir, "tree"))
			tree.dir = filepath.Join(tree.dir, "tree")
			return tree
		},
		"line ends of Windows": func(h here) here {
			h.git("init", "-q")
			h.git("add", ".")
			h.git("commit", "-qm", "x")
			clone := machineOf(h.t)
			clone.git("clone", "-q", "-c", "core.autocrlf=true", h.dir, ".")
			return clone
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := machineOf(t)
			h.must("new", "hello", "-y", "-t", uploads)
			h = test(h)
			dir := filepath.Join(h.dir, "hello")
			if !exists(filepath.Join(dir, policy)) {
				t.Fatal("there is no policy to begin with")
			}
			without(t, dir)
			h.must("generate", "hello")
			if exists(filepath.Join(dir, policy)) {
				t.Error("the policy is there still")
			}
			h.must("check", "hello")
		})
	}
	t.Run("copied, without git", func(t *testing.T) {
		h := machineOf(t)
		h.must("new", "hello", "-y", "-t", uploads)
		other := h.elsewhere()
		other.must("remove", "trigger", "uploads", "-C", "hello") // what the spec said can be made again
		if exists(filepath.Join(h.dir, "hello", policy)) {
			t.Error("the policy is there still")
		}
	})
}

// TestForce replaces what a person edited in files that scaffold made, here or where git knows them, and nothing else.
func TestForce(t *testing.T) {
	const file = "policies/trust-policy.json"
	for name, test := range map[string]struct {
		git, here bool
		want      string
	}{
		"made here": {false, true, ""}, "made here, in git": {true, true, ""}, "tracked": {true, false, ""}, "copied": {false, false, "mine\n"},
	} {
		h := machineOf(t)
		h.must("new", "hello", "-y")
		dir := filepath.Join(h.dir, "hello")
		want := test.want
		if want == "" {
			want = read(t, dir)[file]
		}
		if test.git {
			h.git("init", "-q")
			h.git("add", ".")
		}
		if !test.here {
			h = h.elsewhere()
		}
		write(t, filepath.Join(dir, file), "mine\n")
		code, said := h.run("generate", "--force", "hello")
		if is := read(t, dir)[file]; is != want || (code == 0) != (test.want == "") {
			t.Errorf("%s: exit code %d, the file is %q:\n%s", name, code, is, said)
		}
	}
}

// TestNothingVanishes has random locks list random files in random directories, and runs the commands that write. A line that
// only a person knows still stands in its file, or git holds the file as it was.
func TestNothingVanishes(t *testing.T) {
	rounds := 12
	if os.Getenv("SCAFFOLD_PROOF") != "" {
		rounds = 1500
	}
	kept, held := 0, 0
	for round := range rounds {
		k, n := vanishes(t, rand.New(rand.NewPCG(7, uint64(round))), round)
		kept, held = kept+k, held+n
	}
	t.Logf("%d files kept, %d given up that git holds", kept, held)
	if kept == 0 {
		t.Error("no file was at risk")
	}
}

func vanishes(t *testing.T, random *rand.Rand, round int) (kept, held int) {
	h := machineOf(t)
	h.must("new", "hello", "-y", "-t", uploads)
	dir := filepath.Join(h.dir, "hello")
	made := read(t, dir)
	names := []string{"events/mine.json", "events/news.json", "policies/mine.json", "policies/invocation-policy.news.json", "template.yaml"}
	for name := range made {
		if name != specName && name != "scaffold.lock" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	inGit := random.IntN(4) > 0
	if inGit {
		h.git("init", "-q")
	}
	lock := made["scaffold.lock"]
	head, rest, _ := strings.Cut(lock, "file ")
	if random.IntN(2) == 0 {
		rest = "" // nothing of the lock that was
	} else {
		rest = "file " + rest
	}
	secret := fmt.Sprintf("only a person knows %d", random.Uint64())
	persons, tracked, listed := map[string]string{}, map[string]bool{}, map[string]bool{}
	for range 1 + random.IntN(5) {
		name := names[random.IntN(len(names))]
		if persons[name] != "" {
			continue
		}
		text := secret + "\n" + made[name]
		if random.IntN(3) == 0 {
			text = made[name] + secret + "\n"
		}
		persons[name] = text
		write(t, filepath.Join(dir, name), text)
		if inGit && random.IntN(3) == 0 {
			h.git("add", "-f", filepath.Join("hello", name))
			tracked[name] = true
		}
		if strings.Contains(rest, " "+name+"\n") {
			listed[name] = true
			continue
		}
		if random.IntN(4) > 0 {
			listed[name] = true
			digest := sha256.Sum256([]byte(text))
			if random.IntN(3) == 0 {
				digest = sha256.Sum256(nil)
			}
			head += fmt.Sprintf("file tool sha256:%x %s\n", digest, name)
		}
	}
	write(t, filepath.Join(dir, "scaffold.lock"), head+rest)
	if random.IntN(2) == 0 {
		text, _, _ := strings.Cut(made[specName], "triggers:")
		write(t, filepath.Join(dir, specName), text)
	}
	other, force := h.elsewhere(), false
	for range 1 + random.IntN(3) {
		args := [][]string{
			{"generate", "hello"}, {"generate", "hello", "--force"}, {"generate", "hello", "--merge"}, {"add", "trigger", "sns:name=news,topic=news", "-C", "hello"},
			{"add", "key", "more", "-C", "hello"}, {"remove", "trigger", "uploads", "-C", "hello"}, {"new", "hello", "-y"}, {"new", "hello", "-y", "-t", uploads},
		}[random.IntN(8)]
		force = force || slices.Contains(args, "--force")
		other.run(args...)
	}
	after := read(t, dir)
	for name, text := range persons {
		if strings.Contains(after[name], secret) {
			kept++
			continue
		}
		index := ""
		if tracked[name] {
			index = h.git("show", ":hello/"+name)
		}
		// Without git, a lock that knows the very text of a file that scaffold is to write anyway is believed.
		if index == text || !inGit && listed[name] && after[name] != "" {
			held++
			continue
		}
		t.Errorf("round %d: %s: a person's line is gone (git %v, tracked %v, listed %v, force %v):\n%s", round, name, inGit, tracked[name], listed[name], force, after[name])
	}
	return kept, held
}
