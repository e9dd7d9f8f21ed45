package aws

// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-routes-integrations.html
func apigatewayWebSocket() *Trigger {
	return &Trigger{
		ID:       "apigateway-websocket",
		Title:    "API Gateway WebSocket API",
		Sentence: "connections and messages of a WebSocket API",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-routes-integrations.html",
		Params: []Param{
			{
				Name: "route", Ask: "Route key", Help: "$connect, $disconnect, $default or a key of your own",
				Type: Text, Default: "$default", Pattern: `\$connect|\$disconnect|\$default|[A-Za-z0-9_.-]{1,128}`, Want: "$connect, $disconnect, $default, or letters, digits and _ . -", Example: "orders",
			},
			{
				Name: "stage", Ask: "Stage", Help: "the stage whose messages may invoke; * for all",
				Type: Text, Default: "prod", Pattern: `\*|[A-Za-z0-9_-]{1,128}`, Want: "letters, digits, - and _, or * for all stages",
			},
			{
				Name: "api", Ask: "Id of the WebSocket API", Help: "an existing API",
				Type: Text, Pattern: `[a-z0-9]{10}`, Want: "10 lower-case letters and digits", Example: "a1b2c3d4e5",
				Placeholder: "WEBSOCKET_API_ID", Identifies: true,
			},
			{
				Name: "push", Ask: "Send messages to clients", Help: "the function may send messages to connected clients by the API's @connections",
				Type: Boolean,
			},
		},
		Invoke: []Permission{{
			Principal: "apigateway.amazonaws.com",
			SourceArn: "arn:{partition}:execute-api:{region}:{account}:{api}/{stage}/{route}",
			Why:       "API Gateway may invoke the function for the route {route} in stage {stage} of the WebSocket API {api}, for whoever can connect: give $connect an authorizer where that is not everybody",
		}},
		Grants: []Statement{{
			Sid: "SendToClients", Needs: "push",
			Actions:   []string{"execute-api:ManageConnections"},
			Resources: []string{"arn:{partition}:execute-api:{region}:{account}:{api}/{stage}/POST/@connections/*"},
			Why:       "trigger {trigger}: the function sends messages to clients, whose ids nobody knows beforehand",
		}},
		Wakes: []Wake{{Actions: called, Resources: []string{"arn:{partition}:execute-api:{region}:{account}:{api}/{stage}/*"}}},
		Event: Event{
			Marks: []Mark{
				{Path: Path{"requestContext", "connectionId"}, Test: Exists},
				{Path: Path{"requestContext", "apiId"}, Test: Is, Value: "{api}", Apart: true},
				{Path: Path{"requestContext", "routeKey"}, Test: Is, Value: "{route}", Apart: true},
			},
			Keys: []Place{{Path: Path{"queryStringParameters"}, Text: true}, {Path: Path{Body}}},
			Facts: []Fact{
				{Name: "connectionId", Path: Path{"requestContext", "connectionId"}, Why: "id of the client's connection"},
				{Name: "eventType", Path: Path{"requestContext", "eventType"}, Why: "CONNECT, MESSAGE or DISCONNECT"},
			},
			Sample: `{
  "requestContext": {
    "routeKey": "{route}",
    "messageId": "R1knPc2ntjMCFIA=",
    "eventType": "MESSAGE",
    "extendedRequestId": "R1knPH17NjMFftw=",
    "requestTime": "02/Jan/2026:03:04:05 +0000",
    "messageDirection": "IN",
    "stage": "{stage|stage}",
    "connectedAt": 1767323044419,
    "requestTimeEpoch": 1767323045678,
    "identity": {"sourceIp": "192.0.2.1"},
    "requestId": "R1knPH17NjMFftw=",
    "domainName": "{api|sample}.execute-api.{region|sample}.{dns-suffix|sample}",
    "connectionId": "R1kmxc2VNjMCFIA=",
    "apiId": "{api|sample}"
  },
  "body?": "{keys|body}",
  "isBase64Encoded": false
}`,
		},
		Reply: Reply{Kind: HTTP, Why: "for $connect the status says whether the client may connect; an answer to a message reaches the client only where the route has a response"},
		Wire: []string{
			"export INTEGRATION_ID=$(aws apigatewayv2 create-integration --api-id {api} --integration-type AWS_PROXY --integration-uri arn:{partition}:apigateway:{region}:lambda:path/2015-03-31/functions/arn:{partition}:lambda:{region}:{account}:function:{function}/invocations --query IntegrationId --output text)",
			"aws apigatewayv2 create-route --api-id {api} --route-key '{route}' --target integrations/${INTEGRATION_ID}",
			"aws apigatewayv2 create-deployment --api-id {api} --stage-name {stage|stage}",
		},
		Types: []Type{{"go", "APIGatewayWebsocketProxyRequest"}, {"typescript", "APIGatewayProxyWebsocketEventV2"}},
	}
}
