package prompt

import (
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// access asks what else the function may do, until there is no more: of two tables each is an access.
func (i *Interview) access() error {
	for more := true; more; {
		q := MultiSelect{Message: "Access (Enter for none)", Help: "what the function may do beside logging"}
		for _, a := range aws.Accesses() {
			q.Options = append(q.Options, Option{a.ID, a.Sentence})
		}
		ids, err := i.asker.MultiSelect(q)
		if err != nil || len(ids) == 0 {
			return err
		}
		for _, id := range ids {
			i.Spec.Access = append(i.Spec.Access, spec.Use{ID: id})
			if err := i.params(&i.Spec.Access[len(i.Spec.Access)-1], aws.FindAccess(id).Params); err != nil {
				return err
			}
		}
		if more, err = i.asker.Confirm(Confirm{Message: "Another access", Help: "to something else of another kind or of the same"}); err != nil {
			return err
		}
	}
	return nil
}

func bareUses(ids []string) (uses []spec.Use) {
	for _, id := range ids {
		uses = append(uses, spec.Use{ID: id})
	}
	return uses
}

// params asks for the parameters of one use.
func (i *Interview) params(u *spec.Use, params []aws.Param) error {
	for at := range params {
		p := &params[at]
		if p.Name == "trigger" {
			if err := i.sameSource(u, p); err != nil {
				return err
			}
			continue
		}
		value, err := i.param(u.ID, p)
		if err != nil {
			return err
		}
		set(u, p.Name, value)
	}
	return nil
}

// sameSource asks whether an access is to what a trigger of the function is about, where there is such a trigger and nothing
// else was named.
func (i *Interview) sameSource(u *spec.Use, p *aws.Param) error {
	q := Select{Message: label(u.ID, p), Help: p.Help, Options: []Option{{none, ""}}, Default: none}
	for _, t := range i.resolved().Triggers {
		if t.ID != u.ID {
			continue
		}
		for _, own := range aws.FindTrigger(t.ID).Params {
			if own.Identifies && u.Params[own.Name] != nil {
				return nil
			}
		}
		q.Options = append(q.Options, Option{t.Name, ""})
	}
	if len(q.Options) == 1 {
		return nil
	}
	answer, err := i.asker.Select(q)
	if answer != none {
		set(u, p.Name, answer)
	}
	return err
}

// set gives a use the value of a parameter; nil is none.
func set(u *spec.Use, name string, value any) {
	if value == nil {
		return
	}
	if u.Params == nil {
		u.Params = map[string]any{}
	}
	u.Params[name] = value
}

// none is the option that leaves a parameter out.
const none = "none"
