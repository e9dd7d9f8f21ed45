//go:build unix

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The commands that new and check print reach the directory that they are about, in every shell, whatever it is called.
func TestTypedCommands(t *testing.T) {
	var shells []string
	for _, name := range []string{"bash", "dash", "zsh"} {
		if path, err := exec.LookPath(name); err == nil {
			shells = append(shells, path)
		}
	}
	top := t.TempDir()
	for _, name := range append([]string{"+1", "-", "=ls", ":x", "a*", "#x", "!x", "%s", "{a,b}", "plain"}, raw...) {
		dir := filepath.Join(top, name)
		if strings.Contains(name, "/") || os.Mkdir(dir, 0o700) != nil {
			continue
		}
		next := said(t, top, exitDone, "new", "fn", "-y", "-C", "./"+name)
		if err := os.WriteFile(filepath.Join(dir, "scaffold.lock"), []byte("scaffold lock 99\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		checkout := said(t, top, exitFound, "check", "./"+name)
		if err := os.Remove(filepath.Join(dir, "scaffold.lock")); err != nil {
			t.Fatal(err)
		}
		generate := said(t, top, exitFound, "check", "./"+name)
		for _, shell := range shells {
			if got := typedIn(t, shell, top, cut(t, next, "Next:\n  ", "\n  node --test")+"\npwd"); got != dir+"\n" {
				t.Errorf("%s: %q\nleads to %q, want %q", shell, next, got, dir)
			}
			if got := typedIn(t, shell, top, cut(t, generate, "fix: ", "\n")); !reaches(got, name) {
				t.Errorf("%s: %q\nis %q", shell, generate, got)
			}
			want := "git|checkout|--|" + name + "/scaffold.lock|"
			if strings.ContainsAny(name, "*?[\\") || name[0] == ':' {
				want = "git|checkout|--|:(literal)" + name + "/scaffold.lock|"
			}
			if got := typedIn(t, shell, top, cut(t, checkout, "fix: ", "\n")); got != want {
				t.Errorf("%s: %q\nis %q, want %q", shell, checkout, got, want)
			}
		}
	}
}

// reaches tells whether the one argument of scaffold generate is the directory.
func reaches(got, name string) bool {
	arg, ok := strings.CutPrefix(strings.TrimSuffix(got, "|"), "scaffold|generate|")
	return ok && filepath.Clean(arg) == filepath.Clean(name)
}

// said is what a command prints, on both streams.
func said(t *testing.T, dir string, want int, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	if code := run(testSystem(dir, &out, &out), args); code != want {
		t.Fatalf("%q: exit code %d, want %d: %s", args, code, want, out.String())
	}
	return out.String()
}

func cut(t *testing.T, text, before, after string) string {
	t.Helper()
	_, rest, found := strings.Cut(text, before)
	part, _, ended := strings.Cut(rest, after)
	if !found || !ended {
		t.Fatalf("there is no %q ... %q in %q", before, after, text)
	}
	return part
}

// typedIn runs lines in a shell in which scaffold and git print their arguments, and which finds no program.
func typedIn(t *testing.T, shell, dir, lines string) string {
	t.Helper()
	stubs := "scaffold() { printf '%s|' scaffold \"$@\"; }\ngit() { printf '%s|' git \"$@\"; }\n"
	cmd := exec.Command(shell, "-c", stubs+lines)
	cmd.Dir, cmd.Env = dir, []string{"PATH=/nowhere", "HOME=/home/of/somebody", "LC_ALL=C"}
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Errorf("%s: %v: %s\n%s", shell, err, out, lines)
	}
	return string(out)
}
