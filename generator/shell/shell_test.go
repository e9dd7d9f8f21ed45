package shell_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/shell"
	"github.com/seed-0554dd89/scaffold/generator/visible"
)

// shells are those that are installed here of what people type commands into.
func shells(t *testing.T) (found [][]string) {
	t.Helper()
	for _, shell := range [][]string{{"bash"}, {"dash"}, {"zsh", "-f"}, {"busybox", "sh"}} {
		if path, err := exec.LookPath(shell[0]); err == nil {
			found = append(found, append([]string{path}, shell[1:]...))
		}
	}
	if len(found) == 0 {
		t.Skip("there is no shell")
	}
	return found
}

// read runs commands whose name is show in a shell without any program, and returns the arguments that each has.
func read(t *testing.T, with []string, commands []string) [][]string {
	t.Helper()
	var out, wrong bytes.Buffer
	history := ""
	if strings.HasSuffix(with[0], "bash") {
		history = "set -o history -o histexpand\n" // as at a terminal, where !x is an earlier command
	}
	cmd := exec.Command(with[0], with[1:]...)
	cmd.Env = []string{"PATH=/nowhere", "LC_ALL=C", "VAR=a  b*$HOME'", "HOME=/home/of/somebody"}
	cmd.Stdin = strings.NewReader(history + "show() { printf '%s\\0' $# \"$@\"; }\n" + strings.Join(commands, "\n") + "\n")
	cmd.Stdout, cmd.Stderr = &out, &wrong
	if err := cmd.Run(); err != nil || wrong.Len() > 0 {
		t.Fatalf("%s: %v: %s", with, err, wrong.String())
	}
	fields := strings.Split(strings.TrimSuffix(out.String(), "\x00"), "\x00")
	var all [][]string
	for len(fields) > 0 {
		var n int
		if _, err := fmt.Sscan(fields[0], &n); err != nil || n >= len(fields) {
			t.Fatalf("%s: no count: %q", with, fields[0])
		}
		all, fields = append(all, fields[1:1+n]), fields[1+n:]
	}
	return all
}

var pieces = []string{
	"a", "B9", " ", "'", `"`, "\\", `\u0000`, `\'`, "$", "$(touch canary)", "`touch canary`", "${VAR}", "$VAR", "\n", "\r", "\t", "\x1b[31m", "\x7f",
	"é", "日本", "\u202e", "\u2028", "\U000e0041", "\ufeff", "\xff", "\xc3", "-", "--", "=", "=ls", "~", "~root", "#", "##[error]", "!", "!!", "%", "%s", "*",
	"?", "[a]", "{a,b}", ";", "&", "|", "<", ">", "(", ")", "::error::", "^", "+1", ":", "@", ",", "/", "01", "7",
}

func text(r *rand.Rand) string {
	var b strings.Builder
	for range r.IntN(6) {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return b.String()
}

// Every shell reads the arguments that a command was made of, and runs nothing else.
func TestCommand(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var lines []string
	var want [][]string
	for range 700 {
		command := shell.New("show")
		var args []string
		for range 1 + r.IntN(3) {
			one, two := text(r), text(r)
			switch r.IntN(6) {
			case 0:
				command, args = command.Word(shell.Join(shell.Text(one), shell.Variable("VAR"), shell.Text(two))), append(args, one+"a  b*$HOME'"+two)
			case 1:
				printed := shell.New("printf", "%s.", two).With()
				command, args = command.Word(shell.Join(shell.Text(one), shell.Output(printed))), append(args, one+two+".")
			case 2:
				if command = command.Line().Option("--option", shell.Text(one)); strings.HasPrefix(one, "-") {
					args = append(args, "--option="+one)
				} else {
					args = append(args, "--option", one)
				}
			default:
				command, args = command.With(one), append(args, one)
			}
		}
		lines, want = append(lines, command.String()), append(want, args)
	}
	for _, with := range shells(t) {
		for i, got := range read(t, with, lines) {
			if !slices.Equal(got, want[i]) {
				t.Errorf("%s reads %s as\n%q, want\n%q", with, lines[i], got, want[i])
			}
		}
	}
}

// A line shows all that it holds, and none of it is a word for the log of a build. A line feed is hidden too, but where a word
// ends with it.
func TestCommandIsVisible(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 700 {
		args := []string{text(r), text(r) + "."}
		line := strings.ReplaceAll(shell.New("show", args[0]+".", args[1]).String(), "\n'", "")
		if visible.In(line) || strings.Contains(line, "##") {
			t.Errorf("%q is written %q", args, line)
		}
	}
}

func TestWord(t *testing.T) {
	for _, tt := range []struct {
		word shell.Word
		want string
	}{
		{shell.Text("plain/text_1.2:a=b@c,d+e%"), "plain/text_1.2:a=b@c,d+e%"},
		{shell.Text(""), "''"},
		{shell.Text("=ls"), "'=ls'"},
		{shell.Text("it's"), `'it'\''s'`},
		{shell.Text("a\u202eb"), `'a'"$(printf %b '\0342\0200\0256')"'b'`},
		{shell.Text("a\nb\n"), `'a'"$(printf %b '\0012\0142')"'` + "\n'"},
		{shell.Variable("NAME"), `"${NAME}"`},
		{shell.Join(shell.Text("arn:"), shell.Variable("P"), shell.Text(":x")), `"arn:${P}:x"`},
		{shell.Join(shell.Text("--arn="), shell.Variable("P"), shell.Text(":x")), `--arn="${P}:x"`},
		{shell.Join(shell.Text(`{"a":"`), shell.Variable("P"), shell.Text(`"}`)), `'{"a":"'"${P}"'"}'`},
		{shell.Output(shell.New("aws", "a b")), `"$(aws 'a b')"`},
		{shell.Path("hello"), "hello"},
		{shell.Path("-x"), "./-x"},
		{shell.Path("+1"), "./+1"},
		{shell.Path("~"), "'./~'"},
		{shell.Path("a\n"), `'a'"$(printf %b '\0012\0057')"'.'`},
	} {
		if got := tt.word.String(); got != tt.want {
			t.Errorf("got %s, want %s", got, tt.want)
		}
	}
}

// A line with holes is read as it is written, and what fills a hole is one argument or a part of one.
func TestBuilder(t *testing.T) {
	var b shell.Builder
	b.Syntax("aws x --name ")
	b.Fill(shell.Text("-$x"))
	b.Syntax(" --to '")
	b.Fill(shell.Text("it's"))
	b.Syntax(" [] $' --url $(aws url --of ")
	b.Fill(shell.Variable("QUEUE"))
	b.Syntax(` --text) --json '{"a":"`)
	b.Fill(shell.Text("\"\\u0000"))
	b.Fill(shell.Variable("V"))
	b.Syntax(`"}' id/${ID} '' # then `)
	b.Fill(shell.Text("a\nb"))
	b.Fill(shell.Variable("V"))
	c := b.Command()
	want := `aws x --name='-$x' --to 'it'\''s [] $' --url "$(aws url --of "${QUEUE}" --text)" --json '{"a":"\"\\u0000'"${V}"'"}' "id/${ID}" ''`
	if got := c.String(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if c.Note() != `then a\nb${V}` || !slices.Equal(c.Variables(), []string{"QUEUE", "V", "ID"}) {
		t.Errorf("note %q, variables %q", c.Note(), c.Variables())
	}
	if c := shell.Parse("# only words"); !c.Empty() || c.Note() != "only words" {
		t.Errorf("got %q, note %q", c, c.Note())
	}
}

// Where people have no POSIX shell, a line is shown that every one of theirs reads alike, or none.
func TestEverywhere(t *testing.T) {
	for arg, want := range map[string]bool{
		"hello": true, "./x": true, "a:=1": true, "a b": false, "(a,b)": false, "%PATH%": false, "a,b": false, "@x": false, "a'b": false, "": false, "é": false,
	} {
		if got := shell.New("scaffold", arg).Everywhere(); got != want {
			t.Errorf("%q: got %t", arg, got)
		}
	}
}
