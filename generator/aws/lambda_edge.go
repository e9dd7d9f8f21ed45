package aws

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-the-edge.html
func lambdaEdge() *Trigger {
	return &Trigger{
		ID:       "lambda-edge",
		Title:    "Lambda@Edge",
		Sentence: "requests to a CloudFront distribution, or its responses, where they pass",
		Model:    None,
		Doc:      "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-the-edge.html",
		Params: []Param{
			{
				Name: "event", Ask: "Event", Help: "what invokes the function: a request or a response, before the cache (viewer) or behind it (origin)",
				Type: Text, Default: "viewer-request", Enum: []string{"viewer-request", "origin-request", "origin-response", "viewer-response"},
			},
			{
				Name: "distribution", Ask: "Id of the distribution", Help: "the CloudFront distribution, which tells several triggers apart",
				Type: Text, Pattern: `[A-Z0-9]{8,20}`, Want: "an id like E1A2B3C4D5E6F7", Example: "E1A2B3C4D5E6F7", Identifies: true,
			},
		},
		// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html
		Identity: "CloudFront makes copies of the function with the permissions of whoever associates it with a distribution, who needs lambda:GetFunction, lambda:EnableReplication*, lambda:DisableReplication*, cloudfront:UpdateDistribution and iam:CreateServiceLinkedRole; a permission on the function would do nothing",
		Assumes:  []string{"edgelambda.amazonaws.com"},
		Bounds:   edgeBounds(128, 5),
		// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-logs.html
		Grants: []Statement{{
			Sid: "WriteEdgeLogs", Logs: true,
			Actions:   []string{"logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"},
			Resources: []string{"arn:{partition}:logs:*:{account}:log-group:/aws/lambda/us-east-1.{function}", "arn:{partition}:logs:*:{account}:log-group:/aws/lambda/us-east-1.{function}:*"},
			Why:       "trigger {trigger}: a copy writes its logs in the region where it runs, into a group that is created there",
		}},
		Event: edgeEvent("viewer-request", ""),
		Reply: edgeRequest,
		Variants: []Variant{
			{Param: "event", Values: []string{"origin-request"}, Event: addressOf(edgeEvent("origin-request", "")), Bounds: edgeBounds(MaxMemory, 30)},
			{Param: "event", Values: []string{"origin-response"}, Event: addressOf(edgeEvent("origin-response", edgeSample)), Reply: &edgeResponse, Bounds: edgeBounds(MaxMemory, 30), Types: edgeResponseTypes},
			{Param: "event", Values: []string{"viewer-response"}, Event: addressOf(edgeEvent("viewer-response", edgeSample)), Reply: &edgeResponse, Types: edgeResponseTypes},
		},
		Wire: []string{
			"aws lambda publish-version --function-name {function} --region us-east-1",
			"aws cloudfront get-distribution-config --id $DISTRIBUTION_ID # then update-distribution with all of it and the version's ARN among LambdaFunctionAssociations, with EventType {event}",
		},
		Caution: "update-distribution replaces the whole configuration; a version that is associated cannot be deleted before its copies are gone, hours later",
		Types:   []Type{{"typescript", "CloudFrontRequestEvent"}},
	}
}

// edgeBounds are the limits of functions at the edge.
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html
func edgeBounds(memory, timeout int) *Bounds {
	return &Bounds{
		Region: "us-east-1", Languages: []string{"javascript", "typescript", "python"}, Architecture: "x86_64", Memory: memory, Timeout: timeout,
		Refused: []string{"environment", "onFailure", "logging.tracing"}, Access: []string{"vpc"},
	}
}

// edgeEvent is what CloudFront sends for a kind of event, with more members of the sample.
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-event-structure.html
func edgeEvent(kind, members string) Event {
	event := Event{
		Marks: []Mark{
			{Path: Path{"Records", First, "cf", "config", "eventType"}, Test: Exists},
			{Path: Path{"Records", First, "cf", "config", "distributionId"}, Test: Is, Value: "{distribution}", Apart: true},
			{Path: Path{"Records", First, "cf", "config", "eventType"}, Test: Is, Value: "{event}", Apart: true},
		},
		Keys: []Place{{Path: Path{"Records", First, "cf", "request", "querystring", Query}, Text: true}},
		Facts: []Fact{
			{Name: "request", Path: Path{"Records", First, "cf", "request"}, Why: "the request", Types: []Type{{"typescript", "CloudFrontRequest | undefined"}}},
			{Name: "eventType", Path: Path{"Records", First, "cf", "config", "eventType"}, Why: "viewer-request, origin-request, origin-response or viewer-response"},
		},
		Sample: `{
  "Records": [
    {
      "cf": {
        "config": {
          "distributionDomainName": "d111111abcdef8.cloudfront.net",
          "distributionId": "{distribution|sample}",
          "eventType": "` + kind + `",
          "requestId": "4TyzHTaYWb1GX1qTfsHhEqV6HUDd_BzoBZnwfnvQc_1oF26ClkoUSEQ=="
        },
        "request": {
          "clientIp": "192.0.2.1",
          "headers": {
            "host": [{"key": "Host", "value": "d111111abcdef8.cloudfront.net"}],
            "user-agent": [{"key": "User-Agent", "value": "curl/8.10.1"}]
          },
          "method": "GET",
          "querystring": {"{query}": "{keys}"},
          "uri": "/"
        }` + members + `
      }
    }
  ]
}`,
	}
	if members != "" {
		event.Facts = append(event.Facts, Fact{
			Name: "response", Path: Path{"Records", First, "cf", "response"}, Why: "the response, which the handler may change and return", Types: []Type{{"typescript", "CloudFrontResponse | undefined"}},
		})
	}
	return event
}

const edgeSample = `,
        "response": {
          "headers": {"content-type": [{"key": "Content-Type", "value": "text/html; charset=utf-8"}]},
          "status": "200",
          "statusDescription": "OK"
        }`

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-generating-http-responses-in-requests.html
var edgeRequest = Reply{
	Kind: Shaped,
	Shape: `{"status": "200", "statusDescription": "OK", "headers": {"content-type": [{"key": "Content-Type", "value": "text/plain; charset=utf-8"}]},
  "body": "{result|text}"}`,
	Nothing: `"{event/Records/[0]/cf/request}"`,
	Why:     "CloudFront answers with the value, nothing lets the request go on, and an object is a response of its own or the request as it is to go on",
}

var edgeResponse = Reply{
	Kind: Shaped, Shape: `"{event/Records/[0]/cf/response}"`,
	Why: "CloudFront goes on with the response as it is, or with an object that the handler returns",
}

var edgeResponseTypes = []Type{{"typescript", "CloudFrontResponseEvent"}}
