package proof

import (
	"reflect"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// besideCreated are the parameters that say nothing of what the template creates, with the reason.
var besideCreated = map[string]string{
	"cloudfront-oac distribution":  "the distribution exists: the template creates the function's URL, and a permission for that distribution",
	"dynamodb-streams failure-key": "the destination exists: the role may use its key",
	"kinesis failure-key":          "the destination exists: the role may use its key",
	"function-url-iam caller":      "who may call the URL is what the permission says",
	"function-url-none public":     "it has one value",
}

// Where the template creates the source of a trigger, each parameter says something of what is created, or is refused: none is
// taken, granted to the role and forgotten.
func TestCreatedAsSaid(t *testing.T) {
	tried := 0
	for _, kind := range aws.Triggers() {
		for i := range kind.Params {
			p := &kind.Params[i]
			if kind.Create == "" || p.Identifies || besideCreated[kind.ID+" "+p.Name] != "" {
				continue
			}
			tried++
			with, without := saying(kind, p)
			made, err := created(t, with)
			switch {
			case p.OfExisting && (err == nil || !strings.Contains(err.Error(), p.Name+" is ") || !strings.Contains(err.Error(), "want none")):
				t.Errorf("%s: %s is about an existing source and not refused: %v", kind.ID, p.Name, err)
			case !p.OfExisting && err != nil:
				t.Errorf("%s: %s: %v", kind.ID, p.Name, err)
			case !p.OfExisting:
				if bare, err := created(t, without); err != nil || reflect.DeepEqual(made, bare) {
					t.Errorf("%s: %s changes nothing that is created, %v", kind.ID, p.Name, err)
				}
			}
		}
	}
	if tried < 40 {
		t.Errorf("tried %d parameters, want more", tried)
	}
}

// What an access says of an existing source is refused where it names a trigger whose source is created.
func TestCreatedForAccess(t *testing.T) {
	tried := 0
	for _, a := range aws.Accesses() {
		if aws.FindParam(a.Params, "trigger") == nil {
			continue
		}
		for i := range a.Params {
			p := &a.Params[i]
			s := spec.Spec{
				Name: "hello", Deploy: spec.SAM, Triggers: []spec.Use{{ID: a.ID, Name: "mine"}},
				Access: []spec.Use{{ID: a.ID, Params: map[string]any{"trigger": "mine", p.Name: example(p)}}},
			}
			if _, err := spec.Resolve(s); p.OfExisting && (err == nil || !strings.Contains(err.Error(), "access[0]."+p.Name)) {
				t.Errorf("%s: %s: got %v", a.ID, p.Name, err)
			}
			tried++
		}
	}
	if tried == 0 {
		t.Error("no access names a trigger")
	}
}

// saying is the trigger with a value of the parameter that is not its default, and the same without it. A parameter that must
// stand beside it is in both.
func saying(kind *aws.Trigger, p *aws.Param) (with, without spec.Use) {
	for i := range kind.Params {
		beside := &kind.Params[i]
		with, without = spec.Use{ID: kind.ID, Name: "mine", Params: map[string]any{}}, spec.Use{ID: kind.ID, Name: "mine", Params: map[string]any{}}
		if beside != p && !beside.Identifies && !beside.OfExisting {
			with.Params[beside.Name], without.Params[beside.Name] = another(beside), another(beside)
		}
		with.Params[p.Name] = another(p)
		if !beside.Identifies && resolves(spec.Spec{Name: "hello", Triggers: []spec.Use{with}}) && resolves(spec.Spec{Name: "hello", Triggers: []spec.Use{without}}) {
			break
		}
	}
	return with, without
}

// another is a value of a parameter that is not its default.
func another(p *aws.Param) any {
	other := *p
	for _, word := range p.Enum {
		if word != p.Default {
			other.Example = word
		}
	}
	if other.Example == "" {
		other.Example = map[aws.ParamType]string{aws.Integer: "7", aws.Text: "other"}[p.Type]
	}
	return example(&other)
}

// created is the template's resources, without roles and permissions: these say who may do what, not what there is.
func created(t *testing.T, use spec.Use) (map[string]any, error) {
	t.Helper()
	s, err := spec.Resolve(spec.Spec{Name: "hello", Deploy: spec.SAM, Triggers: []spec.Use{use}})
	if err != nil {
		return nil, err
	}
	file, ok := render(t, function(t, s)).Lookup("template.yaml")
	if !ok {
		t.Fatalf("%s has no template", use.ID)
	}
	var template struct {
		Resources map[string]any `yaml:"Resources"`
	}
	if err := yaml.Unmarshal(file.Data, &template); err != nil {
		t.Fatal(err)
	}
	for id, resource := range template.Resources {
		if kind := resource.(map[string]any)["Type"]; kind == "AWS::IAM::Role" || kind == "AWS::Lambda::Permission" {
			delete(template.Resources, id)
		}
	}
	return template.Resources, nil
}
