package proof

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/internal/iamdata"
)

// unscoped are the actions that know a resource and are allowed on * all the same, with the reason.
var unscoped = map[string]string{
	"cloudwatch:PutMetricData":       "a dataset is optional: metrics of a namespace have no ARN",
	"ec2:CreateNetworkInterface":     "what is created has no ARN yet, and the subnets are not known",
	"ec2:DeleteNetworkInterface":     "Lambda's guide wants every network interface",
	"ec2:AssignPrivateIpAddresses":   "on network interfaces that Lambda makes",
	"ec2:UnassignPrivateIpAddresses": "on network interfaces that Lambda makes",
}

// scoped are the actions that know no resource and are limited to one all the same, with the reason.
var scoped = map[string]string{
	"codedeploy:PutLifecycleEventHookExecutionStatus": "the policies that SAM and CDK write for hooks limit it to the deployment group",
}

// statements are all that the catalogue can put into an execution policy, by where they come from. The statement access is
// left out: what it says is a person's.
func statements() map[string][]aws.Statement {
	all := map[string][]aws.Statement{
		"logging created": aws.LogStatements(true), "logging": aws.LogStatements(false), "tracing": {aws.TraceStatement},
	}
	for _, a := range aws.Accesses() {
		if a.ID != "statement" {
			all["access "+a.ID] = a.Statements
		}
	}
	for _, d := range aws.Destinations() {
		arn := cmp.Or(d.ARN, map[string]string{"s3": "arn:{partition}:s3:::failed", "lambda": "arn:{partition}:lambda:{region}:{account}:function:failed"}[d.ID])
		grants := slices.Clone(d.Grants)
		for i, grant := range grants {
			grants[i].Resources = []string{strings.Replace(grant.Resources[0], "{destination}", arn, 1)}
		}
		all["onFailure "+d.ID] = grants
	}
	for _, trigger := range aws.Triggers() {
		all["trigger "+trigger.ID] = trigger.Grants
		if trigger.Caller != nil {
			all["caller of "+trigger.ID] = trigger.Caller.Grants
		}
	}
	return all
}

// Every action of the catalogue exists, on a resource that it knows; * stands only where an action knows none, or for a
// reason that the statement gives. cfn-lint is installed by bash .ci/parts.
func TestActions(t *testing.T) {
	t.Parallel()
	names := map[string]bool{}
	for _, list := range statements() {
		for _, s := range list {
			for _, action := range s.Actions {
				names[action] = true
			}
		}
	}
	actions := iamdata.Actions(t, slices.Sorted(maps.Keys(names)))
	for from, list := range statements() {
		for _, s := range list {
			if slices.Contains(s.Resources, "*") && !strings.Contains(s.Why, "only *") && s.Effect != "Deny" {
				t.Errorf("%s: %s: the reason does not say why only * works: %s", from, s.Sid, s.Why)
			}
			for _, name := range s.Actions {
				checkAction(t, from+": "+s.Sid, name, actions[name], s.Resources)
			}
		}
	}
}

func checkAction(t *testing.T, where, name string, action iamdata.Action, resources []string) {
	t.Helper()
	if !action.Known {
		t.Errorf("%s: IAM has no action %s", where, name)
	}
	for _, resource := range resources {
		if resource == "*" && unscoped[name] != "" {
			if action.Knows("*") {
				t.Errorf("%s: %s knows no resource: it needs no reason of its own", where, name)
			}
			continue
		}
		if arn := concrete(resource); !action.Knows(arn) && (scoped[name] == "" || resource == "*" || len(action.ARNs) > 0) {
			t.Errorf("%s: %s on %s: IAM knows it on %q", where, name, arn, action.ARNs)
		}
	}
}

// concrete puts something into each hole of an ARN, and into each wildcard.
func concrete(pattern string) string {
	if pattern == "*" {
		return pattern
	}
	fill := map[string]string{"partition": "aws", "region": "eu-west-1", "account": "123456789012"}
	arn := regexp.MustCompile(`\{([a-z-]+)[?]?(\|[a-z-]+)?\}`).ReplaceAllStringFunc(pattern, func(hole string) string {
		if value, ok := fill[strings.Trim(hole, "{}")]; ok {
			return value
		}
		return "some"
	})
	return strings.NewReplacer("*", "x", "?", "x").Replace(arn)
}
