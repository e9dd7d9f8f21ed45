package main

import (
	"context"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/generator/shell"
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
	f.StringArrayVar(&o.set, "set", nil, "the value of a placeholder, `NAME=VALUE`")
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
	values, problems := o.values(f)
	files, err := fillFiles(f, values)
	if err != nil {
		return err
	}
	if len(problems) == 0 {
		problems = stillOpen(f.Placeholders(), values)
	}
	if len(problems) > 0 {
		return problems
	}
	if o.out == "" {
		return files.WriteTxtar(o.results())
	}
	if own := filepath.Join(o.path(o.dir), "policies"); filepath.Clean(o.path(o.out)) == own {
		return refuse("--out "+o.out, "it holds the function's own policies, which stay open", "want another directory", "-o "+quoted(pathIn(o.dir, "ready")))
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
	return plan.WriteText(o.people())
}

// values are what the flags give the placeholders that are open.
func (o *policyRenderOptions) values(f *generator.Function) (map[string]string, spec.Problems) {
	open := f.Placeholders()
	values := map[string]string{}
	var problems spec.Problems
	give := func(flag, value, name, want string) {
		if want != "" {
			problems.Add("", "the value is "+strconv.Quote(value), want).Where = flag
		}
		values[name] = value
	}
	if o.account != "" {
		give("--account", o.account, "AWS_ACCOUNT_ID", aws.CheckAccount(o.account))
	}
	if o.region != "" {
		give("--region", o.region, "AWS_REGION", aws.CheckRegion(o.region))
		give("--region", o.region, "AWS_PARTITION", "")
		values["AWS_PARTITION"] = aws.Partition(o.region)
	}
	for _, text := range o.set {
		name, value, found := strings.Cut(text, "=")
		flag := "--set " + shell.Text(text).String()
		switch {
		case !found:
			problems.Add("", strconv.Quote(text)+" has no =", "want NAME=VALUE").Where = flag
		case !slices.Contains(open, name):
			p := problems.Add("", strconv.Quote(name)+" is no open placeholder", "want one of "+strings.Join(open, ", "))
			p.Where, p.Hint = flag, spec.DidYouMean(name, open)
		case values[name] != "":
			problems.Add("", name+" has two values", "want one").Where = flag
		default:
			why := checkFilling(name, value)
			if own := f.CheckPlaceholder(name, value); why == "" && own != "" {
				problems.Add("", own, "").Where = flag
			}
			give(flag, value, name, why)
		}
	}
	return values, problems
}

// checkFilling returns what is wanted where a value would not be one name in an ARN, but more, or all of them.
func checkFilling(name, value string) string {
	switch name {
	case "AWS_ACCOUNT_ID":
		return aws.CheckAccount(value)
	case "AWS_REGION":
		return aws.CheckRegion(value)
	}
	for _, r := range value {
		if !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || strings.ContainsRune("-_.+=@/#", r)) {
			return "want letters, digits and - _ . + = @ / # alone"
		}
	}
	if value == "" {
		return "want a value"
	}
	return ""
}

// stillOpen finds the placeholders that no flag fills in.
func stillOpen(open []string, values map[string]string) (problems spec.Problems) {
	for _, name := range open {
		if _, ok := values[name]; !ok {
			problems.Add("", "${"+name+"} is open", "want "+settingOf(name))
		}
	}
	return problems
}

// settingOf is the flag that fills in a placeholder.
func settingOf(name string) string {
	switch name {
	case "AWS_ACCOUNT_ID":
		return "--account"
	case "AWS_REGION", "AWS_PARTITION":
		return "--region"
	}
	return "--set " + name + "=..."
}

// fillFiles are the function's policies with values in them.
func fillFiles(f *generator.Function, values map[string]string) (*tree.FileSet, error) {
	files := new(tree.FileSet)
	for _, file := range f.PolicyFiles() {
		file.Path = path.Base(file.Path)
		file.Data = []byte(policy.Fill(string(file.Data), func(name string) (string, bool) {
			value, ok := values[name]
			return value, ok
		}))
		if err := files.Add(file); err != nil {
			return nil, err
		}
	}
	return files, nil
}
