package generator

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Warnings are sentences about what the function may do and perhaps should not.
func (f *Function) Warnings() []string {
	var warnings []string
	for _, l := range f.loops() {
		where := "where the trigger " + l.trigger.Name + " listens: what it writes may invoke it again, without end"
		if l.trigger.Name == "" {
			where = "on the function itself: it may invoke itself again, without end"
		}
		source, _, _ := strings.Cut(l.statement.Why, ":")
		warning := fmt.Sprintf("%s allows %s %s; %s", source, l.action, where, cmp.Or(l.wake.Hint, "let it write to another place"))
		if !slices.Contains(warnings, warning) {
			warnings = append(warnings, warning)
		}
	}
	return slices.Concat(warnings, f.Broad(), f.Withheld())
}
