package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// newRootCmd makes the whole command.
func newRootCmd(sys *System) *cobra.Command {
	root := &cobra.Command{
		Use:   "scaffold",
		Short: "Create AWS Lambda functions and keep them in order",
		Long: "scaffold creates AWS Lambda functions: handler, IAM policies, sample events and tests.\n" +
			"A function is what its scaffold.yaml says.\n\n" + exitCodes,
		Example: "  scaffold new\n" +
			"  scaffold new hello -y -r nodejs22.x --style callback -k 'key1=Default Key 1' -t apigateway-rest",
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,

		DisableFlagsInUseLine: true,
		Args:                  cobra.ArbitraryArgs,
		RunE:                  showHelp,
	}
	root.SetIn(sys.In)
	root.SetOut(sys.Out)
	root.SetErr(sys.Err)
	root.SetFlagErrorFunc(flagError)
	root.SetVersionTemplate("{{.Version}}\n")
	root.AddCommand(newNewCmd(sys), newPolicyCmd(sys), newListCmd(sys), newEventCmd(sys), newSchemaCmd(sys), newVersionCmd(sys), newGenerateCmd(sys), newCheckCmd(sys), newAddCmd(sys), newRemoveCmd(sys))
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	return root
}

func showHelp(cmd *cobra.Command, _ []string) error { return cmd.Help() }

// unknownCommand refuses a word where a command is wanted. It comes before flags are read: those of a command that nobody
// knows are unknown too.
func unknownCommand(root *cobra.Command, args []string) error {
	cmd, rest, err := root.Find(args)
	if err == nil && cmd.Name() == "help" {
		cmd, rest, err = root.Find(rest)
	}
	if err != nil || !cmd.HasSubCommands() {
		return err
	}
	if len(rest) == 0 {
		return nil
	}
	word := rest[0]
	if strings.HasPrefix(word, "-") || word == cobra.ShellCompRequestCmd || word == cobra.ShellCompNoDescRequestCmd {
		return nil
	}
	var names []string
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	return refuse("", fmt.Sprintf("%q is no command", cmd.CommandPath()+" "+word), "want one of "+strings.Join(names, ", "), spec.DidYouMean(word, names))
}

// flagError gives what pflag finds wrong the shape of every error.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var valueless *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.Is(err, pflag.ErrHelp):
		return err
	case errors.As(err, &unknown):
		var names []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
		hint := spec.DidYouMean("--"+unknown.GetSpecifiedName(), names)
		if unknown.GetSpecifiedShortnames() != "" || hint == "" {
			hint = cmd.CommandPath() + " --help"
		}
		return refuse("", err.Error(), "want a flag of "+cmd.CommandPath(), hint)
	case errors.As(err, &valueless):
		return refuse("--"+valueless.GetFlag().Name, "there is no value", "want "+wanted(valueless.GetFlag()), "")
	case errors.As(err, &invalid):
		return refuse("--"+invalid.GetFlag().Name, fmt.Sprintf("the value is %q", invalid.GetValue()), "want "+wanted(invalid.GetFlag()), "")
	}
	return refuse("", err.Error(), "", cmd.CommandPath()+" --help")
}

// wanted is what a flag's help says of its value.
func wanted(f *pflag.Flag) string {
	_, usage := pflag.UnquoteUsage(f)
	return usage
}

// between refuses another number of arguments than the command's line of use names.
func between(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return refuse(cmd.CommandPath(), "an argument is missing", "want "+cmd.UseLine(), "")
		case len(args) > most:
			return refuse(cmd.CommandPath(), fmt.Sprintf("%q is one argument too many", args[most]), "want "+cmd.UseLine(), "")
		}
		return nil
	}
}
