package generator

import (
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/templates"
)

// No parameter is called like what every function has: its hole would be filled with the function's.
func TestParamNames(t *testing.T) {
	s, err := spec.Resolve(spec.Spec{Name: "hello"})
	if err != nil {
		t.Fatal(err)
	}
	f, err := New(templates.FS).Function(s)
	if err != nil {
		t.Fatal(err)
	}
	check := func(id string, params []aws.Param) {
		for _, p := range params {
			_, own := f.names[p.Name]
			_, open := unknown[p.Name]
			if own || open || p.Name == "unique" {
				t.Errorf("%s has a parameter %q, which is a hole of every function", id, p.Name)
			}
		}
	}
	for _, trigger := range aws.Triggers() {
		check(trigger.ID, trigger.Params)
	}
	for _, access := range aws.Accesses() {
		check(access.ID, access.Params)
	}
}
