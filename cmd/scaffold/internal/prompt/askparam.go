package prompt

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// param asks for one parameter of a use. The answer is nil where nothing needs to be said: the default, or none.
func (i *Interview) param(id string, p *aws.Param) (any, error) {
	fallback := strings.ReplaceAll(p.Default, "{function}", i.Spec.Name)
	switch {
	case p.Type == aws.Boolean:
		answer, err := i.asker.Confirm(Confirm{Message: label(id, p), Help: p.Help, Default: fallback == "true"})
		if answer == (fallback == "true") {
			return nil, err
		}
		return answer, err
	case p.Type == aws.List && len(p.Enum) > 0:
		return i.several(id, p, strings.Split(fallback, ","))
	case len(p.Enum) > 0:
		return i.one(id, p, fallback)
	}
	q := Input{Message: label(id, p), Help: help(p), Default: fallback, Check: func(text string) string { return paramProblem(p, text) }}
	text, err := i.asker.Input(q)
	if err != nil || text == "" || text == fallback {
		return nil, err
	}
	return paramValue(p, text), nil
}

// label is the question that asks for a parameter.
func label(id string, p *aws.Param) string {
	message := id + ": " + p.Ask
	if !p.Required && p.Default == "" && p.Type != aws.Boolean {
		message += " (optional)"
	}
	return message
}

func help(p *aws.Param) string {
	if p.Example == "" {
		return p.Help
	}
	return p.Help + "; for example " + p.Example
}

// one asks for one value of a parameter that knows all its values.
func (i *Interview) one(id string, p *aws.Param, fallback string) (any, error) {
	q := Select{Message: label(id, p), Help: p.Help, Options: options(p.Enum), Default: fallback}
	if fallback == "" && !p.Required {
		q.Options, q.Default = slices.Insert(q.Options, 0, Option{Value: none}), none
	}
	answer, err := i.asker.Select(q)
	if err != nil || answer == q.Default {
		return nil, err
	}
	return paramValue(p, answer), nil
}

// several asks for any number of them.
func (i *Interview) several(id string, p *aws.Param, fallback []string) (any, error) {
	q := MultiSelect{Message: label(id, p), Help: p.Help, Options: options(p.Enum), Default: fallback}
	q.Check = func(values []string) string {
		if len(values) == 0 && (p.Required || p.Default != "") {
			return fmt.Sprintf("%s has 0 elements: want 1 or more", p.Name)
		}
		return ""
	}
	answers, err := i.asker.MultiSelect(q)
	if err != nil || len(answers) == 0 || slices.Equal(answers, fallback) {
		return nil, err
	}
	return answers, nil
}

// paramProblem says why text is no value of a parameter, in the words of flags. Elements of a list stand between commas.
func paramProblem(p *aws.Param, text string) string {
	texts := []string{text}
	switch {
	case text == "" && p.Required:
		return fmt.Sprintf("%s is empty: want %s", p.Name, p.Help)
	case text == "":
		return ""
	case p.Type == aws.List:
		texts = elements(text)
	case p.Type == aws.Object:
		value, err := spec.ParseJSON(text)
		if err != nil {
			return fmt.Sprintf("%s is no JSON: %v", p.Name, err)
		}
		if value.Value().Type != spec.Object {
			return fmt.Sprintf("%s is %s: want an object", p.Name, value)
		}
		return ""
	case p.Type == aws.Integer:
		if _, err := strconv.Atoi(text); err != nil {
			return fmt.Sprintf("%s is %q: want a whole number", p.Name, text)
		}
	}
	for n, element := range texts {
		if slices.Contains(texts[:n], element) {
			return fmt.Sprintf("%s has %q twice: want it once", p.Name, element)
		}
		if is, want := spec.CheckParam(p, element); is != "" {
			return fmt.Sprintf("%s %s: %s", p.Name, is, want)
		}
	}
	return ""
}

// paramValue is a text that paramProblem takes as the parameter's type has it.
func paramValue(p *aws.Param, text string) any {
	switch p.Type {
	case aws.Integer:
		n, _ := strconv.Atoi(text)
		return n
	case aws.List:
		return elements(text)
	case aws.Object:
		value, _ := spec.ParseJSON(text)
		return value
	}
	return text
}

func elements(text string) (elements []string) {
	for element := range strings.SplitSeq(text, ",") {
		elements = append(elements, strings.TrimSpace(element))
	}
	return elements
}
