package generator

import (
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/templates"
)

// What a trigger creates and the queue for failures are never one resource.
func TestFailureQueueTaken(t *testing.T) {
	resolved, err := spec.Resolve(spec.Spec{Name: "hello", OnFailure: "sqs", Deploy: spec.SAM})
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
	before := stack.resources
	if _, err := stack.onFailure(); err != nil {
		t.Errorf("alone: got %v", err)
	}
	stack.resources = before
	stack.resources.Members = []spec.Member{{Name: "FailureQueue", Value: spec.Value{Type: spec.Object}}}
	if _, err := stack.onFailure(); err == nil || !strings.Contains(err.Error(), "FailureQueue") {
		t.Errorf("taken: got %v, want it refused", err)
	}
}
