package aws

// https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html
// https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
func apigatewayREST() *Trigger {
	return &Trigger{
		ID:       "apigateway-rest",
		Title:    "API Gateway REST API",
		Sentence: "HTTP requests through a REST API with Lambda proxy integration",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html",
		Params: []Param{
			{
				Name: "path", Ask: "Path", Help: "resource path of the route; {id} and {proxy+} are path parameters",
				Type: Text, Default: "/{function}", Example: "/orders/{id}",
				Refuse: refusePath, Beside: besidePath, Max: 512, Sample: samplePath,
			},
			{
				Name: "method", Ask: "HTTP method", Help: "the method that invokes the function, ANY for all",
				Type: Text, Default: "ANY", Enum: httpMethods, Sample: sampleMethod,
			},
			{
				Name: "stage", Ask: "Stage", Help: "the stage whose requests may invoke; * for all, the console's test calls among them",
				Type: Text, Default: "prod", Pattern: `\*|[A-Za-z0-9_-]{1,128}`, Want: "letters, digits, - and _, or * for all stages",
			},
			{
				Name: "api", Ask: "Id of an existing REST API", Help: "the API exists and has this id; without it the template creates one",
				Type: Text, Pattern: `[a-z0-9]{10}`, Want: "10 lower-case letters and digits", Example: "a1b2c3d4e5",
				Placeholder: "API_ID", Identifies: true,
			},
		},
		Invoke: []Permission{{
			Principal: "apigateway.amazonaws.com",
			SourceArn: "arn:{partition}:execute-api:{region}:{account}:{api}/{stage}/{method|arn}/{path|arn}",
			Why:       "API Gateway may invoke the function for {method} {path} in stage {stage} of the REST API {api}, for whoever can call that route: give the method an authorizer where that is not everybody",
		}},
		Wakes: []Wake{{Actions: called, Resources: []string{"arn:{partition}:execute-api:{region}:{account}:{api}/{stage}/{method|arn}/{path|arn}"}}},
		Event: Event{
			Marks: []Mark{
				{Path: Path{"requestContext", "resourcePath"}, Test: Exists},
				{Path: Path{"methodArn"}, Test: Missing}, // an authorizer's
				{Path: Path{"requestContext", "apiId"}, Test: Is, Value: "{api}", Apart: true},
				{Path: Path{"requestContext", "resourcePath"}, Test: Is, Value: "{path}", Apart: true},
				{Path: Path{"httpMethod"}, Test: Is, Value: "{method|exact}", Apart: true},
			},
			Keys: []Place{
				{Path: Path{"pathParameters", Percent}, Text: true},
				{Path: Path{"queryStringParameters"}, Text: true},
				{Path: Path{Body}},
			},
			Facts: []Fact{
				{Name: "method", Path: Path{"httpMethod"}, Why: "HTTP method of the request"},
				{Name: "path", Path: Path{"path"}, Why: "path of the request"},
				{Name: "claims", Path: Path{"requestContext", "authorizer?", "claims"}, Why: "claims of the caller's token, where an authorizer checks one", JSON: true, Types: []Type{{"typescript", "Record<string, string> | undefined"}}},
			},
			Sample: `{
  "resource": "{path}",
  "path": "{path|sample}",
  "httpMethod": "{method|sample}",
  "headers": {
    "Accept": "application/json",
    "Content-Type": "application/json",
    "Host": "{api|sample}.execute-api.{region|sample}.{dns-suffix|sample}",
    "User-Agent": "curl/8.10.1",
    "X-Forwarded-For": "192.0.2.1",
    "X-Forwarded-Port": "443",
    "X-Forwarded-Proto": "https"
  },
  "multiValueHeaders": {
    "Accept": ["application/json"],
    "Content-Type": ["application/json"],
    "Host": ["{api|sample}.execute-api.{region|sample}.{dns-suffix|sample}"],
    "User-Agent": ["curl/8.10.1"],
    "X-Forwarded-For": ["192.0.2.1"],
    "X-Forwarded-Port": ["443"],
    "X-Forwarded-Proto": ["https"]
  },
  "queryStringParameters": "{keys|query}",
  "multiValueQueryStringParameters": "{keys|multi-query}",
  "pathParameters": "{path|params}",
  "stageVariables": null,
  "requestContext": {
    "authorizer": {"claims": {"sub": "a1b2c3d4-5678-90ab-cdef-111122223333"}},
    "accountId": "{account|sample}",
    "apiId": "{api|sample}",
    "domainName": "{api|sample}.execute-api.{region|sample}.{dns-suffix|sample}",
    "domainPrefix": "{api|sample}",
    "extendedRequestId": "JKJaXmPLvHcESHA=",
    "httpMethod": "{method|sample}",
    "identity": {
      "accessKey": null,
      "accountId": null,
      "caller": null,
      "cognitoAuthenticationProvider": null,
      "cognitoAuthenticationType": null,
      "cognitoIdentityId": null,
      "cognitoIdentityPoolId": null,
      "sourceIp": "192.0.2.1",
      "user": null,
      "userAgent": "curl/8.10.1",
      "userArn": null
    },
    "path": "/{stage|stage}{path|sample}",
    "protocol": "HTTP/1.1",
    "requestId": "c6af9ac6-7b61-11e6-9a41-93e8deadbeef",
    "requestTime": "02/Jan/2026:03:04:05 +0000",
    "requestTimeEpoch": 1767323045678,
    "resourceId": "a1b2c3",
    "resourcePath": "{path}",
    "stage": "{stage|stage}"
  },
  "body": "{keys|body}",
  "isBase64Encoded": false
}`,
		},
		Reply:     Reply{Kind: HTTP, Why: "API Gateway sends the answer to the client"},
		CreatedAs: "{@Api}",
		Create:    restAPI,
		Shared:    true,
		Outputs:   `{"{@OwnURL}": {"Value": "https://{@Api}.execute-api.{region}.{@AWS::URLSuffix}/{stage|stage}{path}"}}`,
		Caution:   "put-integration replaces the method's integration, and create-deployment publishes every change of the API that waits for its stage",
		Wire: []string{
			"aws apigateway get-resources --rest-api-id {api} --query 'items[].[id,path]'",
			"export RESOURCE_ID=... # RESOURCE_ID is the id of {path} among them; aws apigateway create-resource makes a resource that is missing",
			"aws apigateway put-method --rest-api-id {api} --resource-id ${RESOURCE_ID} --http-method {method} --authorization-type NONE",
			"aws apigateway put-integration --rest-api-id {api} --resource-id ${RESOURCE_ID} --http-method {method} --type AWS_PROXY --integration-http-method POST --uri arn:{partition}:apigateway:{region}:lambda:path/2015-03-31/functions/arn:{partition}:lambda:{region}:{account}:function:{function}/invocations",
			"aws apigateway create-deployment --rest-api-id {api} --stage-name {stage|stage}",
		},
		Types: []Type{{"go", "APIGatewayProxyRequest"}, {"typescript", "APIGatewayProxyEventBase<{ claims?: Record<string, string> } | undefined>"}},
	}
}

// restAPI is one API for all routes of the function that have no api of their own: resources of one name are merged.
const restAPI = `{
  "{@Api}": {
    "Type": "AWS::Serverless::Api",
    "Properties": {
      "StageName": "{stage|stage}",
      "OpenApiVersion": "3.0.1",
      "EndpointConfiguration": {"Type": "REGIONAL"},
      "DefinitionBody": {
        "openapi": "3.0.1",
        "info": {"title": "{function}", "version": "1.0"},
        "paths": {
          "{path}": {
            "{method|openapi}": {
              "responses": {"default": {"description": "the function's answer"}},
              "x-amazon-apigateway-integration": {
                "type": "aws_proxy",
                "httpMethod": "POST",
                "uri": "arn:{partition}:apigateway:{region}:lambda:path/2015-03-31/functions/{@Function.Arn}/invocations"
              }
            }
          }
        }
      }
    }
  }
}`
