package spec

import (
	"fmt"
	"time"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// Lifecycle says what the runtime's age means for a function that is created or changed on the day asOf. A runtime that
// functions can no longer be created with is refused; one that is deprecated, or newer than this version of scaffold
// knows, has a warning.
func Lifecycle(runtime string, asOf time.Time) (refuse *Problem, warn string) {
	known := aws.FindRuntime(runtime)
	if known == nil {
		if near := aws.NewerThanKnown(runtime); near != nil {
			return nil, fmt.Sprintf("%s is newer than this version of scaffold knows: the function is written as for %s", runtime, near.ID)
		}
		return nil, ""
	}
	day := asOf.UTC().Format(time.DateOnly)
	instead := recommended(known.Languages[0].Name).ID
	switch {
	case known.BlockCreate != "" && day >= known.BlockCreate:
		return &Problem{
			Path: "runtime", Is: is("runtime", runtime),
			Want: fmt.Sprintf("want a runtime that AWS still creates functions with: this one is blocked since %s", known.BlockCreate),
			Hint: "-r " + instead, inFile: "runtime: " + instead,
		}, ""
	case known.Deprecated != "" && day >= known.Deprecated:
		warn = fmt.Sprintf("%s is deprecated since %s", runtime, known.Deprecated)
		if known.BlockCreate != "" {
			warn += fmt.Sprintf(" and blocked for new functions from %s", known.BlockCreate)
		}
		return nil, warn + ": use " + instead
	}
	return nil, ""
}
