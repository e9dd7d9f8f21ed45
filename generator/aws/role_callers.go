package aws

// Services that invoke with a role of their own and send what they are told to: nothing in these events says who sent them.

// https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html
func stepFunctions() *Trigger {
	return &Trigger{
		ID:       "step-functions",
		Title:    "Step Functions task",
		Sentence: "a task state of a state machine, whose payload is the event",
		Model:    Role,
		Doc:      "https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html",
		Params: []Param{{
			Name: "state-machine", Ask: "Name of the state machine", Help: "an existing state machine",
			Type: Text, Pattern: `[A-Za-z0-9_-]{1,80}`, Want: "1 to 80 letters, digits, - and _", Example: "checkout", Placeholder: "STATE_MACHINE", Identifies: true,
		}},
		Caller: &Caller{
			Principal: "states.amazonaws.com", SourceAccount: true,
			SourceArn: stateMachineARN,
			Why:       "Step Functions invokes the function with the role of the state machine {state-machine}: this one, or one that has its policy",
		},
		Wakes: []Wake{{Actions: []string{"states:StartExecution", "states:StartSyncExecution"}, Resources: []string{stateMachineARN, stateMachineARN + ":*"}}},
		Event: sentEvent,
		Reply: Reply{Kind: Value, Why: "the state's result is the value; the name of an error is what Retry and Catch compare"},
		Wire: []string{
			"aws stepfunctions describe-state-machine --state-machine-arn arn:{partition}:states:{region}:{account}:stateMachine:{state-machine} # then update-state-machine with a state like this",
		},
		Config: `{
  "Type": "Task",
  "Resource": "arn:{partition}:states:::lambda:invoke",
  "Parameters": {"FunctionName": "arn:{partition}:lambda:{region}:{account}:function:{function}", "Payload.$": "$"},
  "OutputPath": "$.Payload",
  "End": true
}`,
		Caution: "update-state-machine replaces the whole definition",
	}
}

// An alias or version of the machine is started by this ARN and its name.
// https://docs.aws.amazon.com/step-functions/latest/dg/concepts-state-machine-alias.html
const stateMachineARN = "arn:{partition}:states:{region}:{account}:stateMachine:{state-machine}"

// https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-add-target-lambda.html
func agentCoreGateway() *Trigger {
	return &Trigger{
		ID:       "bedrock-agentcore-gateway",
		Title:    "Bedrock AgentCore gateway",
		Sentence: "a tool call of an agent through an AgentCore gateway, whose arguments are the event",
		Model:    Role,
		Doc:      "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-add-target-lambda.html",
		Caller: &Caller{
			Principal: "bedrock-agentcore.amazonaws.com", SourceAccount: true,
			Why: "an AgentCore gateway invokes the function with its service role: this one, or one that has its policy",
		},
		Event: sentEvent,
		Reply: Reply{Kind: Value, Why: "the tool's result is the value"},
		Note:  "the tool's name is in the context, as clientContext.custom.bedrockAgentCoreToolName",
	}
}

// https://docs.aws.amazon.com/appsync/latest/devguide/direct-lambda-reference.html
func appsyncResolver() *Trigger {
	return &Trigger{
		ID:       "appsync-resolver",
		Title:    "AppSync resolver",
		Sentence: "fields of a GraphQL API, by a direct Lambda resolver",
		Model:    Role,
		Doc:      "https://docs.aws.amazon.com/appsync/latest/devguide/direct-lambda-reference.html",
		Caller: &Caller{
			Principal: "appsync.amazonaws.com", SourceAccount: true,
			Why: "AppSync invokes the function with the role of its data source: this one, or one that has its policy",
		},
		Event: Event{
			Marks: []Mark{{Path: Path{"info", "fieldName"}, Test: Exists}, {Path: Path{"info", "parentTypeName"}, Test: Exists}},
			Keys:  []Place{{Path: Path{"arguments"}}},
			Facts: []Fact{
				{Name: "field", Path: Path{"info", "fieldName"}, Why: "name of the field"},
				{Name: "parentType", Path: Path{"info", "parentTypeName"}, Why: "type that the field belongs to"},
				{Name: "parent", Path: Path{"source?"}, Why: "what the parent resolved to", JSON: true, Types: []Type{{"typescript", "Record<string, unknown> | null"}}},
				{Name: "identity", Path: Path{"identity?"}, Why: "who asks", JSON: true, Types: []Type{{"typescript", "AppSyncIdentity"}}},
			},
			Sample: `{
  "arguments": "{keys}",
  "identity": null,
  "source": null,
  "request": {"headers": {"x-forwarded-for": "192.0.2.1", "user-agent": "curl/8.10.1"}, "domainName": null},
  "prev": null,
  "info": {
    "selectionSetList": ["id"],
    "selectionSetGraphQL": "{\n  id\n}",
    "parentTypeName": "Query",
    "fieldName": "order",
    "variables": {}
  },
  "stash": {}
}`,
		},
		Reply: Reply{Kind: Value, Why: "the field resolves to the value; when the handler fails, the field has an error"},
		Wire: []string{
			"aws appsync create-data-source --api-id API_ID --name {function} --type AWS_LAMBDA --service-role-arn arn:{partition}:iam::{account}:role/{caller-role} --lambda-config lambdaFunctionArn=arn:{partition}:lambda:{region}:{account}:function:{function}",
		},
		Caution: "leave batching off in the resolver: with it the event is a list",
		Types:   []Type{{"typescript", "AppSyncResolverEvent<Record<string, unknown>, Record<string, unknown> | null>"}},
	}
}

// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-target.html
func eventbridgePipes() *Trigger {
	return &Trigger{
		ID:       "eventbridge-pipes",
		Title:    "EventBridge pipe",
		Sentence: "records of a queue or stream that a pipe passes on, in batches",
		Model:    Role,
		Doc:      "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-target.html",
		Params: []Param{{
			Name: "pipe", Ask: "Name of the pipe", Help: "an existing pipe",
			Type: Text, Pattern: `[A-Za-z0-9_.-]{1,64}`, Want: "1 to 64 letters, digits and _ . -", Example: "orders", Placeholder: "PIPE", Identifies: true,
		}},
		Caller: &Caller{
			Principal: "pipes.amazonaws.com", SourceAccount: true,
			SourceArn: "arn:{partition}:pipes:{region}:{account}:pipe/{pipe}",
			Why:       "EventBridge invokes the function with the role of the pipe {pipe}: this one, or one that has its policy beside what it needs to read the source",
		},
		Event: Event{
			Marks: []Mark{{Path: Path{First, "eventSource"}, Test: Exists}},
			Each:  Path{All},
			Keys:  []Place{{Path: Path{"body", Message}}, {Path: Path{"data", Base64, Message}}},
			Facts: []Fact{{Name: "from", Path: Path{"eventSource"}, Why: "service that the record comes from, aws:sqs for example"}},
			Sample: `[
  {
    "messageId": "059f36b4-87a3-44ab-83d2-661975830a7d",
    "receiptHandle": "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a",
    "body": {"{json}": "{keys}"},
    "attributes": {
      "ApproximateReceiveCount": "1",
      "SentTimestamp": "1767323045678",
      "SenderId": "AIDAEXAMPLE",
      "ApproximateFirstReceiveTimestamp": "1767323045680"
    },
    "messageAttributes": {},
    "md5OfBody": "e4e68fb7bd0e697a0ae8f1bb342846b3",
    "eventSource": "aws:sqs",
    "eventSourceARN": "arn:{partition|sample}:sqs:{region|sample}:{account|sample}:jobs",
    "awsRegion": "{region|sample}"
  }
]`,
		},
		Reply: Reply{Kind: Ignore, Why: "the function names no failed records; when the handler fails for one record, the whole batch comes again"},
		Note:  "a pipe takes names of failed records (batchItemFailures), which are called otherwise by each of its sources: this function gives none, so that a failed record brings its batch again, and the handler has to bear a record that comes twice; keys are read from the body of a queue's message or the data of a Kinesis record, other sources are in source.record",
	}
}
