package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/templates"
)

func newPolicyCmd(sys *System) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "policy",
		Short: "Say what a function is allowed, fill in placeholders",
		Args:  cobra.ArbitraryArgs,
		RunE:  showHelp,

		DisableFlagsInUseLine: true,
	}
	cmd.AddCommand(newPolicyShowCmd(sys), newPolicyRenderCmd(sys))
	return cmd
}

func newPolicyShowCmd(sys *System) *cobra.Command {
	return &cobra.Command{
		Use:   "show [dir]",
		Short: "Say who may invoke a function and what it may do",
		Long:  "Say in Markdown, with a Mermaid picture, who may invoke the function in a directory, what it may do and why.",
		Args:  between(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			f, err := sys.function(directory(args))
			if err != nil {
				return err
			}
			text, err := f.Show()
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(sys.Out, text)
			return err
		},
	}
}

// directory is the argument that names a function's directory, the working directory where there is none.
func directory(args []string) string {
	if len(args) == 0 {
		return "."
	}
	return args[0]
}

// function makes the model of the function in a directory.
func (s *System) function(dir string) (*generator.Function, error) {
	text, err := s.readSpec(dir, "scaffold new creates one")
	if err != nil {
		return nil, err
	}
	doc, resolved, err := spec.Load(pathIn(dir, specName), text)
	if err != nil {
		return nil, err
	}
	if resolved, err = s.withKeys(dir, resolved); err != nil {
		return nil, spec.Locate(err, doc)
	}
	f, err := generator.New(templates.FS).Function(resolved)
	return f, spec.Locate(err, doc)
}
