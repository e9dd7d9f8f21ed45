package generator

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/generator/tree"
	"github.com/seed-0554dd89/scaffold/generator/visible"
)

// What the documents of a function ask of it: its role, its open placeholders, its configuration as the AWS CLI takes it.

// Pushed tells whether a permission on the function lets a trigger invoke it.
func (f *Function) Pushed() bool {
	return slices.ContainsFunc(f.Triggers, func(t *Trigger) bool { return len(t.kind.Invoke) > 0 })
}

// Outsiders tells whether a permission lets identities of other accounts invoke the function.
func (f *Function) Outsiders() bool {
	return slices.ContainsFunc(f.Triggers, func(t *Trigger) bool {
		return slices.ContainsFunc(t.Permissions(), func(p policy.Permission) bool { return p.Outside(f.Spec.Account) })
	})
}

// text fills the holes of a text that belongs to no trigger and no access.
func (f *Function) text(pattern string) string { return (&values{names: f.names}).text(pattern) }

// Placeholders are the names that are still open in the files of policies/, sorted.
func (f *Function) Placeholders() []string { return f.placeholders }

func placeholdersOf(files []tree.File) []string {
	texts := make([]string, len(files))
	for i, file := range files {
		texts[i] = string(file.Data)
	}
	return policy.Placeholders(texts...)
}

// CreatesSources tells whether the template creates the source of a trigger.
func (f *Function) CreatesSources() bool { return slices.ContainsFunc(f.Triggers, (*Trigger).Created) }

// Code is the folder that is deployed.
func (f *Function) Code() string { return f.language.Code }

// Handler is the handler as Lambda's configuration names it.
func (f *Function) Handler() string { return f.language.Styles[f.Style].Handler }

// RuntimeVersion is the version in the runtime's id: 22 for nodejs22.x.
func (f *Function) RuntimeVersion() string { return aws.RuntimeVersion(f.Spec.Runtime) }

// Version is the version of a package that functions of the language install.
func (f *Function) Version(name string) (string, error) {
	version := f.language.Packages[name]
	if version == "" {
		return "", fmt.Errorf("language.json says no version of %s", name)
	}
	return version, nil
}

// PackageName is the function's name as package registries have names: lower case, a letter or digit first.
func (f *Function) PackageName() string {
	name := strings.TrimLeft(strings.ToLower(f.Name), "-_")
	if name == "" {
		return "function"
	}
	return name
}

// Show says in Markdown what the function is allowed.
func (f *Function) Show() (string, error) {
	var out strings.Builder
	err := f.language.template.ExecuteTemplate(&out, "show", f)
	return string(visible.Text([]byte(out.String()))), err
}
