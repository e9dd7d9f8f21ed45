// Package sam says what AWS's SAM makes of a template, and what the policies allow that AWS manages and SAM and CDK attach. The
// first comes from aws-sam-translator, the second from the copy of them that moto ships.
package sam

import (
	_ "embed"
	"encoding/json"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/internal/driver"
	"github.com/seed-0554dd89/scaffold/internal/parts"
)

//go:embed expand.py
var expand string

//go:embed managed.py
var managed string

// Expand returns the templates as the SAM transform makes them, by the names they are given under. One that SAM refuses is a
// failure of the test.
func Expand(t testing.TB, templates map[string]any) map[string]json.RawMessage {
	t.Helper()
	var expanded map[string]json.RawMessage
	driver.Run(t, driver.Python(parts.Python(t), expand), templates, &expanded)
	return expanded
}

// Managed returns the policies that AWS keeps for functions and for rules of AWS Config, by their names.
func Managed(t testing.TB) map[string]policy.Document {
	t.Helper()
	var documents map[string]policy.Document
	driver.Run(t, driver.Python(parts.Python(t), managed), nil, &documents)
	return documents
}
