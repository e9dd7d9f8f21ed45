package proof

import (
	"encoding/json"
	"maps"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/policy"
)

// The function's account is none of those that may be named as callers: of an own account IAM asks nothing more.
const (
	owner   = "111122223333"
	foreign = "444455556666"
	invoked = "arn:aws:lambda:eu-west-1:" + owner + ":function:hello"
)

// invokers are functions with each trigger of the catalogue, with little said and, in the longer proof, with all.
func invokers(t *testing.T) []one {
	t.Helper()
	here := []string{"--account", owner, "--region", "eu-west-1"}
	all := bare(t, here...)
	if long {
		all = append(all, full(t, here...)...)
	}
	return all
}

// invocationQuestions ask the resource policy that each trigger's requests make: its source may invoke. The same service for
// another source, or for nobody, another service, another function and another action may not.
func invocationQuestions(t *testing.T) (all []question) {
	t.Helper()
	for _, f := range invokers(t) {
		for name, text := range ready(t, f.Function) {
			if !strings.HasPrefix(name, "invocation-policy.") {
				continue
			}
			var p policy.Permission
			if err := json.Unmarshal([]byte(text), &p); err != nil {
				t.Fatal(err)
			}
			document, err := p.Document(invoked)
			if err != nil {
				t.Fatal(err)
			}
			add := func(r policy.Request, want bool) {
				all = append(all, question{f.name + " " + name, document, r, want})
			}
			source := policy.Request{Principal: p.Principal, Action: p.Action, Resource: invoked, Context: sourceOf(p)}
			add(source, true)
			for _, other := range strangers(p, source) {
				add(other, false)
			}
		}
	}
	return all
}

// sourceOf is what the service sends of the source that the request names.
func sourceOf(p policy.Permission) map[string][]string {
	context := map[string][]string{}
	for key, value := range map[string]string{
		"aws:SourceArn": strings.ReplaceAll(p.SourceArn, "*", "some"), "aws:SourceAccount": p.SourceAccount, "aws:PrincipalOrgID": p.PrincipalOrgID,
		"lambda:EventSourceToken": p.EventSourceToken, "lambda:FunctionUrlAuthType": p.FunctionURLAuthType,
	} {
		if value != "" {
			context[key] = []string{value}
		}
	}
	if p.InvokedViaFunctionURL {
		context["lambda:InvokedViaFunctionUrl"] = []string{"true"}
	}
	return context
}

// strangers are requests like the source's that another may make.
func strangers(p policy.Permission, source policy.Request) (all []policy.Request) {
	like := func(change func(*policy.Request)) {
		r := policy.Request{Principal: source.Principal, Action: source.Action, Resource: source.Resource, Context: sourceOf(p)}
		change(&r)
		all = append(all, r)
	}
	for key, values := range source.Context {
		like(func(r *policy.Request) { delete(r.Context, key) })
		for _, other := range otherValues(key, values[0]) {
			like(func(r *policy.Request) { r.Context[key] = []string{other} })
		}
	}
	like(func(r *policy.Request) { r.Resource += "2" })
	like(func(r *policy.Request) {
		r.Action = "lambda:UpdateFunctionCode" // which takes no key of an invocation
		maps.DeleteFunc(r.Context, func(key string, _ []string) bool { return strings.HasPrefix(key, "lambda:") })
	})
	switch {
	case isAccount(p.Principal):
		like(func(r *policy.Request) { r.Principal = foreign })
	case p.Principal != "*":
		like(func(r *policy.Request) { r.Principal = "ec2.amazonaws.com" })
	}
	return all
}

// otherValues are those of a like source: of another account, another region, another name.
func otherValues(key, value string) []string {
	switch {
	case key == "lambda:InvokedViaFunctionUrl":
		return []string{"false"}
	case strings.HasPrefix(value, "arn:"):
		all := []string{value + "2"}
		for _, pair := range [][2]string{{owner, foreign}, {":eu-west-1:", ":eu-central-1:"}} {
			if other := strings.Replace(value, pair[0], pair[1], 1); other != value {
				all = append(all, other)
			}
		}
		if strings.Contains(value, "some") { // a wildcard at its end takes any name
			return all[1:]
		}
		return all
	}
	return []string{value + "2"}
}

// callerQuestions ask the role of each service that has one: it may invoke the function, its versions and aliases, and no
// other; and the service may take that role on for its own resource of this account.
func callerQuestions(t *testing.T) (all []question) {
	t.Helper()
	for _, f := range invokers(t) {
		for name, text := range ready(t, f.Function) {
			var document policy.Document
			switch {
			case strings.HasPrefix(name, "caller-policy."):
				decode(t, text, &document)
				all = append(all, callerCalls(f.name+" "+name, document)...)
			case strings.HasPrefix(name, "caller-trust."):
				decode(t, text, &document)
				all = append(all, trustCalls(t, f.name+" "+name, document)...)
			}
		}
	}
	return all
}

func callerCalls(about string, document policy.Document) (all []question) {
	add := func(action, resource string, want bool) {
		all = append(all, question{about, document, policy.Request{Action: action, Resource: resource}, want})
	}
	for _, function := range []string{invoked, invoked + ":live", invoked + ":3"} {
		add("lambda:InvokeFunction", function, true)
		for _, other := range otherValues("", function)[1:] {
			add("lambda:InvokeFunction", other, false)
		}
	}
	for _, action := range []string{"lambda:UpdateFunctionCode", "lambda:DeleteFunction", "lambda:AddPermission"} {
		add(action, invoked, false)
	}
	add("lambda:InvokeFunction", invoked+"2", false)
	add("lambda:InvokeFunction", strings.Replace(invoked, "hello", "other", 1), false)
	return all
}

// trustCalls are asked of the role as of a resource: that is what a trust policy belongs to.
func trustCalls(t *testing.T, about string, document policy.Document) (all []question) {
	t.Helper()
	statement := document.Statement[0]
	var condition map[string]map[string]string
	if statement.Condition != nil {
		decode(t, string(statement.Condition), &condition)
	}
	context := func() map[string][]string {
		sent := map[string][]string{}
		for _, lines := range condition {
			for key, value := range lines {
				sent[key] = []string{strings.ReplaceAll(value, "*", "some")}
			}
		}
		return sent
	}
	add := func(principal, action string, sent map[string][]string, want bool) {
		all = append(all, question{about, document, policy.Request{Principal: principal, Action: action, Resource: "arn:aws:iam::" + owner + ":role/caller", Context: sent}, want})
	}
	service := principalsOf(t, statement)[0]
	add(service, "sts:AssumeRole", context(), true)
	add("ec2.amazonaws.com", "sts:AssumeRole", context(), false)
	add(service, "sts:TagSession", context(), false)
	for key, values := range context() {
		without := context()
		delete(without, key)
		add(service, "sts:AssumeRole", without, false)
		for _, value := range otherValues(key, values[0]) {
			other := context()
			other[key] = []string{value}
			add(service, "sts:AssumeRole", other, false)
		}
	}
	return all
}
