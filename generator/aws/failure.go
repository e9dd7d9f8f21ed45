package aws

// Destination is where Lambda sends a record of each asynchronous invocation that failed for good.
// https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
type Destination struct {
	ID      string // as in scaffold.yaml, sqs for example
	Title   string
	Pattern string      // of the ARN of one that exists
	ARN     string      // of the one that its id means, with holes; "": it is named by an ARN alone
	Grants  []Statement // what the execution role needs; {destination} stands for the ARN
	Type    string      // in SAM's EventInvokeConfig
	Ref     string      // the created one's ARN as Fn::Sub takes it
	Create  string      // CloudFormation resources that make it, a JSON object with holes; "" where it is there already
	Make    string      // the command that makes it, with holes
	Key     []string    // what the role needs besides on the key of one that exists, where a customer-managed one encrypts it
}

// Destinations returns all of the catalogue. Lambda delivers to no FIFO queue and to no FIFO topic.
func Destinations() []*Destination {
	return []*Destination{&queueDestination, &topicDestination, &busDestination, &bucketDestination, &functionDestination}
}

// FindDestination returns the destination that text names by its id, or that an ARN is one of; nil where there is none.
func FindDestination(text string) *Destination {
	if text == "" {
		return nil // as most functions have it: no pattern need be read
	}
	for _, d := range Destinations() {
		if d.ARN != "" && text == d.ID || matches(d.Pattern, text) {
			return d
		}
	}
	return nil
}

// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-onfailure.html
var queueDestination = Destination{
	ID:      "sqs",
	Title:   "an SQS queue",
	Pattern: `arn:aws[a-z-]*:sqs:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]{1,80}`,
	ARN:     "arn:{partition}:sqs:{region}:{account}:{function}-failures",
	Grants: []Statement{{
		Sid:       "SendFailures",
		Actions:   []string{"sqs:SendMessage"},
		Resources: []string{"{destination}"},
		Why:       "onFailure: Lambda sends asynchronous invocations that failed to this queue, and does it with the function's role",
	}},
	Type: "SQS",
	Ref:  "${FailureQueue.Arn}",
	// A fortnight is the longest that SQS keeps a message.
	Create: `{
  "FailureQueue": {
    "Type": "AWS::SQS::Queue",
    "DeletionPolicy": "Delete",
    "UpdateReplacePolicy": "Delete",
    "Properties": {"QueueName": "{function}-failures", "MessageRetentionPeriod": 1209600, "SqsManagedSseEnabled": true}
  }
}`,
	Make: "aws sqs create-queue --queue-name {function}-failures --attributes MessageRetentionPeriod=1209600",
	// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
	Key: []string{"kms:Decrypt", "kms:GenerateDataKey"},
}

var topicDestination = Destination{
	ID:      "sns",
	Title:   "an SNS topic",
	Pattern: `arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]{1,256}`,
	ARN:     "arn:{partition}:sns:{region}:{account}:{function}-failures",
	Grants: []Statement{{
		Sid:       "PublishFailures",
		Actions:   []string{"sns:Publish"},
		Resources: []string{"{destination}"},
		Why:       "onFailure: Lambda publishes asynchronous invocations that failed to this topic, and does it with the function's role",
	}},
	Type:   "SNS",
	Ref:    "${FailureTopic}",
	Create: `{"FailureTopic": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "{function}-failures"}}}`,
	Make:   "aws sns create-topic --name {function}-failures",
	// https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
	Key: []string{"kms:Decrypt", "kms:GenerateDataKey"},
}

// busDestination is the default bus where it is named by its id.
var busDestination = Destination{
	ID:      "eventbridge",
	Title:   "an EventBridge bus",
	Pattern: `arn:aws[a-z-]*:events:[a-z0-9-]+:\d{12}:event-bus/[A-Za-z0-9._/-]{1,256}`,
	ARN:     "arn:{partition}:events:{region}:{account}:event-bus/default",
	Grants: []Statement{{
		Sid:       "PutFailures",
		Actions:   []string{"events:PutEvents"},
		Resources: []string{"{destination}"},
		Why:       "onFailure: Lambda puts asynchronous invocations that failed on this bus, and does it with the function's role",
	}},
	Type: "EventBridge",
	Ref:  "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/default",
}

// https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html#invocation-async-destinations
var bucketDestination = Destination{
	ID:      "s3",
	Title:   "an S3 bucket",
	Pattern: `arn:aws[a-z-]*:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]`,
	Grants: []Statement{
		{
			Sid:       "WriteFailures",
			Actions:   []string{"s3:PutObject"},
			Resources: []string{"{destination}/*"},
			Condition: ownBucket,
			Why:       "onFailure: Lambda writes asynchronous invocations that failed into this bucket, as long as it belongs to account {account}, and does it with the function's role",
		},
		{
			Sid:       "ListFailures",
			Actions:   []string{"s3:ListBucket"},
			Resources: []string{"{destination}"},
			Condition: ownBucket,
			Why:       "onFailure: Lambda lists the bucket before it writes",
		},
	},
	Type: "S3Bucket",
	// https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
	Key: []string{"kms:GenerateDataKey"},
}

var functionDestination = Destination{
	ID:      "lambda",
	Title:   "a Lambda function",
	Pattern: `arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9_-]{1,64}(:[A-Za-z0-9_-]{1,128})?`,
	Grants: []Statement{{
		Sid:       "InvokeWithFailures",
		Actions:   []string{"lambda:InvokeFunction"},
		Resources: []string{"{destination}"},
		Why:       "onFailure: Lambda invokes this function with asynchronous invocations that failed, and does it with the failed function's role",
	}},
	Type: "Lambda",
}
