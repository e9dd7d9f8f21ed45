package aws

// Queues to which another service sends: what messages look like then, and what lets the service send.

// queueVariants are the forms of a queue's events, by who sends. A topic that sends raw messages changes nothing but who may.
func queueVariants(event Event) []Variant {
	body := Path{"body"}
	return []Variant{
		{Param: "raw", Wire: []string{setQueuePolicy, subscribeQueue}, Config: onePolicy(topicSends), Caution: replacesPolicy},
		{Param: "from-topic", Event: carrying(event, body, notification), Wire: []string{setQueuePolicy, subscribeQueue}, Config: onePolicy(topicSends), Caution: replacesPolicy},
		{
			Param: "from-bucket", Event: carrying(event, body, bucketNotification()), Config: onePolicy(bucketSends), Caution: replacesPolicy,
			Wire: []string{
				setQueuePolicy,
				"aws s3api get-bucket-notification-configuration --bucket {from-bucket} # then put-bucket-notification-configuration with all of it and QueueConfigurations for arn:{partition}:sqs:{region}:{account}:{queue}",
			},
			Note: "the bucket {from-bucket} has to be told to send to the queue, which replaces its whole notification configuration",
		},
		{
			Param: "from-rule", Event: carrying(event, body, ruleEvent()), Config: onePolicy(ruleSends), Caution: replacesPolicy,
			Wire: []string{
				setQueuePolicy,
				"aws events put-targets --rule {from-rule|rule-of} --event-bus-name {from-rule|bus-of} --targets Id=Queue,Arn=arn:{partition}:sqs:{region}:{account}:{queue}",
			},
			Note: "the rule {from-rule} has to have the queue as its target",
		},
	}
}

const (
	setQueuePolicy = "aws sqs set-queue-attributes --queue-url $(aws sqs get-queue-url --queue-name {queue} --query QueueUrl --output text) --attributes file://attributes.json"
	subscribeQueue = "aws sns subscribe --topic-arn arn:{partition}:sns:{region}:{account}:{from-topic} --protocol sqs --notification-endpoint arn:{partition}:sqs:{region}:{account}:{queue} --attributes RawMessageDelivery={raw}"
	replacesPolicy = "set-queue-attributes replaces the queue's whole policy: attributes.json must hold, as the text of Policy, what the queue's policy holds now, and this. A queue whose visibility timeout is shorter than six times the function's hands out messages that are still worked on, and one without a redrive policy keeps a message that always fails until it expires"
)

// What sends to a queue.
const (
	fromTopicARN  = "arn:{partition}:sns:{region}:{account}:{from-topic}"
	fromBucketARN = "arn:{partition}:s3:::{from-bucket}"
	fromRuleARN   = "arn:{partition}:events:{region}:{account}:rule/{from-rule}"
)

// queueSenders are the services behind these.
var queueSenders = []Sender{
	{
		Param: "from-topic", Principal: "sns.amazonaws.com", SourceArn: fromTopicARN,
		Why: "SNS encrypts what the topic {from-topic} sends to the queue {queue}",
	},
	{
		Param: "from-bucket", Principal: "s3.amazonaws.com", SourceArn: fromBucketARN, SourceAccount: true,
		Why: "S3 encrypts what the bucket {from-bucket} sends to the queue {queue}, as long as the bucket belongs to account {account}",
	},
	{
		Param: "from-rule", Principal: "events.amazonaws.com", SourceArn: fromRuleARN,
		Why: "EventBridge encrypts what the rule {from-rule} sends to the queue {queue}",
	},
}

// What lets a sender send to the queue, without its resource.
const (
	// https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html
	topicSends = `"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"}, "Action": "sqs:SendMessage",
    "Condition": {"ArnEquals": {"aws:SourceArn": "` + fromTopicARN + `"}}`
	// https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html
	bucketSends = `"Effect": "Allow", "Principal": {"Service": "s3.amazonaws.com"}, "Action": "sqs:SendMessage",
    "Condition": {"ArnLike": {"aws:SourceArn": "` + fromBucketARN + `"}, "StringEquals": {"aws:SourceAccount": "{account}"}}`
	// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
	ruleSends = `"Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"}, "Action": "sqs:SendMessage",
    "Condition": {"ArnEquals": {"aws:SourceArn": "` + fromRuleARN + `"}}`
)

func onePolicy(sends string) string {
	return `{"Version": "2012-10-17", "Statement": [{"Sid": "Send", ` + sends + `, "Resource": "arn:{partition}:sqs:{region}:{account}:{queue}"}]}`
}

// queuePolicy is the resource that lets a sender send to a created queue.
func queuePolicy(queue, sends string) string {
	return `{
    "Type": "AWS::SQS::QueuePolicy",
    "Properties": {
      "Queues": ["{@OwnQueue}"],
      "PolicyDocument": {"Version": "2012-10-17", "Statement": [{"Sid": "Send", ` + sends + `, "Resource": "` + queue + `"}]}
    }
  }`
}
