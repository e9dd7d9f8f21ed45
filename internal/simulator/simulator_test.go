package simulator_test

import (
	"encoding/json"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/internal/simulator"
)

// The simulator knows both kinds of document, and gives no verdict on what IAM does not have. It is installed by bash
// .ci/parts.
func TestDecide(t *testing.T) {
	t.Parallel()
	const function = "arn:aws:lambda:eu-west-1:123456789012:function:hello"
	own := json.RawMessage(`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::shop/*"},
		{"Effect":"Deny","Action":"s3:GetObject","Resource":"arn:aws:s3:::shop/secret"}]}`)
	resource := json.RawMessage(`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},
		"Action":"lambda:InvokeFunction","Resource":"` + function + `"}]}`)
	cases := []struct {
		document json.RawMessage
		request  policy.Request
		want     policy.Decision
	}{
		{own, policy.Request{Action: "s3:GetObject", Resource: "arn:aws:s3:::shop/a"}, policy.Allowed},
		{own, policy.Request{Action: "s3:GetObject", Resource: "arn:aws:s3:::shop/secret"}, policy.Denied},
		{own, policy.Request{Action: "s3:PutObject", Resource: "arn:aws:s3:::shop/a"}, policy.Unsaid},
		{own, policy.Request{Action: "s3:GetObjcet", Resource: "arn:aws:s3:::shop/a"}, ""},
		{own, policy.Request{Action: "s3:GetObject", Resource: "arn:aws:sqs:eu-west-1:123456789012:shop"}, ""},
		{resource, policy.Request{Principal: "sns.amazonaws.com", Action: "lambda:InvokeFunction", Resource: function}, policy.Allowed},
		{resource, policy.Request{Principal: "s3.amazonaws.com", Action: "lambda:InvokeFunction", Resource: function}, policy.Unsaid},
	}
	var calls []simulator.Call
	for _, c := range cases {
		calls = append(calls, simulator.Call{Document: c.document, Request: c.request})
	}
	for i, got := range simulator.Decide(t, calls) {
		if want := cases[i].want; got.Decision != want || (got.Error == "") != (want != "") {
			t.Errorf("%+v: got %+v, want %q", cases[i].request, got, want)
		}
	}
}
