// Package prompt knows how to ask a person at a terminal: which questions lead to a Spec and in which order (Interview), and
// how a question looks and is answered (Asker). What the answers mean, and which are wrong, it leaves to package spec.
//
// It alone imports survey, which its authors no longer maintain: another Asker takes its place without a change elsewhere.
package prompt

import "errors"

// ErrInterrupted is Ctrl-C, or the end of the input.
var ErrInterrupted = errors.New("interrupted")

// Asker asks one question and waits for its answer. An error is ErrInterrupted, or a terminal that does not work.
type Asker interface {
	Input(Input) (string, error)
	Select(Select) (string, error)
	MultiSelect(MultiSelect) ([]string, error)
	Confirm(Confirm) (bool, error)
}

// Input asks for a text.
type Input struct {
	Message string
	Help    string
	Default string                   // what Enter alone answers
	Check   func(text string) string // why text is no answer, "" where it is one; nil takes every text
}

// Option is an answer to choose.
type Option struct {
	Value string
	About string // what it is, in a few words
}

// Select asks for one of several options.
type Select struct {
	Message string
	Help    string
	Options []Option
	Default string
}

// MultiSelect asks for any number of options, and filters them by what is typed.
type MultiSelect struct {
	Message string
	Help    string
	Options []Option
	Default []string
	Check   func(values []string) string
}

// Confirm asks for yes or no.
type Confirm struct {
	Message string
	Help    string
	Default bool
}
