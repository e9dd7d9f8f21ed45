package proof

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/botomodel"
)

// A function in Go tells services what became of an event through AWS's SDK, whose inputs have fields with types: whatever JSON
// is told fits them, and AWS's model takes what the SDK makes of it. botocore is installed by bash .ci/parts.
func TestGoReports(t *testing.T) {
	t.Parallel()
	f := function(t, parse(t, reporting("--runtime", "provided.al2023")))
	working, failing := write(t, render(t, f)), write(t, render(t, f))
	main := filepath.Join(failing, "main.go")
	text, err := os.ReadFile(main)
	if err != nil {
		t.Fatal(err)
	}
	handler, _, _ := strings.Cut(string(text), "func handle(")
	handler = strings.Replace(handler, "\t\"fmt\"\n", "\t\"errors\"\n", 1) + `func handle(_ context.Context, _ Keys, _ Source) (any, error) {
	return nil, errors.New("no luck")
}
`
	if err := os.WriteFile(main, []byte(handler), 0o600); err != nil {
		t.Fatal(err)
	}
	service := startServices(t)
	instances := goRunner{env: map[string]string{
		"AWS_ENDPOINT_URL": service.URL, "AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b", "AWS_MAX_ATTEMPTS": "1",
	}}.start(t, "go", []home{{dir: working}, {dir: failing}})
	var requests []botomodel.Request
	for i, instance := range instances {
		failed := i == 1
		for j, trigger := range f.Triggers {
			facts := f.Spec.Triggers[j].Trigger().Reply.Report
			answer, err := instance.invoke(reportedEvent(t, f, trigger.Name, service))
			if err != nil {
				t.Fatal(err)
			}
			told := service.take()
			if len(told) != 1 && !(failed && facts.Failed == nil) {
				t.Errorf("%s: told %d times, want once: %v", trigger.Name, len(told), answer.Err)
			}
			for _, request := range told {
				requests = append(requests, check(t, trigger.Name+" go", facts, failed, request)...)
			}
			if wrong := answer.Err != nil; wrong != (failed && facts.Failed == nil) {
				t.Errorf("%s: the invocation failed: %v", trigger.Name, answer.Err)
			}
		}
	}
	for _, problem := range botomodel.Check(t, requests) {
		t.Errorf("%v", problem)
	}
}
