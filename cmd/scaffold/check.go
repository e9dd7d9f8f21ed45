package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/templates"
)

const checkLong = `Say whether functions are as scaffold generate would make them: the one in a directory, or with ./... all below it. Nothing
is written. No directory is the working directory.

Errors, with exit code 3: generated files that are missing, modified, stale or orphaned, a spec that is wrong, a function
without a lock, what is in the way. Warnings: runtimes that AWS lets go, statements that
allow far more than one thing, and files for review; with --strict they are errors.
Information: placeholders that are open in policies/.`

const checkExample = `  scaffold check
  scaffold check ./... --strict
  scaffold check ./... --output github
  scaffold check ./... --as-of 2027-06-01`

// checkOptions are what a command line of check says.
type checkOptions struct {
	*System
	asOf   string
	strict bool
	output string
}

func newCheckCmd(sys *System) *cobra.Command {
	o := &checkOptions{System: sys}
	cmd := &cobra.Command{
		Use:     "check [dir | ./...]...",
		Short:   "Say whether functions are up to date, for CI",
		Long:    checkLong,
		Example: checkExample,
		Args:    cobra.ArbitraryArgs,
		RunE:    func(cmd *cobra.Command, args []string) error { return o.run(cmd.Context(), args) },
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&o.asOf, "as-of", "", "the `DAY` that runtimes are judged on, 2027-06-01 for example (default today)")
	f.BoolVar(&o.strict, "strict", false, "warnings are errors")
	outputFlag(cmd, &o.output, "text", "json", "github")
	return cmd
}

// errFound ends a check that found something.
var errFound = errors.New("found")

func (o *checkOptions) run(ctx context.Context, args []string) error {
	if err := oneOf("--output", o.output, "text", "json", "github"); err != nil {
		return err
	}
	asOf := o.Now()
	if o.asOf != "" {
		var err error
		if asOf, err = time.Parse(time.DateOnly, o.asOf); err != nil {
			return refuse("--as-of", fmt.Sprintf("as-of is %q", o.asOf), "want a day, 2027-06-01 for example", "")
		}
	}
	targets, err := o.targets(args)
	if err != nil {
		return err
	}
	u := &upkeep{System: o.System, generator: generator.New(templates.FS)}
	r := checkReport{checkOptions: o, count: len(targets)}
	bar := o.progress(ctx, len(targets))
	inOrder(len(targets), func(i int) checked { return o.check(ctx, u, targets[i], asOf) }, func(i int, c checked) {
		bar.step(i+1, func() {
			r.findings = append(r.findings, c.findings...)
			if c.failed {
				r.failed++
			}
			if r.wrong == nil {
				r.wrong = c.err
			}
		})
	})
	return r.end()
}

// checked is what was found in one function.
type checked struct {
	findings []finding
	failed   bool  // it could not be looked at: a finding says why
	err      error // the check was interrupted
}

func (o *checkOptions) check(ctx context.Context, u *upkeep, t target, asOf time.Time) checked {
	if err := ctx.Err(); err != nil {
		return checked{err: err}
	}
	var read lookedAt
	c := guarded(t.dir, func() compared { return u.compare(t, nil, read.look) })
	if c.unmoved {
		c.open, c.marked, c.broad = read.placeholders(), read.marked, read.broad
	}
	found := findings(c, asOf)
	failed := c.err != nil && len(found) == 0
	if failed {
		found = []finding{failure(c)}
	}
	if o.strict {
		for i := range found {
			if found[i].Level == levelWarning {
				found[i].Level = levelError
			}
		}
	}
	return checked{findings: found, failed: failed}
}
