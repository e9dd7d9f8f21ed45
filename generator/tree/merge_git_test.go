package tree

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// mergeCase is three texts, and what git makes of them.
type mergeCase struct {
	base, ours, theirs string
	conflict           bool
	merged             string // where there is no conflict
}

// agrees holds MergeText against git: the same verdict, and where it is clean the same bytes.
func (c mergeCase) agrees() bool {
	got := MergeText([]byte(c.base), []byte(c.ours), []byte(c.theirs), Labels{"a", "o", "b"})
	return c.conflict == (got.Conflicts > 0) && (c.conflict || string(got.Text) == c.merged)
}

// mergeFile has git merge-file merge one case.
func (c mergeCase) mergeFile(t *testing.T, dir string) mergeCase {
	t.Helper()
	lay(t, dir, "base", c.base, "ours", c.ours, "theirs", c.theirs)
	cmd := exec.Command("git", "merge-file", "-p", "ours", "base", "theirs")
	cmd.Dir = dir
	out, err := cmd.Output()
	c.conflict, c.merged = err != nil, string(out)
	if c.conflict && !bytes.Contains(out, []byte("<<<<<<< ours")) {
		t.Fatalf("git merge-file: %v", err)
	}
	return c
}

func (c mergeCase) disagree(t *testing.T, name string) {
	t.Helper()
	got := MergeText([]byte(c.base), []byte(c.ours), []byte(c.theirs), Labels{"a", "o", "b"})
	t.Errorf("%s: %d conflicts and %q, git: conflict %v and %q\nbase   %q\nours   %q\ntheirs %q",
		name, got.Conflicts, got.Text, c.conflict, c.merged, c.base, c.ours, c.theirs)
}

// TestMergeAsGit holds many merges against one run of git merge, a case a file. Some versions of git merge choose
// otherwise among equal differences than git merge-file, which then has the last word.
func TestMergeAsGit(t *testing.T) {
	cases := mergeCases(1000)
	if os.Getenv("SCAFFOLD_PROOF") != "" {
		cases = mergeCases(30_000)
	}
	gitMerge(t, cases)
	clean, dir := 0, t.TempDir()
	for i, c := range cases {
		if !c.agrees() {
			if c = c.mergeFile(t, dir); !c.agrees() {
				c.disagree(t, fmt.Sprint("case ", i))
			}
		}
		if !c.conflict {
			clean++
		}
	}
	if clean < len(cases)/5 || clean > len(cases)*4/5 {
		t.Errorf("%d of %d merges are clean: the others are hardly tried", clean, len(cases))
	}
}

// TestMergeAsGitMergeFile holds some of them against git merge-file, a process a case.
func TestMergeAsGitMergeFile(t *testing.T) {
	n := 150
	if os.Getenv("SCAFFOLD_PROOF") != "" {
		n = 3000
	}
	dir := t.TempDir()
	for i, c := range mergeCases(n) {
		if c = c.mergeFile(t, dir); !c.agrees() {
			c.disagree(t, fmt.Sprint("case ", i))
		}
	}
}

// gitMerge has git merge all cases in one commit and fills in what comes of it.
func gitMerge(t *testing.T, cases []mergeCase) {
	t.Helper()
	dir := t.TempDir()
	git := func(stdin []byte, args ...string) ([]byte, error) {
		cmd := exec.Command("git", args...)
		cmd.Dir, cmd.Stdin = dir, bytes.NewReader(stdin)
		cmd.Env = append(os.Environ(), "GIT_CONFIG_NOSYSTEM=1", "HOME="+dir, "GIT_AUTHOR_NAME=x", "GIT_AUTHOR_EMAIL=x@x",
			"GIT_COMMITTER_NAME=x", "GIT_COMMITTER_EMAIL=x@x")
		return cmd.Output()
	}
	must := func(stdin []byte, args ...string) []byte {
		out, err := git(stdin, args...)
		if err != nil {
			t.Fatalf("git %s: %v", args[0], err)
		}
		return out
	}
	must(nil, "-c", "init.defaultBranch=base", "init", "-q")
	var history bytes.Buffer
	commit := func(branch, from string, text func(mergeCase) string) {
		fmt.Fprintf(&history, "commit refs/heads/%s\ncommitter x <x@x> 0 +0000\ndata 0\n%s", branch, from)
		for i, c := range cases {
			fmt.Fprintf(&history, "M 100644 inline %d\ndata %d\n%s\n", i, len(text(c)), text(c))
		}
	}
	commit("base", "", func(c mergeCase) string { return c.base })
	commit("ours", "from refs/heads/base\n", func(c mergeCase) string { return c.ours })
	commit("theirs", "from refs/heads/base\n", func(c mergeCase) string { return c.theirs })
	must(history.Bytes(), "fast-import", "--quiet")
	must(nil, "checkout", "-q", "ours")
	_, err := git(nil, "-c", "merge.renames=false", "-c", "core.autocrlf=false", "merge", "-q", "-s", "recursive", "-X", "diff-algorithm=myers", "--no-commit", "theirs")
	unmerged := strings.Fields(string(must(nil, "diff", "--name-only", "--diff-filter=U")))
	if (err != nil) != (len(unmerged) > 0) {
		t.Fatalf("git merge: %v, but %d conflicts", err, len(unmerged))
	}
	for _, name := range unmerged {
		var i int
		if _, err := fmt.Sscan(name, &i); err != nil {
			t.Fatal(err)
		}
		cases[i].conflict = true
	}
	for i := range cases {
		data, err := os.ReadFile(filepath.Join(dir, fmt.Sprint(i)))
		if err != nil {
			t.Fatal(err)
		}
		cases[i].merged = string(data)
	}
}

// mergeCases are n cases: few lines that repeat, lines as in code, and long texts with few changes.
func mergeCases(n int) []mergeCase {
	random := rand.New(rand.NewPCG(7, 11))
	cases := make([]mergeCase, n)
	for i := range cases {
		var base []string
		var fresh func() string
		edits := 1 + random.IntN(3)
		switch i % 3 {
		case 0: // letters
			letters := 2 + random.IntN(30)
			fresh = func() string { return string(rune('A'+random.IntN(letters))) + "\n" }
			for range random.IntN(30) {
				base = append(base, fresh())
			}
		case 1: // code: blank lines and brackets repeat, the others hardly
			fresh = func() string { return codeLines[random.IntN(len(codeLines))] }
			for range 10 + random.IntN(60) {
				base = append(base, fresh())
			}
		default: // a handler and its usual edits
			base = splitLines(handlerText)
			fresh = func() string { return fmt.Sprintf("  const v%d = %d;\n", random.IntN(9), random.IntN(9)) }
			edits += random.IntN(4)
		}
		cases[i].base = strings.Join(base, "")
		cases[i].ours = changedText(random, base, edits, fresh)
		cases[i].theirs = changedText(random, base, edits, fresh)
		if random.IntN(10) == 0 { // both made the same change first
			both := splitLines(cases[i].ours)
			cases[i].theirs = changedText(random, both, random.IntN(2), fresh)
		}
	}
	return cases
}

// changedText is a text with some lines put in, taken out, replaced, moved or copied, now and then without the
// newline at its end.
func changedText(random *rand.Rand, base []string, edits int, fresh func() string) string {
	lines := slices.Clone(base)
	for range edits {
		at := random.IntN(len(lines) + 1)
		end := min(len(lines), at+random.IntN(4))
		var put []string
		switch random.IntN(5) {
		case 0: // deleted
		case 1: // copied from elsewhere
			from := random.IntN(len(lines) + 1)
			put = slices.Clone(lines[from:min(len(lines), from+random.IntN(4))])
			end = at
		case 2: // put in
			put, end = []string{fresh()}, at
		default: // replaced
			for range 1 + random.IntN(3) {
				put = append(put, fresh())
			}
		}
		lines = slices.Replace(lines, at, end, put...)
	}
	text := strings.Join(lines, "")
	if random.IntN(12) == 0 {
		text = strings.TrimSuffix(text, "\n")
	}
	return text
}

var codeLines = []string{
	"\n", "\n", "\n", "}\n", "}\n", "  }\n", "  }\n", "  return null;\n", "  if (x) {\n", "  for (;;) {\n", "function f() {\n",
	"function g(a) {\n", "  a += 1;\n", "  b += 1;\n", "  call(a, b);\n", "// what follows\n", "  try {\n", "  } catch (e) {\n", "    throw e;\n",
	"import a from \"a\";\n", "import b from \"b\";\n", "export default f;\n",
}

const handlerText = `import { handle } from "./event.gen.mjs";

// Called with the keys of one event, or of one record of a batch.
export const handler = handle(async ({ key1, key2 }, source, context) => {
  if (!key1) {
    return null;
  }

  const text = greet(key1, key2);
  console.log(text);

  if (!key2) {
    return null;
  }

  return text;
});

function greet(a, b) {
  return [a, b].join(" ");
}
`
