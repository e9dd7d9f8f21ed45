package generator

import (
	"crypto/sha256"
	"encoding/hex"
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
}

// Template is the deployment template of the function. The error holds what cannot be created together.
func (f *Function) Template() ([]byte, error) {
	t, err := f.newStack()
	if err != nil {
		return nil, err
	}
	s := f.Spec
	onFailure, err := t.onFailure()
	if err != nil {
		return nil, err
	}
	out := deploy.Function{
		Name: f.Name, Runtime: s.Runtime, Handler: f.Handler(), Code: f.Code(), Architecture: s.Architecture,
		Memory: s.Memory, Timeout: s.Timeout, Tracing: s.Logging.Tracing, Environment: s.Environment, Tags: s.Tags,
		OnFailure: onFailure, Trust: t.f.Trust(), Execution: t.withSources(t.f.ExecutionPolicy()),
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
				LogicalID: numbered(trigger.logicalID("Permission"), "", i), Permission: permission,
			})
		}
	}
	for _, trigger := range t.f.Triggers {
		if trigger.kind.Caller != nil {
			out.Callers = append(out.Callers, deploy.Caller{
				LogicalID: trigger.logicalID("CallerRole"), Trust: t.f.CallerTrust(trigger), Policy: t.f.CallerPolicy(trigger),
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
	var problems spec.Problems
	owner := map[string]string{}
	for _, trigger := range portable.Triggers {
		if other, taken := owner[trigger.logicalID("")]; taken {
			problems.Add(spec.Path("triggers", trigger.ordinal), "the resources of "+trigger.Name+" and "+other+" would have one name in the template", "want another name")
			continue
		}
		owner[trigger.logicalID("")] = trigger.Name
		if trigger.Created() {
			problems = append(problems, t.create(trigger)...)
		}
	}
	t.mappings()
	for _, trigger := range portable.Triggers {
		if trigger.kind.Caller != nil {
			arn := object("Value", textValue("${"+trigger.logicalID("CallerRole")+".Arn}"))
			t.outputs, _ = merge(t.outputs, object(trigger.logicalID("CallerRole"), arn))
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

// mappings adds the event source mappings, and asks for what they and the permissions leave open.
func (t *stack) mappings() {
	t.ask()
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
		t.resources, _ = merge(t.resources, object(trigger.logicalID("Mapping"), mapping))
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
		source := placeholderName(trigger.Name) + "_SOURCE"
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
	v.names["@Permission"] = filled{placeholder: "@" + trigger.logicalID("Permission")}
	patterns := []string{trigger.kind.Create, trigger.kind.CreatedAs, trigger.kind.Outputs}
	if trigger.kind.Mapping != nil {
		patterns = append(patterns, trigger.kind.Mapping.Created)
	}
	for _, pattern := range patterns {
		for h := range holes(pattern) {
			if word, own := strings.CutPrefix(h.name, "@Own"); own {
				v.names[h.name] = filled{placeholder: "@" + trigger.logicalID(word)}
			} else if word, ok := strings.CutPrefix(h.name, "@"); ok && word != "Permission" {
				v.names[h.name] = filled{placeholder: "@" + word}
			}
		}
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

// ask makes a parameter of each placeholder that stands for nothing that the template knows. An access whose statements
// do not name what it is about asks for nothing.
func (t *stack) ask() {
	for _, open := range t.f.open() {
		unused := open.list == "access" && !slices.Contains(t.f.placeholders, open.placeholder)
		if unused || t.references[open.placeholder] != "" {
			continue
		}
		name := pascal(strings.ToLower(open.placeholder))
		t.references[open.placeholder] = "${" + name + "}"
		t.parameters = append(t.parameters, deploy.Parameter{Name: name, Description: open.Help + ", " + open.placeholder + " in policies/", Pattern: open.Pattern})
	}
}

// merge adds the members of b to a. Members that both have must be objects, which are merged, or equal; conflict is the
// path of the first that is neither.
func merge(a, b spec.Value) (merged spec.Value, conflict string) {
	merged = spec.Value{Type: spec.Object, Members: slices.Clone(a.Members)}
	for _, m := range b.Members {
		i := slices.IndexFunc(merged.Members, func(have spec.Member) bool { return have.Name == m.Name })
		switch {
		case i < 0:
			merged.Members = append(merged.Members, m)
		case m.Value.Type == spec.Object && merged.Members[i].Value.Type == spec.Object:
			value, below := merge(merged.Members[i].Value, m.Value)
			merged.Members[i].Value = value
			if below != "" {
				conflict = m.Name + "." + below
			}
		case m.Value.JSON() != merged.Members[i].Value.JSON():
			conflict = m.Name
		}
	}
	return merged, conflict
}

// logicalID is the name of one of the trigger's own resources: UploadsBucket.
func (t *Trigger) logicalID(word string) string { return pascal(t.Name) + word }

// pascal writes a name's words together, each with a capital: MyUploads for my-uploads.
func pascal(name string) string {
	var out strings.Builder
	for word := range strings.FieldsFuncSeq(name, func(c rune) bool { return c == '-' || c == '_' }) {
		out.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return out.String()
}

// uniqueName is a name for the trigger's source: letters, digits and hyphens, short enough for a bucket's name with
// account and region behind it.
func (t *Trigger) uniqueName() string {
	const most = 63 - len("-123456789012-ap-southeast-1")
	name := strings.Trim(strings.ToLower(strings.ReplaceAll(t.Function.Name+"-"+t.Name, "_", "-")), "-")
	if len(name) > most || name != t.Function.Name+"-"+t.Name {
		sum := sha256.Sum256([]byte(t.Function.Name + "-" + t.Name))
		digest := hex.EncodeToString(sum[:3])
		name = strings.TrimRight(name[:min(len(name), most-len(digest)-1)], "-") + "-" + digest
	}
	return name
}
