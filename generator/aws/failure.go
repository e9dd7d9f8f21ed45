package aws

// Destination is where Lambda sends a record of each asynchronous invocation that failed for good.
// https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
type Destination struct {
	ID      string // as in scaffold.yaml, sqs for example
	Title   string
	Pattern string    // of the ARN of one that exists
	ARN     string    // of the one that is created, with holes
	Grant   Statement // what the execution role needs; its resource is the destination
	Type    string    // in SAM's EventInvokeConfig
	Ref     string    // the created one's ARN as Fn::Sub takes it
	Create  string    // CloudFormation resources that make it, a JSON object with holes
	Make    string    // the command that makes it, with holes
}

// Destinations returns all of the catalogue. Lambda delivers to no FIFO queue and to no FIFO topic.
func Destinations() []*Destination { return []*Destination{&queueDestination, &topicDestination} }

// FindDestination returns the destination that text names by its id, or that an ARN is one of; nil where there is none.
func FindDestination(text string) *Destination {
	for _, d := range Destinations() {
		if text == d.ID || matches(d.Pattern, text) {
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
	Grant: Statement{
		Sid:     "SendFailures",
		Actions: []string{"sqs:SendMessage"},
		Why:     "onFailure: Lambda sends asynchronous invocations that failed to this queue, and does it with the function's role",
	},
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
}

var topicDestination = Destination{
	ID:      "sns",
	Title:   "an SNS topic",
	Pattern: `arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]{1,256}`,
	ARN:     "arn:{partition}:sns:{region}:{account}:{function}-failures",
	Grant: Statement{
		Sid:     "PublishFailures",
		Actions: []string{"sns:Publish"},
		Why:     "onFailure: Lambda publishes asynchronous invocations that failed to this topic, and does it with the function's role",
	},
	Type:   "SNS",
	Ref:    "${FailureTopic}",
	Create: `{"FailureTopic": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "{function}-failures"}}}`,
	Make:   "aws sns create-topic --name {function}-failures",
}
