package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/seed-0554dd89/scaffold/cmd/scaffold/internal/prompt"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// Exit codes, as --help has them.
const (
	exitDone        = 0
	exitWrong       = 1
	exitRefused     = 2
	exitFound       = 3
	exitInterrupted = 130
)

const exitCodes = `Exit codes:
  0    done, or nothing to do
  1    something went wrong
  2    the request cannot be carried out as written: flags, spec, a conflict
  3    check found something
  130  interrupted or declined; nothing is written`

// run carries out one command line and returns the exit code.
func run(sys *System, args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the process, whatever it waits for
	root := newRootCmd(sys)
	root.SetArgs(args)
	err := runCommand(ctx, root, args)
	if err != nil && !errors.Is(err, errFound) {
		voice{sys.Err}.fail(err)
	}
	return exitCode(err)
}

// runCommand carries out a command line. A panic is an error like others, so that it does not pass for a refused request.
func runCommand(ctx context.Context, root *cobra.Command, args []string) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = internal(p)
		}
	}()
	if err := unknownCommand(root, args); err != nil {
		return err
	}
	return root.ExecuteContext(ctx)
}

// errDeclined ends a command to whose plan a person said no.
var errDeclined = errors.New("declined: nothing is written")

// exitCode maps an error to the exit code, here and nowhere else.
func exitCode(err error) int {
	var problem *spec.Problem
	var problems spec.Problems
	var conflict *tree.ConflictError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, prompt.ErrInterrupted), errors.Is(err, context.Canceled), errors.Is(err, errDeclined):
		return exitInterrupted
	case errors.Is(err, errFound):
		return exitFound
	case errors.As(err, &problem), errors.As(err, &problems), errors.As(err, &conflict):
		return exitRefused
	}
	return exitWrong
}

// refuse is the error of a request that cannot be carried out as written.
func refuse(where, is, want, hint string) error {
	return &spec.Problem{Where: where, Is: is, Want: want, Hint: hint}
}

// plainError leaves the path out of an error about a file whose name is said beside it.
func plainError(err error) error {
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		return pathError.Err
	}
	return err
}
