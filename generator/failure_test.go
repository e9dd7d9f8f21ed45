package generator

import (
	"slices"
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
