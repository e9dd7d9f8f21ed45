package main

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/aymanbagabas/go-udiff"
	"golang.org/x/tools/txtar"

	"github.com/seed-0554dd89/scaffold/cmd/scaffold/internal/prompt"
)

// conversation is a golden of testdata/golden/prompt: arguments of new, or of add and remove with their names, and answers, one a line; what is asked, answered and
// said; and the scaffold.yaml that comes of it. Files with a / in their names are there beforehand, that one has none.
type conversation struct {
	args, answers []string
	there         []txtar.File
}

// outcome is what came of a conversation.
type outcome struct {
	code            int
	session, stdout string
	asker           *scriptedAsker
	dir             string
}

func TestPrompts(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "golden", "prompt", "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { checkPrompt(t, file) })
	}
}

func checkPrompt(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil || len(archive.Comment) == 0 {
		t.Fatalf("%s: want a comment, args and answers: %v", file, err)
	}
	c := readConversation(t, archive)
	got := c.run(t)
	if got.asker.asked < len(c.answers) {
		t.Errorf("answers that no question took: %q", c.answers[got.asker.asked:])
	}
	want := &txtar.Archive{Comment: archive.Comment}
	for _, f := range archive.Files {
		if f.Name == "args" || f.Name == "answers" || strings.Contains(f.Name, "/") {
			want.Files = append(want.Files, f)
		}
	}
	want.Files = append(want.Files, txtar.File{Name: "session", Data: []byte(got.session + "exit " + strconv.Itoa(got.code) + "\n")})
	if name, text := got.written(t); got.code == exitDone && name != "" {
		want.Files = append(want.Files, txtar.File{Name: specName, Data: text})
		if !c.amends() || strings.Contains(got.session, "without questions") {
			c.wantReplay(t, got)
		}
	}
	before, after := string(txtar.Format(archive)), string(txtar.Format(want))
	switch {
	case before == after:
	case *update:
		if err := os.WriteFile(file, []byte(after), 0o666); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s\nto accept it: go test ./cmd/scaffold -update", udiff.Unified("golden", "got", before, after))
	}
}

func readConversation(t *testing.T, archive *txtar.Archive) conversation {
	t.Helper()
	var c conversation
	for _, f := range archive.Files {
		lines := strings.Split(strings.TrimSuffix(string(f.Data), "\n"), "\n")
		switch {
		case f.Name == "args" && len(f.Data) > 0:
			c.args = lines
		case f.Name == "answers" && len(f.Data) > 0:
			c.answers = lines
		case strings.Contains(f.Name, "/"):
			c.there = append(c.there, f)
		}
	}
	return c
}

// command is the command line: args are those of new where they begin with no other command.
func (c conversation) command() []string {
	if c.amends() {
		return c.args
	}
	return append([]string{"new"}, c.args...)
}

func (c conversation) amends() bool {
	return len(c.args) > 0 && (c.args[0] == "add" || c.args[0] == "remove")
}

// furnish writes what is there beforehand.
func (c conversation) furnish(t *testing.T, dir string) {
	t.Helper()
	for _, f := range c.there {
		name := filepath.Join(dir, f.Name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// run lets new ask a scripted asker in a new directory.
func (c conversation) run(t *testing.T) outcome {
	t.Helper()
	var session, stdout bytes.Buffer
	o := outcome{dir: t.TempDir(), asker: &scriptedAsker{answers: c.answers, session: &session}}
	c.furnish(t, o.dir)
	sys := testSystem(o.dir, &stdout, &session)
	sys.Terminal = func(context.Context) prompt.Asker { return o.asker }
	o.code = run(sys, c.command())
	o.session, o.stdout = session.String(), stdout.String()
	return o
}

// TestPromptsInterrupted says Ctrl-C at every question of a long conversation: nothing is written.
func TestPromptsInterrupted(t *testing.T) {
	archive, err := txtar.ParseFile(filepath.Join("..", "..", "testdata", "golden", "prompt", "worker.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	whole := readConversation(t, archive)
	for n := range whole.answers {
		c := whole
		c.answers = append(slices.Clone(whole.answers[:n]), interrupt)
		got := c.run(t)
		entries, err := os.ReadDir(got.dir)
		if got.code != exitInterrupted || err != nil || len(entries) > 0 || got.stdout != "" {
			t.Errorf("after %d answers: exit code %d, written %v %v, standard output %q\n%s", n, got.code, entries, err, got.stdout, got.session)
		}
	}
}

func testSystem(dir string, stdout, stderr *bytes.Buffer) *System {
	return &System{
		In: strings.NewReader(""), Out: stdout, Err: stderr, Dir: dir,
		Getenv:   func(name string) string { return map[string]string{"AWS_DEFAULT_REGION": "eu-central-1"}[name] },
		Now:      func() time.Time { return today },
		Terminal: func(context.Context) prompt.Asker { return nil },
	}
}

// written is the scaffold.yaml that there is at the end.
func (o outcome) written(t *testing.T) (name string, text []byte) {
	t.Helper()
	_ = filepath.WalkDir(o.dir, func(path string, _ fs.DirEntry, err error) error {
		if filepath.Base(path) == specName {
			name = path
		}
		return err
	})
	if name == "" {
		return "", nil
	}
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	name, _ = filepath.Rel(o.dir, name)
	return filepath.ToSlash(name), text
}
