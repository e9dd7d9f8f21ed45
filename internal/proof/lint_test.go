package proof

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/internal/cfnlint"
)

// called is a function by the name of what it shows.
type called struct {
	name string
	*generator.Function
}

// deployed are functions with a template: all triggers of the catalogue, all accesses and destinations of failures, and
// variants of the product; in the longer proof each trigger alone and more variants besides.
func deployed(t *testing.T) (all []called) {
	t.Helper()
	add := func(name string, args ...string) {
		all = append(all, called{name, function(t, parse(t, append([]string{"hello", "--deploy", "sam"}, args...)))})
	}
	for _, say := range []func(*aws.Param) bool{onlyRequired, hasExample} {
		for _, set := range sets(say) {
			add(set.name, set.args...)
		}
	}
	for i, access := range accessChunks() {
		add(fmt.Sprint("access ", i), access...)
	}
	wheres := append(spec.OnFailures(), "arn:aws:sqs:eu-west-1:123456789012:failed", "arn:aws:s3:::failed", "arn:aws:lambda:eu-west-1:123456789012:function:failed")
	for _, where := range wheres {
		add(where, "--on-failure", where)
	}
	for _, f := range forms(t) {
		add(f.name, f.args...)
	}
	add("roles", "--trigger", "eventbridge-scheduler", "--role-boundary", "team/limits", "--role-path", "/team/", "--role-name", "hello-role")
	add("vpc", "--access", "vpc:subnets=subnet-0a1b2c3d,security-groups=sg-0a1b2c3d")
	for i, v := range spread(few(t), budget{4, 120}.now()) {
		v[5] = slices.IndexFunc(deploys, func(o option) bool { return o.name == "sam-big" }) - i%2
		all = append(all, called{v.String(), v.function(t)})
	}
	if long {
		for _, f := range slices.Concat(full(t, "--deploy", "sam"), bare(t, "--deploy", "sam")) {
			all = append(all, called{f.name, f.Function})
		}
	}
	return all
}

// allowing are functions whose policies are looked at: all triggers and all accesses, and variants of the product; in the
// longer proof in each partition, each trigger with all that can be said of it, and more variants.
func allowing(t *testing.T) (all []called) {
	t.Helper()
	partitions := places[3:4]
	if long {
		partitions = places[3:]
	}
	for _, place := range partitions {
		for _, set := range sets(onlyRequired) {
			all = append(all, called{set.name, function(t, parse(t, slices.Concat([]string{"hello"}, set.args, place.args)))})
		}
		for i, access := range accessChunks() {
			// An ARN of another partition is refused; the places are called after theirs.
			there := strings.Split(strings.ReplaceAll(strings.Join(access, "\n"), "arn:aws:", "arn:"+place.name+":"), "\n")
			f := function(t, parse(t, slices.Concat([]string{"hello"}, there, place.args)))
			all = append(all, called{fmt.Sprint("access ", i, " in ", place.name), f})
		}
		if long {
			for _, f := range full(t, place.args...) {
				all = append(all, called{f.name, f.Function})
			}
			for _, form := range forms(t) {
				if form.use.Trigger().Bounds == nil {
					all = append(all, called{form.name, function(t, parse(t, slices.Concat([]string{"hello"}, form.args, place.args)))})
				}
			}
		}
	}
	some := spread(few(t), 4)
	if long {
		some = with(600)
	}
	for _, v := range some {
		all = append(all, called{v.String(), v.function(t)})
	}
	return all
}

// cfn-lint objects to nothing, informational rules included: to no template, as written and expanded, and to no policy
// document and no permission, each in the resource that takes it. It is installed by bash .ci/parts.
func TestLint(t *testing.T) {
	t.Parallel()
	var all []cfnlint.Template
	for _, f := range deployed(t) {
		file, ok := render(t, f.Function).Lookup("template.yaml")
		if !ok {
			t.Fatalf("%s has no template", f.name)
		}
		all = append(all, cfnlint.Template{Name: f.name, Text: string(file.Data)})
	}
	t.Logf("%d templates", len(all))
	policies, files := policyTemplates(t)
	var findings []cfnlint.Finding
	for some := range slices.Chunk(append(all, policies...), 60) { // a call has its time, and there is a longer proof
		findings = append(findings, cfnlint.Check(t, some)...)
	}
	for _, finding := range findings {
		if finding.Expanded && finding.Rule == "I3042" && strings.HasPrefix(finding.Path, "Resources/FunctionEventInvokeConfig/") {
			continue // the template says ${AWS::Partition}; SAM fills that in itself here, where it expands the template
		}
		_, path, _ := strings.Cut(finding.Path, "/")
		id, _, _ := strings.Cut(path, "/")
		t.Errorf("%v\n%s", finding, files[finding.Template+" "+id])
	}
}

// policyTemplates are templates of all policy files, each text once, and where the resources of a template come from.
func policyTemplates(t *testing.T) (templates []cfnlint.Template, files map[string]string) {
	t.Helper()
	names := map[string]string{} // by the resource's text
	for _, f := range allowing(t) {
		for name, text := range ready(t, f.Function) {
			if !strings.HasPrefix(name, "event-source.") { // templates hold mappings themselves
				names[wrap(t, name, text)] = f.name + " " + name
			}
		}
	}
	t.Logf("%d policy files", len(names))
	files = map[string]string{}
	for chunk := range slices.Chunk(slices.Sorted(maps.Keys(names)), 100) {
		resources, template := map[string]json.RawMessage{}, fmt.Sprint("policies ", len(templates))
		for i, text := range chunk {
			id := fmt.Sprintf("Policy%d", i)
			resources[id], files[template+" "+id] = json.RawMessage(text), names[text]+": "+text
		}
		text, err := json.Marshal(map[string]any{"AWSTemplateFormatVersion": "2010-09-09", "Resources": resources})
		if err != nil {
			t.Fatal(err)
		}
		templates = append(templates, cfnlint.Template{Name: template, Text: string(text)})
	}
	return templates, files
}

// wrap makes the resource that takes a policy file.
func wrap(t *testing.T, name, text string) string {
	t.Helper()
	resource := `{"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": %s}}`
	switch {
	case name == "execution-policy.json", strings.HasPrefix(name, "caller-policy."):
		resource = `{"Type": "AWS::IAM::Policy", "Properties": {"PolicyName": "execution", "Roles": ["hello"], "PolicyDocument": %s}}`
	case strings.HasPrefix(name, "key-policy."):
		resource = `{"Type": "AWS::KMS::Key", "DeletionPolicy": "Retain", "UpdateReplacePolicy": "Retain", "Properties": {"KeyPolicy": %s}}`
	case strings.HasPrefix(name, "invocation-policy."):
		resource = `{"Type": "AWS::Lambda::Permission", "Properties": %s}`
		var request map[string]any
		err := json.Unmarshal([]byte(text), &request)
		delete(request, "StatementId") // a resource has a logical id instead
		without, encodeErr := json.Marshal(request)
		if err != nil || encodeErr != nil {
			t.Fatal(err, encodeErr)
		}
		text = string(without)
	case name != "trust-policy.json" && !strings.HasPrefix(name, "caller-trust."):
		t.Fatalf("nothing says which resource takes %s", name)
	}
	return fmt.Sprintf(resource, text)
}

// accessChunks are all accesses, as many together as one policy holds.
func accessChunks() [][]string {
	var all []string
	for _, a := range aws.Accesses() {
		switch mode := aws.FindParam(a.Params, "mode"); {
		case a.ID == "statement":
		case mode == nil:
			all = append(all, "--access", a.ID)
		default:
			for _, one := range mode.Enum {
				all = append(all, "--access", a.ID+":mode="+one)
			}
		}
	}
	for _, s := range simulations {
		if s.args[0] == "--access" {
			all = append(all, s.command()[5:7]...)
		}
	}
	return slices.Collect(slices.Chunk(all, 40))
}
