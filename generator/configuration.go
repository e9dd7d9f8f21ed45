package generator

import (
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// Setting is a part of the function's configuration that an access brings, as CreateFunction takes it.
type Setting struct {
	Flag string // of aws lambda create-function: --vpc-config
	JSON string
}

// Settings are what the accesses add to the function's configuration.
func (f *Function) Settings() []Setting {
	var settings []Setting
	for _, m := range f.configuration(nil).Members {
		settings = append(settings, Setting{"--" + kebab(m.Name), string(m.Value.JSON())})
	}
	return settings
}

// configuration is what the accesses add to the function's configuration, an object; with a stack its texts are as Fn::Sub
// takes them.
func (f *Function) configuration(t *stack) spec.Value {
	all := spec.Value{Type: spec.Object}
	for i, use := range f.Spec.Access {
		if text := aws.FindAccess(use.ID).Function; text != "" {
			own := *f.access[i]
			own.stack = t
			added, _ := own.fillTree(spec.JSON(text).Value())
			all, _ = merge(all, added)
		}
	}
	return all
}
