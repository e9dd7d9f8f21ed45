package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/seed-0554dd89/scaffold/cmd/scaffold/internal/prompt"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

const addLong = `Add a trigger, a key, an access or a log setting to a function that is there: its scaffold.yaml is edited in place, and the
function brought up to date with it. Comments, order and style of the file stay.

What is added is written as the flags of scaffold new have it. At a terminal add asks for what no argument says, shows the
plan and writes it when you agree.`

// about is what commands say of a part.
var about = map[spec.Part]struct{ one, add, example, removing string }{
	spec.TriggerPart: {"a trigger", "TRIGGER", "s3:name=uploads,prefix=in/", "uploads"},
	spec.KeyPart:     {"a key of the event", "KEY", "limit:=10", "limit"},
	spec.AccessPart:  {"what else the function may do", "ACCESS", "dynamodb:table=Orders,mode=write", "dynamodb"},
	spec.LogPart:     {"how the function logs", "CHOICE", "json:level=debug", "json"},
}

func newAddCmd(sys *System) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "add",
		Short: "Add a trigger, key, access or log setting to a function",
		Long:  addLong,
		Args:  cobra.ArbitraryArgs,
		RunE:  showHelp,
		Example: "  scaffold add trigger s3:name=uploads,prefix=in/\n" +
			"  scaffold add key limit:=10 -C functions/hello",

		DisableFlagsInUseLine: true,
	}
	complete := map[spec.Part]completion{
		spec.TriggerPart: completeUse(triggerChoices), spec.AccessPart: completeUse(accessChoices),
		spec.LogPart: completeUse(logChoices), spec.KeyPart: cobra.NoFileCompletions,
	}
	for _, part := range spec.Parts() {
		o := &amendOptions{generateOptions: &generateOptions{System: sys}, verb: "add", part: part}
		sub := &cobra.Command{
			Use:               string(part) + " [" + about[part].add + "]...",
			Short:             "Add " + about[part].one,
			Long:              addLong,
			Example:           "  scaffold add " + string(part) + "\n  scaffold add " + string(part) + " " + about[part].example,
			Args:              cobra.ArbitraryArgs,
			ValidArgsFunction: complete[part],
			RunE:              func(cmd *cobra.Command, args []string) error { return o.run(cmd.Context(), args) },
		}
		o.amendFlags(sub)
		cmd.AddCommand(sub)
	}
	return cmd
}

// answers asks for what is to be added or removed where no argument says it. The asker is nil where nobody was asked.
func (o *amendOptions) answers(ctx context.Context, args []string) (prompt.Asker, []string, error) {
	if len(args) > 0 {
		return nil, args, nil
	}
	command := "scaffold " + o.verb + " " + string(o.part)
	missing := refuse(command, "no argument says what to "+o.verb, "want "+about[o.part].add, command+" "+about[o.part].example)
	if o.verb == "remove" {
		missing = refuse(command, "no argument says what to remove", "want the one that is to go", command+" "+about[o.part].removing)
	}
	if o.yes {
		return nil, nil, missing
	}
	asker := o.Terminal(ctx)
	if asker == nil {
		return nil, nil, missing
	}
	doc, err := o.document(o.dir)
	if err != nil {
		return nil, nil, err
	}
	if o.verb == "remove" {
		args, err = o.askRemoved(asker, doc)
		return asker, args, err
	}
	if _, err := spec.Resolve(doc.Spec); err != nil {
		return nil, nil, spec.Locate(err, doc)
	}
	i := prompt.Interview{Spec: doc.Spec, Day: o.Now(), Check: checkFunction}
	more, err := i.More(asker, o.part)
	return asker, spec.PartArgs(more, o.part), err
}

// askRemoved asks which of those that are there are to go.
func (o *amendOptions) askRemoved(asker prompt.Asker, doc *spec.Document) ([]string, error) {
	words := doc.Removable(o.part)
	if len(words) == 0 {
		return nil, refuse(doc.Name, "it has no "+string(o.part), "want one to remove", "")
	}
	q := prompt.MultiSelect{Message: "Remove", Help: "what is to go", Check: func(chosen []string) string {
		if len(chosen) == 0 {
			return "nothing is chosen: want what is to go"
		}
		_, err := doc.Remove(o.part, chosen)
		return prompt.Sentence(err)
	}}
	for _, word := range words {
		q.Options = append(q.Options, prompt.Option{Value: word})
	}
	return asker.MultiSelect(q)
}
