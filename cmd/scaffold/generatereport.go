package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// generateReport says what became of one function after the other.
type generateReport struct {
	*generateOptions
	functions []generatedFunction // for --output json
	count     int                 // functions
	changed   int                 // that were written, or would be
	reviews   int
	failed    spec.Problems
	wrong     error
}

// generatedFunction is what --output json prints of one function.
type generatedFunction struct {
	Name      string        `json:"name,omitempty"`
	Directory string        `json:"directory"`
	Written   bool          `json:"written"`
	Unmoved   bool          `json:"unmoved,omitempty"` // nothing has moved since the last run: changes are not listed
	Changes   []tree.Change `json:"changes"`
	Error     string        `json:"error,omitempty"`
}

func (r *generateReport) add(c compared) {
	r.count++
	if r.output == "json" {
		r.functions = append(r.functions, r.function(c))
	}
	if c.err != nil {
		var conflict *tree.ConflictError
		if errors.As(c.err, &conflict) {
			c.err = generateInTheWay(c.dir, conflict.Changes)
		}
		r.fail(c.err)
		return
	}
	if c.unmoved {
		return
	}
	if !c.plan.Empty() && len(c.plan.Conflicts()) == 0 {
		r.changed++
	}
	if r.output == "text" {
		if err := r.show(c); err != nil {
			r.fail(err)
		}
	}
	if conflicts := c.plan.Conflicts(); len(conflicts) > 0 {
		r.fail(generateInTheWay(c.dir, conflicts))
		return
	}
	for _, change := range c.plan.Edited() {
		p := &spec.Problem{Where: pathIn(c.dir, change.Path), Is: change.Reason, Want: "want " + instead(change.Path)}
		p.Hint = "scaffold generate --force " + quoted(c.dir) + " takes the generated text, --diff shows what differs"
		r.failed = append(r.failed, p)
	}
	for _, change := range c.plan.Unproven() {
		r.failed = append(r.failed, unproven(c.dir, change))
	}
	for _, change := range c.plan.Changes {
		if change.Action == tree.Review {
			r.reviews++
			voice{r.Err}.warn(pathIn(c.dir, change.Path) + ": " + change.Reason)
		}
	}
}

func (r *generateReport) function(c compared) generatedFunction {
	f := generatedFunction{Name: c.name, Directory: c.dir, Written: c.written, Unmoved: c.unmoved, Changes: []tree.Change{}}
	plan := c.plan
	if r.diff {
		plan = plan.WithDiffs()
	}
	for _, change := range plan.Changes {
		change.Old, change.New = nil, nil // the whole repository's would be held otherwise
		f.Changes = append(f.Changes, change)
	}
	if c.err != nil {
		f.Error = c.err.Error()
	}
	return f
}

// show prints what changes in a function, with paths from here.
func (r *generateReport) show(c compared) error {
	plan := shownPlan(c)
	if stopped := len(c.plan.Conflicts()) > 0 && !r.dryRun && !r.diff; stopped {
		plan.Changes = plan.Conflicts()
	}
	if r.diff {
		return plan.WriteDiff(r.patch())
	}
	return plan.WriteText(r.people())
}

// shownPlan is what a person wants to know of a plan: what is written, what is not and why, with paths from here.
func shownPlan(c compared) (plan tree.Plan) {
	for _, change := range c.plan.Changes {
		if change.Writes() || change.Edited || change.Unproven || change.Action == tree.Review || change.Action == tree.Conflict {
			change.Path = pathIn(c.dir, change.Path)
			plan.Changes = append(plan.Changes, change)
		}
	}
	return plan
}

// tell says on standard error what came of all.
func (r *generateReport) tell() {
	v := voice{r.Err}
	if r.reviews > 0 {
		v.say("  hint: scaffold generate --diff shows what is new, --merge writes both texts between conflict markers,")
		v.say("        --reviewed says that you have brought the files up to date")
	}
	done := "brought up to date"
	if r.dryRun || r.diff {
		done = "to bring up to date; nothing is written"
	}
	switch {
	case r.changed == 0 && r.reviews == 0 && r.wrong == nil:
		v.say("%s up to date: nothing to do", functions(r.count, " is", " are"))
	case r.changed > 0:
		v.say("%d of %s %s", r.changed, functions(r.count, "", ""), done)
	}
}

// end says what was done, and returns what went wrong.
func (r *generateReport) end() error {
	if r.output == "json" {
		if err := writeJSON(r.results(), map[string]any{"functions": r.functions}); err != nil {
			return err
		}
	} else if r.failed == nil {
		r.tell()
	}
	if r.wrong != nil {
		if r.failed != nil {
			voice{r.Err}.fail(r.failed)
		}
		return r.wrong
	}
	return r.failed.Err()
}

// fail keeps an error for the end: what cannot be carried out as written apart from what went wrong.
func (r *generateReport) fail(err error) {
	var problem *spec.Problem
	var problems spec.Problems
	switch {
	case errors.Is(err, context.Canceled):
		r.wrong = err // once for all
	case errors.As(err, &problems):
		r.failed = append(r.failed, problems...)
	case errors.As(err, &problem):
		r.failed = append(r.failed, problem)
	case r.wrong == nil:
		r.wrong = err
	case !errors.Is(r.wrong, context.Canceled):
		r.wrong = errors.Join(r.wrong, err)
	}
}

// functions is a number of functions in words.
func functions(n int, one, more string) string {
	if n == 1 {
		return "1 function" + one
	}
	return fmt.Sprintf("%d functions%s", n, more)
}
