package cfnlint_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/cfnlint"
)

// The template lints clean as written and expanded. cfn-lint is installed by bash .ci/parts.
func TestClean(t *testing.T) {
	if findings := cfnlint.Check(t, []cfnlint.Template{{Name: "hello", Text: hello(t)}}); len(findings) > 0 {
		t.Errorf("got %v", findings)
	}
}

// Each change for the worse is found, in the form where it shows, which for many is only the expansion: a template that cannot be expanded, an action that IAM
// does not have, state without a policy, a circle of dependencies, text that is no YAML. Installed by bash .ci/parts.
func TestFindings(t *testing.T) {
	cases := []struct {
		name, from, to string
		want           []string
	}{
		{"action", "xray:PutTraceSegments", "xray:PutNothing", []string{"W3037 expanded"}},
		{"runtime", "nodejs24.x", "nodejs12.x", []string{"E2533", "E2533 expanded"}},
		{"state", "    UpdateReplacePolicy: Delete\n", "", []string{"I3011", "I3011 expanded"}},
		{"expansion", "OpenApiVersion: 3.0.1", "OpenApiVersion: 3.0", []string{"SAM expanded"}},
		{"circle", "LogGroupName: /aws/lambda/hello", "LogGroupName: !Sub /aws/lambda/${Function}", []string{"E3004 expanded"}},
		{"text", "Resources:", "Resources: [", []string{"E0000"}},
	}
	var templates []cfnlint.Template
	for _, c := range cases {
		text := strings.Replace(hello(t), c.from, c.to, 1)
		if text == hello(t) {
			t.Fatalf("%s changes nothing", c.name)
		}
		templates = append(templates, cfnlint.Template{Name: c.name, Text: text})
	}
	got := map[string][]string{}
	for _, f := range cfnlint.Check(t, templates) {
		rule := f.Rule
		if f.Expanded {
			rule += " expanded"
		}
		if !slices.Contains(got[f.Template], rule) {
			got[f.Template] = append(got[f.Template], rule)
		}
	}
	for _, c := range cases {
		for _, rule := range c.want {
			if !slices.Contains(got[c.name], rule) {
				t.Errorf("%s: got %q, want %s too", c.name, got[c.name], rule)
			}
		}
	}
}

// What a template costs in a batch, start-up included. cfn-lint is installed by bash .ci/parts.
func BenchmarkCheck(b *testing.B) {
	for _, count := range []int{1, 20} {
		var templates []cfnlint.Template
		for i := range count {
			templates = append(templates, cfnlint.Template{Name: fmt.Sprint(i), Text: hello(b)})
		}
		b.Run(fmt.Sprint(count), func(b *testing.B) {
			for b.Loop() {
				cfnlint.Check(b, templates)
			}
			b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N*count), "ms/template")
		})
	}
}

func hello(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("testdata/hello.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
