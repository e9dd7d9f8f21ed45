package proof

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/botomodel"
	"github.com/seed-0554dd89/scaffold/internal/cfnlint"
)

// Each request is one that AWS's own model of it takes: members, patterns, lengths. botocore is installed by
// bash .ci/parts.
func TestRequests(t *testing.T) {
	requests := map[string]botomodel.Request{}
	for _, v := range pure() {
		for name, text := range ready(t, v.function(t)) {
			if strings.HasPrefix(name, "invocation-policy.") {
				requests[text] = botomodel.Request{Name: v.String() + " " + name, Operation: "AddPermission", JSON: json.RawMessage(text)}
			}
		}
	}
	if len(requests) < 20 {
		t.Errorf("got %d requests, want more", len(requests))
	}
	broken := botomodel.Request{Name: "broken", Operation: "AddPermission", JSON: json.RawMessage(`{"FunctionName":"hello","StatementId":"a b","Action":"lambda:InvokeFunction"}`)}
	all := append(slices.Collect(maps.Values(requests)), broken)
	found := 0
	for _, problem := range botomodel.Check(t, all) {
		if problem.Request == broken.Name {
			found++
			continue
		}
		t.Errorf("%v", problem)
	}
	if found == 0 {
		t.Error("the model takes what is broken")
	}
}

// cfn-lint objects to no template, as written and expanded. It is installed by bash .ci/parts.
func TestTemplates(t *testing.T) {
	templates := map[string]string{} // name by text
	for _, v := range few(t) {
		v[5] = slices.IndexFunc(deploys, func(o option) bool { return o.name == "sam-big" })
		if len(templates)%2 == 0 {
			v[5]--
		}
		file, ok := render(t, v.function(t)).Lookup("template.yaml")
		if !ok {
			t.Fatalf("%s has no template", v)
		}
		templates[string(file.Data)] = v.String()
	}
	var all []cfnlint.Template
	for text, name := range templates {
		all = append(all, cfnlint.Template{Name: name, Text: text})
	}
	slices.SortFunc(all, func(a, b cfnlint.Template) int { return strings.Compare(a.Name, b.Name) })
	for _, finding := range cfnlint.Check(t, all) {
		t.Errorf("%v", finding)
	}
}

// cfn-lint objects to no policy document and no permission, each in the resource that takes it. It is installed by
// bash .ci/parts.
func TestPolicies(t *testing.T) {
	files := map[string]string{} // a resource, by what it says
	for _, v := range variants(t) {
		for name, text := range ready(t, v.function(t)) {
			if !strings.HasPrefix(name, "event-source.") { // templates hold mappings themselves
				files[wrap(t, name, text)] = v.String() + " " + name
			}
		}
	}
	for chunk := range slices.Chunk(slices.Sorted(maps.Keys(files)), 200) { // a template takes 500 resources
		resources, names := map[string]json.RawMessage{}, map[string]string{}
		for i, text := range chunk {
			id := fmt.Sprintf("Policy%d", i)
			resources[id], names[id] = json.RawMessage(text), files[text]
		}
		text, err := json.Marshal(map[string]any{"AWSTemplateFormatVersion": "2010-09-09", "Resources": resources})
		if err != nil {
			t.Fatal(err)
		}
		for _, finding := range cfnlint.Check(t, []cfnlint.Template{{Name: "policies", Text: string(text)}}) {
			_, path, _ := strings.Cut(finding.Path, "/")
			id, _, _ := strings.Cut(path, "/")
			t.Errorf("%s: %v\n%s", names[id], finding, resources[id])
		}
	}
}

// wrap makes the resource that takes a policy file.
func wrap(t *testing.T, name, text string) string {
	t.Helper()
	resource := `{"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": %s}}`
	switch {
	case name == "execution-policy.json", strings.HasPrefix(name, "caller-policy."):
		resource = `{"Type": "AWS::IAM::Policy", "Properties": {"PolicyName": "execution", "Roles": ["hello"], "PolicyDocument": %s}}`
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
