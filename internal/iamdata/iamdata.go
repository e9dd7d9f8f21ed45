// Package iamdata asks the IAM action data that cfn-lint ships which actions exist and which resources each of them knows.
// It comes from the pages of AWS's service authorization reference. What a policy grants is judged by the caller.
package iamdata

import (
	_ "embed"
	"regexp"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/driver"
	"github.com/seed-0554dd89/scaffold/internal/parts"
)

//go:embed driver.py
var script string

// Action is what the data says of one action.
type Action struct {
	Known bool     `json:"known"`
	ARNs  []string `json:"arns"` // regular expressions of the resources it knows, ${Region} and the like in them; none: only *
}

// Actions looks up actions such as sqs:SendMessage, all in one process.
func Actions(t testing.TB, names []string) map[string]Action {
	t.Helper()
	var found map[string]Action
	driver.Run(t, driver.Python(parts.Python(t), script), names, &found)
	return found
}

var variable = regexp.MustCompile(`\$\{[A-Za-z]+\}`)

// Knows tells whether the action can be limited to the resource, an ARN without anything left to fill in.
func (a Action) Knows(arn string) bool {
	for _, format := range a.ARNs {
		if matched, err := regexp.MatchString("^(?:"+variable.ReplaceAllString(format, "[^:/]*")+")$", arn); err == nil && matched {
			return true
		}
	}
	return len(a.ARNs) == 0 && arn == "*"
}
