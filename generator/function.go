package generator

import (
	"fmt"
	"maps"
	"strconv"
	"strings"

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

	execution    policy.Document
	policies     []tree.File // of policies/, but for README.md
	placeholders []string    // that are open in them
}

// newFunction makes the model. The error holds the problems that only the code to generate brings about: identifiers that
// collide, triggers whose events look alike, placeholders that would mean two things, policies that grow too large.
func newFunction(s spec.Spec, l *language) (*Function, error) {
	f := &Function{Spec: s, Name: s.Name, Style: s.Style, Module: l.Styles[s.Style].Module, language: l}
	f.names = map[string]filled{
		"function": {value: s.Name}, "account": {value: s.Account}, "region": {value: s.Region}, "group": {value: s.Logging.Group},
	}
	f.names["suffix"] = filled{value: aws.Suffix(s.Region)}
	if s.Region != "" {
		f.names["partition"] = filled{value: aws.Partition(s.Region)}
	}
	var problems, more spec.Problems
	f.Keys, problems = newKeys(s.Keys, &l.Identifier)
	for i, use := range s.Triggers {
		t := f.newTrigger(use, aws.FindTrigger(use.ID))
		t.ordinal = i
		f.Triggers = append(f.Triggers, t)
	}
	f.access = f.accessValues()
	f.Groups, more = groupTriggers(f.Triggers)
	problems = append(problems, more...)
	for _, t := range f.Triggers {
		t.sample = f.sampleEvent(t.kind, t.values)
		t.sampleFacts()
	}
	problems = append(problems, f.checkPlaceholders()...)
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
		v.prefix = placeholderName(name) + "_"
	}
	return v
}

// placeholderName writes a name in upper case: MY_UPLOADS for my-uploads.
func placeholderName(name string) string {
	return strings.ToUpper(strings.ReplaceAll(name, "-", "_"))
}

// clash collects what the other triggers of the kind were given, so that no example is one of these.
func (f *Function) clash(use spec.Use) map[string][]string {
	taken := map[string][]string{}
	for _, other := range f.Spec.Triggers {
		for name, value := range other.Params {
			if text, ok := value.(string); ok && other.ID == use.ID && other.Name != use.Name {
				taken[name] = append(taken[name], text)
			}
		}
	}
	return taken
}

// checkPlaceholders refuses names whose placeholders would mean two things: a trigger called data has DATA_BUCKET, as
// has access to a bucket.
func (f *Function) checkPlaceholders() spec.Problems {
	var problems spec.Problems
	owner := map[string]string{}
	for _, u := range unknown {
		owner[u.placeholder] = "the function's own account and region"
	}
	claim := func(path, what string, v *values) {
		for _, param := range v.params {
			name := v.fill(hole{name: param.Name}).placeholder
			if name == "" || v.names[param.Name].placeholder != "" {
				continue
			}
			if other, taken := owner[name]; taken {
				problems.Add(path, fmt.Sprintf("${%s} would stand for %s and for %s", name, other, what), "want another name, or the value of "+param.Name)
			}
			owner[name] = what
		}
	}
	for i, t := range f.Triggers {
		claim(spec.Path("triggers", i), "the trigger "+t.Name, t.values)
	}
	for i, a := range f.access {
		claim(spec.Path("access", i), "access "+f.Spec.Access[i].ID, a)
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
