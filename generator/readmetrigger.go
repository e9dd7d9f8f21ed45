package generator

import (
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/generator/shell"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// What the documents of a function ask of a trigger: who invokes with it, and the commands that connect its source.

// Permissions are the requests that let the trigger invoke the function.
func (t *Trigger) Permissions() []policy.Permission { return t.Function.Permissions(t) }

// PermissionFiles are the names of their files in policies/.
func (t *Trigger) PermissionFiles() []string {
	var names []string
	for i := range t.kind.Invoke {
		names = append(names, "invocation-policy."+numbered(t.Name, ".", i)+".json")
	}
	return names
}

// mapping is the trigger's CreateEventSourceMapping request.
func (t *Trigger) mapping(v *values) spec.Value {
	text := t.kind.Mapping.Request
	if v.stack != nil {
		for _, names := range t.kind.Mapping.Spelled {
			text = strings.Replace(text, names[0], names[1], 1)
		}
	}
	request, _ := v.fillTree(spec.JSON(text).Value())
	return spec.Value{Type: spec.Object, Members: append([]spec.Member{{Name: "FunctionName", Value: textValue(t.Function.Name)}}, request.Members...)}
}

// MappingFile is the name of that request in policies/, "" for a trigger that nothing is polled for.
func (t *Trigger) MappingFile() string {
	if t.kind.Mapping == nil {
		return ""
	}
	return "event-source." + t.Name + ".json"
}

// Polled says what is polled for the function, "" where nothing is.
func (t *Trigger) Polled() string {
	if t.kind.Mapping == nil {
		return ""
	}
	return t.values.text(t.kind.Mapping.Why)
}

// Called says with what role the function is invoked, "" where with none.
func (t *Trigger) Called() string {
	if t.kind.Caller == nil {
		return ""
	}
	return t.values.text(t.kind.Caller.Why)
}

// Identity says whose own identity policy must allow invoking the function, "" where another model does.
func (t *Trigger) Identity() string { return t.values.text(t.kind.Identity) }

// CallerRole is the name of the role with which the trigger's service invokes the function: hello-nightly-caller.
func (t *Trigger) CallerRole() string { return roleName(t.Function.Name+"-"+t.Name, "-caller") }

// CallerPolicyFile and CallerTrustFile are the names of that role's documents in policies/.
func (t *Trigger) CallerPolicyFile() string { return "caller-policy." + t.Name + ".json" }

// CallerTrustFile says who may assume that role.
func (t *Trigger) CallerTrustFile() string { return "caller-trust." + t.Name + ".json" }

// Note is what to know of the trigger besides, "" where there is nothing.
func (t *Trigger) Note() string { return t.values.text(t.kind.Note) }

// Doubts are what AWS does not say for certain of it.
func (t *Trigger) Doubts() []aws.Doubt {
	var doubts []aws.Doubt
	for _, d := range t.kind.Doubts {
		if d.Needs == "" || t.values.says(d.Needs) {
			d.Says = t.values.text(d.Says)
			doubts = append(doubts, d)
		}
	}
	return doubts
}

// Created tells whether the template creates the trigger's source.
func (t *Trigger) Created() bool {
	return t.Function.Spec.Creates(spec.Use{ID: t.kind.ID, Params: t.values.given})
}

// Wire are the commands that connect the trigger's source with the function, where the template does not.
func (t *Trigger) Wire() []shell.Command {
	return slices.DeleteFunc(slices.Clone(t.lines()), shell.Command.Empty)
}

// lines are those that connect the source: commands, with or without a note, and notes alone.
func (t *Trigger) lines() []shell.Command {
	if t.wire == nil && t.Wired() {
		for _, line := range t.kind.Wire {
			t.wire = append(t.wire, t.values.command(line))
		}
	}
	return t.wire
}

// Wired tells whether there is something to do.
func (t *Trigger) Wired() bool { return len(t.kind.Wire) > 0 && !t.Created() }

// WireNotes are what a person does then, or where there is no command for it, each in a line.
func (t *Trigger) WireNotes() []string {
	var notes []string
	for _, line := range t.lines() {
		if note := line.Note(); note != "" {
			notes = append(notes, note)
		}
	}
	return notes
}

// Config is the configuration that Wire gives to the source as JSON, "" where it takes none.
func (t *Trigger) Config() string {
	if t.kind.Config == "" {
		return ""
	}
	config, _ := t.values.fillTree(spec.JSON(t.kind.Config).Value())
	return strings.TrimSuffix(string(fileJSON(config.JSON())), "\n")
}

// Caution is what to know before running these commands, "" where there is nothing.
func (t *Trigger) Caution() string { return t.values.text(t.kind.Caution) }
