// Package cdk says what AWS's CDK grants a function for each source that it knows and by each of its grants: the templates that
// it makes of them, all by one app in one process. What a statement of them is worth is left to the caller.
package cdk

import (
	_ "embed"
	"encoding/json"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/driver"
	"github.com/seed-0554dd89/scaffold/internal/parts"
)

// The app is one module in four files.
//
//go:embed app.mjs
var app string

//go:embed triggers.mjs
var triggers string

//go:embed accesses.mjs
var accesses string

//go:embed print.mjs
var printed string

// Templates returns the templates as CloudFormation takes them, by "trigger" or "access" and their name.
func Templates(t testing.TB) map[string]json.RawMessage {
	t.Helper()
	var templates map[string]json.RawMessage
	driver.Run(t, driver.Node(parts.Node(t, 24), app+triggers+accesses+printed, parts.CDK(t)), nil, &templates)
	return templates
}
