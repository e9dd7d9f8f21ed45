package prompt

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// triggers asks what invokes the function, and then for the parameters of each, until there are no more. So one kind can be
// chosen twice.
func (i *Interview) triggers() error {
	for more := true; more; {
		q := MultiSelect{
			Message: "Triggers (Enter for none)", Check: i.triggerProblem,
			Help: "what invokes the function; direct invocation always works",
		}
		for _, t := range aws.Triggers() {
			q.Options = append(q.Options, Option{t.ID, t.Sentence})
		}
		ids, err := i.asker.MultiSelect(q)
		if err != nil || len(ids) == 0 {
			return err
		}
		for _, id := range ids {
			if err := i.trigger(id); err != nil {
				return err
			}
		}
		if more, err = i.asker.Confirm(Confirm{Message: "Another trigger", Help: "of another kind or of the same"}); err != nil {
			return err
		}
	}
	return nil
}

// triggerProblem says why triggers cannot be beside what there is.
func (i *Interview) triggerProblem(ids []string) string {
	uses := append(slices.Clone(i.Spec.Triggers), bareUses(ids)...)
	problems := append(spec.CheckRequired(i.Spec.Keys, uses), spec.CheckExcluded(uses)...)
	if len(problems) > 0 {
		return problems[0].Is + ": " + problems[0].Want
	}
	return ""
}

// trigger asks for one trigger, and again where it cannot be beside the others as it is answered.
func (i *Interview) trigger(id string) error {
	before := i.Spec.Triggers
	for {
		i.Spec.Triggers = append(slices.Clip(before), spec.Use{ID: id})
		u := &i.Spec.Triggers[len(before)]
		if slices.ContainsFunc(before, func(other spec.Use) bool { return other.ID == id }) {
			if err := i.triggerName(u); err != nil {
				return err
			}
		}
		if err := i.params(u, aws.FindTrigger(id).Params); err != nil {
			return err
		}
		why := i.newProblem(spec.Path("triggers", len(before)))
		if why == "" {
			return nil
		}
		i.Spec.Triggers = before
		again, err := i.asker.Confirm(Confirm{Message: why + ". Answer again", Default: true})
		if err != nil || !again {
			return err
		}
	}
}

// triggerName asks for the name of a trigger of which there is one already: files are named by it.
func (i *Interview) triggerName(u *spec.Use) error {
	resolved := i.resolved().Triggers
	standard := resolved[len(resolved)-1].Name
	answer, err := i.asker.Input(Input{
		Message: u.ID + ": Name of this one", Help: "policies and events are called by it, and source.trigger says it", Default: standard,
		Check: func(name string) string {
			want := spec.CheckTriggerName(name)
			for _, other := range resolved[:len(resolved)-1] {
				if want == "" && strings.EqualFold(other.Name, name) {
					want = "want a name that no other trigger has, in letters of any case"
				}
			}
			if want != "" {
				return fmt.Sprintf("name is %q: %s", name, want)
			}
			return ""
		},
	})
	if answer != standard {
		u.Name = answer
	}
	return err
}

// newProblem says what is wrong with the part of the Spec at path, "" where nothing is.
func (i *Interview) newProblem(path string) string {
	var problems spec.Problems
	errors.As(i.Check(i.Spec), &problems)
	for _, p := range problems {
		if p.Path == path || strings.HasPrefix(p.Path, path+".") {
			return p.Is + ": " + p.Want
		}
	}
	return ""
}
