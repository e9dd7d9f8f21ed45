package main

import (
	"github.com/spf13/cobra"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

func newSchemaCmd(sys *System) *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of scaffold.yaml",
		Long: "Print the JSON Schema of scaffold.yaml, for editors: save it, and begin scaffold.yaml with\n\n" +
			"  # yaml-language-server: $schema=scaffold.schema.json",
		Example: "  scaffold schema > scaffold.schema.json",
		Args:    between(0, 0),
		RunE: func(*cobra.Command, []string) error {
			_, err := sys.results().Write(spec.Schema())
			return err
		},
	}
}
