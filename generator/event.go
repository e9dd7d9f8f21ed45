package generator

import (
	"slices"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// Event is the sample event of the trigger called name, which may be direct, with other values of keys in it; nil where the
// function has no such trigger.
func (f *Function) Event(name string, keys map[string]spec.JSON) []byte {
	g := *f
	g.Keys = slices.Clone(f.Keys)
	for i, k := range g.Keys {
		if value, ok := keys[k.Name]; ok {
			g.Keys[i].Sample = Value{value}
		}
	}
	kind, v := &aws.Direct, &values{names: f.names}
	if name != aws.Direct.ID {
		i := slices.IndexFunc(f.Triggers, func(t *Trigger) bool { return t.Name == name })
		if i < 0 {
			return nil
		}
		own := *f.Triggers[i].values
		kind, v = f.Triggers[i].kind, &own
	}
	v.keySample = g.sampleText
	return fileJSON(g.sampleEvent(kind, v).JSON())
}
