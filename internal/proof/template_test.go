package proof

import (
	"encoding/json"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// The template gives the role and the permissions that the JSON files give: the same documents and requests, once the
// placeholders of one and the references of the other are filled with the same names. No part is needed.
func TestTemplateSaysTheSame(t *testing.T) {
	compared := 0
	for _, v := range pure() {
		f := v.function(t)
		files := render(t, f)
		file, ok := files.Lookup("template.yaml")
		if !ok {
			continue
		}
		s := newStack(t, f, file.Data)
		want := map[string][]any{}
		for file := range files.All() {
			kind, below := strings.CutPrefix(file.Path, "policies/")
			if !below || !strings.HasSuffix(kind, ".json") {
				continue
			}
			kind, _, _ = strings.Cut(kind, ".")
			var document map[string]any
			if err := json.Unmarshal([]byte(policy.Fill(string(file.Data), s.fill)), &document); err != nil {
				t.Fatal(err)
			}
			delete(document, "StatementId") // a resource has a logical id instead
			want[kind] = append(want[kind], document)
		}
		got := s.documents()
		for _, kind := range []string{"trust-policy", "execution-policy", "invocation-policy", "caller-trust", "caller-policy"} {
			if !same(got[kind], want[kind]) {
				t.Errorf("%s: %s\nthe template says %v\nthe files say     %v", v, kind, got[kind], want[kind])
			}
			compared += len(want[kind])
		}
		if t.Failed() {
			return
		}
	}
	if compared < 500 {
		t.Errorf("got %d documents compared, want more", compared)
	}
}

// same tells whether two lists hold the same documents in any order.
func same(a, b []any) bool {
	rest := slices.Clone(b)
	for _, x := range a {
		i := slices.IndexFunc(rest, func(y any) bool { return reflect.DeepEqual(x, y) })
		if i < 0 {
			return false
		}
		rest = slices.Delete(rest, i, i+1)
	}
	return len(rest) == 0
}

// stack is a template with its references filled, as CloudFormation would fill them.
type stack struct {
	names     map[string]string // what references stand for
	created   map[string]string // placeholders of what the template creates
	resources map[string]any
}

func newStack(t *testing.T, f *generator.Function, text []byte) *stack {
	t.Helper()
	s := &stack{names: map[string]string{"Function": f.Name, "Api": "a1b2c3d4e5"}, created: map[string]string{}}
	for pseudo, placeholder := range map[string]string{"AWS::AccountId": "AWS_ACCOUNT_ID", "AWS::Region": "AWS_REGION", "AWS::Partition": "AWS_PARTITION"} {
		s.names[pseudo], _ = known(placeholder)
	}
	if f.Spec.Account != "" {
		s.names["AWS::AccountId"] = f.Spec.Account
	}
	if f.Spec.Region != "" {
		partitions := map[string]string{"eu-west-1": "aws", "cn-north-1": "aws-cn", "us-gov-west-1": "aws-us-gov"}
		s.names["AWS::Region"], s.names["AWS::Partition"] = f.Spec.Region, partitions[f.Spec.Region]
	}
	var root yaml.Node
	if err := yaml.Unmarshal(text, &root); err != nil {
		t.Fatal(err)
	}
	for _, placeholder := range f.Placeholders() {
		words := strings.Split(strings.ToLower(placeholder), "_")
		for i, word := range words {
			words[i] = strings.ToUpper(word[:1]) + word[1:]
		}
		s.names[strings.Join(words, "")], _ = known(placeholder) // the parameter DataBucket
	}
	for _, use := range f.Spec.Triggers {
		s.create(use)
		s.source(t, f, use)
	}
	document := s.value(root.Content[0]).(map[string]any)
	s.resources = document["Resources"].(map[string]any)
	for id, resource := range s.resources {
		if of, is := strings.CutSuffix(id, "Bucket"); is {
			s.created[strings.TrimPrefix(strings.ToUpper(of)+"_BUCKET", "S3_")] = property(resource, "BucketName").(string)
		}
	}
	return s
}

// create says what stands for the source of a trigger that the template creates: by a reference to one of its attributes, or
// by the name that the template gives it.
func (s *stack) create(use spec.Use) {
	kind := aws.FindTrigger(use.ID)
	for _, p := range kind.Params {
		if !p.Identifies || p.Placeholder == "" {
			continue
		}
		placeholder := strings.ToUpper(strings.ReplaceAll(use.Name, "-", "_")) + "_" + p.Placeholder
		if use.Name == use.ID {
			placeholder = p.Placeholder
		}
		id := pascal(use.Name)
		value, _ := known(placeholder)
		if reference, own := strings.CutPrefix(kind.CreatedAs, "{@Own"); own {
			s.names[id+strings.TrimSuffix(reference, "}")] = value
		} else if reference, shared := strings.CutPrefix(kind.CreatedAs, "{@"); shared {
			s.names[strings.TrimSuffix(reference, "}")] = value
		} else if strings.HasPrefix(kind.CreatedAs, "{unique}") && use.Params[p.Name] == nil {
			s.created[placeholder] = strings.NewReplacer("{unique}", "hello-"+use.Name,
				"{account}", s.names["AWS::AccountId"], "{region}", s.names["AWS::Region"]).Replace(kind.CreatedAs)
		}
	}
}

// pascal writes a trigger's name as the names of its resources begin.
func pascal(name string) string {
	var id strings.Builder
	for word := range strings.SplitSeq(name, "-") {
		id.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return id.String()
}

// source says what stands for the ARN of a created source that a mapping reads.
func (s *stack) source(t *testing.T, f *generator.Function, use spec.Use) {
	t.Helper()
	mapping := aws.FindTrigger(use.ID).Mapping
	if mapping == nil || mapping.Created == "" {
		return
	}
	for _, file := range f.PolicyFiles() {
		if file.Path == "policies/event-source."+use.Name+".json" {
			var request struct{ EventSourceArn string }
			decode(t, policy.Fill(string(file.Data), s.fill), &request)
			s.names[strings.NewReplacer("{@Own", pascal(use.Name), "}", "").Replace(mapping.Created)] = request.EventSourceArn
		}
	}
}

// fill is what a placeholder of the JSON files stands for where the template is deployed.
func (s *stack) fill(placeholder string) (string, bool) {
	if created, ok := s.created[placeholder]; ok {
		return created, true
	}
	for pseudo, name := range map[string]string{"AWS::AccountId": "AWS_ACCOUNT_ID", "AWS::Region": "AWS_REGION", "AWS::Partition": "AWS_PARTITION"} {
		if name == placeholder {
			return s.names[pseudo], true
		}
	}
	return known(placeholder)
}

var reference = regexp.MustCompile(`\$\{([^}]*)\}`)

// value is a node as CloudFormation reads it. A reference to what is not known stays as it is, and so differs.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
func (s *stack) value(n *yaml.Node) any {
	switch {
	case n.Tag == "!Sub":
		return reference.ReplaceAllStringFunc(n.Value, func(text string) string {
			name := text[2 : len(text)-1]
			if literal, escaped := strings.CutPrefix(name, "!"); escaped {
				return "${" + literal + "}"
			}
			if value, ok := s.names[name]; ok {
				return value
			}
			return "unknown " + text
		})
	case n.Tag == "!Ref", n.Tag == "!GetAtt":
		if value, ok := s.names[n.Value]; ok {
			return value
		}
		return "unknown " + n.Value
	case n.Tag == "!!bool":
		return n.Value == "true"
	case n.Kind == yaml.MappingNode:
		object := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			object[n.Content[i].Value] = s.value(n.Content[i+1])
		}
		return object
	case n.Kind == yaml.SequenceNode:
		list := []any{}
		for _, element := range n.Content {
			list = append(list, s.value(element))
		}
		return list
	}
	return n.Value
}

// documents are the policies and permissions of the template, by the kind of the file that says the same.
func (s *stack) documents() map[string][]any {
	documents := map[string][]any{}
	for _, id := range slices.Sorted(maps.Keys(s.resources)) {
		resource := s.resources[id].(map[string]any)
		switch resource["Type"] {
		case "AWS::IAM::Role":
			trust, allowed := "trust-policy", "execution-policy"
			if strings.HasSuffix(id, "CallerRole") {
				trust, allowed = "caller-trust", "caller-policy"
			}
			documents[trust] = append(documents[trust], property(resource, "AssumeRolePolicyDocument"))
			inline, _ := property(resource, "Policies").([]any)
			for _, p := range inline {
				documents[allowed] = append(documents[allowed], p.(map[string]any)["PolicyDocument"])
			}
		case "AWS::Lambda::Permission":
			documents["invocation-policy"] = append(documents["invocation-policy"], resource["Properties"])
		}
	}
	return documents
}

func property(resource any, name string) any {
	properties, _ := resource.(map[string]any)["Properties"].(map[string]any)
	return properties[name]
}
