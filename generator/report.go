package generator

import (
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// Report is how a service is told what became of an event; see aws.Report.
type Report struct {
	Service
	URL    *Expr // where it is PUT, nil where the SDK is called
	Done   *Call
	Failed *Call  // nil: a failure is not told, and fails the invocation
	Value  *Shape // the members for a value that is no object, nil where none are
	Tests  string // the tests of how it is told, a class: TestTellCloudformation

	identifiers *identifierRules
}

// Call is one request to a service.
type Call struct {
	Report    *Report
	Operation string // PutJobSuccessResult; "" for one that is PUT
	Input     *Shape
}

// Method is the operation as the SDK of the language has it: putJobSuccessResult.
func (c *Call) Method() string { return c.Report.identifiers.method(c.Operation) }

// Operations are those of the SDK's client that it takes, each once.
func (r *Report) Operations() []string {
	operations := []string{r.Done.Operation}
	if r.Failed != nil && r.Failed.Operation != r.Done.Operation {
		operations = append(operations, r.Failed.Operation)
	}
	return operations
}

// Service is an AWS service as code names it.
type Service struct{ aws.Service }

// Name is one word in lower case: codepipeline, configservice. It is the name of the service's package in Go too.
func (s Service) Name() string { return strings.ToLower(strings.ReplaceAll(s.ID, " ", "")) }

// Package is the service in the names of packages in JavaScript: config-service.
func (s Service) Package() string { return strings.ToLower(strings.ReplaceAll(s.ID, " ", "-")) }

// Class is the service as a class: ConfigService.
func (s Service) Class() string { return strings.ReplaceAll(s.ID, " ", "") }

// Reports are the ways in which services are told, each once.
func (f *Function) Reports() []*Report {
	var reports []*Report
	for _, t := range f.Triggers {
		if r := t.Report; r != nil && !slices.ContainsFunc(reports, func(have *Report) bool { return have.ID == r.ID }) {
			reports = append(reports, r)
		}
	}
	return reports
}

// SDK tells whether the SDK of AWS is called.
func (f *Function) SDK() bool {
	return slices.ContainsFunc(f.Reports(), func(r *Report) bool { return r.URL == nil })
}

// Calls tells whether the SDK's client of the service called name is.
func (f *Function) Calls(name string) bool {
	return slices.ContainsFunc(f.Reports(), func(r *Report) bool { return r.URL == nil && r.Name() == name })
}

func newReport(facts *aws.Report, event spec.Value, identifiers *identifierRules) *Report {
	if facts == nil {
		return nil
	}
	r := &Report{Service: Service{facts.Service}, Value: newShape(facts.Value, event, event), identifiers: identifiers}
	r.Done = r.call(facts.Done, event)
	if facts.Failed != nil {
		r.Failed = r.call(*facts.Failed, event)
	}
	if len(facts.URL) > 0 {
		r.URL = newExpr("event", facts.URL, true)
	}
	return r
}

func (r *Report) call(facts aws.Call, event spec.Value) *Call {
	return &Call{r, facts.Operation, newShape(facts.Input, event, event)}
}

// Tells tells whether some service is told of something: of a value that is no object, or of what failed.
func (f *Function) Tells(what string) bool {
	return slices.ContainsFunc(f.Triggers, func(t *Trigger) bool { return t.Report != nil && t.Report.tells(what) })
}

// Keeps tells whether some service is not told of it.
func (f *Function) Keeps(what string) bool {
	return slices.ContainsFunc(f.Triggers, func(t *Trigger) bool { return t.Report != nil && !t.Report.tells(what) })
}

func (r *Report) tells(what string) bool {
	if what == "value" {
		return r.Value != nil
	}
	return r.Failed != nil
}

// shapes are all that the report is made of.
func (r *Report) shapes() []*Shape {
	if r == nil {
		return nil
	}
	shapes := []*Shape{r.Done.Input, r.Value}
	if r.Failed != nil {
		shapes = append(shapes, r.Failed.Input)
	}
	return shapes
}

// CallsSDK tells whether a service is told with AWS's SDK what became of an event.
func (f *Function) CallsSDK() bool {
	return slices.ContainsFunc(f.Reports(), func(r *Report) bool { return r.URL == nil })
}

// Puts tells whether a service is told by PUT.
func (f *Function) Puts() bool {
	return slices.ContainsFunc(f.Reports(), func(r *Report) bool { return r.URL != nil })
}

// Calls are the requests with which the service is told, each once, by name.
func (r *Report) Calls() []*Call {
	calls := []*Call{r.Done}
	if r.Failed != nil && r.Failed.Operation != r.Done.Operation {
		calls = append(calls, r.Failed)
	}
	slices.SortFunc(calls, func(a, b *Call) int { return strings.Compare(a.Operation, b.Operation) })
	return calls
}

// Teller is the function that makes the request, in a language that has one for each: putJobSuccessResult, or the service's
// name where it is PUT.
func (c *Call) Teller() string {
	if c.Report.URL != nil {
		return c.Report.Name()
	}
	return c.Method()
}
