// Package botomodel checks requests against AWS's own model of them, the one that botocore carries: members, required ones,
// types, enums, patterns, lengths and ranges. botocore itself sends what breaks most of these rules. What a request means
// is not looked at.
package botomodel

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/driver"
	"github.com/seed-0554dd89/scaffold/internal/parts"
)

//go:embed driver.py
var script string

// Request is the input of an operation, such as a rendered file for aws lambda add-permission --cli-input-json.
type Request struct {
	Name      string          `json:"name"`      // to report it by
	Service   string          `json:"service"`   // as botocore calls it; "" is lambda
	Operation string          `json:"operation"` // such as AddPermission
	JSON      json.RawMessage `json:"json"`
}

// Problem is one way in which a request breaks the model.
type Problem struct {
	Request string `json:"request"`
	Path    string `json:"path"` // such as Environment.Variables.LOG_TABLE; empty is the request itself
	Message string `json:"message"`
}

func (p Problem) String() string { return fmt.Sprintf("%s: %s: %s", p.Request, p.Path, p.Message) }

// Check returns every problem of the requests, in their order. An operation that the model does not have is one too.
func Check(t testing.TB, requests []Request) []Problem {
	t.Helper()
	var problems []Problem
	driver.Run(t, driver.Python(parts.Python(t), script), requests, &problems)
	return problems
}
