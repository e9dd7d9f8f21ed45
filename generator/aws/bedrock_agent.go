package aws

// https://docs.aws.amazon.com/bedrock/latest/userguide/agents-lambda.html
func bedrockAgent() *Trigger {
	return &Trigger{
		ID:       "bedrock-agent",
		Title:    "Bedrock agent",
		Sentence: "an action group of an agent, which asks for a tool or an API",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/bedrock/latest/userguide/agents-lambda.html",
		Params: []Param{
			{
				Name: "agent", Ask: "Id of the agent", Help: "an existing agent",
				Type: Text, Pattern: `[0-9A-Z]{10}`, Want: "10 capital letters and digits", Example: "ABCDE12345", Placeholder: "AGENT_ID", Identifies: true,
			},
			{
				Name: "schema", Ask: "How the action group is defined", Help: "function: by function details; api: by an OpenAPI schema",
				Type: Text, Default: "function", Enum: []string{"function", "api"},
			},
		},
		// https://docs.aws.amazon.com/bedrock/latest/userguide/agents-permissions.html
		Invoke: []Permission{{
			Principal:     "bedrock.amazonaws.com",
			SourceArn:     "arn:{partition}:bedrock:{region}:{account}:agent/{agent}",
			SourceAccount: true,
			Why:           "Bedrock may invoke the function for the agent {agent}; this permission covers no other",
		}},
		Wakes: []Wake{{Actions: []string{"bedrock:InvokeAgent"}, Resources: []string{"arn:{partition}:bedrock:{region}:{account}:agent-alias/{agent}/*"}}},
		Event: agentEvent("function", `"function": "sample",
  "parameters": {"{pairs}": "{keys}"}`, Place{Path: Path{"parameters", Pairs}, Text: true}),
		Reply: Reply{
			Kind: Shaped, Placed: true,
			Shape: agentShape(`"function": "{event/function}", "functionResponse": {"responseBody": {"TEXT": {"body": "{result|text}"}}}`),
			Why:   "the agent reads what the handler returns, a string as it is and another value as JSON",
		},
		Variants: []Variant{{
			Param: "schema", Values: []string{"api"},
			Event: addressOf(agentEvent("apiPath", `"apiPath": "/sample",
  "httpMethod": "POST",
  "parameters": [],
  "requestBody": {"content": {"application/json": {"properties": {"{pairs}": "{keys}"}}}}`,
				Place{Path: Path{"parameters?", Pairs}, Text: true},
				Place{Path: Path{"requestBody?", "content", "application/json?", "properties", Pairs}, Text: true})),
			Reply: &Reply{
				Kind: Shaped, Placed: true,
				Shape: agentShape(`"apiPath": "{event/apiPath}", "httpMethod": "{event/httpMethod}", "httpStatusCode": 200, "responseBody": {"application/json": {"body": "{result|json}"}}`),
				Why:   "the agent reads what the handler returns, as JSON",
			},
		}},
		Wire: []string{
			"# in the action group of the agent: actionGroupExecutor={lambda=arn:{partition}:lambda:{region}:{account}:function:{function}}",
		},
	}
}

// agentEvent is what an agent sends, with the member that tells how the action group is defined.
func agentEvent(mark Step, members string, keys ...Place) Event {
	return Event{
		Marks: []Mark{
			{Path: Path{"agent", "id"}, Test: Exists},
			{Path: Path{"actionGroup"}, Test: Exists},
			{Path: Path{mark}, Test: Exists},
			{Path: Path{"agent", "id"}, Test: Is, Value: "{agent}", Apart: true, Environment: true},
		},
		Keys: keys,
		Facts: []Fact{
			{Name: "actionGroup", Path: Path{"actionGroup"}, Why: "name of the action group"},
			{Name: "action", Path: Path{mark}, Why: "what is asked for"},
			{Name: "sessionId", Path: Path{"sessionId"}, Why: "id of the session"},
		},
		Sample: `{
  "messageVersion": "1.0",
  "agent": {"name": "sample", "id": "{agent|sample}", "alias": "TSTALIASID", "version": "DRAFT"},
  "inputText": "a sample",
  "sessionId": "123456789012345",
  "actionGroup": "sample",
  ` + members + `,
  "sessionAttributes": {},
  "promptSessionAttributes": {}
}`,
	}
}

// agentShape is the answer to an agent. https://docs.aws.amazon.com/bedrock/latest/userguide/agents-lambda.html#agents-lambda-response
func agentShape(members string) string {
	return `{"messageVersion": "1.0", "response": {"actionGroup": "{event/actionGroup}", ` + members + `},
  "sessionAttributes": "{event/sessionAttributes}", "promptSessionAttributes": "{event/promptSessionAttributes}"}`
}

func addressOf[T any](value T) *T { return &value }
