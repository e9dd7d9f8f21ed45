package proof

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// form is a trigger in a form that its parameters ask for, or one that bounds what the function can be.
type form struct {
	option
	use spec.Use
}

// forms are the variants of all triggers, one with each of its values, and beside them the triggers that bound what the function
// can be, which stand in no other set.
func forms(t testing.TB) (all []form) {
	t.Helper()
	add := func(kind *aws.Trigger, params map[string]any) {
		use := using(kind, onlyRequired)
		for name, value := range params {
			use.Params[name] = value
		}
		all = append(all, form{option{flag(use), []string{"--trigger", flag(use)}}, use})
	}
	for _, kind := range aws.Triggers() {
		if kind.Bounds != nil {
			add(kind, nil)
		}
		for _, v := range kind.Variants {
			p := aws.FindParam(kind.Params, v.Param)
			if p == nil {
				t.Fatalf("%s has no parameter %s, which a variant asks for", kind.ID, v.Param)
			}
			params := map[string]any{v.Param: example(p)}
			if v.Param == "raw" {
				params["from-topic"] = "orders"
			}
			if len(v.Values) == 0 {
				add(kind, params)
			}
			for _, value := range v.Values {
				if params[v.Param] = any(value); p.Type == aws.List {
					params[v.Param] = []string{value}
				}
				add(kind, params)
			}
		}
	}
	add(aws.FindTrigger("sqs"), map[string]any{"fifo": true})
	add(aws.FindTrigger("sqs"), map[string]any{"fifo": true, "from-topic": "orders.fifo"})
	return all
}

// takes tells whether a function with the form can be written in the language.
func (l *language) takes(f form) bool {
	bounds := f.use.Trigger().Bounds
	return bounds == nil || slices.Contains(bounds.Languages, l.name)
}

// The sample event of each form is what aws-lambda-go takes for its event, bears the form's marks, and those of no trigger
// that could stand beside it. What a message carries is the event that the library knows.
func TestForms(t *testing.T) {
	inner := map[string]string{"from-topic": "SNSEntity", "from-bucket": "S3Event", "from-rule": "EventBridgeEvent"}
	for _, f := range forms(t) {
		made := function(t, parse(t, append([]string{"hello", "--key", "key1=a"}, f.args...)))
		kind := f.use.Trigger()
		sample, _ := render(t, made).Lookup("events/" + f.use.Name + ".json")
		if name := kind.TypeName("go"); name != "" {
			if lost := throughGo(t, name, sample.Data); len(lost) > 0 {
				t.Errorf("%s: %s does not carry %q", f.name, name, lost)
			}
		}
		for _, other := range aws.Triggers() {
			if other.ID == kind.ID {
				other = kind
			}
			if bears := len(other.Event.Marks) > 0 && generator.Bears(other, sample.Data); bears != (other == kind) {
				t.Errorf("%s: its sample bears the marks of %s: %v", f.name, other.ID, bears)
			}
		}
		for param, name := range inner {
			if f.use.Text(param) == "" || f.use.Text("raw") == "true" {
				continue
			}
			var event struct{ Records []struct{ Body string } }
			if err := json.Unmarshal(sample.Data, &event); err != nil {
				t.Fatal(err)
			}
			lost := slices.DeleteFunc(throughGo(t, name, []byte(event.Records[0].Body)), func(path string) bool {
				return strings.HasPrefix(path, "/SigningCertURL") || strings.HasPrefix(path, "/UnsubscribeURL") // Url in an event of SNS itself
			})
			if len(lost) > 0 {
				t.Errorf("%s: %s does not carry %q", f.name, name, lost)
			}
		}
	}
}

// What a trigger cannot invoke is refused, in one go.
func TestBounds(t *testing.T) {
	s := parse(t, []string{
		"hello", "--trigger", "lambda-edge", "--arch", "arm64", "--memory", "256", "--timeout", "10", "--region", "eu-west-1",
		"--env", "LOG_TABLE=Orders", "--on-failure", "sqs", "--log", "tracing", "--access", "vpc",
	})
	_, err := spec.Resolve(s)
	for _, field := range []string{"architecture", "memory", "timeout", "region", "environment", "onFailure", "logging.tracing", "access[0]"} {
		if err == nil || !strings.Contains(err.Error(), field) {
			t.Errorf("%s is not refused: %v", field, err)
		}
	}
	s = parse(t, []string{"hello", "--trigger", "lambda-edge:event=origin-request", "--memory", "256", "--timeout", "30", "--region", "us-east-1"})
	if _, err := spec.Resolve(s); err != nil {
		t.Error(err)
	}
}
