package spec_test

import (
	"reflect"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// TestParseFileDesign reads the example of the documentation, which uses nearly every field.
func TestParseFileDesign(t *testing.T) {
	yes := true
	want := spec.Spec{
		Name: "hello", Language: "javascript", Runtime: "nodejs22.x", Style: "callback",
		Keys: []spec.Key{
			{Name: "key1", Type: spec.String, Default: `"Default Key 1"`},
			{Name: "limit", Type: spec.Integer, Default: "10", Description: "how many at most"},
			{Name: "user", Type: spec.String, Nullable: true},
		},
		Logging: spec.Logging{Group: "/aws/lambda/hello", Create: &yes, Format: "json", Level: "info", Retention: 30, Tracing: true},
		Triggers: []spec.Use{
			{ID: "apigateway-rest", Params: map[string]any{"path": "/hello"}},
			{ID: "s3", Name: "uploads", Params: map[string]any{"bucket": "my-uploads", "prefix": "in/"}},
		},
		Access: []spec.Use{
			{ID: "dynamodb", Params: map[string]any{"table": "Orders", "mode": "read"}},
			{ID: "statement", Params: map[string]any{"actions": []string{"sts:GetCallerIdentity"}, "resources": []string{"*"}}},
		},
		Memory: 256, Timeout: 10, Architecture: "arm64",
		Environment: map[string]string{"LOG_TABLE": "Orders"}, Tags: map[string]string{"team": "payments"},
		Account: "012345678901", Region: "eu-west-1", Deploy: "sam",
	}
	doc, err := spec.ParseFile("scaffold.yaml", []byte(full))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(doc.Spec, want) {
		t.Errorf("got  %+v\nwant %+v", doc.Spec, want)
	}
	for path, where := range map[string]string{
		"name": "scaffold.yaml:1:7", "keys.limit.type": "scaffold.yaml:8:11", "keys.limit": "scaffold.yaml:7:3",
		"triggers[1].bucket": "scaffold.yaml:27:15", "access[1].resources[0]": "scaffold.yaml:35:19", "nothing": "scaffold.yaml:1:1",
		"triggers[0].method": "scaffold.yaml:22:5",
	} {
		if got := doc.Where(path); got != where {
			t.Errorf("Where(%q) = %q, want %q", path, got, where)
		}
	}
}

const full = `name: hello
language: javascript         # a comment
runtime: nodejs22.x
style: callback
keys:
  key1: Default Key 1
  limit:
    type: integer
    default: 10
    description: how many at most
  user:
    type: string
    nullable: true
logging:
  group: /aws/lambda/hello
  create: true
  format: json
  level: info
  retention: 30
  tracing: true
triggers:
  - apigateway-rest:
      path: /hello
  - s3:
      name: uploads
      # whose bucket
      bucket: my-uploads
      prefix: in/
access:
  - dynamodb:
      table: Orders
      mode: read
  - statement:
      actions: [sts:GetCallerIdentity]
      resources: ["*"]
memory: 256
timeout: 10
architecture: arm64
environment:
  LOG_TABLE: Orders
tags:
  team: payments
account: 012345678901
region: eu-west-1
deploy: sam
`
