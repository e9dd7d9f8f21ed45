package proof

import (
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/policy"
)

// senderARNs are what each parameter that names a sender stands for, by the parameter.
var senderARNs = map[string]struct{ service, arn string }{
	"from-topic":  {"sns.amazonaws.com", "arn:aws:sns:eu-west-1:123456789012:orders"},
	"from-bucket": {"s3.amazonaws.com", "arn:aws:s3:::orders"},
	"from-rule":   {"events.amazonaws.com", "arn:aws:events:eu-west-1:123456789012:rule/orders"},
}

// What sends to a source that is encrypted with a key of one's own is let in by a statement for the key's policy, whether the
// template creates the source or it exists: this sender for what it sends, no other sender, and nothing more of the key.
func TestKeyPolicy(t *testing.T) {
	for _, source := range []string{"", "queue=jobs,"} {
		for param, sender := range senderARNs {
			args := []string{"hello", "--account", "123456789012", "--region", "eu-west-1", "--deploy", "sam"}
			f := function(t, parse(t, append(args, "--trigger", "sqs:name=jobs,"+source+param+"=orders,key="+keyID)))
			files := render(t, f)
			readme, _ := files.Lookup("policies/README.md")
			if _, ok := files.Lookup("policies/key-policy.jobs.json"); !ok || !strings.Contains(string(readme.Data), "key-policy.jobs.json") {
				t.Fatalf("%s: the key's policy has no file, or nothing says so", param)
			}
			ask := func(service, arn, account, action string, want policy.Decision) {
				t.Helper()
				r := policy.Request{Principal: service, Action: action, Resource: "arn:aws:kms:eu-west-1:123456789012:key/" + keyID,
					Context: map[string][]string{"aws:SourceArn": {arn}, "aws:SourceAccount": {account}}}
				if got, err := f.Triggers[0].KeyPolicy().Evaluate(r); got != want || err != nil {
					t.Errorf("%s: %s for %s of %s: got %q, %v: want %q", action, service, arn, account, got, err, want)
				}
			}
			for _, action := range []string{"kms:Decrypt", "kms:GenerateDataKey"} {
				ask(sender.service, sender.arn, "123456789012", action, policy.Allowed)
				ask(sender.service, sender.arn+"2", "123456789012", action, policy.Unsaid)
				ask("lambda.amazonaws.com", sender.arn, "123456789012", action, policy.Unsaid)
			}
			ask(sender.service, sender.arn, "123456789012", "kms:ScheduleKeyDeletion", policy.Unsaid)
			if param == "from-bucket" { // whose ARN names no account
				ask(sender.service, sender.arn, "210987654321", "kms:Decrypt", policy.Unsaid)
			}
		}
	}
	for _, kind := range aws.Triggers() {
		for _, s := range kind.Senders {
			if senderARNs[s.Param].service != s.Principal {
				t.Errorf("%s: nothing asks for %s", kind.ID, s.Param)
			}
		}
	}
}

// Nobody is let in where no key is said, or no sender.
func TestNoKeyPolicy(t *testing.T) {
	for _, params := range []string{"", ":key=" + keyID, ":from-topic=orders"} {
		for file := range render(t, function(t, parse(t, []string{"hello", "--trigger", "sqs" + params}))).All() {
			if strings.Contains(file.Path, "key-policy") {
				t.Errorf("sqs%s: has %s", params, file.Path)
			}
		}
	}
}
