package shell

import (
	"slices"
	"strings"
)

// Command is a command with its arguments.
type Command struct {
	words  []Word
	breaks []int  // words before which the line goes on in the next one
	in     *Word  // the directory that it runs in, nil where it runs where it is typed
	note   string // what a person does then
}

// New is a command of a name and arguments that are texts.
func New(name string, args ...string) Command {
	return Command{words: []Word{Text(name)}}.With(args...)
}

// With is the command with more arguments that are texts.
func (c Command) With(args ...string) Command {
	for _, arg := range args {
		c = c.Word(Text(arg))
	}
	return c
}

// Word is the command with one more argument.
func (c Command) Word(w Word) Command {
	c.words = append(c.words[:len(c.words):len(c.words)], w)
	return c
}

// Option is the command with an option and its value, --name value; as one argument, --name=value, where the value begins
// like an option itself.
func (c Command) Option(name string, value Word) Command {
	if value.begins("-") {
		return c.Word(Join(Text(name+"="), value))
	}
	return c.With(name).Word(value)
}

// Operands is the command with arguments that are no options, behind -- where one of them looks like one.
func (c Command) Operands(args ...string) Command {
	if slices.ContainsFunc(args, func(arg string) bool { return strings.HasPrefix(arg, "-") }) {
		c = c.With("--")
	}
	return c.With(args...)
}

// Line is the command with what follows on a line of its own.
func (c Command) Line() Command {
	c.breaks = append(c.breaks[:len(c.breaks):len(c.breaks)], len(c.words))
	return c
}

// In is the command as it runs in a directory, after which the shell is where it was.
func (c Command) In(dir Word) Command {
	c.in = &dir
	return c
}

// Note is what a person does then, in words; "" where that is nothing. A command that is nothing but its note is Empty.
func (c Command) Note() string { return c.note }

// Empty tells whether there is nothing to type.
func (c Command) Empty() bool { return len(c.words) == 0 }

// Variables are the names of the variables that the command uses, in their order.
func (c Command) Variables() (names []string) {
	for _, w := range c.words {
		names = append(names, w.Variables()...)
	}
	return names
}

// String is the command as people type it, on one line but where Line breaks it.
func (c Command) String() string {
	var out strings.Builder
	breaks := c.breaks
	for i, w := range c.words {
		switch {
		case len(breaks) > 0 && breaks[0] == i:
			out.WriteString(" \\\n  ")
			breaks = breaks[1:]
		case i > 0:
			out.WriteByte(' ')
		}
		out.WriteString(w.String())
	}
	if c.in != nil {
		return "(cd " + c.in.String() + " && " + out.String() + ")"
	}
	return out.String()
}

// Everywhere tells whether the line means the same in cmd.exe and PowerShell. There single quotes are not quotes, or quote by
// other rules, and $ begins other names.
func (c Command) Everywhere() bool { return !strings.ContainsAny(c.String(), `'"$%@,`) }
