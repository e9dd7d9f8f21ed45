package prompt

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/AlecAivazis/survey/v2"
	"github.com/AlecAivazis/survey/v2/core"
	"github.com/AlecAivazis/survey/v2/terminal"
	"golang.org/x/term"
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
	err := s.ask(&survey.Input{Message: q.Message, Help: q.Help, Default: q.Default}, &answer, valid)
	return answer, err
}

func (s *surveyor) Select(q Select) (string, error) {
	var answer string
	p := &survey.Select{Message: q.Message, Help: q.Help, Options: values(q.Options), Description: about(q.Options)}
	if q.Default != "" {
		p.Default = q.Default
	}
	err := s.ask(p, &answer, nil)
	return answer, err
}

func (s *surveyor) MultiSelect(q MultiSelect) ([]string, error) {
	var answers []string
	p := &survey.MultiSelect{Message: q.Message, Help: q.Help, Options: values(q.Options), Description: about(q.Options)}
	if len(q.Default) > 0 {
		p.Default = q.Default
	}
	err := s.ask(p, &answers, func(answer any) error {
		chosen, _ := answer.([]core.OptionAnswer)
		ids := make([]string, len(chosen))
		for i, c := range chosen {
			ids[i] = c.Value
		}
		if q.Check != nil && q.Check(ids) != "" {
			return errors.New(q.Check(ids))
		}
		return nil
	})
	return answers, err
}

func (s *surveyor) Confirm(q Confirm) (bool, error) {
	var answer bool
	err := s.ask(&survey.Confirm{Message: q.Message, Help: q.Help, Default: q.Default}, &answer, nil)
	return answer, err
}

func check(text func(string) string) survey.Validator {
	return func(answer any) error {
		if why := text(answer.(string)); why != "" {
			return errors.New(why)
		}
		return nil
	}
}

func values(options []Option) (values []string) {
	for _, o := range options {
		values = append(values, o.Value)
	}
	return values
}

func about(options []Option) func(string, int) string {
	return func(value string, _ int) string {
		for _, o := range options {
			if o.Value == value {
				return o.About
			}
		}
		return ""
	}
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
