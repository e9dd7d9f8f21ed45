package proof

import (
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/internal/awscli"
)

// known is what a person fills in for a placeholder; false is a name that nobody has thought of here.
func known(placeholder string) (string, bool) {
	switch placeholder {
	case "AWS_ACCOUNT_ID":
		return "123456789012", true
	case "AWS_REGION":
		return awscli.Region, true
	case "AWS_PARTITION":
		return "aws", true
	}
	for end, value := range map[string]string{"API_ID": "a1b2c3d4e5", "DATA_BUCKET": "my-data", "BUCKET": "my-uploads-2", "TABLE": "Orders"} {
		if placeholder == end || strings.HasSuffix(placeholder, "_"+end) && end != "DATA_BUCKET" {
			return value, true
		}
	}
	return "", false
}

// ready are the files of policies/ with their placeholders filled, by name.
func ready(t testing.TB, f *generator.Function) map[string]string {
	t.Helper()
	files := map[string]string{}
	for file := range render(t, f).All() {
		name, below := strings.CutPrefix(file.Path, "policies/")
		if !below || !strings.HasSuffix(name, ".json") {
			continue
		}
		files[name] = policy.Fill(string(file.Data), known)
		if open := policy.Placeholders(files[name]); len(open) > 0 {
			t.Fatalf("%s: nothing is known for %q", name, open)
		}
	}
	return files
}
