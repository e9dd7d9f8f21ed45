package spec

import (
	"fmt"
	"slices"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// Creates tells whether the template creates the source of a trigger: CloudFormation can, and no parameter names one that
// exists.
func (s Spec) Creates(u Use) bool {
	t := u.Trigger()
	return s.Deploy == SAM && t != nil && t.Create != "" && !slices.ContainsFunc(t.Params, func(p aws.Param) bool {
		return p.Identifies && u.Params[p.Name] != nil
	})
}

// created refuses what is said of a source as it is, where the template creates that source and nothing makes it so.
func (r *resolver) created() {
	for i, u := range r.s.Triggers {
		if r.s.Creates(u) {
			r.ofExisting(Path("triggers", i), u, u.Trigger().Params, "the template creates the source of "+u.Name)
		}
	}
	for i, u := range r.s.Access {
		a := aws.FindAccess(u.ID)
		for _, t := range r.s.Triggers {
			if a != nil && u.Params["trigger"] == t.Name && r.s.Creates(t) {
				r.ofExisting(Path("access", i), u, a.Params, "the template creates what the access is about, the source of "+t.Name)
			}
		}
	}
}

func (r *resolver) ofExisting(path string, u Use, params []aws.Param, why string) {
	for _, p := range params {
		if value, given := u.Params[p.Name]; given && p.OfExisting {
			r.Add(path+"."+p.Name, is(p.Name, fmt.Sprint(value)), "want none: "+why+", and not with it; name one that exists, or leave it out")
		}
	}
}
