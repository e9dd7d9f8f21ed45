package generator

import (
	"fmt"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/policy"
)

// Withheld says which actions a person's own statements allow that the catalogue denies the function's code, because Lambda
// does them with the same role: a denial wins over whatever allows.
func (f *Function) Withheld() (all []string) {
	var own policy.Document
	for _, s := range f.execution.Statement {
		if strings.HasPrefix(s.Why, "access statement:") {
			own.Statement = append(own.Statement, s)
		}
	}
	for _, s := range f.execution.Statement {
		from, _, _ := strings.Cut(s.Why, ":")
		if s.Effect != "Deny" || from == "access statement" {
			continue
		}
		for _, action := range s.Action {
			if by, _ := own.Reach(action, "*"); by != nil {
				all = append(all, fmt.Sprintf("access statement allows %s, which the function's own code may not do: %s denies it what Lambda does with the role", action, from))
				break // one action says it
			}
		}
	}
	return all
}
