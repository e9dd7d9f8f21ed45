package proof

import (
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/internal/awscli"
)

// known is what a person fills in for a placeholder; false is a name that nobody has thought of here.
func known(placeholder string) (string, bool) {
	for _, kind := range aws.Triggers() {
		name, _ := strings.CutPrefix(placeholder, strings.ToUpper(strings.ReplaceAll("my-"+kind.ID, "-", "_"))+"_")
		for _, p := range kind.Params {
			if p.Placeholder == name && p.Placeholder != placeholder {
				return p.Example, true
			}
		}
	}
	switch {
	case placeholder == "AWS_ACCOUNT_ID":
		return "123456789012", true
	case placeholder == "AWS_REGION":
		return awscli.Region, true
	case placeholder == "AWS_PARTITION":
		return "aws", true
	case strings.HasSuffix(placeholder, "API_ID"):
		return "a1b2c3d4e5", true
	case placeholder == "DATA_BUCKET":
		return "my-data", true
	case strings.HasSuffix(placeholder, "BUCKET"):
		return "my-uploads-2", true
	case placeholder == "TABLE":
		return "Orders", true
	case placeholder == "METRIC_NAMESPACE":
		return "Shop", true
	case placeholder == "MODEL":
		return "amazon.nova-lite-v1:0", true
	case placeholder == "SECRET":
		return "shop/db", true
	case placeholder == "SES_IDENTITY":
		return "example.com", true
	case placeholder == "TARGET_TOPIC":
		return "orders", true
	}
	first := strings.TrimRight(placeholder, "_0123456789") // several accesses of a kind are numbered
	for _, a := range aws.Accesses() {
		for _, p := range a.Params {
			if p.Placeholder == first {
				return p.Example, true
			}
		}
	}
	return "", false
}

// ready are the files of policies/ with their placeholders filled, by name.
func ready(t testing.TB, f *generator.Function) map[string]string {
	t.Helper()
	values := map[string]string{}
	open := *f
	for _, name := range f.Placeholders() {
		value, ok := known(name)
		switch {
		case name == "AWS_ACCOUNT_ID":
			open.Spec.Account = value
		case name == "AWS_REGION", name == "AWS_PARTITION":
			open.Spec.Region = awscli.Region // the partition follows from it
		default:
			values[name] = value
		}
		if strings.HasSuffix(name, "QUEUE") && slices.ContainsFunc(f.Spec.Triggers, func(u spec.Use) bool { return u.Params["fifo"] == true }) {
			values[name] += ".fifo" // what exists says by its name that it is one
		}
		if !ok {
			t.Fatalf("nothing is known for %s", name)
		}
	}
	filled, err := give(t, &open, values)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, file := range filled.PolicyFiles() {
		files[strings.TrimPrefix(file.Path, "policies/")] = string(file.Data)
	}
	return files
}
