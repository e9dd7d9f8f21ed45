package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/templates"
)

const generateLong = `Bring functions up to date with their scaffold.yaml and the templates of this scaffold: the one in a directory, or with
./... all below it. No directory is the working directory.

Tool files are written anew; one that you edited is kept and reported, with exit code 2. A file of yours gets what is new
where you left it as it was; where you edited it the new text is merged in, and where that cannot be done it stays as it is
and is reported for review, until you have brought it up to date and say so with --reviewed. A file of yours that you
removed stays away. scaffold.lock says what was generated last: commit it.

What is in the way in one function stops that function alone.`

const generateExample = `  scaffold generate
  scaffold generate functions/hello --diff
  scaffold generate ./...
  scaffold generate hello --force`

// generateOptions are what a command line of generate says.
type generateOptions struct {
	*System
	force  bool
	merge  bool
	review bool
	dryRun bool
	diff   bool
	output string
}

func newGenerateCmd(sys *System) *cobra.Command {
	o := &generateOptions{System: sys}
	cmd := &cobra.Command{
		Use:     "generate [dir | ./...]...",
		Short:   "Bring functions up to date with spec and templates",
		Long:    generateLong,
		Example: generateExample,
		Args:    cobra.ArbitraryArgs,
		RunE:    func(cmd *cobra.Command, args []string) error { return o.run(cmd.Context(), args) },
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.BoolVar(&o.force, "force", false, "replace tool files that you edited")
	f.BoolVar(&o.merge, "merge", false, "write both texts between conflict markers where a file needs review")
	f.BoolVar(&o.review, "reviewed", false, "take files that need review as they are: you have brought them up to date")
	f.BoolVar(&o.dryRun, "dry-run", false, "print the plan, write nothing")
	f.BoolVar(&o.diff, "diff", false, "print the plan as a patch, write nothing")
	outputFlag(cmd, &o.output, "text", "json")
	return cmd
}

func (o *generateOptions) run(ctx context.Context, args []string) error {
	if err := oneOf("--output", o.output, "text", "json"); err != nil {
		return err
	}
	targets, err := o.targets(args)
	if err != nil {
		return err
	}
	u := &upkeep{System: o.System, generator: generator.New(templates.FS), force: o.force, mark: o.merge, reviewed: o.review}
	r := &generateReport{generateOptions: o, functions: []generatedFunction{}}
	bar := o.progress(ctx, len(targets))
	inOrder(len(targets), func(i int) compared { return o.generate(ctx, u, targets[i]) }, func(i int, c compared) {
		bar.step(i+1, func() { r.add(c) })
	})
	return r.end()
}

// generate brings one function up to date.
func (o *generateOptions) generate(ctx context.Context, u *upkeep, t target) compared {
	if err := ctx.Err(); err != nil {
		return compared{dir: t.dir, err: err}
	}
	c := guarded(t.dir, func() compared { return u.compare(t, nil, func(string, []byte) {}) })
	if o.dryRun || o.diff || c.err != nil || c.unmoved || len(c.plan.Conflicts()) > 0 || c.plan.Empty() {
		return c
	}
	return u.apply(ctx, t.dir, func() compared { return u.compare(t, c.made, func(string, []byte) {}) })
}
