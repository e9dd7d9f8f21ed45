package aws

import "sync"

// entry is a line of a catalogue. What it names is made when it is first looked up: a program that needs one trigger does
// not pay for all of them, and starting it costs nothing.
type entry[T any] struct {
	id   string
	make func() *T
	once sync.Once
	made *T
}

func (e *entry[T]) get() *T {
	e.once.Do(func() { e.made = e.make() })
	return e.made
}

func find[T any](entries []entry[T], id string) *T {
	for i := range entries {
		if entries[i].id == id {
			return entries[i].get()
		}
	}
	return nil
}

func all[T any](entries []entry[T]) []*T {
	made := make([]*T, len(entries))
	for i := range entries {
		made[i] = entries[i].get()
	}
	return made
}

func ids[T any](entries []entry[T]) []string {
	names := make([]string, len(entries))
	for i := range entries {
		names[i] = entries[i].id
	}
	return names
}

// Triggers returns all triggers of the catalogue, sorted by id. It makes each of them: a program that looks for one has
// FindTrigger, and TriggerIDs for the names.
func Triggers() []*Trigger { return all(triggers) }

// TriggerIDs returns the ids of all triggers, sorted.
func TriggerIDs() []string { return ids(triggers) }

// FindTrigger returns the trigger called id, nil where there is none.
func FindTrigger(id string) *Trigger { return find(triggers, id) }

// The triggers, sorted by id.
var triggers = []entry[Trigger]{
	{id: "alb", make: albTrigger},
	{id: "alexa-skill", make: alexaSkill},
	{id: "alexa-smart-home", make: alexaSmartHome},
	{id: "amazon-mq-activemq", make: activeMQ},
	{id: "amazon-mq-rabbitmq", make: rabbitMQ},
	{id: "apigateway-authorizer", make: apigatewayAuthorizer},
	{id: "apigateway-http", make: apigatewayHTTP},
	{id: "apigateway-rest", make: apigatewayREST},
	{id: "apigateway-websocket", make: apigatewayWebSocket},
	{id: "appsync-authorizer", make: appsyncAuthorizer},
	{id: "appsync-resolver", make: appsyncResolver},
	{id: "aws-account", make: awsAccount},
	{id: "aws-organization", make: awsOrganization},
	{id: "bedrock-agent", make: bedrockAgent},
	{id: "bedrock-agentcore-gateway", make: agentCoreGateway},
	{id: "cloudformation-custom-resource", make: cloudformationCustomResource},
	{id: "cloudformation-hook", make: cloudformationHook},
	{id: "cloudformation-macro", make: cloudformationMacro},
	{id: "cloudfront-oac", make: cloudfrontOAC},
	{id: "cloudwatch-alarm", make: cloudwatchAlarm},
	{id: "cloudwatch-logs", make: cloudwatchLogs},
	{id: "codecommit", make: codecommitTrigger},
	{id: "codedeploy-hook", make: codeDeployHook},
	{id: "codepipeline", make: codePipeline},
	{id: "cognito-user-pool", make: cognitoUserPool},
	{id: "config-rule", make: configRule},
	{id: "connect", make: connectFlow},
	{id: "documentdb", make: documentDB},
	{id: "dynamodb-streams", make: dynamodbStreams},
	{id: "eventbridge-pipes", make: eventbridgePipes},
	{id: "eventbridge-rule", make: eventbridgeRule},
	{id: "eventbridge-schedule", make: eventbridgeSchedule},
	{id: "eventbridge-scheduler", make: eventbridgeScheduler},
	{id: "firehose-transform", make: firehoseTransform},
	{id: "function-url-iam", make: functionURLIAM},
	{id: "function-url-none", make: functionURLNone},
	{id: "iot-authorizer", make: iotAuthorizer},
	{id: "iot-provisioning-hook", make: iotProvisioningHook},
	{id: "iot-rule", make: iotRule},
	{id: "ivs-chat", make: ivsChat},
	{id: "kinesis", make: kinesisTrigger},
	{id: "lambda-edge", make: lambdaEdge},
	{id: "lex-v2", make: lexV2},
	{id: "msk", make: mskTrigger},
	{id: "s3", make: s3Trigger},
	{id: "s3-batch", make: s3Batch},
	{id: "secrets-manager-rotation", make: secretsRotation},
	{id: "self-managed-kafka", make: selfManagedKafka},
	{id: "ses", make: sesTrigger},
	{id: "sns", make: snsTrigger},
	{id: "sqs", make: sqsTrigger},
	{id: "step-functions", make: stepFunctions},
	{id: "transfer-family", make: transferFamily},
	{id: "vpc-lattice", make: vpcLattice},
	{id: "workmail", make: workMail},
}

// Direct is the direct invocation that every function has beside its triggers.
// https://docs.aws.amazon.com/lambda/latest/dg/invocation-sync.html
var Direct = Trigger{
	ID:       "direct",
	Title:    "Direct invocation",
	Sentence: "the Invoke API: the JSON that the caller sends is the event",
	Model:    None,
	Doc:      "https://docs.aws.amazon.com/lambda/latest/dg/invocation-sync.html",
	Wakes: []Wake{{
		Actions:   []string{"lambda:InvokeFunction", "lambda:InvokeAsync"},
		Resources: []string{ownARN, ownARN + ":*"},
		Hint:      "let it invoke another function, or count in the event how often it has been invoked",
	}},
	Event: Event{Keys: []Place{{Path: Path{Whole}}}, Sample: `"{keys}"`},
	Reply: Reply{Kind: Value, Why: "the caller gets the value as JSON"},
}
