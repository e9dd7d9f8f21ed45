package main

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// policyRenderOptions are what a command line of policy render says.
type policyRenderOptions struct {
	*System
	dir     string
	set     []string
	account string
	region  string
	out     string
}

func newPolicyRenderCmd(sys *System) *cobra.Command {
	o := &policyRenderOptions{System: sys}
	cmd := &cobra.Command{
		Use:   "render [dir]",
		Short: "Fill in the placeholders of a function's policies",
		Long: "Fill in the placeholders of the policies and requests of the function in a directory, and write files that AWS\n" +
			"takes as they are. Without -o they are printed as one txtar archive.",
		Example: "  scaffold policy render --set API_ID=a1b2c3d4e5 --account 123456789012 --region eu-west-1 -o ready",
		Args:    between(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.dir = directory(args)
			return o.run(cmd.Context())
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringArrayVar(&o.set, "set", nil, "the value of a placeholder, `NAME=VALUE`, as its parameter takes it: a name, an ARN, (a,b)")
	f.StringVar(&o.account, "account", "", "the `ACCOUNT`, twelve digits")
	f.StringVar(&o.region, "region", "", "the `REGION`; the partition follows from it")
	f.StringVarP(&o.out, "out", "o", "", "the `DIRECTORY` to write to")
	return cmd
}

func (o *policyRenderOptions) run(ctx context.Context) error {
	f, err := o.function(o.dir)
	if err != nil {
		return err
	}
	files, err := o.filled(f)
	if err != nil {
		return err
	}
	if o.out == "" {
		return files.WriteTxtar(o.Out)
	}
	if own := filepath.Join(o.path(o.dir), "policies"); filepath.Clean(o.path(o.out)) == own {
		return refuse("--out "+o.out, "it holds the function's own policies, which stay open", "want another directory", "-o "+spec.Quote([]string{pathIn(o.dir, "ready")}))
	}
	plan, err := tree.Compare(o.path(o.out), files, tree.Options{Replace: true})
	if err != nil {
		return fmt.Errorf("%s: %w", o.out, err)
	}
	if conflicts := plan.Conflicts(); len(conflicts) > 0 {
		return inTheWay(o.out, conflicts)
	}
	if _, err := tree.Apply(ctx, plan, o.path(o.out)); err != nil {
		return fmt.Errorf("%s: %w", o.out, err)
	}
	return plan.WriteText(o.Out)
}
