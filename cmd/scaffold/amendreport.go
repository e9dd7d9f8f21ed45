package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/shell"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// report says what became of the function, as generate does, and what is open now.
func (o *amendOptions) report(c compared, args []string, asked bool) error {
	var byHand *spec.ByHand
	if errors.As(c.err, &byHand) {
		c.err = o.byHand(byHand)
	}
	if f := c.function; f != nil {
		for _, warning := range f.Warnings() {
			voice{o.Err}.warn(warning)
		}
	}
	r := &generateReport{generateOptions: o.generateOptions, functions: []generatedFunction{}}
	r.add(c)
	err := r.end()
	if c.err != nil || !c.written || o.output == "json" {
		return err
	}
	v := voice{o.Err}
	for _, where := range c.orphaned {
		v.say("%s: the comment stays: take it out too if it was about what is gone", where)
	}
	if open := c.function.Unanswered(); len(open) > 0 && c.function.Spec.Deploy != spec.SAM {
		v.say("\nStill open in policies/: %s", strings.Join(open, ", "))
		v.command(c.function.RenderCommand())
	}
	if command := o.replay(args); asked && !(o.Windows && !command.Everywhere()) {
		v.say("\nThe same without questions:")
		v.command(command)
	}
	return err
}

// replay is the command that does the same without questions.
func (o *amendOptions) replay(args []string) shell.Command {
	command := shell.New("scaffold", o.verb, string(o.part))
	if o.dir == "." {
		return command.Operands(args...)
	}
	if slices.ContainsFunc(args, func(arg string) bool { return strings.HasPrefix(arg, "-") }) {
		return command.With("--dir").Word(shell.Path(o.dir)).Operands(args...)
	}
	return command.With(args...).With("--dir").Word(shell.Path(o.dir))
}

// byHand prints the lines that a person has to put into the spec, and returns the error that says so.
func (o *amendOptions) byHand(e *spec.ByHand) error {
	where := e.Where
	if where == "" {
		where = pathIn(o.dir, specName)
	}
	if e.Lines == "" {
		return refuse(where, e.Error(), "want it taken out by hand", "then: scaffold generate "+quoted(o.dir))
	}
	want := "want the lines above put in by hand"
	if o.output == "json" {
		want = fmt.Sprintf("want these lines put in by hand: %q", e.Lines)
	} else if _, err := io.WriteString(o.results(), e.Lines); err != nil {
		return err
	}
	return refuse(where, e.Error(), want, "then: scaffold generate "+quoted(o.dir))
}
