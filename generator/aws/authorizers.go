package aws

// Functions that let callers in or turn them away: true lets in, and nothing else does.

// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html
func apigatewayAuthorizer() *Trigger {
	return &Trigger{
		ID:       "apigateway-authorizer",
		Title:    "API Gateway authorizer",
		Sentence: "requests that a Lambda authorizer of a REST or HTTP API lets in or turns away",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html",
		Params: []Param{
			{
				Name: "api", Ask: "Id of the API", Help: "an existing API",
				Type: Text, Pattern: `[a-z0-9]{10}`, Want: "10 lower-case letters and digits", Example: "a1b2c3d4e5", Placeholder: "API_ID", Identifies: true,
			},
			{
				Name: "authorizer", Ask: "Id of the authorizer", Help: "an existing authorizer of the API; * for all of them",
				Type: Text, Default: "*", Pattern: `\*|[a-z0-9]{6,10}`, Want: "6 to 10 lower-case letters and digits, or *", Example: "a1b2c3",
			},
			{
				Name: "format", Ask: "Format of the events", Help: "1.0: of a REST API, and of an HTTP API that says so; 2.0: of an HTTP API, with simple responses",
				Type: Text, Default: "1.0", Enum: []string{"1.0", "2.0"},
			},
		},
		Invoke: []Permission{{
			Principal: "apigateway.amazonaws.com",
			SourceArn: "arn:{partition}:execute-api:{region}:{account}:{api}/authorizers/{authorizer}",
			Why:       "API Gateway may invoke the function for the authorizer {authorizer} of the API {api}",
		}},
		Wakes: []Wake{{Actions: called, Resources: []string{"arn:{partition}:execute-api:{region}:{account}:{api}/*"}}},
		Event: Event{
			Marks: []Mark{{Path: Path{"methodArn"}, Test: Exists}, {Path: Path{"type"}, Test: Exists}},
			Facts: []Fact{
				{Name: "token", Path: Path{"authorizationToken?"}, Why: "the token, where the authorizer looks at one", Types: maybeText},
				{Name: "methodArn", Path: Path{"methodArn"}, Why: "ARN of the method that is called", Log: true},
			},
			Sample: `{
  "type": "TOKEN",
  "methodArn": "arn:{partition|sample}:execute-api:{region|sample}:{account|sample}:{api|sample}/prod/GET/orders",
  "authorizationToken": "Bearer sample"
}`,
		},
		Reply: Reply{
			Kind: Shaped,
			Shape: `{"principalId": "caller", "policyDocument": {"Version": "2012-10-17", "Statement": [
  {"Action": "execute-api:Invoke", "Effect": "{result|Allow:Deny}", "Resource": "{event/methodArn}"}
]}}`,
			Why: "true lets the caller in, another value turns it away, and an object is the answer as it is",
		},
		Variants: []Variant{{
			Param: "format", Values: []string{"2.0"}, Event: addressOf(authorizerV2()),
			Reply: &Reply{
				Kind: Shaped, Shape: `{"isAuthorized": "{result|true}"}`,
				Why: "true lets the caller in, another value turns it away, and an object is the answer as it is, with a context for example; the authorizer must be one with simple responses",
			},
			Types: []Type{{"go", "APIGatewayV2CustomAuthorizerV2Request"}, {"typescript", "APIGatewayRequestAuthorizerEventV2"}},
			Note:  "the answer is about one route: with caching on in the authorizer it holds for every route that has the same identity sources",
		}},
		Note:  "the answer is about one method: with caching on in the authorizer return an object whose policy names all methods that the token opens",
		Types: []Type{{"go", "APIGatewayCustomAuthorizerRequest"}, {"typescript", "APIGatewayAuthorizerEvent & { authorizationToken?: string }"}},
	}
}

// https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html
func appsyncAuthorizer() *Trigger {
	return &Trigger{
		ID:       "appsync-authorizer",
		Title:    "AppSync authorizer",
		Sentence: "requests to a GraphQL API that a Lambda authorizer lets in or turns away",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html",
		Params: []Param{{
			Name: "api", Ask: "Id of the API", Help: "an existing AppSync API",
			Type: Text, Pattern: `[a-z0-9]{26}`, Want: "26 lower-case letters and digits", Example: "a1b2c3d4e5f6g7h8i9j0k1l2m3", Placeholder: "APPSYNC_API_ID", Identifies: true,
		}},
		Invoke: []Permission{{
			Principal: "appsync.amazonaws.com",
			SourceArn: "arn:{partition}:appsync:{region}:{account}:apis/{api}",
			Why:       "AppSync may invoke the function for the API {api}; this permission covers no other",
		}},
		Wakes: []Wake{{Actions: []string{"appsync:GraphQL"}, Resources: []string{"arn:{partition}:appsync:{region}:{account}:apis/{api}/*"}}},
		Event: Event{
			Marks: []Mark{{Path: Path{"authorizationToken"}, Test: Exists}, {Path: Path{"requestContext", "queryString"}, Test: Exists}},
			Keys:  []Place{{Path: Path{"requestContext", "variables"}}},
			Facts: []Fact{
				{Name: "token", Path: Path{"authorizationToken"}, Why: "the token that the client sent"},
				{Name: "operation", Path: Path{"requestContext", "operationName?"}, Why: "name of the operation", Types: maybeText},
			},
			Sample: `{
  "authorizationToken": "sample",
  "requestContext": {
    "apiId": "{api|sample}",
    "accountId": "{account|sample}",
    "requestId": "f4081827-1111-4444-5555-5cf4695f339f",
    "queryString": "query Orders { orders { id } }",
    "operationName": "Orders",
    "variables": "{keys}"
  }
}`,
		},
		Reply: Reply{
			Kind: Shaped, Shape: `{"isAuthorized": "{result|true}"}`,
			Why: "true lets the caller in, another value turns it away, and an object is the answer as it is",
		},
		Types: []Type{{"go", "AppSyncLambdaAuthorizerRequest"}, {"typescript", "AppSyncAuthorizerEvent"}},
	}
}

// https://docs.aws.amazon.com/iot/latest/developerguide/custom-authorizer.html
func iotAuthorizer() *Trigger {
	return &Trigger{
		ID:       "iot-authorizer",
		Title:    "IoT authorizer",
		Sentence: "devices that a custom authorizer lets in or turns away",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/iot/latest/developerguide/config-custom-auth.html",
		Params: []Param{{
			Name: "authorizer", Ask: "Name of the authorizer", Help: "an existing authorizer",
			Type: Text, Pattern: `[A-Za-z0-9=,@_-]{1,128}`, Want: "1 to 128 letters, digits and = , @ _ -", Example: "devices", Placeholder: "AUTHORIZER", Identifies: true,
		}},
		Invoke: []Permission{{
			Principal: "iot.amazonaws.com",
			SourceArn: "arn:{partition}:iot:{region}:{account}:authorizer/{authorizer}",
			Why:       "IoT Core may invoke the function for the authorizer {authorizer}; this permission covers no other",
		}},
		Event: Event{
			Marks: []Mark{{Path: Path{"protocolData"}, Test: Exists}, {Path: Path{"connectionMetadata"}, Test: Exists}},
			Facts: []Fact{
				{Name: "token", Path: Path{"token?"}, Why: "the token that the device sent", Types: maybeText},
				{Name: "verified", Path: Path{"signatureVerified"}, Why: "whether IoT Core has checked the token's signature"},
				{Name: "connection", Path: Path{"connectionMetadata", "id"}, Why: "id of the connection", Log: true},
			},
			Sample: `{
  "token": "sample",
  "signatureVerified": true,
  "protocols": ["tls", "http", "mqtt"],
  "protocolData": {
    "tls": {"serverName": "iot.example.com"},
    "http": {"headers": {"X-Request-ID": "abc123"}, "queryString": "?token=sample"},
    "mqtt": {"username": "device", "password": "c2FtcGxl", "clientId": "sensor-1"}
  },
  "connectionMetadata": {"id": "e56f08c3-c559-490f-aa9f-7e8427d0f57b"}
}`,
		},
		Reply: Reply{
			Kind:  Shaped,
			Shape: `{"isAuthenticated": "{result|true}", "principalId": "device", "disconnectAfterInSeconds": 3600, "refreshAfterInSeconds": 300, "policyDocuments": []}`,
			Why:   "true says that the device is what it claims, but allows it nothing yet: an object with policyDocuments is the answer as it is",
		},
		Types: []Type{{"go", "IoTCoreCustomAuthorizerRequest"}, {"typescript", "IoTCustomAuthorizerEvent"}},
	}
}

// https://docs.aws.amazon.com/iot/latest/developerguide/pre-provisioning-hook.html
func iotProvisioningHook() *Trigger {
	return &Trigger{
		ID:       "iot-provisioning-hook",
		Title:    "IoT provisioning hook",
		Sentence: "devices that ask to be provisioned from a template",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/iot/latest/developerguide/pre-provisioning-hook.html",
		Params: []Param{{
			Name: "template", Ask: "Name of the provisioning template", Help: "an existing provisioning template",
			Type: Text, Pattern: `[A-Za-z0-9_-]{1,36}`, Want: "1 to 36 letters, digits, - and _", Example: "sensors", Placeholder: "PROVISIONING_TEMPLATE", Identifies: true,
		}},
		Invoke: []Permission{{
			Principal:     "iot.amazonaws.com",
			SourceArn:     "arn:{partition}:iot:{region}:{account}:provisioningtemplate/{template}",
			SourceAccount: true,
			Why:           "IoT Core may invoke the function for the provisioning template {template}; this permission covers no other",
		}},
		Event: Event{
			Marks: []Mark{{Path: Path{"templateArn"}, Test: Exists}, {Path: Path{"claimCertificateId"}, Test: Exists}},
			Keys:  []Place{{Path: Path{"parameters"}, Text: true}},
			Facts: []Fact{
				{Name: "template", Path: Path{"templateArn", Resource}, Why: "name of the template"},
				{Name: "device", Path: Path{"clientId"}, Why: "id that the device connects with"},
			},
			Sample: `{
  "claimCertificateId": "4f0ba725787aa94d67d2fca420eca022242532e8b3c58e7465c7778b443fd65e",
  "certificateId": "4f0ba725787aa94d67d2fca420eca022242532e8b3c58e7465c7778b443fd65f",
  "certificatePem": "-----BEGIN CERTIFICATE-----\nsample\n-----END CERTIFICATE-----\n",
  "templateArn": "arn:{partition|sample}:iot:{region|sample}:{account|sample}:provisioningtemplate/{template|sample}",
  "clientId": "221a6d10-9c7f-42f1-9153-e52e6fc869c1",
  "parameters": {"{texts}": "{keys}"}
}`,
		},
		Reply: Reply{
			Kind: Shaped, Shape: `{"allowProvisioning": "{result|true}"}`,
			Why: "true lets the device be provisioned, another value turns it away, and an object is the answer as it is",
		},
		Types: []Type{{"go", "IoTPreProvisionHookRequest"}, {"typescript", "IoTPreProvisioningHookEvent"}},
	}
}

// https://docs.aws.amazon.com/iot/latest/developerguide/lambda-rule-action.html
func iotRule() *Trigger {
	return &Trigger{
		ID:       "iot-rule",
		Title:    "IoT topic rule",
		Sentence: "MQTT messages that a topic rule selects; what it selects is the event",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/iot/latest/developerguide/lambda-rule-action.html",
		Params: []Param{
			{
				Name: "rule", Ask: "Name of an existing rule", Help: "the topic rule exists and has this name; without it the template creates one",
				Type: Text, Pattern: `[A-Za-z0-9_]{1,128}`, Want: "1 to 128 letters, digits and _", Example: "sensors", Placeholder: "TOPIC_RULE", Identifies: true,
			},
			{
				Name: "topic", Ask: "Topic", Help: "filter of the topics that the created rule selects from",
				Type: Text, Default: "{function}/#", Pattern: `[A-Za-z0-9_/+#.-]{1,256}`, Want: "1 to 256 letters, digits and _ / + # . -", Example: "sensors/+/state",
			},
		},
		Invoke: []Permission{{
			Principal:     "iot.amazonaws.com",
			SourceArn:     "arn:{partition}:iot:{region}:{account}:rule/{rule}",
			SourceAccount: true,
			Why:           "IoT Core may invoke the function for the topic rule {rule}; this permission covers no other",
		}},
		Wakes: []Wake{{
			Actions:   []string{"iot:Publish"},
			Resources: []string{"arn:{partition}:iot:{region}:{account}:topic/{topic|topic}"},
			Hint:      "let it publish to a topic that the rule does not select from",
		}},
		Event:     sentEvent,
		Reply:     Reply{Kind: Ignore, Why: "IoT Core takes no answer; when the handler fails, Lambda tries the message twice more"},
		CreatedAs: "{@OwnTopicRule}",
		Create: `{
  "{@OwnTopicRule}": {
    "Type": "AWS::IoT::TopicRule",
    "Properties": {
      "TopicRulePayload": {
        "AwsIotSqlVersion": "2016-03-23",
        "Sql": "SELECT * FROM '{topic}'",
        "Actions": [{"Lambda": {"FunctionArn": "{@Function.Arn}"}}]
      }
    }
  }
}`,
		Wire: []string{
			"aws iot get-topic-rule --rule-name {rule} # then replace-topic-rule with all of it and the action {\"lambda\":{\"functionArn\":\"arn:{partition}:lambda:{region}:{account}:function:{function}\"}}",
		},
		Caution: "replace-topic-rule replaces the whole rule",
	}
}
