package prompt

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/AlecAivazis/survey/v2"
	"github.com/AlecAivazis/survey/v2/core"
	"github.com/AlecAivazis/survey/v2/terminal"
	"golang.org/x/term"

	"github.com/seed-0554dd89/scaffold/generator/visible"
)

// Terminal returns an Asker that reads from in and draws on err, nil where one of them is no terminal that can be drawn on.
// Off a terminal survey would print escape codes and then fail; at one it honours NO_COLOR. The end of ctx interrupts a
// question.
func Terminal(ctx context.Context, in, err *os.File, getenv func(string) string) Asker {
	if getenv("TERM") == "dumb" || !term.IsTerminal(int(in.Fd())) || !term.IsTerminal(int(err.Fd())) {
		return nil
	}
	return &surveyor{ctx: ctx, in: in, err: err}
}

// surveyor asks with survey.
type surveyor struct {
	ctx context.Context
	in  *os.File
	err *os.File
}

func (s *surveyor) Input(q Input) (string, error) {
	var answer string
	var valid survey.Validator
	if q.Check != nil {
		valid = check(q.Check)
	}
	err := s.ask(&survey.Input{Message: visible.Line(q.Message), Help: visible.Line(q.Help), Default: q.Default}, &answer, valid)
	return answer, err
}

func (s *surveyor) Select(q Select) (string, error) {
	var answer int
	p := &survey.Select{Message: visible.Line(q.Message), Help: visible.Line(q.Help), Options: values(q.Options), Description: about(q.Options)}
	if at := slices.IndexFunc(q.Options, func(o Option) bool { return o.Value == q.Default }); at >= 0 {
		p.Default = at
	}
	if err := s.ask(p, &answer, nil); err != nil {
		return "", err
	}
	return q.Options[answer].Value, nil
}

func (s *surveyor) MultiSelect(q MultiSelect) ([]string, error) {
	p := &survey.MultiSelect{Message: visible.Line(q.Message), Help: visible.Line(q.Help), Options: values(q.Options), Description: about(q.Options)}
	p.Default = places(q)
	var answers []int
	var ids []string
	err := s.ask(p, &answers, func(answer any) error {
		chosen, _ := answer.([]core.OptionAnswer)
		ids = make([]string, len(chosen))
		for i, c := range chosen {
			ids[i] = q.Options[c.Index].Value
		}
		if q.Check != nil && q.Check(ids) != "" {
			return errors.New(visible.Line(q.Check(ids)))
		}
		return nil
	})
	return ids, err
}

// places are where the defaults stand among the options.
func places(q MultiSelect) []int {
	var places []int
	for i, o := range q.Options {
		if slices.Contains(q.Default, o.Value) {
			places = append(places, i)
		}
	}
	return places
}

func (s *surveyor) Confirm(q Confirm) (bool, error) {
	var answer bool
	err := s.ask(&survey.Confirm{Message: visible.Line(q.Message), Help: visible.Line(q.Help), Default: q.Default}, &answer, nil)
	return answer, err
}

func check(text func(string) string) survey.Validator {
	return func(answer any) error {
		if why := text(answer.(string)); why != "" {
			return errors.New(visible.Line(why))
		}
		return nil
	}
}

// values are the options as a terminal shows them. Answers are told by their place: two may look alike.
func values(options []Option) (values []string) {
	for _, o := range options {
		values = append(values, visible.Line(o.Value))
	}
	return values
}

func about(options []Option) func(string, int) string {
	return func(_ string, at int) string { return visible.Line(options[at].About) }
}

// ask asks on standard error, so that standard output holds results alone. The terminal is left as it was found.
func (s *surveyor) ask(p survey.Prompt, answer any, valid survey.Validator) error {
	if s.ctx.Err() != nil {
		return ErrInterrupted
	}
	before, err := term.GetState(int(s.in.Fd()))
	if err != nil {
		return fmt.Errorf("read the terminal's state: %w", err)
	}
	options := []survey.AskOpt{survey.WithStdio(s.in, s.err, s.err)}
	if valid != nil {
		options = append(options, survey.WithValidator(valid))
	}
	asked := make(chan error, 1)
	go func() { asked <- survey.AskOne(p, answer, options...) }()
	select {
	case err = <-asked:
	case <-s.ctx.Done(): // by a signal: survey still waits, with the cursor hidden
		_ = term.Restore(int(s.in.Fd()), before)
		fmt.Fprint(s.err, "\x1b[?25h")
		return ErrInterrupted
	}
	if errors.Is(err, terminal.InterruptErr) || errors.Is(err, io.EOF) {
		return ErrInterrupted
	}
	return err
}
