package generator

import (
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/deploy"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// failure is where asynchronous invocations go that failed, nil where nowhere. Its place is the ARN that was given, or
// that of the one which its id means: a queue or topic that is created for the function, or the default bus.
func (f *Function) failure() (d *aws.Destination, arn string, created bool) {
	given := f.Spec.OnFailure
	if given == "" {
		return nil, "", false
	}
	if d = aws.FindDestination(given); given == d.ID {
		return d, d.ARN, true
	}
	return d, given, false
}

// failureGrant is what the execution role needs for it.
func (f *Function) failureGrant() []aws.Statement {
	d, arn, _ := f.failure()
	if d == nil {
		return nil
	}
	grants := slices.Clone(d.Grants)
	for i, grant := range grants {
		grants[i].Resources = nil
		for _, resource := range grant.Resources {
			grants[i].Resources = append(grants[i].Resources, strings.Replace(resource, "{destination}", arn, 1))
		}
	}
	return grants
}

// FailureARN is the destination of failed asynchronous invocations, "" where there is none.
func (f *Function) FailureARN() string {
	_, arn, _ := f.failure()
	return f.text(arn)
}

// MakeFailure is the command that creates it, "" where it exists.
func (f *Function) MakeFailure() string {
	if d, _, created := f.failure(); created {
		return f.text(d.Make)
	}
	return ""
}

// onFailure adds the destination to the template, and its resource where the template creates it.
func (t *stack) onFailure() deploy.OnFailure {
	d, arn, created := t.f.failure()
	switch {
	case d == nil:
		return deploy.OnFailure{}
	case !created:
		return deploy.OnFailure{Type: d.Type, Destination: deploy.Escape(arn)}
	}
	if d.Create != "" {
		own := &values{names: t.f.names, stack: t}
		resources, _ := own.fillTree(spec.JSON(d.Create).Value())
		t.resources.Members = append(t.resources.Members, resources.Members...)
	}
	return deploy.OnFailure{Type: d.Type, Destination: d.Ref}
}
