package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

type completion = func(cmd *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective)

// completeSpec completes the values of specFlags.
func completeSpec(cmd *cobra.Command) {
	for flag, complete := range map[string]completion{
		"trigger":       completeUse(triggerChoices),
		"access":        completeUse(accessChoices),
		"log":           completeUse(logChoices),
		"runtime":       words(runtimeWords),
		"style":         words(spec.AllStyles),
		"language":      words(spec.Languages),
		"arch":          words(aws.Architectures),
		"deploy":        words(spec.Deploys),
		"on-failure":    words(spec.OnFailures),
		"key":           cobra.NoFileCompletions,
		"keys-from":     cobra.NoFileCompletions,
		"role-boundary": cobra.NoFileCompletions,
		"role-path":     cobra.NoFileCompletions,
		"role-name":     cobra.NoFileCompletions,
		"memory":        cobra.NoFileCompletions,
		"timeout":       cobra.NoFileCompletions,
		"env":           cobra.NoFileCompletions,
		"tag":           cobra.NoFileCompletions,
		"account":       cobra.NoFileCompletions,
		"region":        cobra.NoFileCompletions,
	} {
		_ = cmd.RegisterFlagCompletionFunc(flag, complete)
	}
}

func words(list func() []string) completion {
	return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return list(), cobra.ShellCompDirectiveNoFileComp
	}
}

func runtimeWords() (ids []string) {
	for _, r := range aws.Offered() {
		ids = append(ids, r.ID+"\t"+strings.Join(r.LanguageNames(), ", "))
	}
	return append(ids, "node\tthe recommended one")
}

// choice is an id of the catalogue with its parameters.
type choice struct {
	id, about string
	params    []aws.Param
}

// triggerChoices are all triggers, or the one called id.
func triggerChoices(id string) (choices []choice) {
	for _, id := range asked(id, aws.TriggerIDs()) {
		t := aws.FindTrigger(id)
		choices = append(choices, choice{t.ID, t.Sentence, t.Params})
	}
	return choices
}

func accessChoices(id string) (choices []choice) {
	for _, id := range asked(id, aws.AccessIDs()) {
		a := aws.FindAccess(id)
		choices = append(choices, choice{a.ID, a.Sentence, a.Params})
	}
	return choices
}

func logChoices(id string) (choices []choice) {
	for _, c := range aws.LogChoices() {
		if id == "" || id == c.ID {
			choices = append(choices, choice{c.ID, c.Sentence, c.Params})
		}
	}
	return choices
}

// asked is id alone where it is one of ids, none where it is another, and all ids where it is "".
func asked(id string, ids []string) []string {
	if id == "" {
		return ids
	}
	return slices.DeleteFunc(ids, func(known string) bool { return known != id })
}

// completeUse completes id:param=value,param=value: first ids, then names of parameters, then values where they are known.
func completeUse(choices func(id string) []choice) completion {
	return func(_ *cobra.Command, _ []string, word string) (found []string, directive cobra.ShellCompDirective) {
		id, rest, inParams := strings.Cut(word, ":")
		if !inParams {
			id = ""
		}
		for _, c := range choices(id) {
			if !inParams {
				found = append(found, c.id+"\t"+c.about)
			} else {
				found = c.completeParams(word[:len(word)-len(rest)], rest)
			}
		}
		return found, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}
}

// completeParams completes the last of the parameters, with all that stands before it.
func (c choice) completeParams(before, params string) (found []string) {
	at := strings.LastIndexByte(params, ',') + 1
	before, last := before+params[:at], params[at:]
	name, _, inValue := strings.Cut(last, "=")
	for _, p := range c.params {
		switch {
		case !inValue:
			found = append(found, before+p.Name+"=\t"+p.Help)
		case p.Name == name:
			for _, value := range p.Enum {
				found = append(found, before+name+"="+value)
			}
		}
	}
	return found
}
