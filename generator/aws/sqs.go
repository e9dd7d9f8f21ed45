package aws

import (
	"strconv"
	"strings"
)

// https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
func sqsTrigger() *Trigger {
	t := &Trigger{
		ID:       "sqs",
		Title:    "SQS queue",
		Sentence: "messages of a standard or FIFO queue, in batches",
		Model:    Poll,
		Doc:      "https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html",
		Params: []Param{
			{
				Name: "queue", Ask: "Name of an existing queue", Help: "the queue exists and has this name, a FIFO queue one that ends in .fifo; without it the template creates a standard queue and one for messages that keep failing",
				Type: Text, Pattern: `[A-Za-z0-9_-]{1,80}|[A-Za-z0-9_-]{1,75}[.]fifo`, Want: "1 to 80 letters, digits, - and _, with .fifo at the end for a FIFO queue", Example: "jobs",
				Placeholder: "QUEUE", Identifies: true,
			},
			{
				Name: "fifo", Ask: "A FIFO queue", Help: "true: the queue that the template creates is a FIFO queue",
				Type: Boolean, Default: "false",
			},
			batchParam("10"),
			windowParam(0),
			{
				Name: "concurrency", Ask: "Invocations at once", Help: "how many invocations handle messages of the queue at once, at most",
				Type: Integer, Refuse: between(2, 1000), Want: "2 to 1000", Example: "5",
			},
			withKey(),
			{
				Name: "from-topic", Ask: "Topic that sends to the queue", Help: "name of the SNS topic whose notifications are the messages, a FIFO topic one that ends in .fifo",
				Type: Text, Pattern: `[A-Za-z0-9_-]{1,256}|[A-Za-z0-9_-]{1,251}[.]fifo`, Want: "1 to 256 letters, digits, - and _, with .fifo at the end for a FIFO topic", Example: "orders",
			},
			{
				Name: "raw", Ask: "Raw messages", Help: "true: the topic sends its messages as they are (raw message delivery), not in notifications",
				Type: Boolean, Default: "false",
			},
			{
				Name: "from-bucket", Ask: "Bucket that sends to the queue", Help: "name of the bucket whose notifications are the messages",
				Type: Text, Pattern: bucketPattern, Want: bucketWant, Refuse: refuseBucket, Example: "my-uploads",
			},
			{
				Name: "from-rule", Ask: "Rule that sends to the queue", Help: "name of the EventBridge rule whose events are the messages, of another bus than the default one with that bus and / in front",
				Type: Text, Pattern: `([A-Za-z0-9_.-]{1,256}/)?[A-Za-z0-9_.-]{1,64}`, Want: "a rule's name, or BUS/RULE", Example: "orders",
			},
		},
		Refuse: refuseSQS,
		Mapping: &Mapping{
			Request: `{
  "EventSourceArn": "arn:{partition}:sqs:{region}:{account}:{queue}",
  "BatchSize": "{batch}",
  "MaximumBatchingWindowInSeconds?": "{window}",
  "FunctionResponseTypes": ["ReportBatchItemFailures"],
  "ScalingConfig?": {"MaximumConcurrency": "{concurrency}"}
}`,
			Created: "{@OwnQueue.Arn}",
			Why:     "Lambda takes messages from the queue {queue} with the execution role, so nobody needs a permission to invoke; messages that fail come again until the queue's redrive policy moves them to its dead-letter queue",
		},
		Grants: []Statement{{
			Sid:       "PollQueue",
			Actions:   []string{"sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"},
			Resources: []string{"arn:{partition}:sqs:{region}:{account}:{queue}"},
			Why:       "trigger {trigger}: Lambda takes messages from the queue {queue}",
		}, decryptGrant},
		Senders: queueSenders,
		Wakes:   queueWakes(),
		Event: Event{
			Marks: []Mark{
				{Path: Path{"Records", First, "eventSource"}, Test: Is, Value: "aws:sqs"},
				{Path: Path{"Records", First, "eventSourceARN", Resource}, Test: Is, Value: "{queue}", Apart: true, Environment: true},
			},
			Each: Path{"Records"},
			Keys: []Place{{Path: Path{"body", Message}}},
			Facts: []Fact{
				{Name: "messageId", Path: Path{"messageId"}, Why: "id of the message"},
				{Name: "attempt", Path: Path{"attributes", "ApproximateReceiveCount"}, Why: "how often the message was received, as a text"},
				{Name: "attributes", Path: Path{"messageAttributes"}, Why: "attributes that the sender gave the message", Types: []Type{{"typescript", "SQSMessageAttributes"}}},
			},
			Sample: `{
  "Records": [
    {
      "messageId": "059f36b4-87a3-44ab-83d2-661975830a7d",
      "receiptHandle": "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a",
      "body": {"{json}": "{keys}"},
      "attributes": {
        "ApproximateReceiveCount": "1",
        "SentTimestamp": "1767323045678",
        "SenderId": "AIDAEXAMPLE",
        "ApproximateFirstReceiveTimestamp": "1767323045680",
        "MessageGroupId?": "{fifo|then:orders}",
        "MessageDeduplicationId?": "{fifo|then:a1b2c3d4}",
        "SequenceNumber?": "{fifo|then:18849496460467696128}"
      },
      "messageAttributes": {},
      "md5OfBody": "e4e68fb7bd0e697a0ae8f1bb342846b3",
      "eventSource": "aws:sqs",
      "eventSourceARN": "arn:{partition|sample}:sqs:{region|sample}:{account|sample}:{queue|sample}{fifo|then:.fifo}",
      "awsRegion": "{region|sample}"
    }
  ]
}`,
		},
		Reply: Reply{
			Kind: Failures, ID: Path{"messageId"},
			Ordered: &Mark{Path: Path{"Records", First, "eventSourceARN"}, Test: HasEnd, Value: ".fifo", Known: "{queue}"},
			Why:     "Lambda deletes the messages that are not named as failed; of a FIFO queue those behind a failed one come again too",
		},
		CreatedAs: "{@OwnQueue.QueueName}",
		Create: `{
  "{@OwnDeadLetters}": {
    "Type": "AWS::SQS::Queue",
    "DeletionPolicy": "Delete",
    "UpdateReplacePolicy": "Delete",
    "Properties": {"FifoQueue?": "{fifo}", "MessageRetentionPeriod": 1209600, "KmsMasterKeyId?": "{key}"}
  },
  "{@OwnQueue}": {
    "Type": "AWS::SQS::Queue",
    "DeletionPolicy": "Delete",
    "UpdateReplacePolicy": "Delete",
    "Properties": {
      "FifoQueue?": "{fifo}",
      "ContentBasedDeduplication?": "{fifo}",
      "MessageRetentionPeriod": 345600,
      "VisibilityTimeout": "{visibility}",
      "KmsMasterKeyId?": "{key}",
      "RedrivePolicy": {"deadLetterTargetArn": "{@OwnDeadLetters.Arn}", "maxReceiveCount": 5}
    }
  },
  "{@OwnSubscription}?": {
    "Type": "AWS::SNS::Subscription",
    "Properties": {"Protocol": "sqs", "TopicArn": "arn:{partition}:sns:{region}:{account}:{from-topic}", "Endpoint": "{@OwnQueue.Arn}", "RawMessageDelivery?": "{raw}"}
  },
  "{@OwnQueuePolicy}?": ` + queuePolicy("{@OwnQueue.Arn}", topicSends) + `,
  "{@OwnQueuePolicy}??": ` + queuePolicy("{@OwnQueue.Arn}", bucketSends) + `,
  "{@OwnQueuePolicy}???": ` + queuePolicy("{@OwnQueue.Arn}", ruleSends) + `
}`,
		Outputs: `{"{@OwnQueueURL}": {"Value": "{@OwnQueue}"}, "{@OwnDeadLettersURL}": {"Value": "{@OwnDeadLetters}"}}`,
		Caution: "a queue whose visibility timeout is shorter than six times the function's hands out messages that are still worked on, and one without a redrive policy keeps a message that always fails until it expires",
		Wire: []string{
			"aws sqs get-queue-attributes --queue-url $(aws sqs get-queue-url --queue-name {queue} --query QueueUrl --output text) --attribute-names VisibilityTimeout RedrivePolicy",
		},
		Types: []Type{{"go", "SQSEvent"}, {"typescript", "SQSEvent"}},
	}
	t.Variants = queueVariants(t.Event)
	return t
}

// refuseSQS knows what a mapping of a queue cannot be.
// https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html#lambda-CreateEventSourceMapping-request-BatchSize
func refuseSQS(given func(name string) string) (param, why string) {
	batch, _ := strconv.Atoi(given("batch"))
	window, _ := strconv.Atoi(given("window"))
	fifo := strings.HasSuffix(given("queue"), ".fifo") || given("fifo") == "true"
	if param, why = refuseTwo(given, "from-topic", "from-bucket", "from-rule"); why != "" {
		return param, why
	}
	switch {
	case given("fifo") == "true" && given("queue") != "" && !strings.HasSuffix(given("queue"), ".fifo"):
		return "fifo", "want no fifo beside queue: the name of a queue that exists says it, by .fifo at its end"
	case given("raw") == "true" && given("from-topic") == "":
		return "raw", "want from-topic beside it"
	case strings.HasSuffix(given("from-topic"), ".fifo") && !fifo:
		return "from-topic", "want a FIFO queue for a FIFO topic"
	case given("from-bucket") != "" && fifo:
		return "from-bucket", "want a standard queue: S3 sends to no FIFO queue"
	case batch > 10 && fifo:
		return "batch", "want at most 10 for a FIFO queue"
	case window > 0 && fifo:
		return "window", "want none for a FIFO queue"
	case batch > 10 && window == 0:
		return "batch", "want at most 10, or window=1 or more"
	}
	return "", ""
}
