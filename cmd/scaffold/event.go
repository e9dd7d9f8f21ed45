package main

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/plain"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/templates"
)

func newEventCmd(sys *System) *cobra.Command {
	var flags spec.Flags
	cmd := &cobra.Command{
		Use:   "event TRIGGER",
		Short: "Print a sample event of a trigger",
		Long: "Print a sample event of a trigger of the function in this directory, by its name, or of any trigger, as new's -t\n" +
			"has it; direct is the direct invocation.",
		Example: "  scaffold event s3:bucket=my-uploads\n  scaffold event apigateway-rest:path=/orders/{id},method=GET -k id=42",
		Args:    between(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			text, err := sampleEvent(cmd.Context(), sys, args[0], flags)
			if err != nil {
				return err
			}
			_, err = sys.Out.Write(text)
			return err
		},
		ValidArgsFunction: completeUse(triggerChoices),
	}
	cmd.Flags().StringArrayVarP(&flags.Keys, "key", "k", nil, "a `KEY` that the event carries, as new has it")
	_ = cmd.RegisterFlagCompletionFunc("key", cobra.NoFileCompletions)
	return cmd
}

// sampleEvent makes the event of a trigger of the function in the working directory, where it has one of that name, or of a
// function with this one trigger.
func sampleEvent(ctx context.Context, sys *System, trigger string, flags spec.Flags) ([]byte, error) {
	flags.Name = "sample"
	if trigger != aws.Direct.ID {
		flags.Triggers = []string{trigger}
	}
	s, source, err := spec.FromFlags(flags, sys.readNamed(ctx, plain.Param))
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	keys := map[string]spec.JSON{}
	for _, k := range s.Keys {
		if k.Default != "" {
			keys[k.Name] = k.Default
		}
	}
	if f, err := sys.function("."); err == nil {
		if text := f.Event(trigger, keys); text != nil && trigger != aws.Direct.ID {
			return text, nil
		}
	}
	resolved, wrong := spec.Resolve(s)
	if err := spec.Together(err, spec.Locate(wrong, source)); err != nil {
		return nil, asArgument(err)
	}
	f, err := generator.New(templates.FS).Function(resolved)
	if err != nil {
		return nil, asArgument(spec.Locate(err, source))
	}
	if len(f.Triggers) > 0 {
		trigger = f.Triggers[0].Name
	}
	return f.Event(trigger, keys), nil
}

// asArgument names problems of the trigger without a flag: here it is an argument.
func asArgument(err error) error {
	var problems spec.Problems
	if errors.As(err, &problems) {
		problems = slices.Clone(problems)
		for _, p := range problems {
			p.Where = strings.TrimPrefix(p.Where, "--trigger ")
		}
	}
	return err
}
