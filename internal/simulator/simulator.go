// Package simulator asks an evaluator of IAM policies that nobody here wrote, @cloud-copilot/iam-simulate, what a document
// decides about a call. It checks the call as well: an action, resource or condition key that IAM's own data does not have
// is no verdict. What the verdict ought to be is left to the caller.
package simulator

import (
	_ "embed"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/internal/driver"
	"github.com/seed-0554dd89/scaffold/internal/parts"
)

//go:embed driver.mjs
var script string

// Call is one call under one document. Whoever calls may do all that the document does not speak of, be it a service or, as
// an ARN, an identity; what is called belongs to the account of the document, so that nothing but the document decides.
type Call struct {
	Document any            `json:"document"` // a policy document, as encoding/json writes it
	Request  policy.Request `json:"request"`  // with a principal, the document is the resource's own; without, the caller's
	Loose    bool           `json:"loose"`    // the call is not held against IAM's data
}

// Verdict is what the simulator says of one call.
type Verdict struct {
	Decision policy.Decision `json:"decision"` // "" where there is none
	Error    string          `json:"error"`    // why: invalid.action for example
	Ignored  []string        `json:"ignored"`  // keys of the request that IAM's data does not know for the action
}

// Decide returns a verdict for each call, all in one process.
func Decide(t testing.TB, calls []Call) []Verdict {
	t.Helper()
	var verdicts []Verdict
	driver.Run(t, driver.Node(parts.Node(t, 24), script, parts.Simulator(t)), calls, &verdicts)
	return verdicts
}
