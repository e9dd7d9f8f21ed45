package aws

// What the callers of format 2.0 have in common: HTTP APIs and function URLs.
// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html

var httpV2Keys = []Place{
	{Path: Path{"pathParameters"}, Text: true},
	{Path: Path{"queryStringParameters"}, Text: true},
	{Path: Path{Body}},
}

var httpV2Facts = []Fact{
	{Name: "method", Path: Path{"requestContext", "http", "method"}, Why: "HTTP method of the request"},
	{Name: "path", Path: Path{"rawPath"}, Why: "path of the request"},
}

const httpV2Headers = `"accept": "application/json",
    "content-type": "application/json",
    "user-agent": "curl/8.10.1",
    "x-forwarded-for": "192.0.2.1",
    "x-forwarded-port": "443",
    "x-forwarded-proto": "https"`

const httpV2Times = `"requestId": "JKJaXmPLvHcESHA=",
    "time": "02/Jan/2026:03:04:05 +0000",
    "timeEpoch": 1767323045678`

// A host name of a function URL has this in it, one of an API has not.
const urlHost = ".lambda-url."

var urlMark = Mark{Path: Path{"requestContext", "domainName"}, Test: Contains, Value: urlHost}

// CloudFront gives each request that it passes on this header.
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html
var cloudfrontHeader = Path{"headers", "x-amz-cf-id"}

// urlSample is a request to a function URL, with more headers and context.
func urlSample(headers, context string) string {
	return `{
  "version": "2.0",
  "rawPath": "/",
  "rawQueryString": "",
  "headers": {
    "host": "abcdefghij0123456789klmnopqrst.lambda-url.{region|sample}.on.aws",` + headers + `
    ` + httpV2Headers + `
  },
  "requestContext": {
    "accountId": "anonymous",
    "apiId": "abcdefghij0123456789klmnopqrst",` + context + `
    "domainName": "abcdefghij0123456789klmnopqrst.lambda-url.{region|sample}.on.aws",
    "domainPrefix": "abcdefghij0123456789klmnopqrst",
    "http": {"method": "POST", "path": "/", "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1", "userAgent": "curl/8.10.1"},
    ` + httpV2Times + `
  },
  "body?": "{keys|body}",
  "isBase64Encoded": false
}`
}

// functionURL is the function's one URL, shared by all triggers that are reached by it.
func functionURL(auth string) string {
	return `{
  "{@Url}": {
    "Type": "AWS::Lambda::Url",
    "Properties": {"TargetFunctionArn": "{@Function.Arn}", "AuthType": "` + auth + `"}
  }
}`
}

const (
	urlOutputs = `{"FunctionURL": {"Value": "{@Url.FunctionUrl}"}}`
	urlDoc     = "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"
)

var urlTypes = []Type{{"go", "LambdaFunctionURLRequest"}, {"typescript", "LambdaFunctionURLEvent"}}

// iamURLTypes know who signed the request.
var iamURLTypes = []Type{
	{"go", "LambdaFunctionURLRequest"},
	{"typescript", "LambdaFunctionURLEvent & { requestContext: { authorizer?: { iam?: { userArn: string } } } }"},
}

var urlReply = Reply{Kind: HTTP, Why: "Lambda sends the answer to the client"}
