package tree

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// mixed is a directory and a plan for it with every action.
func mixed(t testing.TB, opt Options) (string, Plan) {
	dir := t.TempDir()
	lay(t, dir, "same", "s\n", "changed", "one\r\ntwo\r\n", ".gitignore", "theirs\n", "taken/", "")
	want := files(t, "same", "s\n", "changed", "one\n2\n", "taken", "x")
	add(t, want, File{Path: "bin/run me", Data: []byte("#!/bin/sh\n<&>"), Owner: Team, Exec: true})
	add(t, want, File{Path: "empty", Owner: Person})
	add(t, want, File{Path: ".gitignore", Owner: Team, Ecosystem: true})
	return dir, compare(t, dir, want, opt)
}

func TestPlanText(t *testing.T) {
	_, plan := mixed(t, Options{Replace: true})
	var out strings.Builder
	if err := plan.WriteText(&out); err != nil {
		t.Fatal(err)
	}
	const want = `keep      .gitignore  is there with a text of its own
create    bin/run me
update    changed
create    empty
same      same
conflict  taken       is a directory: want a file
`
	if out.String() != want {
		t.Errorf("got\n%swant\n%s", &out, want)
	}
	if got, want := plan.Counts().String(), "2 to create, 1 to update, 1 the same, 1 kept, 1 in conflict"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := (Plan{}).Counts().String(); got != "no files" {
		t.Errorf("a plan without files is %q", got)
	}
	if c := plan.Conflicts(); len(c) != 1 || c[0].Path != "taken" {
		t.Errorf("Conflicts() = %v", c)
	}
	if plan.Empty() || !(Plan{Changes: []Change{{Action: Same}, {Action: Keep}, {Action: Conflict}}}).Empty() {
		t.Error("Empty is wrong")
	}
}

func TestPlanJSON(t *testing.T) {
	_, plan := mixed(t, Options{})
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	plan.Changes = plan.Changes[:2]
	if err := enc.Encode(plan.WithDiffs()); err != nil {
		t.Fatal(err)
	}
	const want = `{
 "changes": [
  {
   "path": ".gitignore",
   "action": "keep",
   "owner": "team",
   "reason": "is there with a text of its own"
  },
  {
   "path": "bin/run me",
   "action": "create",
   "owner": "team",
   "reason": "is not there yet",
   "exec": true,
   "diff": "diff --git a/bin/run me b/bin/run me\nnew file mode 100755\n--- /dev/null\n+++ b/bin/run me\t\n@@ -0,0 +1,2 @@\n+#!/bin/sh\n+<&>\n\\ No newline at end of file\n"
  }
 ]
}
`
	if out.String() != want {
		t.Errorf("got\n%swant\n%s", &out, want)
	}
	if plan.Changes[1].Diff != "" {
		t.Error("WithDiffs changed the plan itself")
	}
}

func TestPlanDiffShowsConflicts(t *testing.T) {
	_, plan := mixed(t, Options{})
	var out strings.Builder
	if err := plan.WriteDiff(&out); err != nil {
		t.Fatal(err)
	}
	const want = "diff --git a/changed b/changed\n--- a/changed\n+++ b/changed\n@@ -1,2 +1,2 @@\n one\n-two\n+2\n"
	if !strings.Contains(out.String(), want) {
		t.Errorf("got\n%swant in it\n%s", &out, want)
	}
}

// git, which knows nothing of this package, makes of the diff what Apply makes of the plan.
func TestPlanDiffIsAPatch(t *testing.T) {
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("no git on this machine")
	}
	dir := t.TempDir()
	const commands = "::error::x\n1\n \u00a0::notice::y\n2\n\t::z\n3\n::end::"
	lay(t, dir, "commands", commands, "a", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n", "open", "no newline", "opens", "x\n", "closes", "x")
	want := files(t, "a", "1\nzwei\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n", "open", "still no newline", "opens", "x", "closes", "x\n",
		"new/file", "-- a\n++ b\n", "new/with blanks", "x\n", "new/日本", "x", "new/empty", "", "new/newline", "\n",
		"commands", strings.Replace(commands, "2\n", "two\n", 1))
	add(t, want, File{Path: "new/run", Data: []byte("#!/bin/sh\n"), Exec: true})
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 300 {
		name, from, to := fmt.Sprintf("random/%d", i), randomText(random), randomText(random)
		if i%2 == 0 && from != "" { // a small edit
			at := random.IntN(len(from)/2+1) * 2
			to = from[:min(at, len(from))] + "new\n" + from[min(at, len(from)):]
		}
		lay(t, dir, name, from)
		add(t, want, File{Path: name, Data: []byte(to)})
	}
	plan := compare(t, dir, want, Options{Replace: true})

	patched := t.TempDir()
	lay(t, patched, contents(t, dir)...)
	var patch bytes.Buffer
	if err := plan.WriteDiff(&patch); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(patch.String()) {
		if strings.HasPrefix(strings.TrimLeftFunc(line, unicode.IsSpace), "::") {
			t.Errorf("a log of a build takes this line of the patch for a command: %q", line)
		}
	}
	cmd := exec.Command(git, "apply", "--whitespace=nowarn")
	cmd.Dir, cmd.Stdin = patched, &patch
	cmd.Env = append(os.Environ(), "GIT_DIR="+filepath.Join(patched, "none"), "LC_ALL=C")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git apply: %v\n%s", err, out)
	}
	if _, err := Apply(t.Context(), plan, dir); err != nil {
		t.Fatal(err)
	}
	if got, want := contents(t, patched), contents(t, dir); !slices.Equal(got, want) {
		t.Errorf("git makes %q\nApply    %q", got, want)
	}
	for _, name := range []string{"new/run", "new/file"} {
		a, errA := os.Stat(filepath.Join(patched, name))
		b, errB := os.Stat(filepath.Join(dir, name))
		if errA != nil || errB != nil || a.Mode() != b.Mode() {
			t.Errorf("%s: git makes %v, Apply %v (%v, %v)", name, a.Mode(), b.Mode(), errA, errB)
		}
	}
}

// randomText is up to 60 lines, most of them there more than once, with and without a newline at the end.
func randomText(random *rand.Rand) string {
	lines := make([]string, random.IntN(60))
	for i := range lines {
		lines[i] = string(rune('a' + random.IntN(8)))
	}
	text := strings.Join(lines, "\n")
	if text != "" && random.IntN(4) > 0 {
		text += "\n"
	}
	return text
}
