package generator

import (
	"maps"
	"strconv"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// Function is the model of one function: what templates see and policies are made from.
type Function struct {
	Spec     spec.Spec // resolved
	Name     string
	Style    string
	Module   string // esm or cjs
	Keys     []Key
	Triggers []*Trigger
	Groups   []Group // the triggers by kind

	language *language
	names    map[string]filled // what every trigger and access has
	access   []*values         // of each access
	taken    *scope            // the placeholders, each of which stands for one thing

	execution    policy.Document
	policies     []tree.File // of policies/, but for README.md
	placeholders []string    // that are open in them
}

// newFunction makes the model. The error holds the problems that only the code to generate brings about: identifiers that
// collide, triggers whose events look alike, placeholders that would mean two things, policies that grow too large.
func newFunction(s spec.Spec, l *language) (*Function, error) {
	f := &Function{Spec: s, Name: s.Name, Style: s.Style, Module: l.Styles[s.Style].Module, language: l}
	f.taken = newScope()
	f.taken.never = func(name string) bool { return aws.CheckVariable(name) != "" } // some are variables of the function
	for _, u := range unknown {
		f.taken.take(u.placeholder)
	}
	f.names = map[string]filled{
		"function": {value: s.Name}, "account": {value: s.Account}, "region": {value: s.Region}, "group": {value: s.Logging.Group},
	}
	f.names["visibility"] = filled{value: strconv.Itoa(6 * s.Timeout)}
	f.names["dns-suffix"] = filled{value: aws.Suffix(s.Region)}
	if s.Region != "" {
		f.names["partition"] = filled{value: aws.Partition(s.Region)}
	}
	var problems, more spec.Problems
	f.Keys, problems = newKeys(s.Keys, &l.Identifier)
	requests := newScope()
	for i, use := range s.Triggers {
		t := f.newTrigger(use, use.Trigger())
		t.ordinal = i
		for n := range t.kind.Invoke {
			t.requests = append(t.requests, requests.give(numbered(t.Name, "-", n), "-"))
		}
		f.Triggers = append(f.Triggers, t)
	}
	f.access = f.accessValues()
	f.Groups, more = groupTriggers(f.Triggers)
	problems = append(problems, more...)
	for _, t := range f.Triggers {
		t.sample = f.sampleEvent(t.kind, t.values)
		t.sampleFacts()
	}
	f.nameTriggers()
	problems = append(problems, f.checkVariables()...)
	problems = append(problems, f.checkRoles()...)
	f.execution = f.executionPolicy()
	problems = append(problems, f.checkSizes()...)
	f.policies = f.policyFiles()
	f.placeholders = placeholdersOf(f.policies)
	return f, problems.Err()
}

// values are those of a trigger or access called name, which is an id with or without a number or a name of its own.
func (f *Function) values(name, id string, params []aws.Param, given map[string]any) *values {
	v := &values{names: maps.Clone(f.names), params: params, given: given, keySample: f.sampleText}
	if name != id {
		v.prefix = placeholderCase(name) + "_"
	}
	return v
}

// clash collects what the other triggers of the kind were given, and the examples of those before it, so that no example
// is one of these.
func (f *Function) clash(use spec.Use) map[string][]string {
	taken := map[string][]string{}
	for _, before := range f.Triggers {
		for i := range before.values.params {
			param := &before.values.params[i]
			if before.kind.ID == use.ID && before.values.given[param.Name] == nil && param.Placeholder != "" {
				taken[param.Name] = append(taken[param.Name], before.values.sample(param, ""))
			}
		}
	}
	for _, other := range f.Spec.Triggers {
		for name, value := range other.Params {
			if text, ok := value.(string); ok && other.ID == use.ID && other.Name != use.Name {
				taken[name] = append(taken[name], text)
			}
		}
	}
	return taken
}

// Variables are the environment variables by which triggers are told apart, with the values of the sample events.
func (f *Function) Variables() []Variable {
	var variables []Variable
	for _, t := range f.Triggers {
		for _, mark := range t.Apart {
			if mark.Variable != "" {
				variables = append(variables, Variable{mark.Variable, t.sampleAt(mark)})
			}
		}
	}
	return variables
}

// Variable is an environment variable whose value is what the placeholder of the same name stands for.
type Variable struct{ Name, Sample string }

// checkVariables refuses environment variables that the function has already.
func (f *Function) checkVariables() spec.Problems {
	var problems spec.Problems
	for _, v := range f.Variables() {
		if _, taken := f.Spec.Environment[v.Name]; taken {
			problems.Add(spec.Path("environment", v.Name), "the variable "+v.Name+" tells the function's triggers apart", "want another name")
		}
	}
	return problems
}

// checkSizes refuses policies that IAM and Lambda would not take.
func (f *Function) checkSizes() spec.Problems {
	var problems spec.Problems
	if size := f.ExecutionPolicy().Size(); size > policy.MaxInlinePolicies {
		problems.Add("access", "the execution policy has "+strconv.Itoa(size)+" characters", "want at most "+strconv.Itoa(policy.MaxInlinePolicies))
	}
	return problems
}
