package proof

import (
	"encoding/json"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/internal/awscli"
)

// AWS's real command line makes event source mappings of the rendered files for sources that exist, and says of each what the
// file says. moto knows mappings of queues and streams; the others are held against AWS's model. It and the command line are
// installed by bash .ci/parts.
func TestAccountMappings(t *testing.T) {
	if !long {
		t.Skip("a longer proof; it asks for SCAFFOLD_PROOF=1")
	}
	label := source(t)
	f := function(t, parse(t, []string{
		"hello-mapped", "--trigger", "sqs:queue=mapped,batch=50,window=5", "--trigger", "kinesis:stream=mapped,parallel=2,failure-bucket=my-failed-records",
		"--trigger", "dynamodb-streams:table=mapped,label=" + label + ",failure-queue=failed",
	}))
	files := render(t, f)
	dir := writeReady(t, f, files)
	archive(t, filepath.Join(dir, "function.zip"), files, f.Code())
	commands := createCommands(f, dir)
	made := len(commands)
	for _, trigger := range f.Triggers {
		commands = append(commands, []string{"lambda", "create-event-source-mapping", "--cli-input-json", "file://" + dir + "/ready/" + trigger.MappingFile()})
	}
	results := batch(t, commands)[made:]
	for i, trigger := range f.Triggers {
		var want, got map[string]any
		decode(t, ready(t, f)[trigger.MappingFile()], &want)
		decode(t, results[i].Stdout, &got)
		delete(want, "FunctionName") // it comes back as FunctionArn
		for name, value := range want {
			// https://github.com/getmoto/moto/blob/master/moto/awslambda/models.py has no member for the others
			if has, known := got[name]; known && !reflect.DeepEqual(has, value) {
				t.Errorf("%s: %s: got %v, want %v", trigger.Name, name, has, value)
			}
		}
		if got["BatchSize"] == nil || got["EventSourceArn"] != want["EventSourceArn"] || !strings.HasSuffix(got["FunctionArn"].(string), ":function:hello-mapped") {
			t.Errorf("%s: got %s, want %v", trigger.Name, results[i].Stdout, want)
		}
	}
}

// source makes a queue, a stream and a table with a stream, and returns the label of the last.
func source(t *testing.T) string {
	t.Helper()
	results := batch(t, [][]string{
		{"sqs", "create-queue", "--queue-name", "mapped"},
		{"kinesis", "create-stream", "--stream-name", "mapped", "--shard-count", "1"},
		{"dynamodb", "create-table", "--table-name", "mapped", "--billing-mode", "PAY_PER_REQUEST", "--attribute-definitions", "AttributeName=id,AttributeType=S",
			"--key-schema", "AttributeName=id,KeyType=HASH", "--stream-specification", "StreamEnabled=true,StreamViewType=NEW_IMAGE"},
	})
	var table struct {
		TableDescription struct{ LatestStreamLabel string }
	}
	if err := json.Unmarshal([]byte(results[2].Stdout), &table); err != nil {
		t.Fatal(err)
	}
	return table.TableDescription.LatestStreamLabel
}

func batch(t *testing.T, commands [][]string) []awscli.Result {
	t.Helper()
	results := awscli.Batch(t, t.TempDir(), commands)
	for _, r := range results {
		if r.Code != 0 {
			t.Fatalf("aws %q: exit %d\n%s", r.Args, r.Code, r.Stderr)
		}
	}
	return results
}

// AWS's real command line makes the roles of services that invoke functions, and reads them back as they are in the files.
func TestAccountCallers(t *testing.T) {
	if !long {
		t.Skip("a longer proof; it asks for SCAFFOLD_PROOF=1")
	}
	var commands [][]string
	var checks []func(stdout string)
	for _, kind := range aws.Triggers() {
		if kind.Caller == nil {
			continue
		}
		f := function(t, parse(t, []string{"hello-" + kind.ID, "--trigger", flag(using(kind, onlyRequired))}))
		dir := writeReady(t, f, render(t, f))
		trigger := f.Triggers[0]
		own := account{t, variant{}, f, ready(t, f)}
		for _, step := range []struct {
			args  []string
			check func(stdout string)
		}{
			{[]string{"iam", "create-role", "--role-name", trigger.CallerRole(), "--assume-role-policy-document", "file://" + dir + "/ready/" + trigger.CallerTrustFile()}, nil},
			{[]string{"iam", "put-role-policy", "--role-name", trigger.CallerRole(), "--policy-name", "invoke", "--policy-document", "file://" + dir + "/ready/" + trigger.CallerPolicyFile()}, nil},
			{[]string{"iam", "get-role", "--role-name", trigger.CallerRole()}, func(stdout string) { own.checkCallerTrust(trigger, stdout) }},
			{[]string{"iam", "get-role-policy", "--role-name", trigger.CallerRole(), "--policy-name", "invoke"}, func(stdout string) { own.checkCaller(trigger, stdout) }},
		} {
			commands, checks = append(commands, step.args), append(checks, step.check)
		}
	}
	if len(commands) < 4*8 {
		t.Errorf("got %d commands, want those of more roles", len(commands))
	}
	for i, r := range batch(t, commands) {
		if checks[i] != nil {
			checks[i](r.Stdout)
		}
	}
}

func (a account) checkCallerTrust(trigger *generator.Trigger, stdout string) {
	var got struct {
		Role struct{ AssumeRolePolicyDocument any }
	}
	decode(a.t, stdout, &got)
	a.equal(trigger.CallerTrustFile(), got.Role.AssumeRolePolicyDocument)
}

func (a account) checkCaller(trigger *generator.Trigger, stdout string) {
	var got struct{ PolicyDocument any }
	decode(a.t, stdout, &got)
	a.equal(trigger.CallerPolicyFile(), got.PolicyDocument)
}
