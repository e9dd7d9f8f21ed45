package aws

// authorizerV2 is what an HTTP API sends to an authorizer in format 2.0.
// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
func authorizerV2() Event {
	return Event{
		Marks: []Mark{{Path: Path{"routeArn"}, Test: Exists}, {Path: Path{"type"}, Test: Exists}},
		Facts: []Fact{
			{Name: "token", Path: Path{"identitySource?", First}, Why: "the first identity source, a token in most cases; absent where the authorizer has none"},
			{Name: "routeArn", Path: Path{"routeArn"}, Why: "ARN of the route that is called", Log: true},
		},
		Sample: `{
  "version": "2.0",
  "type": "REQUEST",
  "routeArn": "arn:{partition|sample}:execute-api:{region|sample}:{account|sample}:{api|sample}/prod/GET/orders",
  "identitySource": ["Bearer sample"],
  "routeKey": "GET /orders",
  "rawPath": "/orders",
  "rawQueryString": "",
  "headers": {
    "host": "{api|sample}.execute-api.{region|sample}.{dns-suffix|sample}",
    "authorization": "Bearer sample",
    ` + httpV2Headers + `
  },
  "requestContext": {
    "accountId": "{account|sample}",
    "apiId": "{api|sample}",
    "domainName": "{api|sample}.execute-api.{region|sample}.{dns-suffix|sample}",
    "domainPrefix": "{api|sample}",
    "http": {"method": "GET", "path": "/orders", "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1", "userAgent": "curl/8.10.1"},
    "routeKey": "GET /orders",
    "stage": "prod",
    ` + httpV2Times + `
  }
}`,
	}
}
