package generator

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// accessValues are the values of each access. An access that names a trigger has that trigger's
// bucket, and its prefix where it has none of its own.
func (f *Function) accessValues() []*values {
	var all []*values
	count := map[string]int{}
	for _, use := range f.Spec.Access {
		count[use.ID]++
		v := f.values(use.ID, use.ID, aws.FindAccess(use.ID).Params, use.Params)
		if n := count[use.ID]; n > 1 {
			v.suffix = "_" + strconv.Itoa(n)
		}
		for _, t := range f.Triggers {
			if t.Name != paramText(use.Params["trigger"]) {
				continue
			}
			for _, param := range t.kind.Params {
				value := t.values.fill(hole{name: param.Name})
				own := aws.FindParam(v.params, param.Name)
				// A prefix that means something else in a policy is left to be said for the access itself.
				if own != nil && use.Params[param.Name] == nil && (value.value == "" || own.Check(value.value) == "") {
					v.names[param.Name] = value
				}
			}
		}
		v.nameOpen(f.taken)
		all = append(all, v)
	}
	return all
}

// Trust is who may take on the execution role: Lambda, and what a trigger says besides.
func (f *Function) Trust() policy.Document {
	return policy.Trust(append([]string{"lambda.amazonaws.com"}, f.Assumers()...)...)
}

// Assumers are the services beside Lambda that take on the execution role.
func (f *Function) Assumers() []string {
	var services []string
	for _, t := range f.Triggers {
		for _, service := range t.kind.Assumes {
			if !slices.Contains(services, service) {
				services = append(services, service)
			}
		}
	}
	return services
}

// ExecutionPolicy is what the function may do: log, and what its triggers and its access need. It has no statement where
// the function may do nothing.
func (f *Function) ExecutionPolicy() policy.Document { return f.execution }

func (f *Function) executionPolicy() policy.Document {
	var statements []policy.Statement
	add := func(facts []aws.Statement, v *values) {
		for _, s := range facts {
			if !(s.Logs && f.Spec.Logging.None) && v.asksFor(s) {
				statements = append(statements, v.statement(s))
			}
		}
	}
	own := &values{names: f.names}
	if !f.Spec.Logging.None {
		add(aws.LogStatements(*f.Spec.Logging.Create), own)
	}
	if f.Spec.Logging.Tracing {
		add([]aws.Statement{aws.TraceStatement}, own)
	}
	add(f.failureGrant(), own)
	for _, t := range f.Triggers {
		add(t.kind.Grants, t.values)
	}
	for i, use := range f.Spec.Access {
		add(aws.FindAccess(use.ID).Statements, f.access[i])
	}
	statements = together(statements)
	nameStatements(statements)
	return policy.New(statements...)
}

// together makes one of the statements that say the same, with the reasons of all: a policy has little room, and two triggers
// may need the same of Lambda.
func together(statements []policy.Statement) []policy.Statement {
	var all []policy.Statement
	for _, s := range statements {
		i := slices.IndexFunc(all, s.SaysAs)
		if i < 0 {
			all = append(all, s)
		} else if !strings.Contains(all[i].Why, s.Why) {
			all[i].Why += "; " + s.Why
		}
	}
	return all
}

// asksFor tells whether the parameters ask for a statement.
func (v *values) asksFor(s aws.Statement) bool {
	lacks := func(param string) bool { return !v.says(param) }
	return (len(s.Modes) == 0 || slices.Contains(s.Modes, paramText(v.given["mode"]))) &&
		!slices.ContainsFunc(strings.Fields(s.Needs), lacks) && !slices.ContainsFunc(strings.Fields(s.Without), v.says)
}

// statement fills the holes of one statement.
func (v *values) statement(s aws.Statement) policy.Statement {
	out := policy.Statement{Sid: v.text(s.Sid), Effect: cmp.Or(s.Effect, "Allow"), Why: v.text(s.Why) + v.wild(s.Resources...)}
	if effect := paramText(v.given["effect"]); effect != "" {
		out.Effect = effect
	}
	for _, action := range s.Actions {
		out.Action = append(out.Action, v.list(action)...)
	}
	for _, resource := range s.Resources {
		for _, one := range v.fan(resource) {
			if !one.lacks(resource) {
				out.Resource = append(out.Resource, one.text(resource))
			}
		}
	}
	out.Condition = v.condition(s.Condition)
	return out
}

// wild says so where a value that was given stands for any text in ARNs, and not for itself.
func (v *values) wild(arns ...string) string {
	for _, arn := range arns {
		for h := range holes(arn) {
			param := aws.FindParam(v.params, h.name)
			if param != nil && strings.HasPrefix(arn, "arn:") && slices.ContainsFunc(v.texts(param), func(text string) bool { return strings.Contains(text, "*") && text != param.Default }) {
				return "; the * of " + param.Name + " stands for any text"
			}
		}
	}
	return ""
}

// texts are the values that were given for a parameter.
func (v *values) texts(param *aws.Param) []string {
	if list, ok := v.given[param.Name].([]string); ok {
		return list
	}
	return []string{paramText(v.given[param.Name])}
}

// condition is the Condition block: the facts' lines, or the JSON object that a person gave.
func (v *values) condition(lines []aws.Condition) json.RawMessage {
	if given, ok := v.given["condition"].(spec.JSON); ok {
		return json.RawMessage(given)
	}
	operators := spec.Value{Type: spec.Object}
	for _, line := range lines {
		if !v.lacks(line.Value) {
			operators, _ = merge(operators, object(line.Operator, object(line.Key, textValue(v.text(line.Value)))))
		}
	}
	if len(operators.Members) == 0 {
		return nil
	}
	return json.RawMessage(operators.JSON())
}

// nameStatements gives each statement an id of its own, as a policy must not repeat one. A statement may have none.
func nameStatements(statements []policy.Statement) {
	sids := newScope()
	for i := range statements {
		if statements[i].Sid != "" {
			statements[i].Sid = sids.give(statements[i].Sid, "")
		}
	}
}

// Permissions are the requests that let the function's push triggers invoke it, those of one trigger together.
func (f *Function) Permissions(t *Trigger) []policy.Permission {
	var requests []policy.Permission
	for i, p := range t.kind.Invoke {
		request := policy.Permission{
			FunctionName: f.Name, StatementID: t.requests[i], Action: p.Action, Principal: t.values.text(p.Principal),
			SourceArn: t.values.text(p.SourceArn), EventSourceToken: t.values.text(p.EventSourceToken),
			PrincipalOrgID: t.values.text(p.PrincipalOrgID), FunctionURLAuthType: p.FunctionURLAuthType,
			InvokedViaFunctionURL: p.InvokedViaFunctionURL, Why: t.values.text(p.Why) + t.values.wild(p.SourceArn),
		}
		if request.Action == "" {
			request.Action = "lambda:InvokeFunction"
		}
		if p.SourceAccount {
			request.SourceAccount = t.values.text("{account}")
		}
		requests = append(requests, request)
	}
	return requests
}

// numbered is name for the first, name-2 for the second and so on.
func numbered(name, separator string, i int) string {
	if i == 0 {
		return name
	}
	return name + separator + strconv.Itoa(i+1)
}

// functionARN is the function, and with :* its versions and aliases.
const functionARN = "arn:{partition}:lambda:{region}:{account}:function:{function}"

// CallerPolicy is what a role trigger's service may do with its own role: invoke this function.
func (f *Function) CallerPolicy(t *Trigger) policy.Document {
	statements := []policy.Statement{{
		Sid: "InvokeFunction", Effect: "Allow", Action: append(policy.List{"lambda:InvokeFunction"}, t.kind.Caller.Also...),
		Resource: policy.List{t.values.text(functionARN), t.values.text(functionARN + ":*")},
		Why:      t.values.text(t.kind.Caller.Why),
	}}
	for _, s := range t.kind.Caller.Grants {
		statements = append(statements, t.values.statement(s))
	}
	nameStatements(statements)
	return policy.New(statements...)
}

// CallerTrust is who may assume that role: the service, for its own resource where it says which.
func (f *Function) CallerTrust(t *Trigger) policy.Document {
	trust := policy.Trust(t.kind.Caller.Principal)
	var lines []aws.Condition
	if t.kind.Caller.SourceAccount {
		lines = append(lines, aws.Condition{Operator: "StringEquals", Key: "aws:SourceAccount", Value: "{account}"})
	}
	if arn := t.kind.Caller.SourceArn; arn != "" {
		lines = append(lines, aws.Condition{Operator: "ArnLike", Key: "aws:SourceArn", Value: arn})
	}
	trust.Statement[0].Condition = t.values.condition(lines)
	return trust
}

// says tells whether the parameter has a value, and is not false.
func (v *values) says(param string) bool { return v.given[param] != nil && v.given[param] != false }
