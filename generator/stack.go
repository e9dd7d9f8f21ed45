package generator

import (
	"maps"
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/deploy"
	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// stack is the function as its deployment template sees it: without account and region, so that one template serves
// them all, with references instead of placeholders, and with the sources that it creates.
type stack struct {
	f          *Function // of the same Spec without account and region
	references map[string]string
	parameters []deploy.Parameter
	resources  spec.Value
	outputs    spec.Value

	scope *scope              // the logical ids: of resources, parameters and outputs
	ids   map[ownThing]string // those of the triggers' own things
}

// ownThing is something in the template that is of one trigger: a Bucket, the Permission, a QueueURL.
type ownThing struct {
	trigger int
	word    string
}

// Template is the deployment template of the function. The error holds what cannot be created together.
func (f *Function) Template() ([]byte, error) {
	t, err := f.newStack()
	if err != nil {
		return nil, err
	}
	s := f.Spec
	out := deploy.Function{
		Name: f.Name, Runtime: s.Runtime, Handler: f.Handler(), Code: f.Code(), Architecture: s.Architecture,
		Memory: s.Memory, Timeout: s.Timeout, Tracing: s.Logging.Tracing, Environment: s.Environment, Tags: s.Tags,
		OnFailure: t.onFailure(), Trust: t.f.Trust(), Execution: t.withSources(t.f.ExecutionPolicy()),
		Role:      deploy.Role{Name: s.Role.Name, Path: s.Role.Path, Boundary: t.f.Boundary()},
		Resources: []byte(t.resources.JSON()), Outputs: []byte(t.outputs.JSON()),
		References: t.references, Parameters: t.parameters, Settings: []byte(t.f.configuration(t).JSON()),
	}
	if !s.Logging.None {
		out.Logging = deploy.Logging{Group: s.Logging.Group, Declared: *s.Logging.Create, Retention: s.Logging.Retention}
	}
	if s.Logging.Format == spec.FormatJSON {
		out.Logging.Format, out.Logging.Level = "JSON", strings.ToUpper(s.Logging.Level)
	}
	for _, v := range t.f.Variables() {
		out.Variables = append(out.Variables, v.Name)
	}
	for _, trigger := range t.f.Triggers {
		for i, permission := range trigger.Permissions() {
			out.Permissions = append(out.Permissions, deploy.Permission{
				LogicalID: t.logicalID(trigger, numbered("Permission", "", i)), Permission: permission,
			})
		}
	}
	for _, trigger := range t.f.Triggers {
		if trigger.kind.Caller != nil {
			out.Callers = append(out.Callers, deploy.Caller{
				LogicalID: t.logicalID(trigger, "CallerRole"), Trust: t.f.CallerTrust(trigger), Policy: t.f.CallerPolicy(trigger),
			})
		}
	}
	return deploy.Template(out)
}

// Unanswered are the placeholders that stay open for a person: all of them, or those that the template has parameters for.
func (f *Function) Unanswered() []string {
	if f.Spec.Deploy != spec.SAM {
		return f.Placeholders()
	}
	var names []string
	if t, err := f.newStack(); err == nil {
		for _, p := range t.parameters {
			names = append(names, p.Name)
		}
	}
	return names
}

func (f *Function) newStack() (*stack, error) {
	open := f.Spec
	open.Account, open.Region = "", ""
	portable, err := newFunction(open, f.language)
	if err != nil {
		return nil, err
	}
	t := &stack{f: portable, references: map[string]string{
		unknown["account"].placeholder:   "${AWS::AccountId}",
		unknown["region"].placeholder:    "${AWS::Region}",
		unknown["partition"].placeholder: "${AWS::Partition}",
	}}
	t.resources.Type, t.outputs.Type = spec.Object, spec.Object
	t.scope, t.ids = newScope(deploy.LogicalIDs(), failureResources(), portable.sharedResources()), map[ownThing]string{}
	var problems spec.Problems
	for i, trigger := range portable.Triggers {
		t.nameThings(trigger)
		if trigger.Created() {
			problems = append(problems, t.create(trigger)...)
		}
		t.ask(spec.Path("triggers", i))
	}
	for i := range t.f.access {
		t.ask(spec.Path("access", i))
	}
	t.mappings()
	for _, trigger := range portable.Triggers {
		if trigger.kind.Caller != nil {
			id := t.logicalID(trigger, "CallerRole")
			t.outputs, _ = merge(t.outputs, object(id, object("Value", textValue("${"+id+".Arn}"))))
		}
	}
	return t, problems.Err()
}

// create adds the resources that make the source of a trigger.
func (t *stack) create(trigger *Trigger) spec.Problems {
	v := t.values(trigger)
	for _, param := range trigger.kind.Params {
		if placeholder := trigger.values.fill(hole{name: param.Name}).placeholder; param.Identifies && placeholder != "" {
			t.references[placeholder] = v.text(trigger.kind.CreatedAs)
		} else if param.OfExisting && placeholder != "" {
			t.references[placeholder] = "-" // nothing that is created refers to it
		}
	}
	resources, _ := v.fillTree(spec.JSON(trigger.kind.Create).Value())
	var problems spec.Problems
	merged, conflict := merge(t.resources, resources)
	if conflict != "" {
		problems.Add(spec.Path("triggers", trigger.ordinal), trigger.Name+" shares a source with another trigger and says otherwise for "+conflict, "want the same")
	}
	t.resources = merged
	if trigger.kind.Outputs != "" {
		outputs, _ := v.fillTree(spec.JSON(trigger.kind.Outputs).Value())
		t.outputs, _ = merge(t.outputs, outputs)
	}
	return problems
}

// mappings adds the event source mappings.
func (t *stack) mappings() {
	for _, trigger := range t.f.Triggers {
		if trigger.kind.Mapping == nil {
			continue
		}
		properties := trigger.mapping(t.values(trigger))
		for i := range properties.Members {
			switch m := &properties.Members[i]; {
			case m.Name == "FunctionName":
				m.Value = textValue("${Function}")
			case m.Name == "EventSourceArn" && trigger.Created() && trigger.kind.Mapping.Created != "":
				m.Value = textValue(t.values(trigger).text(trigger.kind.Mapping.Created))
			}
		}
		mapping := object("Type", textValue("AWS::Lambda::EventSourceMapping"), "Properties", properties)
		t.resources, _ = merge(t.resources, object(t.logicalID(trigger, "Mapping"), mapping))
	}
}

// withSources refers to the sources that the template creates where statements name them as the mappings do: the stream of a
// new table has a label that nobody knows before.
func (t *stack) withSources(d policy.Document) policy.Document {
	d.Statement = slices.Clone(d.Statement)
	for _, trigger := range t.f.Triggers {
		if trigger.kind.Mapping == nil || trigger.kind.Mapping.Created == "" || !trigger.Created() {
			continue
		}
		arn, _ := trigger.mapping(trigger.values).Member("EventSourceArn")
		source := numbered("SOURCE", "_", trigger.ordinal)
		t.references[source] = t.values(trigger).text(trigger.kind.Mapping.Created)
		for i, s := range d.Statement {
			d.Statement[i].Resource = slices.Clone(s.Resource)
			for j, resource := range s.Resource {
				if resource == arn.Text {
					d.Statement[i].Resource[j] = "${" + source + "}"
				}
			}
		}
	}
	return d
}

// values are the trigger's, written as Fn::Sub takes them, with the holes that only a template has.
func (t *stack) values(trigger *Trigger) *values {
	v := *trigger.values
	v.stack = t
	v.names = maps.Clone(v.names)
	v.names["unique"] = filled{value: trigger.uniqueName()}
	for _, reference := range trigger.references() {
		word, attribute, _ := strings.Cut(reference, ".")
		if own, is := strings.CutPrefix(word, "Own"); is || word == "Permission" {
			word = t.logicalID(trigger, own)
		}
		if attribute != "" {
			word += "." + attribute
		}
		v.names["@"+reference] = filled{placeholder: "@" + word}
	}
	return &v
}

// sub writes what stands in a hole as Fn::Sub takes it.
func (t *stack) sub(f filled) string {
	if name, ok := strings.CutPrefix(f.placeholder, "@"); ok {
		return "${" + name + "}"
	}
	if f.placeholder != "" {
		return t.references[f.placeholder]
	}
	return deploy.Escape(f.value)
}

// ask makes a parameter of each placeholder at a path that stands for nothing that the template knows. An access whose statements
// do not name what it is about asks for nothing.
func (t *stack) ask(path string) {
	for _, open := range t.f.open() {
		unused := open.list == "access" && !slices.Contains(t.f.placeholders, open.placeholder)
		if open.path() != path || unused || t.references[open.placeholder] != "" {
			continue
		}
		name := t.scope.give(pascalCase(strings.ToLower(open.placeholder)), "")
		t.references[open.placeholder] = "${" + name + "}"
		t.parameters = append(t.parameters, deploy.Parameter{Name: name, Description: open.Help + ", " + open.placeholder + " in policies/", Pattern: open.Pattern})
	}
}
