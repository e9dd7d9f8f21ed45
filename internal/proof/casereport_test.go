package proof

import (
	"maps"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// report is what a service is told of an event that it takes no answer of, written by hand for each: by which operation,
// and in what, where the handler answered and where it failed. Members of an object that the handler answers are told besides, and
// another value as it says.
type report struct {
	done, failed func(event any) call
	value        func(text string) map[string]any
	reason       func(input map[string]any, message string)
}

var reports = map[string]report{
	"codepipeline": {
		done: func(event any) call {
			return call{Told: "putjobsuccessresult", Input: map[string]any{"jobId": read(event, aws.Path{"CodePipeline.job", "id"})}}
		},
		failed: func(event any) call {
			return call{Told: "putjobfailureresult", Input: map[string]any{"jobId": read(event, aws.Path{"CodePipeline.job", "id"})}}
		},
		value: func(text string) map[string]any {
			return map[string]any{"executionDetails": map[string]any{"summary": text}}
		},
		reason: func(input map[string]any, message string) {
			input["failureDetails"] = map[string]any{"type": "JobFailed", "message": message}
		},
	},
	"codedeploy-hook": {done: hookStatus("Succeeded"), failed: hookStatus("Failed")},
	"cloudformation-custom-resource": {
		done: customised("SUCCESS"), failed: customised("FAILED"),
		value:  func(text string) map[string]any { return map[string]any{"Data": map[string]any{"result": text}} },
		reason: func(input map[string]any, message string) { input["Reason"] = message },
	},
}

func hookStatus(status string) func(event any) call {
	return func(event any) call {
		return call{Told: "putlifecycleeventhookexecutionstatus", Input: map[string]any{
			"deploymentId":                  read(event, aws.Path{"DeploymentId"}),
			"lifecycleEventHookExecutionId": read(event, aws.Path{"LifecycleEventHookExecutionId"}), "status": status,
		}}
	}
}

// A resource that is being created has the id of its request.
func customised(status string) func(event any) call {
	return func(event any) call {
		id := read(event, aws.Path{"PhysicalResourceId"})
		if id == nil {
			id = read(event, aws.Path{"RequestId"})
		}
		return call{Told: told(read(event, aws.Path{"ResponseURL"}).(string)), Input: map[string]any{
			"Status": status, "PhysicalResourceId": id, "StackId": read(event, aws.Path{"StackId"}),
			"RequestId": read(event, aws.Path{"RequestId"}), "LogicalResourceId": read(event, aws.Path{"LogicalResourceId"}),
		}}
	}
}

// told is an operation or URL as every language has it: in lower case, without underscores.
func told(name string) string { return strings.ReplaceAll(strings.ToLower(name), "_", "") }

// reportOf is what becomes of an event whose sender is told elsewhere: nothing, and what is told.
func reportOf(t testing.TB, kind *aws.Trigger, event any, o became) answer {
	t.Helper()
	r, known := reports[kind.ID]
	if !known {
		t.Fatalf("reports does not say what %s is told", kind.ID)
	}
	if o.failed() {
		c := r.failed(event)
		if r.reason != nil {
			r.reason(c.Input, strings.TrimPrefix(o.failure(), "InputError: "))
		}
		return answer{Calls: []call{c}}
	}
	c := r.done(event)
	switch {
	case o.give == "json":
		maps.Copy(c.Input, answers["json"].(map[string]any))
	case r.value != nil && answers[o.give] != nil:
		maps.Copy(c.Input, r.value(textOf(o.give)))
	}
	return answer{Calls: []call{c}}
}
