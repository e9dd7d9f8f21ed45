package generator

import (
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/templates"
)

// typed is a function in TypeScript with the triggers.
func typed(t *testing.T, triggers ...spec.Use) *Function {
	t.Helper()
	s, err := spec.Resolve(spec.Spec{Name: "hello", Language: "typescript", Keys: []spec.Key{{Name: "id", Default: `"none"`}}, Triggers: triggers})
	if err != nil {
		t.Fatal(err)
	}
	f, err := New(templates.FS).Function(s)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestTypeNames(t *testing.T) {
	for text, want := range map[string][]string{
		"SQSEvent": {"SQSEvent"},
		"EventBridgeEvent<string, Record<string, unknown>>":                  {"EventBridgeEvent", "Record"},
		`CodeCommitTrigger["codecommit"]["References"]`:                      {"CodeCommitTrigger"},
		"{ Records: (DynamoDBRecord & { Keys?: Record<string, Value> })[] }": {"DynamoDBRecord", "Record", "Value"},
		"string | undefined": nil,
	} {
		if got := slices.Collect(typeNames(text)); !slices.Equal(got, want) {
			t.Errorf("typeNames(%q) = %q, want %q", text, got, want)
		}
	}
}

// Types that are named come from the library, each once; of one kind, triggers whose events carry another thing
// than the first one's have names of their own.
func TestImports(t *testing.T) {
	from := func(name string) spec.Use {
		return spec.Use{ID: "sqs", Name: name, Params: map[string]any{"queue": name}}
	}
	rules := from("rules")
	rules.Params["from-rule"] = "orders"
	f := typed(t, from("plain"), rules)
	if got := strings.Join(f.Imports("Context"), " "); got != "Context EventBridgeEvent SQSEvent SQSMessageAttributes" {
		t.Errorf("got %s", got)
	}
	var kinds []string
	for _, trigger := range f.Triggers {
		kinds = append(kinds, trigger.Names.Source)
	}
	if want := []string{"SqsSource", "SqsRulesSource"}; !slices.Equal(kinds, want) {
		t.Errorf("got %q, want %q", kinds, want)
	}
}
