package aws

import (
	"encoding/json"
	"slices"
	"strings"
)

// Wake is what makes events of a trigger. Where the function may do it with its own role, it may invoke itself without end.
// https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html
type Wake struct {
	Actions   []string
	Resources []string // ARNs with holes, in which * is any characters
	Needs     string   // only where this parameter has a value
	Begins    []string // that begins with one of these; none: any
	But       []string // and with none of these
	Hint      string   // what would end it; "" is to write to another place
	Never     string   // what is wanted instead, where AWS says that it is always wrong; "" is that it may be meant
}

// Asked tells whether the parameters that the trigger was given make it one; given returns a parameter's elements.
func (w *Wake) Asked(given func(param string) []string) bool {
	if w.Needs == "" {
		return true
	}
	begins := func(with []string) bool {
		return slices.ContainsFunc(given(w.Needs), func(text string) bool {
			return slices.ContainsFunc(with, func(start string) bool { return strings.HasPrefix(text, start) })
		})
	}
	return len(given(w.Needs)) > 0 && (len(w.Begins) == 0 || begins(w.Begins)) && !begins(w.But)
}

// Writing to an object store, a queue, a topic and a bus, of whatever name.
var (
	objectsMade    = []string{"s3:PutObject", "s3:ReplicateObject"}
	objectsRemoved = []string{"s3:DeleteObject", "s3:DeleteObjectVersion"}
	queueSent      = []string{"sqs:SendMessage"}
	topicSent      = []string{"sns:Publish"}
	busSent        = []string{"events:PutEvents"}
	called         = []string{"execute-api:Invoke"}
	urlCalled      = Wake{Actions: []string{"lambda:InvokeFunctionUrl"}, Resources: []string{ownARN}}
)

const (
	ownARN     = "arn:{partition}:lambda:{region}:{account}:function:{function}"
	prefixHint = "let it write to another place, or give trigger and access prefixes that do not meet"
	sourceHint = "let it put events with another source or detail type than the rule's pattern has, or onto another bus"
)

// ruleWakes are events that a rule on a bus takes: those that the function puts there itself, but for events of AWS's own
// services, which nobody else can put; and those that services put on the default bus for what the function does.
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html
func ruleWakes() []Wake {
	return []Wake{
		{Actions: busSent, Resources: []string{"arn:{partition}:events:{region}:{account}:event-bus/{bus}"}, Needs: "source", But: []string{"aws."}, Hint: sourceHint},
		{
			// https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
			Actions: slices.Concat(objectsMade, objectsRemoved), Needs: "source", Begins: []string{"aws.s3"}, Hint: prefixHint,
			Resources: []string{"arn:{partition}:s3:::{detail|member:bucket.name}/{detail|member:object.key.prefix}*"},
		},
		{
			// https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html
			Actions: []string{"states:StartExecution"}, Needs: "source", Begins: []string{"aws.states"},
			Resources: []string{"{detail|member:stateMachineArn}", "{detail|member:stateMachineArn}:*"},
		},
		{
			// https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-cwe.html
			Actions: []string{"ssm:PutParameter", "ssm:DeleteParameter"}, Needs: "source", Begins: []string{"aws.ssm"},
			Resources: []string{"arn:{partition}:ssm:{region}:{account}:parameter/*"},
		},
	}
}

// queueWakes are messages of a queue, and what makes its senders send.
func queueWakes() []Wake {
	return []Wake{
		{Actions: queueSent, Resources: []string{"arn:{partition}:sqs:{region}:{account}:{queue}"}},
		{Actions: topicSent, Resources: []string{fromTopicARN}, Needs: "from-topic"},
		{Actions: slices.Concat(objectsMade, objectsRemoved), Resources: []string{fromBucketARN + "/*"}, Needs: "from-bucket"},
		{Actions: busSent, Resources: []string{"arn:{partition}:events:{region}:{account}:event-bus/{from-rule|bus-of}"}, Needs: "from-rule", Hint: sourceHint},
	}
}

// bucketWakes are what makes a bucket's notifications, by the kind of event.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html
func bucketWakes() []Wake {
	var wakes []Wake
	for _, kind := range []struct {
		begins  string
		actions []string
	}{
		{"s3:ObjectCreated:", objectsMade},
		{"s3:ObjectRemoved:", objectsRemoved},
		{"s3:ObjectRestore:", []string{"s3:RestoreObject"}},
		{"s3:ObjectTagging:", []string{"s3:PutObjectTagging", "s3:DeleteObjectTagging"}},
		{"s3:ObjectAcl:", []string{"s3:PutObjectAcl"}},
	} {
		wakes = append(wakes, Wake{
			Actions: kind.actions, Resources: []string{"arn:{partition}:s3:::{bucket}/{prefix}*{suffix}"},
			Needs: "events", Begins: []string{kind.begins}, Hint: prefixHint,
		})
	}
	return wakes
}

// memberOf is the text at a path of a JSON object, * where there is none or more than one. Lists of one are gone through.
func memberOf(path, object string) string {
	var value any
	if json.Unmarshal([]byte(object), &value) != nil {
		return "*"
	}
	for name := range strings.SplitSeq(path, ".") {
		if members, ok := alone(value).(map[string]any); ok {
			value = members[name]
		} else {
			return "*"
		}
	}
	if text, ok := alone(value).(string); ok {
		return text
	}
	return "*"
}

func alone(value any) any {
	if list, ok := value.([]any); ok && len(list) == 1 {
		return list[0]
	}
	return value
}
