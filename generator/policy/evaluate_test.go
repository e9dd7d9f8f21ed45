package policy

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestEvaluate holds the evaluator against what IAM's documentation says of each element.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
func TestEvaluate(t *testing.T) {
	const bucket = `"Resource": "arn:aws:s3:::shop/*"`
	cases := []struct {
		name, statements string
		request          Request
		want             Decision
	}{
		{"nothing is allowed by default", ``, Request{Action: "s3:GetObject", Resource: "arn:aws:s3:::shop/a"}, Unsaid},
		{"an allow allows", `{"Effect": "Allow", "Action": "s3:GetObject", ` + bucket + `}`, Request{Action: "s3:GetObject", Resource: "arn:aws:s3:::shop/a"}, Allowed},
		{"a deny overrides an allow, before it or behind", `{"Effect": "Deny", "Action": "s3:*", ` + bucket + `}, {"Effect": "Allow", "Action": "*", "Resource": "*"}`,
			Request{Action: "s3:GetObject", Resource: "arn:aws:s3:::shop/a"}, Denied},
		{"a deny that does not apply denies nothing", `{"Effect": "Allow", "Action": "*", "Resource": "*"}, {"Effect": "Deny", "Action": "s3:PutObject", ` + bucket + `}`,
			Request{Action: "s3:GetObject", Resource: "arn:aws:s3:::shop/a"}, Allowed},
		{"actions have no case", `{"Effect": "Allow", "Action": "S3:getobject", ` + bucket + `}`, Request{Action: "s3:GetObject", Resource: "arn:aws:s3:::shop/a"}, Allowed},
		{"resources have case", `{"Effect": "Allow", "Action": "s3:GetObject", ` + bucket + `}`, Request{Action: "s3:GetObject", Resource: "arn:aws:s3:::Shop/a"}, Unsaid},
		{"a wildcard in an action", `{"Effect": "Allow", "Action": "s3:Get*", ` + bucket + `}`, Request{Action: "s3:GetObjectTagging", Resource: "arn:aws:s3:::shop/a"}, Allowed},
		{"an action in a list", `{"Effect": "Allow", "Action": ["s3:PutObject", "s3:GetObject"], ` + bucket + `}`, Request{Action: "s3:GetObject", Resource: "arn:aws:s3:::shop/a"}, Allowed},
		{"* is no characters too", `{"Effect": "Allow", "Action": "s3:GetObject", ` + bucket + `}`, Request{Action: "s3:GetObject", Resource: "arn:aws:s3:::shop/"}, Allowed},
		{"the bucket is no object", `{"Effect": "Allow", "Action": "s3:ListBucket", ` + bucket + `}`, Request{Action: "s3:ListBucket", Resource: "arn:aws:s3:::shop"}, Unsaid},
		{"? is one character", `{"Effect": "Allow", "Action": "a:B", "Resource": "arn:aws:a:::x-??????"}`, Request{Action: "a:B", Resource: "arn:aws:a:::x-AbCdEf"}, Allowed},
		{"? is no two characters", `{"Effect": "Allow", "Action": "a:B", "Resource": "arn:aws:a:::x-??????"}`, Request{Action: "a:B", Resource: "arn:aws:a:::x-AbCdEfG"}, Unsaid},
		{"a * inside a segment stays in it", `{"Effect": "Allow", "Action": "a:B", "Resource": "arn:aws:a:eu-*-1:1:x"}`, Request{Action: "a:B", Resource: "arn:aws:a:eu-west-1:2:us-1:1:x"}, Unsaid},
		{"a * at a segment's end goes on", `{"Effect": "Allow", "Action": "a:B", "Resource": "arn:aws:a:*:x"}`, Request{Action: "a:B", Resource: "arn:aws:a:eu-west-1:1:x"}, Allowed},
		{"an action without resource wants *", `{"Effect": "Allow", "Action": "a:B", "Resource": "arn:aws:a:::*"}`, Request{Action: "a:B", Resource: "*"}, Unsaid},
		{"another's principal", `{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}`, Request{Principal: "s3.amazonaws.com", Action: "sts:AssumeRole"}, Unsaid},
		{"the principal", `{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}`, Request{Principal: "lambda.amazonaws.com", Action: "sts:AssumeRole"}, Allowed},
		{"an identity's policy is about that identity", `{"Effect": "Allow", "Action": "*", "Resource": "*"}`, Request{Principal: "s3.amazonaws.com", Action: "a:B", Resource: "*"}, Unsaid},
	}
	for _, c := range cases {
		var d Document
		if err := json.Unmarshal([]byte(`{"Version": "2012-10-17", "Statement": [`+c.statements+`]}`), &d); err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if got, err := d.Evaluate(c.request); got != c.want || err != nil {
			t.Errorf("%s: got %q, %v: want %q", c.name, got, err, c.want)
		}
	}
}

// TestCondition goes through the operators: several values are or, several keys and operators are and, of a negated one
// none may match, and a key that the request does not have fails all but negated ones and IfExists.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
func TestCondition(t *testing.T) {
	context := map[string][]string{
		"aws:SourceArn": {"arn:aws:sns:eu-west-1:111122223333:orders"}, "aws:SourceAccount": {"111122223333"},
		"aws:SecureTransport": {"true"}, "aws:TagKeys": {"team", "cost"}, "s3:prefix": {"in/2026/a"},
	}
	cases := []struct {
		block string
		want  bool
	}{
		{`{"StringEquals": {"aws:SourceAccount": "111122223333"}}`, true},
		{`{"StringEquals": {"AWS:SOURCEACCOUNT": "111122223333"}}`, true},
		{`{"StringEquals": {"aws:SourceAccount": ["444455556666", "111122223333"]}}`, true},
		{`{"StringEquals": {"aws:SourceAccount": "1111*"}}`, false},
		{`{"StringEquals": {"aws:PrincipalOrgID": "o-1"}}`, false},
		{`{"StringEqualsIfExists": {"aws:PrincipalOrgID": "o-1"}}`, true},
		{`{"StringEqualsIfExists": {"aws:SourceAccount": "444455556666"}}`, false},
		{`{"StringNotEquals": {"aws:SourceAccount": ["444455556666", "111122223333"]}}`, false},
		{`{"StringNotEquals": {"aws:SourceAccount": ["444455556666"]}}`, true},
		{`{"StringNotEquals": {"aws:PrincipalOrgID": "o-1"}}`, true},
		{`{"StringEqualsIgnoreCase": {"aws:TagKeys": "TEAM"}}`, true},
		{`{"StringLike": {"s3:prefix": "in/*"}}`, true},
		{`{"StringLike": {"s3:prefix": "in/?"}}`, false},
		{`{"StringNotLike": {"s3:prefix": "out/*"}}`, true},
		{`{"ArnLike": {"aws:SourceArn": "arn:aws:sns:*:111122223333:ord*"}}`, true},
		{`{"ArnEquals": {"aws:SourceArn": "arn:aws:sns:eu-west-1:111122223333:orders"}}`, true},
		{`{"ArnLike": {"aws:SourceArn": "arn:aws:sns:*:orders"}}`, false},
		{`{"ArnLike": {"aws:SourceArn": "*"}}`, false},
		{`{"ArnNotLike": {"aws:SourceArn": "arn:aws:sqs:*:*:*"}}`, true},
		{`{"Bool": {"aws:SecureTransport": "true"}}`, true},
		{`{"Bool": {"aws:SecureTransport": "false"}}`, false},
		{`{"Null": {"aws:TagKeys": "false", "aws:PrincipalOrgID": "true"}}`, true},
		{`{"Null": {"aws:TagKeys": "true"}}`, false},
		{`{"StringEquals": {"aws:SourceAccount": "111122223333"}, "Bool": {"aws:SecureTransport": "false"}}`, false},
		{`{"StringEquals": {"aws:SourceAccount": "111122223333", "aws:TagKeys": "other"}}`, false},
	}
	for _, c := range cases {
		got, err := holds(json.RawMessage(c.block), context)
		if got != c.want || err != nil {
			t.Errorf("%s: got %t, %v", c.block, got, err)
		}
	}
}

// TestEvaluateUnknown: what the evaluator does not understand is an error, also where it would not decide.
func TestEvaluateUnknown(t *testing.T) {
	cases := []struct {
		name, want string
		statement  Statement
	}{
		{"variable", "${aws:username}", Statement{Effect: "Allow", Action: List{"a:B"}, Resource: List{"arn:aws:s3:::homes/${aws:username}/*"}}},
		{"placeholder", "${TABLE}", Statement{Effect: "Allow", Action: List{"a:B"}, Resource: List{"arn:aws:dynamodb:eu-west-1:1:table/${TABLE}"}}},
		{"in a condition", "${aws:username}", Statement{Effect: "Allow", Action: List{"a:B"}, Resource: List{"*"}, Condition: json.RawMessage(`{"StringLike":{"s3:prefix":"${aws:username}/*"}}`)}},
		{"operator", "NumericLessThan", Statement{Effect: "Deny", Action: List{"a:B"}, Resource: List{"*"}, Condition: json.RawMessage(`{"NumericLessThan":{"aws:MultiFactorAuthAge":"3600"}}`)}},
		{"sets", "ForAllValues:StringEquals", Statement{Effect: "Allow", Action: List{"a:B"}, Resource: List{"*"}, Condition: json.RawMessage(`{"ForAllValues:StringEquals":{"aws:TagKeys":"a"}}`)}},
		{"effect", "Perhaps", Statement{Effect: "Perhaps", Action: List{"a:B"}, Resource: List{"*"}}},
		{"block", "read the condition", Statement{Effect: "Allow", Action: List{"a:B"}, Resource: List{"*"}, Condition: json.RawMessage(`[]`)}},
	}
	for _, c := range cases {
		got, err := New(c.statement).Evaluate(Request{Action: "other:Action", Resource: "*"})
		if err == nil || got != "" || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %q, %v: want an error about %s", c.name, got, err, c.want)
		}
	}
}

// TestPermissionDocument: a request to add a permission lets exactly its source invoke.
func TestPermissionDocument(t *testing.T) {
	const function = "arn:aws:lambda:eu-west-1:111122223333:function:hello"
	bucket := Permission{
		Action: "lambda:InvokeFunction", Principal: "s3.amazonaws.com", SourceArn: "arn:aws:s3:::shop", SourceAccount: "111122223333",
	}
	skill := Permission{Action: "lambda:InvokeFunction", Principal: "alexa-appkit.amazon.com", EventSourceToken: "amzn1.ask.skill.1"}
	url := Permission{Action: "lambda:InvokeFunctionUrl", Principal: "*", FunctionURLAuthType: "NONE"}
	viaURL := Permission{Action: "lambda:InvokeFunction", Principal: "*", InvokedViaFunctionURL: true}
	from := func(arn, account string) map[string][]string {
		return map[string][]string{"aws:SourceArn": {arn}, "aws:SourceAccount": {account}}
	}
	cases := []struct {
		permission Permission
		request    Request
		want       Decision
	}{
		{bucket, Request{"s3.amazonaws.com", "lambda:InvokeFunction", function, from("arn:aws:s3:::shop", "111122223333")}, Allowed},
		{bucket, Request{"s3.amazonaws.com", "lambda:InvokeFunction", function, from("arn:aws:s3:::other", "111122223333")}, Unsaid},
		{bucket, Request{"s3.amazonaws.com", "lambda:InvokeFunction", function, from("arn:aws:s3:::shop", "444455556666")}, Unsaid},
		{bucket, Request{"sns.amazonaws.com", "lambda:InvokeFunction", function, from("arn:aws:s3:::shop", "111122223333")}, Unsaid},
		{bucket, Request{"s3.amazonaws.com", "lambda:UpdateFunctionCode", function, from("arn:aws:s3:::shop", "111122223333")}, Unsaid},
		{bucket, Request{"s3.amazonaws.com", "lambda:InvokeFunction", function + "2", from("arn:aws:s3:::shop", "111122223333")}, Unsaid},
		{bucket, Request{"s3.amazonaws.com", "lambda:InvokeFunction", function, nil}, Unsaid},
		{skill, Request{"alexa-appkit.amazon.com", "lambda:InvokeFunction", function, map[string][]string{"lambda:EventSourceToken": {"amzn1.ask.skill.1"}}}, Allowed},
		{skill, Request{"alexa-appkit.amazon.com", "lambda:InvokeFunction", function, map[string][]string{"lambda:EventSourceToken": {"amzn1.ask.skill.2"}}}, Unsaid},
		{url, Request{"anyone", "lambda:InvokeFunctionUrl", function, map[string][]string{"lambda:FunctionUrlAuthType": {"NONE"}}}, Allowed},
		{url, Request{"anyone", "lambda:InvokeFunctionUrl", function, map[string][]string{"lambda:FunctionUrlAuthType": {"AWS_IAM"}}}, Unsaid},
		{viaURL, Request{"anyone", "lambda:InvokeFunction", function, map[string][]string{"lambda:InvokedViaFunctionUrl": {"true"}}}, Allowed},
		{viaURL, Request{"anyone", "lambda:InvokeFunction", function, nil}, Unsaid},
	}
	for _, c := range cases {
		document, err := c.permission.Document(function)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := document.Evaluate(c.request); got != c.want || err != nil {
			t.Errorf("%+v: %+v: got %q, %v: want %q", c.permission, c.request, got, err, c.want)
		}
	}
}
