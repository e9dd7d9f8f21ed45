package guard

import (
	_ "embed"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/driver"
	"github.com/seed-0554dd89/scaffold/internal/parts"
)

//go:embed calls.py
var script string

// Outcome is what came of one call of the SDK.
type Outcome struct {
	Case    string `json:"case"`    // whose key it was made with
	Call    string `json:"call"`    // the method of boto3 and what it is about
	Allowed bool   `json:"allowed"` // it is everyday use of what the case is for, and not a neighbour's
	Code    string `json:"code"`    // of the error, "" where there was none
	Why     string `json:"why"`     // its message
}

// Everyday makes the everyday calls of each case with AWS's SDK for Python, and the same calls about neighbours. keys are the access
// key ids of the cases; what the calls are about is made first at the account behind the guard.
func Everyday(t testing.TB, upstream, guarded string, keys map[string]string) []Outcome {
	t.Helper()
	var outcomes []Outcome
	in := map[string]any{"upstream": upstream, "guarded": guarded, "keys": keys}
	driver.Run(t, driver.Python(parts.Python(t), script), in, &outcomes)
	return outcomes
}
