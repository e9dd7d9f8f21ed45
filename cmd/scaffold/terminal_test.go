//go:build !windows

package main

import (
	"bytes"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/Netflix/go-expect"
	"github.com/creack/pty"
	"github.com/hinshun/vt10x"
)

const (
	enter = "\r"
	ctrlC = "\x03"
)

// session is scaffold at a pseudo-terminal, in a directory of its own. Standard output is no terminal: results go there.
type session struct {
	t       *testing.T
	console *expect.Console
	cmd     *exec.Cmd
	dir     string
	out     bytes.Buffer // standard output
	seen    bytes.Buffer // what the terminal was sent
}

func startSession(t *testing.T, env string, args ...string) *session {
	t.Helper()
	s := &session{t: t, dir: t.TempDir()}
	// survey asks the terminal where the cursor is; vt10x answers through a second pair.
	answers, reports, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	screen := vt10x.New(vt10x.WithWriter(reports))
	s.console, err = expect.NewConsole(expect.WithStdin(answers), expect.WithStdout(screen, &s.seen),
		expect.WithCloser(answers, reports), expect.WithDefaultTimeout(5*time.Second))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.console.Close() })
	s.cmd = exec.Command("scaffold", args...)
	s.cmd.Dir = s.dir
	s.cmd.Env = append(os.Environ(), "TERM=xterm", "AWS_REGION=eu-west-3", env)
	s.cmd.Stdin, s.cmd.Stdout, s.cmd.Stderr = s.console.Tty(), &s.out, s.console.Tty()
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return s
}

// answer waits for a question and sends keys.
func (s *session) answer(question, keys string) {
	s.t.Helper()
	if _, err := s.console.ExpectString(question); err != nil {
		s.cmd.Process.Kill()
		s.t.Fatalf("wait for %q: %v\n%q", question, err, s.seen.String())
	}
	if _, err := s.console.Send(keys); err != nil {
		s.t.Fatal(err)
	}
}

// end waits for the exit code and the last output.
func (s *session) end() int {
	s.t.Helper()
	s.console.Tty().Close()
	s.console.ExpectEOF() // reads on, for survey waits for answers of the terminal until the end
	err := s.cmd.Wait()
	var failed *exec.ExitError
	if err != nil && !errors.As(err, &failed) {
		s.t.Fatal(err)
	}
	return s.cmd.ProcessState.ExitCode()
}

// colour is an escape sequence that sets one.
var colour = regexp.MustCompile("\x1b\\[[0-9;]+m")

// questions of new, with a word of each, in their order where Enter answers all.
var questions = []string{
	"Name of the function", "Runtime", "Language", "Key of the event", "Triggers", "Logging", "Another log group", "Access",
	"AWS account", "AWS region", "Deploy", "Write these files",
}

func TestTerminalEnter(t *testing.T) {
	t.Parallel()
	s := startSession(t, "NO_COLOR=1", "new")
	for _, q := range questions {
		s.answer(q, enter)
	}
	if code := s.end(); code != 0 {
		t.Fatalf("exit code %d\n%q", code, s.seen.String())
	}
	for _, want := range []string{"The same without questions:", "scaffold new hello --language javascript --runtime nodejs24.x --region eu-west-3 --yes"} {
		if !strings.Contains(s.seen.String(), want) {
			t.Errorf("no %q in %q", want, s.seen.String())
		}
	}
	if colour.MatchString(s.seen.String()) {
		t.Errorf("colours in spite of NO_COLOR: %q", s.seen.String())
	}
	if strings.Contains(s.out.String(), "\x1b") || !strings.Contains(s.out.String(), "create    src/index.mjs\n") {
		t.Errorf("standard output: want the plan without escapes: %q", s.out.String())
	}
	if _, err := os.Stat(filepath.Join(s.dir, "hello", "scaffold.lock")); err != nil {
		t.Error(err)
	}
}

// TestTerminalAnswers types, filters, corrects a wrong answer and says no to what needs no answer.
func TestTerminalAnswers(t *testing.T) {
	t.Parallel()
	s := startSession(t, "COLUMNS=120", "new", "-r", "nodejs22.x", "-l", "text", "--region", "eu-west-1", "--deploy", "none")
	s.answer("Name of the function", "my app"+enter)
	s.answer("my-app would do", "thumbs"+enter)
	s.answer("Language", "java"+enter)
	s.answer("Style of the handler", "call"+enter)
	s.answer("Key of the event", enter)
	s.answer("Triggers", "s3 "+enter)
	s.answer("s3: Name of an existing bucket", "my-uploads"+enter)
	s.answer("s3: Events", enter)
	s.answer("s3: Prefix", "in/"+enter)
	s.answer("s3: Suffix", enter)
	s.answer("Another trigger", enter)
	s.answer("Access", enter)
	s.answer("AWS account", "123456789012"+enter)
	s.answer("Write these files", "y"+enter)
	if code := s.end(); code != 0 {
		t.Fatalf("exit code %d\n%q", code, s.seen.String())
	}
	if !colour.MatchString(s.seen.String()) {
		t.Errorf("no colours: %q", s.seen.String())
	}
	text, err := os.ReadFile(filepath.Join(s.dir, "thumbs", "scaffold.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"style: callback", "bucket: my-uploads", "prefix: in/"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// TestTerminalInterrupt ends new with Ctrl-C at each of its questions, and with a signal from elsewhere.
func TestTerminalInterrupt(t *testing.T) {
	t.Parallel()
	for at, question := range questions {
		t.Run(question, func(t *testing.T) {
			t.Parallel()
			s := startSession(t, "NO_COLOR=", "new")
			for _, q := range questions[:at] {
				s.answer(q, enter)
			}
			s.answer(question, ctrlC)
			s.wantInterrupted()
		})
	}
	t.Run("signal", func(t *testing.T) {
		t.Parallel()
		s := startSession(t, "NO_COLOR=", "new")
		s.answer("Name of the function", "")
		if err := s.cmd.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
		s.wantInterrupted()
	})
}

// TestInterruptInput ends new while it waits for a spec on standard input.
func TestInterruptInput(t *testing.T) {
	t.Parallel()
	cmd := exec.Command("scaffold", "new", "--spec", "-")
	cmd.Dir = t.TempDir()
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := stdin.Write(make([]byte, 1<<17)); err != nil { // more than a pipe holds: it is reading now
		t.Fatal(err)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); cmd.ProcessState.ExitCode() != exitInterrupted {
		t.Errorf("%v, want exit code %d", err, exitInterrupted)
	}
}

func (s *session) wantInterrupted() {
	s.t.Helper()
	if code := s.end(); code != exitInterrupted {
		s.t.Errorf("exit code %d, want %d\n%q", code, exitInterrupted, s.seen.String())
	}
	if entries, err := os.ReadDir(s.dir); err != nil || len(entries) > 0 || s.out.Len() > 0 {
		s.t.Errorf("written: %v %v, standard output %q", entries, err, s.out.String())
	}
}

// TestTerminalAdd adds a key to a function that is there, and then says Ctrl-C where a second one is to be written.
func TestTerminalAdd(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "hello")
	scaffold(t, "new", "hello", "-y", "-C", dir)
	s := startSession(t, "COLUMNS=120", "add", "key", "-C", dir)
	s.answer("Key of the event", "most:=3"+enter)
	s.answer("Another key", enter)
	s.answer("Write these files", enter)
	if code := s.end(); code != 0 || !strings.Contains(s.seen.String(), "scaffold add key most:=3 --dir") {
		t.Fatalf("exit code %d\n%q", code, s.seen.String())
	}
	before := read(t, dir)
	s = startSession(t, "COLUMNS=120", "add", "key", "-C", dir)
	s.answer("Next key", "least:=1"+enter)
	s.answer("Another key", enter)
	s.answer("Write these files", ctrlC)
	if code := s.end(); code != exitInterrupted || !maps.Equal(before, read(t, dir)) {
		t.Errorf("exit code %d\n%q", code, s.seen.String())
	}
}
