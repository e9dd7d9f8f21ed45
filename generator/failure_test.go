package generator

import (
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/templates"
)

// What a trigger creates and the queue for failures are never one resource, whatever the trigger is called.
func TestFailureQueueTaken(t *testing.T) {
	resolved, err := spec.Resolve(spec.Spec{
		Name: "hello", OnFailure: "sqs", Deploy: spec.SAM, Triggers: []spec.Use{{ID: "sqs", Name: "failure"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	f, err := New(templates.FS).Function(resolved)
	if err != nil {
		t.Fatal(err)
	}
	stack, err := f.newStack()
	if err != nil {
		t.Fatal(err)
	}
	stack.onFailure()
	var names []string
	for _, resource := range stack.resources.Members {
		names = append(names, resource.Name)
	}
	if want := []string{"FailureDeadLetters", "FailureQueue2", "FailureMapping", "FailureQueue"}; !slices.Equal(names, want) {
		t.Errorf("got %q, want %q", names, want)
	}
}

// Of a destination that exists the reason says what its key asks for, of one that is created, which has none, it does not.
func TestFailureKey(t *testing.T) {
	for destination, want := range map[string]string{
		"sqs": "", "sns": "", "eventbridge": "",
		"arn:aws:sqs:eu-west-1:123456789012:failed": "kms:Decrypt and kms:GenerateDataKey on that key",
		"arn:aws:sns:eu-west-1:123456789012:failed": "kms:Decrypt and kms:GenerateDataKey on that key",
		"arn:aws:s3:::failed":                       "for kms:GenerateDataKey on that key",
	} {
		resolved, err := spec.Resolve(spec.Spec{Name: "hello", OnFailure: destination})
		if err != nil {
			t.Fatal(err)
		}
		f, err := New(templates.FS).Function(resolved)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range f.ExecutionPolicy().Statement {
			if strings.HasSuffix(s.Sid, "Failures") && s.Sid != "ListFailures" && (strings.Contains(s.Why, "kms:") != (want != "") || !strings.Contains(s.Why, want)) {
				t.Errorf("%s: %s: %s", destination, s.Sid, s.Why)
			}
		}
	}
}
