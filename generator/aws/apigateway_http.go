package aws

// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
func apigatewayHTTP() *Trigger {
	return &Trigger{
		ID:       "apigateway-http",
		Title:    "API Gateway HTTP API",
		Sentence: "HTTP requests through an HTTP API, in payload format 2.0",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html",
		Params: []Param{
			{
				Name: "route", Ask: "Route", Help: "method and path of the route, ANY for all methods, {id} and {proxy+} for path parameters; $default takes what no other route takes",
				Type: Text, Default: "ANY /{function}", Refuse: refuseRoute, Max: 512, Sample: sampleRoute, Example: "GET /orders/{id}",
			},
			{
				Name: "stage", Ask: "Stage", Help: "the stage whose requests may invoke; * for all",
				Type: Text, Default: "$default", Pattern: `\*|\$default|[A-Za-z0-9_-]{1,128}`, Want: "letters, digits, - and _, $default, or * for all stages",
			},
			{
				Name: "api", Ask: "Id of an existing HTTP API", Help: "the API exists and has this id; without it the template creates one",
				Type: Text, Pattern: `[a-z0-9]{10}`, Want: "10 lower-case letters and digits", Example: "a1b2c3d4e5",
				Placeholder: "HTTP_API_ID", Identifies: true,
			},
		},
		Invoke: []Permission{{
			Principal: "apigateway.amazonaws.com",
			SourceArn: "arn:{partition}:execute-api:{region}:{account}:{api}/{stage}/{route|route-arn}",
			Why:       "API Gateway may invoke the function for {route} in stage {stage} of the HTTP API {api}, for whoever can call that route: give it an authorizer where that is not everybody",
		}},
		Wakes: []Wake{{Actions: called, Resources: []string{"arn:{partition}:execute-api:{region}:{account}:{api}/{stage}/{route|route-arn}"}}},
		Event: Event{
			Marks: []Mark{
				{Path: Path{"requestContext", "http"}, Test: Exists},
				{Path: Path{"routeArn"}, Test: Missing}, // an authorizer's
				{Path: Path{"requestContext", "domainName"}, Test: Lacks, Value: urlHost},
				{Path: Path{"requestContext", "apiId"}, Test: Is, Value: "{api}", Apart: true},
				{Path: Path{"routeKey"}, Test: Is, Value: "{route}", Apart: true},
			},
			Keys:  httpV2Keys,
			Facts: append([]Fact{{Name: "claims", Path: Path{"requestContext", "authorizer?", "jwt?", "claims"}, Why: "claims of the caller's token, where a JWT authorizer checks one", JSON: true, Types: []Type{{"typescript", "Record<string, unknown> | undefined"}}}}, httpV2Facts...),
			Sample: `{
  "version": "2.0",
  "routeKey": "{route}",
  "rawPath": "{route|sample}",
  "rawQueryString": "",
  "headers": {
    "host": "{api|sample}.execute-api.{region|sample}.{dns-suffix|sample}",
    ` + httpV2Headers + `
  },
  "queryStringParameters?": "{keys|query}",
  "requestContext": {
    "authorizer": {"jwt": {"claims": {"sub": "a1b2c3d4-5678-90ab-cdef-111122223333"}, "scopes": ["orders"]}},
    "accountId": "{account|sample}",
    "apiId": "{api|sample}",
    "domainName": "{api|sample}.execute-api.{region|sample}.{dns-suffix|sample}",
    "domainPrefix": "{api|sample}",
    "http": {"method": "{route|method}", "path": "{route|sample}", "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1", "userAgent": "curl/8.10.1"},
    "routeKey": "{route}",
    "stage": "{stage|stage}",
    ` + httpV2Times + `
  },
  "pathParameters?": "{path|values}",
  "body?": "{keys|body}",
  "isBase64Encoded": false
}`,
		},
		Reply:     Reply{Kind: HTTP, Why: "API Gateway sends the answer to the client"},
		CreatedAs: "{@HttpApi}",
		Shared:    true,
		Create: `{
  "{@HttpApi}": {
    "Type": "AWS::Serverless::HttpApi",
    "Properties": {
      "StageName?": "{stage|named}",
      "DefinitionBody": {
        "openapi": "3.0.1",
        "info": {"title": "{function}", "version": "1.0"},
        "paths": {
          "{route|route-path}": {
            "{route|route-op}": {
              "responses": {"default": {"description": "the function's answer"}},
              "x-amazon-apigateway-integration": {
                "type": "aws_proxy",
                "httpMethod": "POST",
                "payloadFormatVersion": "2.0",
                "uri": "arn:{partition}:apigateway:{region}:lambda:path/2015-03-31/functions/{@Function.Arn}/invocations"
              }
            }
          }
        }
      }
    }
  }
}`,
		Outputs: `{"HttpApiURL": {"Value": "https://{@HttpApi}.execute-api.{region}.{@AWS::URLSuffix}/{stage|named}"}}`,
		Wire: []string{
			"export INTEGRATION_ID=$(aws apigatewayv2 create-integration --api-id {api} --integration-type AWS_PROXY --payload-format-version 2.0 --integration-uri arn:{partition}:lambda:{region}:{account}:function:{function} --query IntegrationId --output text)",
			"aws apigatewayv2 create-route --api-id {api} --route-key '{route}' --target integrations/${INTEGRATION_ID}",
		},
		Types: []Type{{"go", "APIGatewayV2HTTPRequest"}, {"typescript", "APIGatewayProxyEventV2 & { requestContext: { authorizer?: { jwt?: { claims: Record<string, unknown> } } } }"}},
	}
}
