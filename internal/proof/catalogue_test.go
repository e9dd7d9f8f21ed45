package proof

import (
	"encoding/json"
	"fmt"
	"iter"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
	"github.com/seed-0554dd89/scaffold/internal/botomodel"
	"github.com/seed-0554dd89/scaffold/internal/cfnlint"
	"github.com/seed-0554dd89/scaffold/internal/eslint"
	"github.com/seed-0554dd89/scaffold/internal/nodetest"
)

// one is a function with one trigger of the catalogue.
type one struct {
	kind *aws.Trigger
	name string
	*generator.Function
}

// bare are functions with each trigger of the catalogue, with no more said than must be.
func bare(t testing.TB, args ...string) []one {
	t.Helper()
	return each(t, "bare", func(*aws.Param) bool { return false }, args)
}

// full are functions with each trigger of the catalogue, with all said that can stand together.
func full(t testing.TB, args ...string) []one {
	t.Helper()
	return each(t, "full", func(p *aws.Param) bool { return p.Example != "" }, args)
}

func each(t testing.TB, name string, say func(*aws.Param) bool, args []string) []one {
	t.Helper()
	var all []one
	for _, kind := range aws.Triggers() {
		use := spec.Use{ID: kind.ID, Params: map[string]any{}}
		for i := range kind.Params {
			p := &kind.Params[i]
			if !p.Required && !say(p) {
				continue
			}
			use.Params[p.Name] = example(p)
			if s := parse(t, append([]string{"hello"}, "--trigger", flag(use))); !resolves(s) {
				delete(use.Params, p.Name)
			}
		}
		s := parse(t, append([]string{"hello", "--trigger", flag(use)}, args...))
		if len(kind.Event.Keys) == 0 {
			s.Keys = slices.DeleteFunc(s.Keys, func(k spec.Key) bool { return k.Required })
		}
		all = append(all, one{kind, fmt.Sprint(kind.ID, " ", name, " ", args), function(t, s)})
	}
	return all
}

func resolves(s spec.Spec) bool {
	_, err := spec.Resolve(s)
	return err == nil
}

// example is a value of a parameter.
func example(p *aws.Param) any {
	switch p.Type {
	case aws.Boolean:
		return true
	case aws.Integer:
		n, err := strconv.Atoi(p.Example)
		if err != nil {
			panic(p.Name + " has no example")
		}
		return n
	case aws.List:
		return []string{p.Example}
	case aws.Object:
		return spec.JSON(p.Example)
	}
	if p.Example == "" && len(p.Enum) > 0 {
		return p.Enum[0]
	}
	return p.Example
}

func flag(use spec.Use) string {
	args := spec.Args(spec.Spec{Name: "hello", Triggers: []spec.Use{use}})
	return args[slices.Index(args, "--trigger")+1]
}

var faceArgs = [][]string{
	{"--runtime", "nodejs24.x"}, {"--runtime", "nodejs22.x", "--style", "async"}, {"--runtime", "nodejs22.x", "--style", "callback"}, {"--runtime", "nodejs22.x", "--style", "context"},
}

// every is the catalogue in every style, with keys and without.
func every(t testing.TB) []one {
	t.Helper()
	var all []one
	for i, face := range faceArgs {
		keys := []string{"--key", "key1=a", "--key", "count:=1", "--key", `filter:={"state":"open"}`, "--key", "on:=true"}
		all = append(all, bare(t, append(slices.Clone(keys), face...)...)...)
		if i%2 == 0 {
			all = append(all, full(t, face...)...)
		} else {
			all = append(all, bare(t, face...)...)
		}
	}
	return all
}

// The tests that come with a function of each trigger pass, and ESLint has nothing to say. Node.js and ESLint are installed
// by bash .ci/parts.
func TestCatalogueOwnTests(t *testing.T) {
	dirs := map[int][]string{}
	names := map[int][]string{}
	var alldirs []string
	for _, f := range every(t) {
		major := 22
		if strings.HasPrefix(f.Spec.Runtime, "nodejs24") {
			major = 24
		}
		dir := write(t, render(t, f.Function))
		dirs[major], names[major] = append(dirs[major], dir), append(names[major], f.name)
		alldirs = append(alldirs, dir)
	}
	for major := range dirs {
		for i, result := range nodetest.Run(t, major, dirs[major]) {
			if !result.OK() || result.Passed < 3 || result.Skipped > 0 {
				t.Errorf("%s: %v", names[major][i], result)
			}
		}
	}
	for _, finding := range eslint.Check(t, alldirs) {
		t.Errorf("%v", finding)
	}
}

// The sample event of each trigger is what aws-lambda-go takes for its event, and bears the trigger's marks and no other's.
func TestCatalogueEvents(t *testing.T) {
	for _, all := range [][]one{bare(t, "--key", "key1=a"), full(t, "--key", "key1=a", "--key", "n:=1.5", "--key", "list:=[1]")} {
		for _, f := range all {
			sample, ok := render(t, f.Function).Lookup("events/" + f.Triggers[0].Name + ".json")
			if !ok {
				t.Fatalf("%s has no sample event", f.name)
			}
			if name := f.kind.TypeName("go"); name != "" {
				if lost := throughGo(t, name, sample.Data); len(lost) > 0 {
					t.Errorf("%s: %s does not carry %q", f.name, name, lost)
				}
			}
			for _, other := range aws.Triggers() {
				// Those that exclude each other need no marks to tell them apart.
				bears := len(other.Event.Marks) > 0 && generator.Bears(other, sample.Data)
				if bears != (other == f.kind && len(other.Event.Marks) > 0) && !f.kind.ExcludesOther(other) {
					t.Errorf("%s: its sample bears the marks of %s: %v", f.name, other.ID, bears)
				}
			}
		}
	}
}

// Requests are what AWS's model takes, with placeholders filled in as policy render does. botocore is installed by bash
// .ci/parts.
func TestCatalogueRequests(t *testing.T) {
	var requests []botomodel.Request
	for _, place := range places[3:] {
		for _, f := range slices.Concat(bare(t, place.args...), full(t, place.args...)) {
			for file := range render(t, f.Function).All() {
				operation := ""
				switch base := filepath.Base(file.Path); {
				case strings.HasPrefix(base, "invocation-policy."):
					operation = "AddPermission"
				case strings.HasPrefix(base, "event-source."):
					operation = "CreateEventSourceMapping"
				default:
					continue
				}
				requests = append(requests, botomodel.Request{Name: f.name + " " + file.Path, Operation: operation, JSON: filledIn(f, file.Data)})
			}
		}
	}
	for _, problem := range botomodel.Check(t, requests) {
		t.Errorf("%v", problem)
	}
}

// filledIn puts the examples of parameters for their placeholders.
func filledIn(f one, text []byte) []byte {
	filled := string(text)
	for _, p := range f.kind.Params {
		if p.Placeholder != "" {
			filled = strings.ReplaceAll(filled, "${"+p.Placeholder+"}", p.Example)
		}
	}
	return []byte(filled)
}

// Templates, and policies in each partition, are what cfn-lint has nothing to say about, informational rules included. It
// is installed by bash .ci/parts. The everyday run takes the functions whose triggers have all their parameters, and one
// partition.
func TestCatalogueTemplates(t *testing.T) {
	var templates []cfnlint.Template
	functions, partitions := full(t, "--deploy", "sam"), places[3:4]
	if long {
		functions, partitions = append(functions, bare(t, "--deploy", "sam")...), places[3:]
	}
	for _, f := range functions {
		file, _ := render(t, f.Function).Lookup("template.yaml")
		templates = append(templates, cfnlint.Template{Name: f.name, Text: string(file.Data)})
	}
	for _, place := range partitions {
		for _, f := range full(t, place.args...) {
			templates = append(templates, cfnlint.Template{Name: f.name, Text: asTemplate(t, f)})
		}
	}
	for batch := range slices.Chunk(templates, 30) {
		for _, finding := range cfnlint.Check(t, batch) {
			t.Errorf("%v", finding)
		}
	}
}

// asTemplate puts the policy documents of a function into resources that hold such documents.
func asTemplate(t testing.TB, f one) string {
	t.Helper()
	resources := map[string]any{}
	files := render(t, f.Function)
	role := func(trust, policy string) {
		properties := map[string]any{"AssumeRolePolicyDocument": document(t, f, files.All(), trust)}
		if found := document(t, f, files.All(), policy); found != nil {
			properties["Policies"] = []any{map[string]any{"PolicyName": "it", "PolicyDocument": found}}
		}
		resources[fmt.Sprint("Role", len(resources))] = map[string]any{"Type": "AWS::IAM::Role", "Properties": properties}
	}
	role("trust-policy.json", "execution-policy.json")
	if f.kind.Caller != nil {
		role(f.Triggers[0].CallerTrustFile(), f.Triggers[0].CallerPolicyFile())
	}
	text, err := json.Marshal(map[string]any{"AWSTemplateFormatVersion": "2010-09-09", "Resources": resources})
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func document(t testing.TB, f one, files iter.Seq[tree.File], name string) any {
	t.Helper()
	for file := range files {
		if file.Path == "policies/"+name {
			var value any
			if err := json.Unmarshal(filledIn(f, file.Data), &value); err != nil {
				t.Fatal(err)
			}
			return value
		}
	}
	return nil
}
