package aws

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html
func sqsAccess() *Access {
	return &Access{
		ID:       "sqs",
		Title:    "SQS",
		Sentence: "send messages to a queue, or receive and delete them",
		Doc:      "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-iam-policies.html",
		Params: []Param{
			{
				Name: "queue", Ask: "Queue", Help: "name of the queue",
				Type: Text, Pattern: queuePattern, Want: queueWant, Example: "orders", Placeholder: "TARGET_QUEUE",
			},
			writeModeParam, keyParam,
		},
		Statements: []Statement{
			{
				Sid: "ReceiveMessages", Modes: reads,
				Actions:   []string{"sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ReceiveMessage"},
				Resources: []string{"arn:{partition}:sqs:{region}:{account}:{queue}"},
				Why:       "access sqs: the function receives messages of the queue {queue} and deletes them",
			},
			{
				Sid: "SendMessages", Modes: writes,
				Actions:   []string{"sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"},
				Resources: []string{"arn:{partition}:sqs:{region}:{account}:{queue}"},
				Why:       "access sqs: the function sends messages to the queue {queue}",
			},
			// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
			useKey([]string{Read}, "access sqs: the messages of {queue} are encrypted with the key {key}", "kms:Decrypt"),
			useKey(writes, "access sqs: the messages of {queue} are encrypted with the key {key}, and whoever sends must be able to read", "kms:Decrypt", "kms:GenerateDataKey"),
		},
	}
}

// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html
const (
	queuePattern = `[A-Za-z0-9_-]{1,80}|[A-Za-z0-9_-]{1,75}\.fifo`
	queueWant    = "1 to 80 letters, digits, - and _, of a FIFO queue with .fifo at the end"
)
