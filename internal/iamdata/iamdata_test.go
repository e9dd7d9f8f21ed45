package iamdata_test

import (
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/iamdata"
)

// The data knows real actions and their resources, and no others. cfn-lint is installed by bash .ci/parts.
func TestActions(t *testing.T) {
	actions := iamdata.Actions(t, []string{"sqs:SendMessage", "xray:PutTraceSegments", "sqs:SendMessageBatch", "nothing:Like", "iam:PassRole"})
	for name, want := range map[string]bool{"sqs:SendMessage": true, "xray:PutTraceSegments": true, "sqs:SendMessageBatch": false, "nothing:Like": false, "iam:PassRole": true} {
		if actions[name].Known != want {
			t.Errorf("%s: got known %t, want %t", name, actions[name].Known, want)
		}
	}
	for _, c := range []struct {
		action, arn string
		want        bool
	}{
		{"sqs:SendMessage", "arn:aws:sqs:eu-west-1:123456789012:orders", true},
		{"sqs:SendMessage", "arn:aws:sns:eu-west-1:123456789012:orders", false},
		{"sqs:SendMessage", "*", false},
		{"xray:PutTraceSegments", "*", true},
		{"xray:PutTraceSegments", "arn:aws:xray:eu-west-1:123456789012:group/a", false},
		{"iam:PassRole", "arn:aws:iam::123456789012:role/a", true},
		{"iam:PassRole", "arn:aws:iam:eu-west-1:1:user/a", false},
	} {
		if got := actions[c.action].Knows(c.arn); got != c.want {
			t.Errorf("%s on %s: got %t, want %t", c.action, c.arn, got, c.want)
		}
	}
}
