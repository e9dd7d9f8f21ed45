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
)

// voice is how scaffold talks to people, on standard error. An error is
//
//	scaffold: where: what is: what is wanted
//	  hint: what to do
//
// once for each problem; a warning likewise, with the word in front. All else is a plain sentence.
type voice struct{ w io.Writer }

func (v voice) say(format string, args ...any) { fmt.Fprintf(v.w, format+"\n", args...) }

func (v voice) warn(text string) { v.say("scaffold: warning: %s", text) }

func (v voice) fail(err error) {
	var problems spec.Problems
	switch {
	case errors.Is(err, prompt.ErrInterrupted), errors.Is(err, context.Canceled):
		v.say("\nscaffold: interrupted: nothing is written")
	case errors.As(err, &problems):
		for _, p := range problems {
			v.say("scaffold: %s", p)
		}
	default:
		v.say("scaffold: %s", strings.TrimSuffix(err.Error(), "\n"))
	}
}

// command shows a command to type.
func (v voice) command(c shell.Command) { fmt.Fprintf(v.w, "  %s\n", c) }
