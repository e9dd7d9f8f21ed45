package prompt

import (
	"errors"
	"slices"
	"time"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// Interview asks for what a Spec does not say yet. Enter alone answers each question with what -y takes.
type Interview struct {
	Spec    spec.Spec
	Given   []string                      // the flags that are given, --runtime for example: nobody is asked for them
	Regions []string                      // suggestions, the first valid one is the answer of Enter
	Day     time.Time                     // of the runtimes' lifecycles
	Target  func(name string) string      // what is in the way of a function called name, "" where nothing is
	Check   func(s spec.Spec) (why error) // what is wrong with the Spec so far; it has a name

	asker Asker
}

// step is a group of questions that one flag would answer.
type step struct {
	flag   string
	wanted func() bool // beside the flag not being given; nil is always
	ask    func() error
}

func (i *Interview) steps() []step {
	return []step{
		{"name", func() bool { return i.Spec.Name == "" }, i.name},
		{"--runtime", nil, i.runtime},
		{"--language", i.languageOpen, i.language},
		{"--style", i.styleOpen, i.style},
		{"--key", func() bool { return !slices.Contains(i.Given, "--keys-from") }, i.keys},
		{"--trigger", nil, i.triggers},
		{"--log", nil, i.logging},
		{"--access", nil, i.access},
		{"--account", nil, i.account},
		{"--region", nil, i.region},
		{"--deploy", nil, i.deploy},
	}
}

func (i *Interview) open(s step) bool {
	return !slices.Contains(i.Given, s.flag) && (s.wanted == nil || s.wanted())
}

// Missing are the flags that Run would ask for, as far as that can be told before the answers.
func (i *Interview) Missing() (flags []string) {
	for _, s := range i.steps() {
		if i.open(s) {
			flags = append(flags, s.flag)
		}
	}
	return flags
}

// Run asks, and returns the Spec with the answers in it.
func (i *Interview) Run(asker Asker) (spec.Spec, error) {
	i.asker = asker
	for _, s := range i.steps() {
		if !i.open(s) {
			continue
		}
		if err := s.ask(); err != nil {
			return i.Spec, err
		}
	}
	return i.Spec, nil
}

// resolved is the Spec so far with its defaults. It has a name even before one is given.
func (i *Interview) resolved() spec.Spec {
	s := i.Spec
	if s.Name == "" {
		s.Name = defaultName
	}
	s, _ = spec.Resolve(s)
	return s
}

// facts are those of the runtime so far, nil where the catalogue does not know it.
func (i *Interview) facts() *aws.Runtime { return spec.FindRuntime(i.resolved().Runtime) }

// Sentence is the first problem of an error as the answer to a question, "" where there is none.
func Sentence(err error) string {
	var problems spec.Problems
	switch {
	case err == nil:
		return ""
	case errors.As(err, &problems):
		return sentence(problems[0])
	}
	return err.Error()
}

// sentence is a problem as the answer to a question.
func sentence(p *spec.Problem) string {
	if p == nil {
		return ""
	}
	text := p.Said()
	if p.Hint != "" {
		text += " (" + p.Hint + ")"
	}
	return text
}
