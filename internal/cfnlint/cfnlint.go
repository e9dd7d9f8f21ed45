// Package cfnlint asks cfn-lint what CloudFormation and IAM would object to in templates, many in one process: as they are
// written, and as the SAM transform expands them, for cfn-lint looks at the properties of AWS::Serverless types less
// closely than at what they become. Warnings and informational rules are included.
package cfnlint

import (
	_ "embed"
	"fmt"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/driver"
	"github.com/seed-0554dd89/scaffold/internal/parts"
)

//go:embed driver.py
var script string

// Template is the text of a template, YAML or JSON, and a name to report it by.
type Template struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// Finding is one objection.
type Finding struct {
	Template string `json:"template"`
	Expanded bool   `json:"expanded"` // it is about the expansion; Line is 0
	Rule     string `json:"rule"`     // such as W3011; SAM is an expansion that fails
	Line     int    `json:"line"`
	Path     string `json:"path"` // such as Resources/Function/Properties/Runtime
	Message  string `json:"message"`
}

func (f Finding) String() string {
	form := "as written"
	if f.Expanded {
		form = "expanded"
	}
	return fmt.Sprintf("%s (%s):%d: %s: %s: %s", f.Template, form, f.Line, f.Path, f.Rule, f.Message)
}

// Check returns every finding in the templates, in their order. No AWS account is asked anything.
func Check(t testing.TB, templates []Template) []Finding {
	t.Helper()
	var findings []Finding
	driver.Run(t, driver.Python(parts.Python(t), script), templates, &findings)
	return findings
}
