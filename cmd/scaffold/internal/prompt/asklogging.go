package prompt

import (
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// logging asks for the format first, which most people leave, and for the rest only where it is wanted.
func (i *Interview) logging() error {
	l := &i.Spec.Logging
	q := Select{Message: "Logging", Default: spec.FormatText}
	for _, id := range []string{spec.FormatText, spec.FormatJSON, "none"} {
		q.Options = append(q.Options, Option{id, aws.FindLogChoice(id).Sentence})
	}
	format, err := i.asker.Select(q)
	switch {
	case err != nil:
		return err
	case format == "none":
		l.None = true
		return nil
	case format == spec.FormatJSON:
		l.Format = format
		level, err := i.param("json", aws.FindParam(aws.FindLogChoice("json").Params, "level"))
		if err != nil {
			return err
		}
		l.Level, _ = level.(string)
	}
	more, err := i.asker.Confirm(Confirm{
		Message: "Another log group, retention or tracing",
		Help:    "without it the function logs into /aws/lambda/" + i.Spec.Name + " for ever and sends no traces",
	})
	if err != nil || !more {
		return err
	}
	if err := i.logGroup(l); err != nil {
		return err
	}
	return i.tracing(l)
}

// logGroup asks where logs go, who creates the group and how long they stay there.
func (i *Interview) logGroup(l *spec.Logging) error {
	choice := aws.FindLogChoice("cloudwatch")
	group, err := i.param(choice.ID, aws.FindParam(choice.Params, "group"))
	if err != nil {
		return err
	}
	l.Group, _ = group.(string)
	create := aws.FindParam(choice.Params, "create")
	declared, err := i.asker.Confirm(Confirm{Message: label(choice.ID, create), Help: create.Help, Default: true})
	if err != nil {
		return err
	}
	if l.Create = &declared; declared {
		days, err := i.param(choice.ID, aws.FindParam(choice.Params, "retention"))
		if err != nil {
			return err
		}
		l.Retention, _ = days.(int)
	}
	return nil
}

func (i *Interview) tracing(l *spec.Logging) (err error) {
	tracing := aws.FindLogChoice("tracing")
	l.Tracing, err = i.asker.Confirm(Confirm{Message: tracing.Title, Help: tracing.Sentence})
	return err
}
