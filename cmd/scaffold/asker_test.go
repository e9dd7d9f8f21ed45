package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/cmd/scaffold/internal/prompt"
)

// interrupt is the answer that is Ctrl-C.
const interrupt = "^C"

// scriptedAsker is the double of a terminal: it takes its answers from a list and writes down what is asked and answered.
// An empty answer is Enter. An answer that the question refuses is followed by the next one.
type scriptedAsker struct {
	answers []string
	asked   int // questions and refused answers
	session io.Writer
}

// next takes the next answer.
func (a *scriptedAsker) next(message, options, standard string) (string, error) {
	fmt.Fprintf(a.session, "? %s", message)
	if options != "" {
		fmt.Fprintf(a.session, " [%s]", options)
	}
	if standard != "" {
		fmt.Fprintf(a.session, " (%s)", standard)
	}
	if a.asked == len(a.answers) {
		return "", fmt.Errorf("no answer is left for the question %q", message)
	}
	answer := a.answers[a.asked]
	a.asked++
	fmt.Fprintln(a.session, strings.TrimRight(" > "+answer, " "))
	if answer == interrupt {
		return "", prompt.ErrInterrupted
	}
	if answer == "" {
		answer = standard
	}
	return answer, nil
}

// refused writes down why an answer is none.
func (a *scriptedAsker) refused(why string) bool {
	if why != "" {
		fmt.Fprintf(a.session, "X %s\n", why)
	}
	return why != ""
}

func (a *scriptedAsker) Input(q prompt.Input) (string, error) {
	for {
		answer, err := a.next(q.Message, "", q.Default)
		if err != nil || q.Check == nil || !a.refused(q.Check(answer)) {
			return answer, err
		}
	}
}

func (a *scriptedAsker) Select(q prompt.Select) (string, error) {
	answer, err := a.next(q.Message, values(q.Options), q.Default)
	if err == nil && !slices.ContainsFunc(q.Options, func(o prompt.Option) bool { return o.Value == answer }) {
		err = fmt.Errorf("%q is no option of %q", answer, q.Message)
	}
	return answer, err
}

func (a *scriptedAsker) MultiSelect(q prompt.MultiSelect) ([]string, error) {
	for {
		answer, err := a.next(q.Message, values(q.Options), strings.Join(q.Default, ","))
		if err != nil {
			return nil, err
		}
		var chosen []string
		for _, o := range q.Options {
			if slices.Contains(strings.Split(answer, ","), o.Value) {
				chosen = append(chosen, o.Value)
			}
		}
		if answer != "" && answer != "nothing" && len(chosen) != strings.Count(answer, ",")+1 {
			return nil, fmt.Errorf("not all of %q are options of %q", answer, q.Message)
		}
		if q.Check == nil || !a.refused(q.Check(chosen)) {
			return chosen, nil
		}
	}
}

func (a *scriptedAsker) Confirm(q prompt.Confirm) (bool, error) {
	standard := "no"
	if q.Default {
		standard = "yes"
	}
	answer, err := a.next(q.Message, "", standard)
	if err == nil && answer != "yes" && answer != "no" {
		err = fmt.Errorf("%q is neither yes nor no to %q", answer, q.Message)
	}
	return answer == "yes", err
}

func values(options []prompt.Option) string {
	var values []string
	for _, o := range options {
		values = append(values, o.Value)
	}
	if len(values) > 8 {
		values = append(values[:7], "...")
	}
	return strings.Join(values, " ")
}
