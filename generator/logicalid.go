package generator

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// logicalID is the name of one of the trigger's own things in the template: UploadsBucket.
func (t *stack) logicalID(trigger *Trigger, word string) string {
	thing := ownThing{trigger.ordinal, word}
	if t.ids[thing] == "" {
		t.ids[thing] = t.scope.give(pascalCase(trigger.Name)+word, "")
	}
	return t.ids[thing]
}

// nameThings names all that the template has of a trigger, before anything of the next one.
func (t *stack) nameThings(trigger *Trigger) {
	for i := range trigger.kind.Invoke {
		t.logicalID(trigger, numbered("Permission", "", i))
	}
	t.values(trigger)
	if trigger.kind.Mapping != nil {
		t.logicalID(trigger, "Mapping")
	}
	if trigger.kind.Caller != nil {
		t.logicalID(trigger, "CallerRole")
	}
}

// references are the holes of what makes the trigger's source that refer to something of the template, without their @:
// OwnBucket.Arn, Permission, Api. There are none where the template does not make it.
func (t *Trigger) references() (names []string) {
	if !t.Created() {
		return nil
	}
	patterns := []string{t.kind.Create, t.kind.CreatedAs, t.kind.Outputs}
	if t.kind.Mapping != nil {
		patterns = append(patterns, t.kind.Mapping.Created)
	}
	for _, pattern := range patterns {
		for h := range holes(pattern) {
			if name, is := strings.CutPrefix(h.name, "@"); is && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// sharedResources are the resources and outputs of the triggers that have one name whatever the trigger is called.
func (f *Function) sharedResources() (names []string) {
	for _, t := range f.Triggers {
		for _, text := range []string{t.kind.Create, t.kind.Outputs} {
			for _, m := range spec.JSON(cmp.Or(text, "{}")).Value().Members {
				names = append(names, strings.TrimPrefix(strings.Trim(m.Name, "{}?"), "@"))
			}
		}
	}
	return names
}

// failureResources are the resources that a destination of failed invocations may need.
func failureResources() (names []string) {
	for _, d := range aws.Destinations() {
		for _, m := range spec.JSON(cmp.Or(d.Create, "{}")).Value().Members {
			names = append(names, m.Name)
		}
	}
	return names
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
