package proof

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/internal/cfnlint"
)

// The template of a function with any access lints clean, as do its policies in each partition: those of the simulations,
// and each access in each mode with nothing else said, so that names are asked for. cfn-lint is installed by bash .ci/parts.
func TestAccessLint(t *testing.T) {
	var templates []cfnlint.Template
	for i, access := range accessChunks() {
		f := function(t, parse(t, append([]string{"hello", "--deploy", "sam"}, access...)))
		text, err := f.Template()
		if err != nil {
			t.Fatal(err)
		}
		templates = append(templates, cfnlint.Template{Name: fmt.Sprint("template ", i), Text: string(text)})
		for _, region := range []string{"eu-west-1", "cn-north-1", "us-gov-west-1"} {
			f := function(t, parse(t, append([]string{"hello", "--account", "123456789012", "--region", region}, access...)))
			templates = append(templates, cfnlint.Template{Name: fmt.Sprint("policy ", i, " in ", region), Text: wrapped(t, f)})
		}
	}
	for _, finding := range cfnlint.Check(t, templates) {
		t.Error(finding)
	}
}

// A template with each destination for failures lints clean, created or existing. cfn-lint is installed by bash .ci/parts.
func TestOnFailureLint(t *testing.T) {
	var templates []cfnlint.Template
	for _, where := range append(spec.OnFailures(), "arn:aws:sqs:eu-west-1:123456789012:failed") {
		text, err := function(t, parse(t, []string{"hello", "--deploy", "sam", "--on-failure", where})).Template()
		if err != nil {
			t.Fatal(err)
		}
		templates = append(templates, cfnlint.Template{Name: where, Text: string(text)})
	}
	for _, finding := range cfnlint.Check(t, templates) {
		t.Error(finding)
	}
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

// wrapped is the execution policy as the one resource of a template.
func wrapped(t *testing.T, f *generator.Function) string {
	t.Helper()
	text, err := json.Marshal(map[string]any{
		"AWSTemplateFormatVersion": "2010-09-09",
		"Resources": map[string]any{"Policy": map[string]any{
			"Type":       "AWS::IAM::RolePolicy",
			"Properties": map[string]any{"RoleName": "hello", "PolicyName": "execution", "PolicyDocument": f.ExecutionPolicy()},
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
