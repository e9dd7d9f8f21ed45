package generator

import (
	"maps"
	"slices"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// openParam is a parameter whose value is not known yet.
type openParam struct {
	*aws.Param
	placeholder string
	list        string // triggers or access
	index       int    // in it
	of          string // the trigger or access, in words
}

// path is the place of its trigger or access in the Spec.
func (p openParam) path() string { return spec.Path(p.list, p.index) }

// open are the parameters of the function that are not known yet, but for those that another one stands for.
func (f *Function) open() []openParam {
	var all []openParam
	collect := func(list string, index int, of string, v *values) {
		for i := range v.params {
			param := &v.params[i]
			placeholder := v.fill(hole{name: param.Name}).placeholder
			if param.Placeholder != "" && placeholder != "" && v.names[param.Name].placeholder == "" {
				all = append(all, openParam{param, placeholder, list, index, of})
			}
		}
	}
	for i, t := range f.Triggers {
		collect("triggers", i, "the trigger "+t.Name, t.values)
	}
	for i, a := range f.access {
		collect("access", i, "access "+f.Spec.Access[i].ID, a)
	}
	return all
}

// Give writes a value into s, the function's Spec, where a placeholder stands for it, and returns the place of the parameter.
// What is wanted is said where the text is no value of its type; whether the value is right is the matter of spec.Resolve.
func (f *Function) Give(s *spec.Spec, placeholder, text string) (path, want string) {
	for _, p := range f.open() {
		if p.placeholder != placeholder {
			continue
		}
		uses := &s.Triggers
		if p.list == "access" {
			uses = &s.Access
		}
		value, want := spec.FlagParam(p.Param, text)
		*uses = slices.Clone(*uses)
		u := &(*uses)[p.index]
		if u.Params = maps.Clone(u.Params); u.Params == nil {
			u.Params = map[string]any{}
		}
		u.Params[p.Name] = value
		return p.path() + "." + p.Name, want
	}
	panic("give: no parameter is open as " + placeholder)
}
