package generator

import (
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/deploy"
	"github.com/seed-0554dd89/scaffold/generator/shell"
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
	d, arn, created := f.failure()
	if d == nil {
		return nil
	}
	grants := slices.Clone(d.Grants)
	if !created && len(d.Key) > 0 {
		grants[0].Why += "; where a key of your own encrypts it, say access statement for " + strings.Join(d.Key, " and ") + " on that key too"
	}
	for i, grant := range grants {
		grants[i].Resources = nil
		for _, resource := range grant.Resources {
			grants[i].Resources = append(grants[i].Resources, strings.Replace(resource, "{destination}", arn, 1))
		}
	}
	return grants
}

// failureCommands send failed asynchronous invocations there, and make the destination first where it is not there.
func (f *Function) failureCommands() []shell.Command {
	d, arn, created := f.failure()
	if d == nil {
		return nil
	}
	var commands []shell.Command
	if created && d.Make != "" {
		commands = append(commands, (&values{names: f.names}).command(d.Make))
	}
	place := shell.Text(arn)
	if created {
		place = f.word(arn)
	}
	return append(commands, shell.New("aws", "lambda", "put-function-event-invoke-config").
		Option("--function-name", shell.Text(f.Name)).
		Option("--destination-config", shell.Join(shell.Text("OnFailure={Destination="), place, shell.Text("}"))))
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
