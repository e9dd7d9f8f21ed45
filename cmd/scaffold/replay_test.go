package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aymanbagabas/go-udiff"
)

// wantReplay runs the command that is printed after the questions: it makes the same scaffold.yaml.
func (c conversation) wantReplay(t *testing.T, o outcome) {
	t.Helper()
	name, want := o.written(t)
	var stdout, stderr bytes.Buffer
	dir := t.TempDir()
	if c.amends() {
		c.furnish(t, dir)
	}
	lines := strings.Split(strings.TrimSpace(o.session), "\n")
	command := strings.TrimSpace(lines[len(lines)-1])
	args, ok := unquote(command)
	if !ok || len(args) < 2 || args[0] != "scaffold" {
		t.Fatalf("the last line is no command: %q", command)
	}
	if code := run(testSystem(dir, &stdout, &stderr), args[1:]); code != exitDone {
		t.Fatalf("%s: exit code %d: %s", command, code, stderr.String())
	}
	again, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil || string(again) != string(want) {
		t.Errorf("%s makes another function: %v\n%s", command, err, udiff.Unified("answers", "command", string(want), string(again)))
	}
}

// unquote reads a line as a POSIX shell does, as far as spec.Quote goes.
func unquote(line string) (args []string, ok bool) {
	word, inWord, quoted := "", false, false
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '\'':
			quoted, inWord = !quoted, true
		case quoted:
			word += string(c)
		case c == '\\' && i+1 < len(line):
			i++
			word, inWord = word+string(line[i]), true
		case c == ' ':
			if inWord {
				args = append(args, word)
			}
			word, inWord = "", false
		default:
			word, inWord = word+string(c), true
		}
	}
	if inWord {
		args = append(args, word)
	}
	return args, !quoted
}
