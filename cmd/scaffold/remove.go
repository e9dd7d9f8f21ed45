package main

import (
	"github.com/spf13/cobra"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

const removeLong = `Remove a trigger, a key, an access or a log setting from a function: it goes from scaffold.yaml, where all else stays as it is
written, and the function is brought up to date. A trigger is named by its name, an access by its id and, where there are
several, by as many parameters as tell it from the others.

What something else in the file needs is not removed.`

func newRemoveCmd(sys *System) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "remove",
		Short: "Remove a trigger, key, access or log setting from a function",
		Long:  removeLong,
		Args:  cobra.ArbitraryArgs,
		RunE:  showHelp,
		Example: "  scaffold remove trigger uploads\n" +
			"  scaffold remove access dynamodb:table=Orders -C functions/hello",

		DisableFlagsInUseLine: true,
	}
	for _, part := range spec.Parts() {
		o := &amendOptions{generateOptions: &generateOptions{System: sys}, verb: "remove", part: part}
		sub := &cobra.Command{
			Use:               string(part) + " [NAME]...",
			Short:             "Remove " + about[part].one,
			Long:              removeLong,
			Example:           "  scaffold remove " + string(part) + "\n  scaffold remove " + string(part) + " " + about[part].removing,
			Args:              cobra.ArbitraryArgs,
			ValidArgsFunction: o.completeRemoved,
			RunE:              func(cmd *cobra.Command, args []string) error { return o.run(cmd.Context(), args) },
		}
		o.amendFlags(sub)
		cmd.AddCommand(sub)
	}
	return cmd
}

// completeRemoved completes what there is in the function's spec.
func (o *amendOptions) completeRemoved(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	doc, err := o.document(o.dir)
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return doc.Removable(o.part), cobra.ShellCompDirectiveNoFileComp
}
