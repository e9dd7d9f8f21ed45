package prompt

import (
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// More asks what of one part is to be beside what the Spec says, and returns that alone.
func (i *Interview) More(asker Asker, part spec.Part) (more spec.Spec, err error) {
	i.asker = asker
	before := i.Spec
	switch part {
	case spec.TriggerPart:
		err = i.triggers()
		more.Triggers = i.Spec.Triggers[len(before.Triggers):]
	case spec.AccessPart:
		err = i.access()
		more.Access = i.Spec.Access[len(before.Access):]
	case spec.KeyPart:
		err = i.keys()
		more.Keys = i.Spec.Keys[len(before.Keys):]
	case spec.LogPart:
		more.Logging, err = i.logChoice()
	}
	return more, err
}

// logChoice asks for one log choice and its parameters.
func (i *Interview) logChoice() (l spec.Logging, err error) {
	q := Select{Message: "Logging", Default: spec.FormatJSON}
	for _, c := range aws.LogChoices() {
		q.Options = append(q.Options, Option{c.ID, c.Sentence})
	}
	id, err := i.asker.Select(q)
	if err != nil {
		return l, err
	}
	switch choice := aws.FindLogChoice(id); id {
	case "none":
		l.None = true
	case "tracing":
		l.Tracing = true
	case "cloudwatch":
		err = i.logGroup(&l)
	default:
		l.Format = id
		if p := aws.FindParam(choice.Params, "level"); p != nil {
			level, wrong := i.param(id, p)
			l.Level, _ = level.(string)
			err = wrong
		}
	}
	return l, err
}
