package main

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/seed-0554dd89/scaffold/cmd/scaffold/internal/prompt"
	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/plain"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
	"github.com/seed-0554dd89/scaffold/templates"
)

// amendOptions are what a command line of add or remove says.
type amendOptions struct {
	*generateOptions
	verb string // add or remove
	part spec.Part
	dir  string
	yes  bool
}

// amendFlags gives add and remove the flags that both have.
func (o *amendOptions) amendFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVarP(&o.dir, "dir", "C", ".", "the function's `DIRECTORY`")
	f.BoolVarP(&o.yes, "yes", "y", false, "never ask")
	f.BoolVar(&o.dryRun, "dry-run", false, "print the plan, write nothing")
	f.BoolVar(&o.diff, "diff", false, "print the plan as a patch, write nothing")
	outputFlag(cmd, &o.output, "text", "json")
}

// amendment is the Spec that a file is to say, and who said so.
type amendment func(*spec.Document) (spec.Spec, spec.Source, error)

// run changes the function's scaffold.yaml and brings the function up to date with it, both in one plan.
func (o *amendOptions) run(ctx context.Context, args []string) error {
	if err := oneOf("--output", o.output, "text", "json"); err != nil {
		return err
	}
	o.dir = filepath.ToSlash(filepath.Clean(o.dir))
	asker, args, err := o.answers(ctx, args)
	if err != nil {
		return err
	}
	if asker != nil && len(args) == 0 {
		voice{o.Err}.say("nothing to %s", o.verb)
		return nil
	}
	u := &upkeep{System: o.System, generator: generator.New(templates.FS)}
	amend := o.amendment(ctx, args)
	c := u.amended(o.dir, amend, nil)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if c.err == nil && asker != nil {
		if err := o.confirm(asker, c); err != nil {
			return err
		}
	}
	if !o.dryRun && !o.diff && c.err == nil && len(c.plan.Conflicts()) == 0 && !c.plan.Empty() {
		c = u.apply(ctx, o.dir, func() compared { return u.amended(o.dir, amend, c.made) })
	}
	return o.report(c, args, asker != nil)
}

func (o *amendOptions) amendment(ctx context.Context, args []string) amendment {
	return func(doc *spec.Document) (spec.Spec, spec.Source, error) {
		if o.verb == "add" {
			return doc.Add(o.part, args, o.readNamed(ctx, plain.Param))
		}
		want, err := doc.Remove(o.part, args)
		return want, doc, err
	}
}

// amended compares a function with what it is to be when its scaffold.yaml says something else.
func (u *upkeep) amended(dir string, amend amendment, earlier *made) compared {
	c := compared{dir: dir}
	doc, err := u.document(dir)
	if err != nil {
		c.err = err
		return c
	}
	want, source, err := amend(doc)
	resolved, wrong := spec.Resolve(want)
	if c.err = spec.Together(err, spec.Locate(wrong, source)); c.err != nil {
		return c
	}
	edited, err := doc.Edit(want)
	if err != nil {
		c.err = err
		return c
	}
	if c.made = earlier; earlier == nil || !bytes.Equal(earlier.doc.Data, edited.Data) {
		c.made = &made{doc: edited, resolved: resolved}
	}
	u.compareMade(&c, source)
	for _, line := range edited.Orphaned {
		c.orphaned = append(c.orphaned, fmt.Sprintf("%s:%d", doc.Name, line))
	}
	if c.err == nil && !bytes.Equal(edited.Data, doc.Data) {
		change := tree.Change{Path: specName, Action: tree.Update, Owner: tree.Person, Reason: "says it from now on", Old: doc.Data, New: edited.Data}
		c.plan.Changes = slices.Insert(c.plan.Changes, 0, change)
	}
	return c
}

// document reads the scaffold.yaml of a function.
func (s *System) document(dir string) (*spec.Document, error) {
	text, err := s.readSpec(dir, "-C names another directory")
	if err != nil {
		return nil, err
	}
	return spec.ParseFile(pathIn(dir, specName), text)
}

// confirm shows what is going to be written, and asks whether it should be.
func (o *amendOptions) confirm(asker prompt.Asker, c compared) error {
	if o.dryRun || o.diff || len(c.plan.Conflicts()) > 0 || c.plan.Empty() {
		return nil
	}
	v := voice{o.Err}
	v.say("\n%s in %s: %s", c.name, c.dir, c.plan.Counts())
	if err := shownPlan(c).WriteText(o.Err); err != nil {
		return err
	}
	yes, err := asker.Confirm(prompt.Confirm{Message: "Write these files", Default: true})
	if err == nil && !yes {
		return errDeclined
	}
	return err
}
