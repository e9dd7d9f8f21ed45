package proof

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// pure are the variants that are rendered and not run: the whole product, thinned out to what a test run can wait for.
func pure() []variant {
	if long {
		return with(3000)
	}
	return with(500)
}

// What is generated has the form that its name promises, stands below the function's directory, and says of itself
// what is still open. No part is needed.
func TestRender(t *testing.T) {
	for _, v := range pure() {
		f := v.function(t)
		files := render(t, f)
		var policies []string
		for file := range files.All() {
			if problem := malformed(file); problem != nil {
				t.Errorf("%s: %s: %v\n%s", v, file.Path, problem, file.Data)
			}
			if err := tree.CheckPath(file.Path); err != nil {
				t.Errorf("%s: %v", v, err)
			}
			if strings.HasPrefix(file.Path, "policies/") && strings.HasSuffix(file.Path, ".json") {
				policies = append(policies, string(file.Data))
			}
		}
		if got := policy.Placeholders(policies...); !slices.Equal(got, f.Placeholders()) {
			t.Errorf("%s: the files hold the placeholders %q, the function says %q", v, got, f.Placeholders())
		}
		if t.Failed() {
			return
		}
	}
}

func malformed(file tree.File) error {
	var into any
	switch {
	case strings.HasSuffix(file.Path, ".json"):
		return json.Unmarshal(file.Data, &into)
	case strings.HasSuffix(file.Path, ".yaml"):
		return yaml.Unmarshal(file.Data, &into)
	}
	return nil
}

// An ARN names a partition only where the region says which: elsewhere it would be wrong in China and GovCloud. What a
// person wrote into a statement stays as it is.
func TestPartition(t *testing.T) {
	for _, v := range pure() {
		f := v.function(t)
		literal := "arn:" + map[string]string{"aws": "aws", "region": "aws", "aws-cn": "aws-cn", "aws-us-gov": "aws-us-gov"}[places[v[6]].name] + ":"
		for file := range render(t, f).All() {
			if strings.HasPrefix(file.Path, "events/") || strings.Contains(file.Path, "test") {
				continue // samples, and tests that expect what stands in them
			}
			text := bytes.ReplaceAll(file.Data, []byte("arn:aws:s3:::homes/"), nil)
			if file.Path == "policies/README.md" {
				text = bytes.ReplaceAll(text, []byte("`arn:aws:logs:*:*:*`"), nil) // the counter-example
			}
			for _, partition := range []string{"arn:aws:", "arn:aws-cn:", "arn:aws-us-gov:"} {
				if i := bytes.Index(text, []byte(partition)); i >= 0 && (partition != literal || file.Path == "template.yaml") {
					t.Fatalf("%s: %s: got %s", v, file.Path, text[i:min(len(text), i+60)])
				}
			}
		}
	}
}

// Each statement of the execution policy says what asked for it, and no two statements share an id.
func TestStatements(t *testing.T) {
	for _, v := range pure() {
		f := v.function(t)
		sids := map[string]bool{}
		for _, s := range f.ExecutionPolicy().Statement {
			if s.Why == "" {
				t.Errorf("%s: nothing says why the function may %v", v, s.Action)
			}
			if s.Sid != "" && sids[s.Sid] {
				t.Errorf("%s: two statements are called %s", v, s.Sid)
			}
			sids[s.Sid] = true
		}
		ids := map[string]bool{}
		for _, trigger := range f.Triggers {
			for _, p := range trigger.Permissions() {
				if p.Why == "" || ids[p.StatementID] {
					t.Errorf("%s: the permission %q says no reason or shares its id", v, p.StatementID)
				}
				ids[p.StatementID] = true
			}
		}
	}
}
