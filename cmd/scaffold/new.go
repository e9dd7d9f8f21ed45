package main

import (
	"context"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

const newLong = `Create a function: handler, test, sample events and IAM policies, as the flags, the answers to questions or a
scaffold.yaml say.

At a terminal new asks for what no flag says of name, runtime, keys, triggers, logging, access, account, region and
deployment, shows the plan and writes it when you agree; where flags say all of that, it writes at once. With -y it never
asks: what is not said has its default, a placeholder stands for what has none, and nothing is taken from the environment.

A directory that holds other files of these names is left as it is, and all of them are listed. The same command a second
time changes nothing.`

const newExample = `  scaffold new
  scaffold new hello -y
  scaffold new hello -y -r nodejs22.x --style callback -k 'key1=Default Key 1' -t apigateway-rest:path=/hello
  scaffold new thumbs -y -t s3:bucket=my-uploads,prefix=in/ -a s3:bucket=my-thumbs,mode=write --deploy sam
  scaffold new --spec hello.yaml --dry-run`

// newOptions are what a command line of new says.
type newOptions struct {
	*System
	flags    spec.Flags
	given    func() []string // the flags of flags that the command line has
	specFile string
	dir      string
	yes      bool
	dryRun   bool
	diff     bool
	output   string
}

func newNewCmd(sys *System) *cobra.Command {
	o := &newOptions{System: sys}
	cmd := &cobra.Command{
		Use:     "new [name]",
		Short:   "Create a function",
		Long:    newLong,
		Example: newExample,
		Args:    between(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				o.flags.Name = args[0]
				if args[0] == "" {
					return spec.CheckName("")
				}
			}
			o.given = func() []string { return givenSpecFlags(cmd) }
			return o.run(cmd.Context())
		},
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	specFlags(cmd, &o.flags)
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&o.specFile, "spec", "", "the whole spec: a `FILE`, or - for standard input")
	f.StringVarP(&o.dir, "dir", "C", "", "the function's `DIRECTORY` (default ./NAME)")
	f.BoolVarP(&o.yes, "yes", "y", false, "never ask")
	f.BoolVar(&o.dryRun, "dry-run", false, "print the plan, write nothing")
	f.BoolVar(&o.diff, "diff", false, "print the plan as a patch, write nothing")
	outputFlag(cmd, &o.output, "text", "json", "txtar")
	f.Lookup("output").Usage = "`FORMAT` of the plan: text, json; txtar prints all files instead of writing them"
	completeSpec(cmd)
	return cmd
}

func (o *newOptions) run(ctx context.Context) error {
	if err := oneOf("--output", o.output, "text", "json", "txtar"); err != nil {
		return err
	}
	r, err := o.request(ctx)
	if err != nil {
		return err
	}
	d, err := o.draft(r)
	if err != nil {
		return err
	}
	if d.warning != "" {
		voice{o.Err}.warn(d.warning)
	}
	for _, warning := range d.function.Warnings() {
		voice{o.Err}.warn(warning)
	}
	if o.output == "txtar" {
		return d.files.WriteTxtar(o.results())
	}
	if r.asked {
		if err := o.confirm(r, d); err != nil {
			return err
		}
	}
	return o.carryOut(ctx, r, d)
}

// target is the function's directory as a person would write it.
func (o *newOptions) target(name string) string {
	if o.dir != "" {
		return filepath.Clean(o.dir)
	}
	return name
}
