package policy

import (
	"slices"
	"strings"
	"testing"
)

// What allows far more than one thing is said, and what a function ordinarily needs is not: actions that know no resource,
// prefixes, one bucket's objects.
func TestBroad(t *testing.T) {
	const let = ": let it name what the function needs"
	for _, c := range []struct{ statement, want string }{
		{`"Action": "*", "Resource": "*"`, "every action on *"},
		{`"Action": ["s3:GetObject", "*:*"], "Resource": "arn:aws:s3:::shop/a"`, "every action on arn:aws:s3:::shop/a"},
		{`"Action": "s3:*", "Resource": "*"`, "every action of s3 on *"},
		{`"Action": ["sts:GetCallerIdentity", "lambda:*"], "Resource": ["arn:aws:lambda:eu-west-1:123456789012:function:*"]`, "every action of lambda on arn:aws:lambda:eu-west-1:123456789012:function:*"},
		{`"Action": "dynamodb:**", "Resource": "arn:aws:dynamodb:*:*:table/*"`, "every action of dynamodb on arn:aws:dynamodb:*:*:table/*"},
		{`"Action": "s3:*", "Resource": "arn:*"`, "every action of s3 on arn:*"},
		{`"Action": "iam:PassRole", "Resource": "*"`, "iam:PassRole on *, by which it may come to do anything"},
		{`"Action": "iam:pass*", "Resource": "arn:aws:iam::123456789012:role/*"`, "iam:pass* on arn:aws:iam::123456789012:role/*, by which it may come to do anything"},
		{`"Action": "STS:Assume*", "Resource": "*"`, "STS:Assume* on *, by which it may come to do anything"},
		{`"NotAction": "iam:*", "Resource": "arn:aws:s3:::shop/*"`, "every action but iam:* on arn:aws:s3:::shop/*"},
		{`"NotAction": "iam:*", "NotResource": "*"`, "every action but iam:* on everything but *"},
		{`"Action": "s3:GetObject", "NotResource": "arn:aws:s3:::shop/*"`, "s3:GetObject on everything but arn:aws:s3:::shop/*"},
		{`"Action": "s3:*", "Resource": "arn:aws:s3:::*", "Condition": {"Bool": {"aws:SecureTransport": "true"}}`, "every action of s3 on arn:aws:s3:::*"},

		{`"Action": "sts:GetCallerIdentity", "Resource": "*"`, ""},
		{`"Action": ["ec2:Describe*", "xray:Put*"], "Resource": "*"`, ""},
		{`"Action": "s3:*", "Resource": "arn:aws:s3:::shop/*"`, ""},
		{`"Action": "dynamodb:*", "Resource": "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/*"`, ""},
		{`"Action": "iam:PassRole", "Resource": "arn:aws:iam::123456789012:role/team/*"`, ""},
		{`"Action": "logs:PutLogEvents", "Resource": "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/hello:*"`, ""},
	} {
		var want []string
		if c.want != "" {
			want = []string{"the statement 1 allows " + c.want + let}
		}
		if got := Broad([]byte(`{"Statement": [{"Effect": "Allow", ` + c.statement + `}]}`)); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", c.statement, got, want)
		}
		if got := Broad([]byte(`{"Statement": [{"Effect": "Deny", ` + c.statement + `}]}`)); len(got) > 0 {
			t.Errorf("a Deny of %s: got %q", c.statement, got)
		}
	}
	const hostile = "a\x1b[31m\u202e\n::error::x"
	long := strings.Repeat("arn:aws:s3:::a*,", 1000)
	for _, statement := range []Statement{
		{Sid: hostile, Effect: "Allow", Action: List{"*"}, Resource: List{hostile + "*"}},
		{Effect: "Allow", Action: List{"a\x1b\u202e\nb:*"}, Resource: List{"*"}},
		{Effect: "Allow", Action: List{"*"}, Resource: strings.Split(long, ",")},
	} {
		document, err := Encode(New(statement))
		if err != nil {
			t.Fatal(err)
		}
		got := Broad(document)
		if len(got) != 1 || len(got[0]) > 500 || strings.ContainsAny(got[0], "\x1b\u202e\n") {
			t.Errorf("%+v: got %q", statement, got)
		}
	}
	if got := Broad([]byte(`{"Statement": {"Sid": "All", "Effect": "Allow", "Action": "*", "Resource": "*"}}`)); len(got) != 1 {
		t.Errorf("a statement without a list: got %q", got)
	}
}
