package generator

import (
	"slices"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// merge adds the members of b to a. Members that both have must be objects, which are merged, or equal; conflict is the
// path of the first that is neither.
func merge(a, b spec.Value) (merged spec.Value, conflict string) {
	merged = spec.Value{Type: spec.Object, Members: slices.Clone(a.Members)}
	for _, m := range b.Members {
		i := slices.IndexFunc(merged.Members, func(have spec.Member) bool { return have.Name == m.Name })
		switch {
		case i < 0:
			merged.Members = append(merged.Members, m)
		case m.Value.Type == spec.Object && merged.Members[i].Value.Type == spec.Object:
			value, below := merge(merged.Members[i].Value, m.Value)
			merged.Members[i].Value = value
			if below != "" {
				conflict = m.Name + "." + below
			}
		case m.Value.JSON() != merged.Members[i].Value.JSON():
			conflict = m.Name
		}
	}
	return merged, conflict
}
