package tree

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// notBoth takes what a person wrote and what is generated, and not both together.
func notBoth(_ string, text []byte) error {
	if bytes.Contains(text, []byte("mine")) && bytes.Contains(text, []byte("C")) {
		return errors.New("no")
	}
	return nil
}

// generatedBefore is a directory that was generated: a tool file, a team file, a lock of both.
func generatedBefore(t *testing.T) string {
	dir := t.TempDir()
	want := files(t, "tool", "t1\n")
	add(t, want, File{Path: "team", Owner: Team, Data: []byte("a\nb\nc\n")})
	bringUp(t, dir, want, GenerateOptions{Stamp: stamp})
	return dir
}

// wanted are the same two files with other texts.
func wantedNow(t *testing.T, tool, team string) *FileSet {
	want := files(t, "tool", tool)
	add(t, want, File{Path: "team", Owner: Team, Data: []byte(team)})
	return want
}

func bringUp(t *testing.T, dir string, want *FileSet, opt GenerateOptions) Plan {
	t.Helper()
	plan, err := CompareGenerated(dir, want, opt)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Apply(t.Context(), plan, dir); err != nil {
		t.Fatal(err)
	}
	return plan
}

func TestCompareGenerated(t *testing.T) {
	opt := GenerateOptions{Stamp: stamp}
	for _, test := range []struct {
		name       string
		person     []string // what the person laid into the directory
		gone       string   // what the person removed
		tool, team string   // what is wanted; "" is not wanted
		opt        GenerateOptions
		plan       string
		after      []string // what is there then, but for the lock
	}{
		{"nothing moved", nil, "", "t1\n", "a\nb\nc\n", opt, "same team\nsame tool\n", nil},
		{"templates moved", nil, "", "t2\n", "a\nb\nC\n", opt,
			"update team\nupdate tool\n", []string{"team", "a\nb\nC\n", "tool", "t2\n"}},
		{"tool file edited", []string{"tool", "mine\n"}, "", "t2\n", "a\nb\nc\n", opt,
			"same team\nkeep tool: was edited\n", []string{"team", "a\nb\nc\n", "tool", "mine\n"}},
		{"tool file edited, force", []string{"tool", "mine\n"}, "", "t2\n", "a\nb\nc\n", GenerateOptions{Stamp: stamp, Force: true},
			"same team\nupdate tool\n", []string{"team", "a\nb\nc\n", "tool", "t2\n"}},
		{"tool file removed", nil, "tool", "t1\n", "a\nb\nc\n", opt,
			"same team\ncreate tool\n", []string{"team", "a\nb\nc\n", "tool", "t1\n"}},
		{"tool file dropped", nil, "", "", "a\nb\nc\n", opt, "same team\nremove tool: is generated no more\n", []string{"team", "a\nb\nc\n"}},
		{"tool file dropped and edited", []string{"tool", "mine\n"}, "", "", "a\nb\nc\n", opt,
			"same team\nkeep tool: is generated no more, and was edited\n", []string{"team", "a\nb\nc\n", "tool", "mine\n"}},
		{"tool file dropped and edited, force", []string{"tool", "mine\n"}, "", "", "a\nb\nc\n", GenerateOptions{Stamp: stamp, Force: true},
			"same team\nremove tool: is generated no more\n", []string{"team", "a\nb\nc\n"}},
		{"team file edited", []string{"team", "a\nmine\nc\n"}, "", "t1\n", "a\nb\nc\n", opt,
			"keep team: was edited\nsame tool\n", nil},
		{"team file merged", []string{"team", "mine\na\nb\nc\n"}, "", "t1\n", "a\nb\nC\n", opt,
			"merge team: was edited, and gets the new text too\nsame tool\n", []string{"team", "mine\na\nb\nC\n", "tool", "t1\n"}},
		{"team file merged on Windows", []string{"team", "mine\r\na\r\nb\r\nc\r\n"}, "", "t1\n", "a\nb\nC\n", opt,
			"merge team: was edited, and gets the new text too\nsame tool\n", []string{"team", "mine\r\na\r\nb\r\nC\r\n", "tool", "t1\n"}},
		{"checkout on Windows", []string{"team", "a\r\nb\r\nc\r\n", "tool", "t1\r\n"}, "", "t2\nt3\n", "a\nb\nC\n", opt,
			"update team\nupdate tool\n", []string{"team", "a\r\nb\r\nC\r\n", "tool", "t2\r\nt3\r\n"}},
		{"team file has the change already", []string{"team", "mine\na\nb\nC\n"}, "", "t1\n", "a\nb\nC\n", opt,
			"keep team: was edited, and has the new text too\nsame tool\n", nil},
		{"team file in conflict", []string{"team", "a\nb\nmine\n"}, "", "t1\n", "a\nb\nC\n", opt,
			"review team: was edited where the new text differs\nsame tool\n", []string{"team", "a\nb\nmine\n", "tool", "t1\n"}},
		{"team file in conflict, marked", []string{"team", "a\nb\nmine\n"}, "", "t1\n", "a\nb\nC\n", GenerateOptions{Stamp: stamp, Mark: true},
			"merge team: was edited where the new text differs: 1 between conflict markers\nsame tool\n",
			[]string{"team", "a\nb\n<<<<<<< yours\nmine\n||||||| generated before\nc\n=======\nC\n>>>>>>> generated now\n", "tool", "t1\n"}},
		{"merged text parses no more than it did", []string{"team", "mine\na\nb\nc\n"}, "", "t1\n", "a\nb\nC\n",
			GenerateOptions{Stamp: stamp, Parses: func(string, []byte) error { return errors.New("no") }},
			"merge team: was edited, and gets the new text too\nsame tool\n", []string{"team", "mine\na\nb\nC\n", "tool", "t1\n"}},
		{"merged text does not parse", []string{"team", "mine\na\nb\nc\n"}, "", "t1\n", "a\nb\nC\n", GenerateOptions{Stamp: stamp, Parses: notBoth},
			"review team: was edited, and does not parse with the new text too\nsame tool\n", []string{"team", "mine\na\nb\nc\n", "tool", "t1\n"}},
		{"team file removed", nil, "team", "t1\n", "a\nb\nC\n", opt, "keep team: was removed, and stays away\nsame tool\n", []string{"tool", "t1\n"}},
		{"team file dropped", nil, "", "t1\n", "", opt, "remove team: is generated no more\nsame tool\n", []string{"tool", "t1\n"}},
		{"team file dropped and edited", []string{"team", "mine\n"}, "", "t1\n", "", opt,
			"keep team: is generated no more, and is yours from now on\nsame tool\n", []string{"team", "mine\n", "tool", "t1\n"}},
		{"lock removed", []string{"tool", "mine\n", "team", "mine\n"}, LockName, "t1\n", "a\nb\nc\n", opt,
			"review team: is there, and was not generated\nkeep tool: has another text, and no lock says whose\n", []string{"team", "mine\n", "tool", "mine\n"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := generatedBefore(t)
			lay(t, dir, test.person...)
			if test.gone != "" {
				if err := os.Remove(filepath.Join(dir, test.gone)); err != nil {
					t.Fatal(err)
				}
			}
			want := new(FileSet)
			if test.tool != "" {
				add(t, want, File{Path: "tool", Data: []byte(test.tool)})
			}
			if test.team != "" {
				add(t, want, File{Path: "team", Owner: Team, Data: []byte(test.team)})
			}
			if test.after == nil {
				test.after = contents(t, dir)[2:]
			}
			plan := bringUp(t, dir, want, test.opt)
			if got := briefly(plan); got != test.plan {
				t.Errorf("plan\n%swant\n%s", got, test.plan)
			}
			after := contents(t, dir)
			if after[0] != LockName || !slices.Equal(after[2:], test.after) {
				t.Errorf("left %q, want %q", after[2:], test.after)
			}
			lock, err := ParseLock([]byte(after[1]))
			if open := strings.Contains(test.plan, "review") && test.gone == "" || len(plan.Edited()) > 0; err != nil || (lock.Input == Digest{}) != open {
				t.Errorf("the lock has input %s, %v", lock.Input, err)
			}
			test.opt.Mark = false
			if again := bringUp(t, dir, want, test.opt); !slices.Equal(contents(t, dir), after) || !again.Empty() {
				t.Errorf("the second time left %q\n%s", contents(t, dir), text(again))
			}
		})
	}
}

// briefly is what a plan does with files, but for the lock.
func briefly(p Plan) string {
	var out strings.Builder
	for _, c := range p.Changes[:len(p.Changes)-1] {
		out.WriteString(c.Action.String() + " " + c.Path)
		if c.Action != Same && c.Action != Create && c.Action != Update {
			out.WriteString(": " + c.Reason)
		}
		out.WriteByte('\n')
	}
	return out.String()
}

// What is in the way stops everything, and nothing is written.
func TestCompareGeneratedConflicts(t *testing.T) {
	newer := stamp
	newer.Edition.Number = 4
	for _, test := range []struct {
		name, want string
		act        func(dir string) error
	}{
		{"a file of a person's", "new: is there, and was not generated", func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "new"), []byte("mine\n"), 0o666)
		}},
		{"a directory", "tool: is a directory: want a file", func(dir string) error {
			return errors.Join(os.Remove(filepath.Join(dir, "tool")), os.Mkdir(filepath.Join(dir, "tool"), 0o777))
		}},
		{"a link", "tool: is a symbolic link: want a file", func(dir string) error {
			return errors.Join(os.Remove(filepath.Join(dir, "tool")), os.Symlink("team", filepath.Join(dir, "tool")))
		}},
		{"no lock", `scaffold.lock: line 1: "mine": want scaffold lock 1`, func(dir string) error {
			return os.WriteFile(filepath.Join(dir, LockName), []byte("mine\n"), 0o666)
		}},
		{"newer edition", "scaffold.lock: is of edition 4 of javascript: this scaffold knows 3: want a newer scaffold", func(dir string) error {
			return os.WriteFile(filepath.Join(dir, LockName), NewLock(newer, nil).Encode(), 0o666)
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := generatedBefore(t)
			if err := test.act(dir); err != nil {
				t.Skip(err)
			}
			before := contents(t, dir)
			want := wantedNow(t, "t2\n", "a\n")
			add(t, want, File{Path: "new", Data: []byte("new\n")})
			plan, err := CompareGenerated(dir, want, GenerateOptions{Stamp: stamp})
			if err != nil {
				t.Fatal(err)
			}
			var conflict *ConflictError
			if _, err := Apply(t.Context(), plan, dir); !errors.As(err, &conflict) || err.Error() != test.want {
				t.Errorf("got %v, want %s", err, test.want)
			}
			if after := contents(t, dir); !slices.Equal(before, after) {
				t.Errorf("left %q", after)
			}
		})
	}
}

// Two branches generate, each with other templates, and git merges them: files of either branch are as generated, and
// what git merged is compared with either.
func TestCompareGeneratedGitMarks(t *testing.T) {
	dir := generatedBefore(t)
	git := func(args ...string) error {
		cmd := exec.Command("git", append([]string{"-c", "user.name=x", "-c", "user.email=x@x"}, args...)...)
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Logf("git %s: %s", args[0], out)
		}
		return err
	}
	commit := func(tool, team, branch, from string) {
		t.Helper()
		err := git("checkout", "-q", "-b", branch, from)
		other := stamp
		other.Input = DigestText([]byte(tool))
		bringUp(t, dir, wantedNow(t, tool, team), GenerateOptions{Stamp: other})
		if err := errors.Join(err, git("add", "."), git("commit", "-qm", branch)); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(git("init", "-qb", "base"), git("add", "."), git("commit", "-qm", "base")); err != nil {
		t.Fatal(err)
	}
	commit("t2\n", "A\nb\nc\n", "one", "base")
	commit("t3\n", "a\nb\nC\n", "two", "base")
	if git("merge", "-q", "one") == nil {
		t.Fatal("git merged without a conflict")
	}
	lock, err := os.ReadFile(filepath.Join(dir, LockName))
	if err != nil || !strings.Contains(string(lock), "<<<<<<<") {
		t.Fatalf("no conflict in the lock: %s %v", lock, err)
	}
	lay(t, dir, "tool", "t2\n") // taken from one of them
	plan := bringUp(t, dir, wantedNow(t, "t4\n", "A\nb\nC\nd\n"), GenerateOptions{Stamp: stamp})
	if got, want := briefly(plan), "update team\nupdate tool\n"; got != want && got != "merge team: was edited, and gets the new text too\nupdate tool\n" {
		t.Errorf("plan\n%swant\n%s", got, want)
	}
	if got := contents(t, dir); !slices.Contains(got, "A\nb\nC\nd\n") || !slices.Contains(got, "t4\n") {
		t.Errorf("left %q", got)
	}
}

// The patch of a plan says what is removed and merged, and of a review what changed in the generated text.
func TestGeneratedDiff(t *testing.T) {
	dir := generatedBefore(t)
	lay(t, dir, "team", "a\nb\nmine\n")
	want := new(FileSet)
	add(t, want, File{Path: "team", Owner: Team, Data: []byte("a\nb\nC\n")})
	plan, err := CompareGenerated(dir, want, GenerateOptions{Stamp: stamp})
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := plan.WriteDiff(&out); err != nil {
		t.Fatal(err)
	}
	const patch = `diff --git a/team b/team
--- a/team
+++ b/team
@@ -1,3 +1,3 @@
 a
 b
-c
+C
diff --git a/tool b/tool
deleted file mode 100644
--- a/tool
+++ /dev/null
@@ -1 +0,0 @@
-t1
`
	if !strings.HasPrefix(out.String(), patch) {
		t.Errorf("got\n%s\nwant\n%s", out.String(), patch)
	}
	if got, want := plan.Counts().String(), "1 to update, 1 to remove, 1 to review"; got != want {
		t.Errorf("counts %q, want %q", got, want)
	}
	data, err := json.Marshal(plan.Changes[0])
	if err != nil || !strings.Contains(string(data), `"action":"review"`) {
		t.Errorf("%s, %v", data, err)
	}
}
