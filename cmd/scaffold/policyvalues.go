package main

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
	"github.com/seed-0554dd89/scaffold/templates"
)

// filled are the function's policies with the values of the flags: those of the same Spec, in which the flags have said what
// was open. So a value goes through the checks of its parameter and through the encoder of the documents, as one does that
// stands in scaffold.yaml.
func (o *policyRenderOptions) filled(f *generator.Function) (*tree.FileSet, error) {
	g := giver{f: f, s: f.Spec, where: spec.Positions{}, given: map[string]bool{}}
	g.account("--account", o.account)
	g.region("--region", o.region)
	for _, text := range o.set {
		g.set("--set "+spec.Quote([]string{text}), text)
	}
	f, err := g.function()
	if err != nil {
		return nil, err
	}
	if open := stillOpen(f.Placeholders()); len(open) > 0 {
		return nil, open
	}
	files := new(tree.FileSet)
	for _, file := range f.PolicyFiles() {
		file.Path = path.Base(file.Path)
		if err := files.Add(file); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// giver writes values into the Spec of a function, and remembers which flag says which.
type giver struct {
	f     *generator.Function
	s     spec.Spec
	where spec.Positions
	given map[string]bool // names of placeholders
	spec.Problems
}

func (g *giver) account(flag, value string) { g.place("account", &g.s.Account, flag, value) }
func (g *giver) region(flag, value string)  { g.place("region", &g.s.Region, flag, value) }

// place says where the function lives. A Spec that says it already is not for another place.
func (g *giver) place(field string, known *string, flag, value string) {
	switch {
	case value == "":
	case *known != "" && *known != value:
		g.Add(field, "the function's "+field+" is "+strconv.Quote(*known), "want that "+field+", or none").Where = flag
	default:
		*known, g.where[field] = value, flag
	}
}

// set reads NAME=VALUE.
func (g *giver) set(flag, text string) {
	open := g.f.Placeholders()
	name, value, found := strings.Cut(text, "=")
	switch {
	case !found:
		g.Add("", strconv.Quote(text)+" has no =", "want NAME=VALUE").Where = flag
	case !slices.Contains(open, name):
		p := g.Add("", strconv.Quote(name)+" is no open placeholder", "want one of "+strings.Join(open, ", "))
		p.Where, p.Hint = flag, spec.DidYouMean(name, open)
	case g.given[name]:
		g.Add("", name+" has two values", "want one").Where = flag
	case value == "":
		g.Add("", name+" is empty", "want a value").Where = flag
	default:
		g.given[name] = true
		g.give(flag, name, value)
	}
}

func (g *giver) give(flag, name, value string) {
	switch name {
	case "AWS_ACCOUNT_ID":
		g.account(flag, value)
	case "AWS_REGION":
		g.region(flag, value)
	case "AWS_PARTITION":
		if g.s.Region == "" || aws.Partition(g.s.Region) != value {
			g.Add("", "the partition is "+strconv.Quote(value), "want --region, from which it follows").Where = flag
		}
	default:
		path, want := g.f.Give(&g.s, name, value)
		if g.where[path] = flag; want != "" {
			g.Add(path, name+" is "+strconv.Quote(value), want).Where = flag
		}
	}
}

// function is the function of the Spec with the values in it. Keys that a Go type has stay as they are.
func (g *giver) function() (*generator.Function, error) {
	s := g.s
	s.Deploy = spec.None // the policies are for sources that exist, whatever a template would create
	if s.KeysFrom != "" {
		s.Keys = nil
	}
	s, err := spec.Resolve(s)
	if err = spec.Together(g.Err(), spec.Locate(err, g.where)); err != nil {
		return nil, err
	}
	s.Keys = g.s.Keys
	f, err := generator.New(templates.FS).Function(s)
	return f, spec.Locate(err, g.where)
}

// stillOpen says which flags fill in what is open.
func stillOpen(open []string) (problems spec.Problems) {
	for _, name := range open {
		problems.Add("", "${"+name+"} is open", "want "+settingOf(name))
	}
	return problems
}

// settingOf is the flag that fills in a placeholder.
func settingOf(name string) string {
	switch name {
	case "AWS_ACCOUNT_ID":
		return "--account"
	case "AWS_REGION", "AWS_PARTITION":
		return "--region"
	}
	return "--set " + name + "=..."
}
