package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/seed-0554dd89/scaffold/cmd/scaffold/internal/prompt"
	"github.com/seed-0554dd89/scaffold/generator/shell"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// voice is how scaffold talks to people, on standard error. An error is
//
//	scaffold: where: what is: what is wanted
//	  hint: what to do
//
// once for each problem; a warning likewise, with the word in front. All else is a plain sentence. What is filled into a
// sentence stays on its line, whatever it holds.
type voice struct{ w io.Writer }

func (v voice) say(format string, args ...any) {
	lines := make([]any, len(args))
	for i, arg := range args {
		lines[i] = shown(arg)
	}
	fmt.Fprintf(&screen{w: v.w}, format+"\n", lines...)
}

func (v voice) warn(text string) { v.say("scaffold: warning: %s", text) }

// command shows a command to type. Only a line feed at the end of a word stands in it as it is.
func (v voice) command(c shell.Command) { fmt.Fprintf(&screen{w: v.w}, "  %s\n", c) }

// plan shows what is going to be written.
func (v voice) plan(p tree.Plan) error { return p.WriteText(&screen{w: v.w}) }

func (v voice) fail(err error) {
	var problems spec.Problems
	var problem *spec.Problem
	several, joined := err.(interface{ Unwrap() []error })
	switch {
	case errors.Is(err, prompt.ErrInterrupted), errors.Is(err, context.Canceled):
		v.say("\nscaffold: interrupted: nothing is written")
	case joined:
		for _, err := range several.Unwrap() {
			v.fail(err)
		}
	case errors.As(err, &problems):
		for _, p := range problems {
			v.problem(p)
		}
	case errors.As(err, &problem):
		v.problem(problem)
	default:
		// What one error joins stands on one line.
		v.say("scaffold: %s", strings.ReplaceAll(strings.TrimSuffix(err.Error(), "\n"), "\n", "; "))
	}
}

func (v voice) problem(p *spec.Problem) {
	v.say("scaffold: %s", p.Line())
	if p.Hint != "" {
		v.say("  hint: %s", p.Hint)
	}
}
