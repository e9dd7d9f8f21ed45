package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

func newListCmd(sys *System) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List triggers, runtimes, access, logging and styles",
		Args:  cobra.ArbitraryArgs,
		RunE:  showHelp,

		DisableFlagsInUseLine: true,
	}
	triggers := listCmd(sys, "triggers", "List what can invoke a function", listTriggers)
	triggers.Long = "List what can invoke a function, and what lets it:\n" +
		"  push  a permission on the function\n" +
		"  poll  an event source mapping, and the function's own role\n" +
		"  role  a role of the service that invokes\n" +
		"  none  the identity policy of whoever is behind the call"
	cmd.AddCommand(
		triggers,
		listCmd(sys, "runtimes", "List the runtimes and until when they live", listRuntimes),
		listCmd(sys, "access", "List what else a function may be allowed", listAccess),
		listCmd(sys, "logging", "List the ways in which a function logs", listLogging),
		listCmd(sys, "styles", "List the styles of handlers and where they run", listStyles),
	)
	return cmd
}

// listed is something of the catalogue as lists show it.
type listed struct {
	ID       string        `json:"id"`
	Title    string        `json:"title,omitempty"`
	Sentence string        `json:"sentence"`
	Doc      string        `json:"doc,omitempty"`
	Model    aws.Model     `json:"model,omitempty"` // of triggers: push, poll, role
	Params   []listedParam `json:"parameters,omitempty"`

	*listedRuntime
	Runtimes []string `json:"runtimes,omitempty"` // of styles
}

type listedParam struct {
	Name     string        `json:"name"`
	Type     aws.ParamType `json:"type"`
	Help     string        `json:"help"`
	Default  string        `json:"default,omitempty"` // {function} stands for the function's name
	Enum     []string      `json:"enum,omitempty"`
	Example  string        `json:"example,omitempty"`
	Required bool          `json:"required,omitempty"`
}

type listedRuntime struct {
	Languages   []listedLanguage `json:"languages"`
	Deprecated  string           `json:"deprecated,omitempty"`
	BlockCreate string           `json:"blockCreate,omitempty"`
	BlockUpdate string           `json:"blockUpdate,omitempty"`
}

type listedLanguage struct {
	Name   string   `json:"name"`
	Styles []string `json:"styles,omitempty"`
}

func listCmd(sys *System, name, short string, list func() []listed) *cobra.Command {
	var output string
	cmd := &cobra.Command{
		Use: name, Short: short, Args: between(0, 0),
		RunE: func(*cobra.Command, []string) error {
			if err := oneOf("--output", output, "text", "json"); err != nil {
				return err
			}
			if output == "json" {
				return writeJSON(sys.results(), list())
			}
			return writeList(sys.people(), list())
		},
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	outputFlag(cmd, &output, "text", "json")
	return cmd
}

// writeList writes an id a line, of a trigger with its model, and its parameters below it.
func writeList(w io.Writer, list []listed) error {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, l := range list {
		model, none := "", ""
		if l.Model != "" {
			model, none = string(l.Model)+"\t", "\t"
		}
		fmt.Fprintf(out, "%s\t%s%s\n", l.ID, model, l.Sentence)
		for _, p := range l.Params {
			fmt.Fprintf(out, "  %s\t%s%s%s\n", p.Name, none, p.Help, p.more())
		}
	}
	return out.Flush()
}

// more is what a list says of a parameter beside its help: (default prod).
func (p listedParam) more() string {
	var more []string
	if p.Required {
		more = append(more, "required")
	}
	if n := len(p.Enum); n > 0 && n <= 8 {
		more = append(more, strings.Join(p.Enum, ", "))
	}
	if p.Default != "" {
		more = append(more, "default "+strings.ReplaceAll(p.Default, "{function}", "NAME"))
	}
	if len(more) == 0 {
		return ""
	}
	return " (" + strings.Join(more, "; ") + ")"
}
