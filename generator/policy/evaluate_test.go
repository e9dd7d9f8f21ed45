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
		{"a * at an ARN's end goes on", `{"Effect": "Allow", "Action": "a:B", "Resource": "arn:aws:a:*"}`, Request{Action: "a:B", Resource: "arn:aws:a:eu-west-1:1:x"}, Allowed},
		{"a * in the last segment goes beyond colons", `{"Effect": "Allow", "Action": "a:B", "Resource": "arn:aws:a:eu-west-1:1:*:live"}`, Request{Action: "a:B", Resource: "arn:aws:a:eu-west-1:1:function:x:live"}, Allowed},
		{"? is a character of any size", `{"Effect": "Allow", "Action": "a:B", "Resource": "arn:aws:s3:::shop/?"}`, Request{Action: "a:B", Resource: "arn:aws:s3:::shop/ü"}, Allowed},
		{"all but an action", `{"Effect": "Allow", "NotAction": ["iam:*", "S3:getobject"], "Resource": "*"}`, Request{Action: "s3:GetObject", Resource: "arn:aws:s3:::shop/a"}, Unsaid},
		{"another action than that", `{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}`, Request{Action: "s3:GetObject", Resource: "arn:aws:s3:::shop/a"}, Allowed},
		{"a deny of all but an action", `{"Effect": "Allow", "Action": "*", "Resource": "*"}, {"Effect": "Deny", "NotAction": "s3:*", "Resource": "*"}`, Request{Action: "sqs:SendMessage", Resource: "arn:aws:sqs:eu-west-1:1:q"}, Denied},
		{"a deny that leaves it out", `{"Effect": "Allow", "Action": "*", "Resource": "*"}, {"Effect": "Deny", "NotAction": "s3:*", "Resource": "*"}`, Request{Action: "s3:GetObject", Resource: "arn:aws:s3:::shop/a"}, Allowed},
		{"all but a resource", `{"Effect": "Allow", "Action": "s3:GetObject", "NotResource": ["arn:aws:s3:::shop/secret/*", "arn:aws:s3:::other/*"]}`, Request{Action: "s3:GetObject", Resource: "arn:aws:s3:::shop/secret/a"}, Unsaid},
		{"another resource than that", `{"Effect": "Allow", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::shop/secret/*"}`, Request{Action: "s3:GetObject", Resource: "arn:aws:s3:::shop/a"}, Allowed},
		{"a deny of all but a resource", `{"Effect": "Allow", "Action": "*", "Resource": "*"}, {"Effect": "Deny", "Action": "s3:*", "NotResource": "arn:aws:s3:::shop/*"}`, Request{Action: "s3:GetObject", Resource: "arn:aws:s3:::other/a"}, Denied},
		{"all but a service", `{"Effect": "Allow", "NotPrincipal": {"Service": "s3.amazonaws.com"}, "Action": "a:B", "Resource": "*"}`, Request{Principal: "s3.amazonaws.com", Action: "a:B", Resource: "*"}, Unsaid},
		{"another service than that", `{"Effect": "Allow", "NotPrincipal": {"Service": "s3.amazonaws.com"}, "Action": "a:B", "Resource": "*"}`, Request{Principal: "sns.amazonaws.com", Action: "a:B", Resource: "*"}, Allowed},
		{"an account is all in it", `{"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "a:B", "Resource": "*"}`, Request{Principal: "arn:aws:iam::111122223333:role/r", Action: "a:B", Resource: "*"}, Allowed},
		{"another account", `{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "a:B", "Resource": "*"}`, Request{Principal: "444455556666", Action: "a:B", Resource: "*"}, Unsaid},
		{"a role is not its account", `{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/r"}, "Action": "a:B", "Resource": "*"}`, Request{Principal: "111122223333", Action: "a:B", Resource: "*"}, Unsaid},
		{"everybody", `{"Effect": "Allow", "Principal": "*", "Action": "a:B", "Resource": "*"}`, Request{Principal: "444455556666", Action: "a:B", Resource: "*"}, Allowed},
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
		"aws:SecureTransport": {"true"}, "aws:TagKeys": {"team", "cost"}, "s3:prefix": {"in/2026/a"}, "aws:RequestTag/team": {"Shop"},
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
		{`{"StringEqualsIgnoreCase": {"aws:RequestTag/team": "SHOP"}}`, true},
		{`{"StringNotEqualsIgnoreCase": {"aws:RequestTag/team": "SHOP"}}`, false},
		{`{"ForAnyValue:StringEquals": {"aws:TagKeys": "team"}}`, true},
		{`{"ForAnyValue:StringEquals": {"aws:TagKeys": "owner"}}`, false},
		{`{"ForAnyValue:StringEquals": {"aws:CalledVia": "owner"}}`, false},
		{`{"ForAnyValue:StringNotEquals": {"aws:TagKeys": "team"}}`, true},
		{`{"ForAnyValue:StringNotEquals": {"aws:TagKeys": ["team", "cost"]}}`, false},
		{`{"ForAllValues:StringLike": {"aws:TagKeys": ["te*", "cost"]}}`, true},
		{`{"ForAllValues:StringLike": {"aws:TagKeys": "te*"}}`, false},
		{`{"ForAllValues:StringEquals": {"aws:CalledVia": "owner"}}`, true},
		{`{"ForAllValues:StringNotEquals": {"aws:TagKeys": "team"}}`, false},
		{`{"StringLike": {"s3:prefix": "in/*"}}`, true},
		{`{"StringLike": {"s3:prefix": "in/?"}}`, false},
		{`{"StringNotLike": {"s3:prefix": "out/*"}}`, true},
		{`{"ArnLike": {"aws:SourceArn": "arn:aws:sns:*:111122223333:ord*"}}`, true},
		{`{"ArnEquals": {"aws:SourceArn": "arn:aws:sns:eu-west-1:111122223333:orders"}}`, true},
		{`{"ArnLike": {"aws:SourceArn": "arn:aws:sns:*:orders"}}`, false},
		{`{"ArnNotLike": {"aws:SourceArn": "arn:aws:sqs:*:*:*"}}`, true},
		{`{"Bool": {"aws:SecureTransport": "true"}}`, true},
		{`{"Bool": {"aws:SecureTransport": "false"}}`, false},
		{`{"Null": {"aws:TagKeys": "false", "aws:PrincipalOrgID": "true"}}`, true},
		{`{"Null": {"aws:TagKeys": "true"}}`, false},
		{`{"StringEquals": {"aws:SourceAccount": "111122223333"}, "Bool": {"aws:SecureTransport": "false"}}`, false},
		{`{"StringEquals": {"aws:SourceAccount": "111122223333", "s3:prefix": "other"}}`, false},
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
	const rest = `"Effect": "Allow", "Action": "a:B", "Resource": "*"`
	when := func(condition string) string { return `{` + rest + `, "Condition": ` + condition + `}` }
	cases := []struct{ name, want, statement string }{
		{"variable", "${aws:username}", `{"Effect": "Allow", "Action": "a:B", "Resource": "arn:aws:s3:::homes/${aws:username}/*"}`},
		{"placeholder", "${TABLE}", `{"Effect": "Deny", "Action": "a:B", "NotResource": "arn:aws:dynamodb:eu-west-1:1:table/${TABLE}"}`},
		{"variable in a condition", "${aws:username}", when(`{"StringLike": {"s3:prefix": "${aws:username}/*"}}`)},
		{"variable in a key", "${TAG}", when(`{"StringLike": {"aws:RequestTag/${TAG}": "a"}}`)},
		{"operator", "NumericLessThan", when(`{"NumericLessThan": {"aws:MultiFactorAuthAge": "3600"}}`)},
		{"operator in another case", "stringequals", when(`{"stringequals": {"aws:TagKeys": "a"}}`)},
		{"operator with Not elsewhere", "NotStringEquals", when(`{"NotStringEquals": {"aws:TagKeys": "a"}}`)},
		{"operator that does not end so", "NullIfExists", when(`{"NullIfExists": {"aws:TagKeys": "true"}}`)},
		{"set", "ForSomeValues:StringEquals", when(`{"ForSomeValues:StringEquals": {"aws:TagKeys": "a"}}`)},
		{"set that may be absent", "ForAnyValue:StringEqualsIfExists", when(`{"ForAnyValue:StringEqualsIfExists": {"aws:TagKeys": "a"}}`)},
		{"operator twice", "stands twice", when(`{"StringEquals": {"a:b": "a"}, "StringEquals": {"a:c": "a"}}`)},
		{"key twice", "stands twice", when(`{"StringEquals": {"a:b": "a", "A:B": "c"}}`)},
		{"no values", "want a value", when(`{"StringEquals": {"a:b": []}}`)},
		{"no boolean", "true or false", when(`{"Bool": {"aws:SecureTransport": "yes"}}`)},
		{"no ARN", "six parts", when(`{"ArnLike": {"aws:SourceArn": "*"}}`)},
		{"block", "read the condition", when(`[]`)},
		{"effect", "Perhaps", `{"Effect": "Perhaps", "Action": "a:B", "Resource": "*"}`},
		{"no action", "Action and NotAction", `{"Effect": "Allow", "Resource": "*"}`},
		{"both actions", "Action and NotAction", `{"Effect": "Allow", "Action": "a:B", "NotAction": "a:C", "Resource": "*"}`},
		{"no resource", "Resource or NotResource", `{"Effect": "Allow", "Action": "a:B"}`},
		{"both resources", "Resource and NotResource", `{` + rest + `, "NotResource": "arn:aws:s3:::a"}`},
		{"both principals", "Principal and NotPrincipal", `{` + rest + `, "Principal": "*", "NotPrincipal": {"Service": "s3.amazonaws.com"}}`},
		{"all but an identity", "NotPrincipal", `{` + rest + `, "NotPrincipal": {"AWS": "111122223333"}}`},
		{"an identity that is gone", "AIDA", `{` + rest + `, "Principal": {"AWS": "AIDAEXAMPLE"}}`},
		{"some services", "*.amazonaws.com", `{` + rest + `, "Principal": {"Service": "*.amazonaws.com"}}`},
		{"some of an account", "role/*", `{` + rest + `, "Principal": {"AWS": "arn:aws:iam::111122223333:role/*"}}`},
		{"a wildcard for the service", "s*:Get", `{"Effect": "Allow", "Action": "s*:Get", "Resource": "*"}`},
		{"an action without service", "GetObject", `{"Effect": "Allow", "NotAction": "GetObject", "Resource": "*"}`},
		{"no ARN as resource", "shop/*", `{"Effect": "Allow", "Action": "a:B", "Resource": "shop/*"}`},
		{"all but a short ARN", "six parts", `{"Effect": "Allow", "Action": "a:B", "NotResource": "arn:aws:sns:*"}`},
		{"a short ARN", "six parts", `{"Effect": "Allow", "Action": "a:B", "Resource": "arn:aws:sns:orders"}`},
	}
	for _, c := range cases {
		var d Document
		if err := json.Unmarshal([]byte(`{"Version": "2012-10-17", "Statement": [`+c.statement+`]}`), &d); err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		got, err := d.Evaluate(Request{Action: "other:Action", Resource: "*"})
		if err == nil || got != "" || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %q, %v: want an error about %s", c.name, got, err, c.want)
		}
	}
}

// TestReadUnknown: a document with an element that is not known is not read.
func TestReadUnknown(t *testing.T) {
	const statement = `{"Effect": "Allow", "Action": "a:B", "Resource": "*"}`
	cases := []struct{ document, want string }{
		{`{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "a:B", "Resource": "*", "Nonesuch": "a"}]}`, "Nonesuch"},
		{`{"Version": "2012-10-17", "Statement": [{"effect": "Allow", "Action": "a:B", "Resource": "*"}]}`, "effect"},
		{`{"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Effect": "Allow", "Action": "a:B", "Resource": "*"}]}`, "twice"},
		{`{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": null, "Resource": "*"}]}`, "Action"},
		{`{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "cognito-identity.amazonaws.com"}, "Action": "a:B"}]}`, "Federated"},
		{`{"Version": "2012-10-17", "Statement": [` + statement + `], "Statements": []}`, "Statements"},
		{`{"Version": "2012-10-17", "Statement": "a"}`, "object"},
	}
	for _, c := range cases {
		var d Document
		if err := json.Unmarshal([]byte(c.document), &d); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v: want an error about %s", c.document, err, c.want)
		}
	}
	var d Document
	if err := json.Unmarshal([]byte(`{"Id": "one", "Version": "2012-10-17", "Statement": `+statement+`}`), &d); err != nil || len(d.Statement) != 1 {
		t.Errorf("a statement alone: got %+v, %v", d, err)
	}
}

// TestVersion: ${...} is a variable since 2012-10-17, and before that a text; of other versions nothing is known.
func TestVersion(t *testing.T) {
	document := Document{Statement: []Statement{{Effect: "Allow", Action: List{"s3:GetObject"}, Resource: List{"arn:aws:s3:::a/${aws:username}"}}}}
	r := Request{Action: "s3:GetObject", Resource: "arn:aws:s3:::a/${aws:username}"}
	for version, want := range map[string]Decision{"": Allowed, "2008-10-17": Allowed, "2012-10-17": "", "2026-01-01": ""} {
		document.Version = version
		if got, err := document.Evaluate(r); got != want || (err == nil) != (want != "") {
			t.Errorf("%q: got %q, %v", version, got, err)
		}
	}
}

// TestRequestUnknown: a request is one call, whose keys have one value each or say that they have several.
func TestRequestUnknown(t *testing.T) {
	document := New(Statement{Effect: "Allow", Action: List{"*"}, Resource: List{"*"}, Condition: json.RawMessage(`{"StringEquals":{"aws:TagKeys":"a"}}`)})
	for _, r := range []Request{
		{Action: "s3:Get*", Resource: "*"}, {Action: "GetObject", Resource: "*"}, {Action: "", Resource: "*"},
		{Action: "a:B", Resource: "*", Context: map[string][]string{"aws:TagKeys": {"a", "b"}}},
		{Action: "a:B", Resource: "*", Context: map[string][]string{"aws:TagKeys": {"a"}, "AWS:tagkeys": {"b"}}},
	} {
		if got, err := document.Evaluate(r); err == nil || got != "" {
			t.Errorf("%+v: got %q, %v: want an error", r, got, err)
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
		{url, Request{"444455556666", "lambda:InvokeFunctionUrl", function, map[string][]string{"lambda:FunctionUrlAuthType": {"NONE"}}}, Allowed},
		{url, Request{"444455556666", "lambda:InvokeFunctionUrl", function, map[string][]string{"lambda:FunctionUrlAuthType": {"AWS_IAM"}}}, Unsaid},
		{viaURL, Request{"444455556666", "lambda:InvokeFunction", function, map[string][]string{"lambda:InvokedViaFunctionUrl": {"true"}}}, Allowed},
		{viaURL, Request{"444455556666", "lambda:InvokeFunction", function, nil}, Unsaid},
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
