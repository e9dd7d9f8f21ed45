package generator

import (
	"slices"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/generator/shell"
)

// sender is the service that sends to the trigger's source and uses the source's key for it, nil where none does.
func (t *Trigger) sender() *aws.Sender {
	i := slices.IndexFunc(t.kind.Senders, func(s aws.Sender) bool { return t.values.says(s.Param) && t.values.says("key") })
	if i < 0 {
		return nil
	}
	return &t.kind.Senders[i]
}

// KeyPolicy is what the policy of the source's key has to say beside what it says: a sender encrypts with the key. It has no
// statement where none does. The resource of a key's policy is that key, which is written *.
// https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
func (t *Trigger) KeyPolicy() policy.Document {
	s := t.sender()
	if s == nil {
		return policy.Document{}
	}
	lines := []aws.Condition{{Operator: "ArnEquals", Key: "aws:SourceArn", Value: s.SourceArn}}
	if s.SourceAccount {
		lines = append(lines, aws.Condition{Operator: "StringEquals", Key: "aws:SourceAccount", Value: "{account}"})
	}
	return policy.New(policy.Statement{
		Effect: "Allow", Principal: &policy.Principal{Service: policy.List{s.Principal}},
		Action: policy.List{"kms:Decrypt", "kms:GenerateDataKey"}, Resource: policy.List{"*"},
		Condition: t.values.condition(lines), Why: t.values.text(s.Why),
	})
}

// KeyPolicyFile is the name of that document in policies/, "" where there is none.
func (t *Trigger) KeyPolicyFile() string {
	if t.sender() == nil {
		return ""
	}
	return "key-policy." + t.Name + ".json"
}

// Key is the customer-managed key of the trigger's source.
func (t *Trigger) Key() string { return t.values.text("{key}") }

// KeyCommands show what the policy of that key says, and put what it should say in its place.
func (t *Trigger) KeyCommands() []shell.Command {
	command := func(operation string) shell.Command {
		return shell.New("aws", "kms", operation).Option("--key-id", t.values.word("{key}")).With("--policy-name", "default")
	}
	return []shell.Command{
		command("get-key-policy").With("--query", "Policy", "--output", "text"),
		command("put-key-policy").With("--policy", "file://key-policy.json"),
	}
}
