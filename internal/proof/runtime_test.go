package proof

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// running is one variant under AWS's runtime client, among others in its process.
type running struct {
	variant
	*generator.Function
	home string // its directory
	instance
}

// start starts variants of one face.
func start(t *testing.T, face string, all []variant) []running {
	t.Helper()
	runs := make([]running, len(all))
	homes := make([]home, len(all))
	for i, v := range all {
		runs[i] = running{variant: v, Function: v.function(t), home: v.dir(t)}
		homes[i] = home{dir: runs[i].home, handler: runs[i].Code() + runs[i].Handler()}
	}
	for i, instance := range languageOf(face).runner.start(t, face, homes) {
		if instance.failed != nil {
			t.Fatalf("%s: %v", all[i], instance.failed)
		}
		runs[i].instance = instance
	}
	return runs
}

// sample is a sample event, which may be a list.
func (r running) sample(t *testing.T, name string) (event any) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(r.home, "events", name+".json"))
	if err == nil {
		err = json.Unmarshal(text, &event)
	}
	if err != nil {
		t.Fatalf("%s: %v", r.variant, err)
	}
	return event
}

func (r running) event(t *testing.T, name string) map[string]any {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(r.home, "events", name+".json"))
	var event map[string]any
	if err == nil {
		err = json.Unmarshal(text, &event)
	}
	if err != nil {
		t.Fatalf("%s: %v", r.variant, err)
	}
	return event
}

// keys are those of the sample events.
func (r running) keys(t *testing.T) spec.Value {
	t.Helper()
	text, err := json.Marshal(r.event(t, "direct"))
	if err != nil {
		t.Fatal(err)
	}
	return spec.JSON(text).Value()
}

// answer invokes the function and returns what its caller gets, or the name of its error behind "!".
func (r running) answer(t *testing.T, event any) any {
	t.Helper()
	text, err := json.Marshal(event)
	if err != nil {
		t.Fatal(err)
	}
	result, err := r.invoke(text)
	if err != nil {
		t.Fatalf("%s: %v", r.variant, err)
	}
	if result.Err != nil {
		return "!" + result.Err.Type + ": " + result.Err.Message
	}
	var answer any
	if err := json.Unmarshal(result.Body, &answer); err != nil {
		t.Fatalf("%s: %v: %s", r.variant, err, result.Body)
	}
	return answer
}

// Every variant under AWS's own runtime client: direct, from each trigger, with what the client gets wrong and with keys
// that are missing. The clients are installed by bash .ci/parts.
func TestInvoke(t *testing.T) {
	t.Parallel()
	for _, l := range languages {
		byFace(t, l.variants(), func(v variant) string { return v.face().name }, func(t *testing.T, face string, some []variant) {
			for _, r := range start(t, face, some) {
				checkDirect(t, r)
				for i := range r.Triggers {
					checkTrigger(t, r, i)
				}
			}
		})
	}
}

// checkTrigger hands a function the sample event of one of its triggers.
func checkTrigger(t *testing.T, r running, i int) {
	t.Helper()
	trigger := r.Triggers[i]
	reply := trigger.Reply
	if !trigger.Marked() {
		reply = aws.Value // its events are taken for direct invocations
	}
	switch reply {
	case aws.HTTP:
		checkHTTP(t, r, trigger.Name)
		return
	case aws.Reported:
		return // it would call AWS; see TestReports
	}
	sample := r.sample(t, trigger.Name)
	got := r.answer(t, sample)
	object, _ := got.(map[string]any)
	var want any
	switch reply {
	case aws.Echo:
		want = sample
	case aws.Value:
		want = greeting(r.Spec, r.keys(t))
		if len(trigger.Keys) == 0 {
			want = greeting(r.Spec, spec.Value{})
		}
	case aws.Shaped, aws.Records:
		if want = got; object == nil {
			want = "an object"
		}
	case aws.Ignore:
	case aws.Failures:
		want = map[string]any{"batchItemFailures": []any{}}
	default:
		t.Errorf("%s: %s: nothing says what to expect", r.variant, r.Spec.Triggers[i].ID)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s: %s: got %v, want %v", r.variant, trigger.Name, got, want)
	}
}

func checkDirect(t *testing.T, r running) {
	t.Helper()
	sample := r.event(t, "direct")
	want := any(greeting(r.Spec, r.keys(t)))
	if !r.Greets() {
		want = nil
	}
	if got := r.answer(t, sample); got != want {
		t.Errorf("%s: direct: got %q, want %q", r.variant, got, want)
	}
	if r.Greets() {
		want = greeting(r.Spec, spec.Value{})
	}
	got := r.answer(t, map[string]any{})
	if r.chose("required") {
		if text, _ := got.(string); !strings.HasPrefix(text, "!InputError: key ") || !strings.HasSuffix(text, " is required") {
			t.Errorf("%s: without keys: got %v, want an InputError", r.variant, got)
		}
	} else if got != want {
		t.Errorf("%s: without keys: got %q, want %q", r.variant, got, want)
	}
	for _, k := range r.Spec.Keys {
		sample[k.Name] = wrong(k)
		if text, _ := r.answer(t, sample).(string); !strings.HasPrefix(text, "!InputError: key ") {
			t.Errorf("%s: %s is %v: got %v, want an InputError", r.variant, k.Name, wrong(k), text)
		}
		delete(sample, k.Name)
	}
}

// wrong is a value that the key must not have.
func wrong(k spec.Key) any {
	if k.Type == spec.String {
		return 0
	}
	return "wrong"
}

func checkHTTP(t *testing.T, r running, name string) {
	t.Helper()
	check := func(what string, event map[string]any, status float64, kind, body string) {
		t.Helper()
		response, _ := r.answer(t, event).(map[string]any)
		headers, _ := response["headers"].(map[string]any)
		text, _ := response["body"].(string)
		if response["statusCode"] != status || headers["content-type"] != kind || !strings.HasPrefix(text, body) {
			t.Errorf("%s: %s: %s: got %v, want %v %s %q", r.variant, name, what, response, status, kind, body)
		}
	}
	const plain = "text/plain; charset=utf-8"
	event := r.event(t, name)
	check("sample", event, 200, plain, greeting(r.Spec, r.keys(t)))
	event["pathParameters"], event["queryStringParameters"], event["body"] = nil, nil, nil
	if !r.chose("required") {
		check("no keys", event, 200, plain, greeting(r.Spec, spec.Value{}))
	} else {
		check("no keys", event, 400, "application/json", `{"error":"key `)
	}
	for _, k := range r.Spec.Keys {
		keys := r.event(t, "direct")
		keys[k.Name] = wrong(k)
		text, err := json.Marshal(keys)
		if err != nil {
			t.Fatal(err)
		}
		event["body"] = string(text)
		check("wrong "+k.Name, event, 400, "application/json", `{"error":"key `)
	}
	if len(r.Spec.Keys) > 0 {
		event["body"] = "{"
		check("broken body", event, 400, "application/json", `{"error":"the body must be JSON`)
	}
}
