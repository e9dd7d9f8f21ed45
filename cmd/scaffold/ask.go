package main

import (
	"context"
	"strings"

	"github.com/seed-0554dd89/scaffold/cmd/scaffold/internal/prompt"
	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/shell"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/templates"
)

// ask asks for all that no flag says; what the flags say is right. Without a terminal it names what it would ask for.
func (o *newOptions) ask(ctx context.Context, s spec.Spec, source spec.Source) (*request, error) {
	i := prompt.Interview{
		Spec: s, Given: o.given(), Day: o.Now(),
		Regions: []string{o.Getenv("AWS_REGION"), o.Getenv("AWS_DEFAULT_REGION")},
		Target:  func(name string) string { return o.targetProblem(s, name) },
		Check:   checkFunction,
	}
	missing := i.Missing()
	if len(missing) == 0 {
		return &request{spec: s, source: source}, nil
	}
	asker := o.Terminal(ctx)
	if asker == nil {
		return nil, nobodyToAsk(missing, s.Name)
	}
	if s.Name != "" {
		if why := o.targetProblem(s, s.Name); why != "" {
			return nil, refuse("", why, "", "nothing is written; scaffold new "+s.Name+" -y --diff shows what differs")
		}
	}
	answered, err := i.Run(asker)
	return &request{spec: answered, source: source, asker: asker, asked: true}, err
}

// nobodyToAsk is the error of questions without a terminal.
func nobodyToAsk(missing []string, name string) error {
	if name == "" {
		name = "NAME"
	}
	return refuse("new", "no terminal to ask at, and missing are "+strings.Join(missing, ", "), "want them as flags",
		shell.New("scaffold", "new", name, "-y").String()+" takes the defaults")
}

// targetProblem says what of the function's directory is in the way, as soon as its name is known.
func (o *newOptions) targetProblem(s spec.Spec, name string) string {
	s.Name = name
	d, err := o.draft(&request{spec: s})
	if err != nil {
		return "" // of the Spec, which is checked where it is answered
	}
	conflicts := d.plan.Conflicts()
	if len(conflicts) == 0 {
		return ""
	}
	for _, c := range conflicts {
		if c.Path == specName {
			return d.dir + " is a function already: want another name, or another directory with -C"
		}
	}
	return pathIn(d.dir, conflicts[0].Path) + " " + conflicts[0].Reason + ": want another name, or another directory with -C"
}

// checkFunction says what is wrong with a Spec, what only generating it brings to light included.
func checkFunction(s spec.Spec) error {
	resolved, err := spec.Resolve(s)
	if err == nil {
		_, err = generator.New(templates.FS).Function(resolved)
	}
	return err
}

// confirm shows what is going to be written, and asks whether it should be.
func (o *newOptions) confirm(r *request, d *draft) error {
	if o.dryRun || o.diff || len(d.plan.Conflicts()) > 0 || d.plan.Empty() {
		return nil
	}
	v := voice{o.Err}
	v.say("\n%s in %s: %s", d.function.Name, d.dir, d.plan.Counts())
	if err := v.plan(d.plan); err != nil {
		return err
	}
	if open := d.function.Placeholders(); len(open) > 0 {
		v.say("Still open in policies/: %s", strings.Join(open, ", "))
	}
	yes, err := r.asker.Confirm(prompt.Confirm{Message: "Write these files", Default: true})
	if err == nil && !yes {
		return errDeclined
	}
	return err
}
