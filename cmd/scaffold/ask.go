package main

import (
	"context"
	"strings"

	"github.com/seed-0554dd89/scaffold/cmd/scaffold/internal/prompt"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// ask asks for all that no flag says. Without a terminal it names what it would ask for.
func (o *newOptions) ask(ctx context.Context, s spec.Spec, source spec.Source) (*request, error) {
	i := prompt.Interview{Spec: s, Given: o.given, Target: o.targetProblem}
	missing := i.Missing()
	if len(missing) == 0 {
		_, wrong := spec.Resolve(s)
		return &request{spec: s, source: source}, spec.Locate(wrong, source)
	}
	asker := o.Terminal(ctx)
	if asker == nil {
		hint := "-y takes the defaults"
		if s.Name == "" {
			hint = "scaffold new NAME -y takes the defaults"
		}
		return nil, refuse("new", strings.Join(missing, ", ")+" missing, and no terminal to ask at", "want them as flags", hint)
	}
	answered, err := i.Run(asker)
	return &request{spec: answered, source: source, asker: asker, asked: true}, err
}

// targetProblem says what of the function's directory is in the way, as soon as its name is known.
func (o *newOptions) targetProblem(name string) string {
	r := request{spec: spec.Spec{Name: name}}
	d, err := o.draft(&r)
	if err != nil {
		return ""
	}
	if conflicts := d.plan.Conflicts(); len(conflicts) > 0 {
		return d.dir + "/" + conflicts[0].Path + " " + conflicts[0].Reason + ": want another name, or another directory with -C"
	}
	return ""
}

// confirm shows what is going to be written, and asks whether it should be.
func (o *newOptions) confirm(_ context.Context, r *request, d *draft) error {
	if o.dryRun || o.diff || len(d.plan.Conflicts()) > 0 || d.plan.Empty() {
		return nil
	}
	v := voice{o.Err}
	v.say("\n%s in %s: %s", d.function.Name, d.dir, d.plan.Counts())
	if err := d.plan.WriteText(o.Err); err != nil {
		return err
	}
	yes, err := r.asker.Confirm(prompt.Confirm{Message: "Write these files", Default: true})
	if err == nil && !yes {
		return errDeclined
	}
	return err
}
