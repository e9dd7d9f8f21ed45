package generator

import (
	"fmt"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// Warnings are sentences about what the function may do and perhaps should not.
func (f *Function) Warnings() []string {
	var warnings []string
	for i, use := range f.Spec.Access {
		if paramText(use.Params["mode"]) == aws.Read {
			continue
		}
		for _, t := range f.Triggers {
			if t.feeds(f.access[i]) {
				warnings = append(warnings, fmt.Sprintf("access %s lets the function write where the trigger %s listens: what it writes may invoke it again, without end; "+
					"let it write to another place, or give trigger and access prefixes that do not meet", use.ID, t.Name))
			}
		}
	}
	return append(warnings, f.Broad()...)
}

// feeds tells whether what is written with an access may be an event of the trigger: both have one source, and prefixes
// of which one begins with the other.
func (t *Trigger) feeds(access *values) bool {
	same := false
	for _, param := range t.kind.Params {
		if aws.FindParam(access.params, param.Name) == nil {
			continue
		}
		here, there := t.values.fill(hole{name: param.Name}), access.fill(hole{name: param.Name})
		if param.Identifies {
			same = here == there
		} else if !strings.HasPrefix(here.value, there.value) && !strings.HasPrefix(there.value, here.value) {
			return false
		}
	}
	return same
}
