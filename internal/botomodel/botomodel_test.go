package botomodel_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/botomodel"
)

const permission = `{
	"FunctionName": "hello",
	"StatementId": "uploads",
	"Action": "lambda:InvokeFunction",
	"Principal": "s3.amazonaws.com",
	"SourceArn": "arn:aws:s3:::uploads",
	"SourceAccount": "123456789012"
}`

const function = `{
	"FunctionName": "hello",
	"Role": "arn:aws:iam::123456789012:role/hello",
	"Code": {"ZipFile": "UEsFBg=="},
	"Runtime": "nodejs24.x",
	"Handler": "src/index.handler",
	"MemorySize": 256,
	"Timeout": 10,
	"Architectures": ["arm64"],
	"Environment": {"Variables": {"LOG_TABLE": "Orders"}},
	"LoggingConfig": {"LogFormat": "JSON", "ApplicationLogLevel": "INFO", "LogGroup": "/aws/lambda/hello"}
}`

const mapping = `{
	"FunctionName": "hello",
	"EventSourceArn": "arn:aws:sqs:eu-west-1:123456789012:jobs",
	"BatchSize": 10,
	"FunctionResponseTypes": ["ReportBatchItemFailures"]
}`

// Good requests have no problem, and each change for the worse has the one that is named: the model is what refuses it.
// botocore is installed by bash .ci/parts.
func TestCheck(t *testing.T) {
	cases := []struct{ name, operation, request, from, to, want string }{
		{"permission", "AddPermission", permission, "", "", ""},
		{"function", "CreateFunction", function, "", "", ""},
		{"mapping", "CreateEventSourceMapping", mapping, "", "", ""},
		{"statement", "AddPermission", permission, `"uploads"`, `"my uploads"`, "StatementId: 'my uploads' does not match"},
		{"placeholder", "AddPermission", permission, `"uploads"`, `"${BUCKET}"`, "StatementId: '${BUCKET}' does not match"},
		{"long", "AddPermission", permission, `"uploads"`, `"` + strings.Repeat("a", 101) + `"`, "StatementId: 101 characters"},
		{"account", "AddPermission", permission, `"123456789012"`, `"12345"`, "SourceAccount: '12345' does not match"},
		{"arn", "AddPermission", permission, `"arn:aws:s3:::uploads"`, `"uploads"`, "SourceArn: 'uploads' does not match"},
		{"missing", "AddPermission", permission, `"Principal": "s3.amazonaws.com",`, "", "Principal: is required and missing"},
		{"member", "AddPermission", permission, "SourceArn", "Sourcearn", "Sourcearn: is no member"},
		{"number", "CreateFunction", function, "256", `"256"`, `MemorySize: "256" is no integer`},
		{"boolean", "CreateFunction", function, "256", "true", "MemorySize: true is no integer"},
		{"range", "CreateFunction", function, "256", "64", "MemorySize: 64, wanted 128 to"},
		{"enum", "CreateFunction", function, `"nodejs24.x"`, `"nodejs25.x"`, "Runtime: 'nodejs25.x' is not one of"},
		{"element", "CreateFunction", function, `"arm64"`, `"arm"`, "Architectures[0]: 'arm' is not one of"},
		{"entry", "CreateFunction", function, "LOG_TABLE", "LOG-TABLE", "Environment.Variables.LOG-TABLE: 'LOG-TABLE' does not match"},
		{"batch", "CreateEventSourceMapping", mapping, "10", "10001", "BatchSize: 10001, wanted 1 to"},
		{"operation", "AddPermissions", permission, "", "", ": there is no operation AddPermissions"},
	}
	var requests []botomodel.Request
	for _, c := range cases {
		changed := strings.Replace(c.request, c.from, c.to, 1)
		if c.from != "" && changed == c.request {
			t.Fatalf("%s changes nothing", c.name)
		}
		requests = append(requests, botomodel.Request{Name: c.name, Operation: c.operation, JSON: json.RawMessage(changed)})
	}
	got := map[string][]string{}
	for _, p := range botomodel.Check(t, requests) {
		got[p.Request] = append(got[p.Request], p.String())
	}
	for _, c := range cases {
		found := strings.Join(got[c.name], "\n")
		if c.want == "" && found != "" || !strings.Contains(found, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, found, c.want)
		}
	}
}

// Other services have models too: botocore calls them by the names of its clients. It is installed by bash .ci/parts.
func TestOtherService(t *testing.T) {
	role := json.RawMessage(`{"RoleName": "hello/world", "AssumeRolePolicyDocument": "{}"}`)
	problems := botomodel.Check(t, []botomodel.Request{{Name: "role", Service: "iam", Operation: "CreateRole", JSON: role}})
	if len(problems) != 1 || problems[0].Path != "RoleName" {
		t.Errorf("got %v, want RoleName", problems)
	}
}
