package spec

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// bounds checks the function against what its triggers can invoke, and says the region where there is only one.
func (r *resolver) bounds() {
	for _, u := range r.s.Triggers {
		t := u.Trigger()
		if t == nil || t.Bounds == nil {
			continue
		}
		b := t.Bounds
		refuse := func(path, is, want string) { r.Add(path, is+" beside the trigger "+u.Name, want) }
		if r.s.Region == "" {
			r.s.Region = b.Region
		}
		if r.s.Region != b.Region {
			refuse("region", is("region", r.s.Region), "want "+b.Region+": functions for "+t.Title+" are created there")
		}
		if !slices.Contains(b.Languages, r.s.Language) {
			refuse("language", is("language", r.s.Language), "want one of "+strings.Join(b.Languages, ", "))
		}
		if r.s.Architecture != b.Architecture {
			refuse("architecture", is("architecture", r.s.Architecture), "want "+b.Architecture)
		}
		if r.s.Memory > b.Memory {
			refuse("memory", fmt.Sprintf("memory is %d", r.s.Memory), "want at most "+strconv.Itoa(b.Memory)+" MB")
		}
		if r.s.Timeout > b.Timeout {
			refuse("timeout", fmt.Sprintf("timeout is %d", r.s.Timeout), "want at most "+strconv.Itoa(b.Timeout)+" seconds")
		}
		said := map[string]bool{"environment": len(r.s.Environment) > 0, "onFailure": r.s.OnFailure != "", "logging.tracing": r.s.Logging.Tracing}
		for _, field := range b.Refused {
			if said[field] {
				refuse(field, field+" stands", "want none")
			}
		}
		for i, a := range r.s.Access {
			if slices.Contains(b.Access, a.ID) {
				refuse(Path("access", i), "the access "+a.ID+" stands", "want another trigger, or no "+a.ID)
			}
		}
	}
}
