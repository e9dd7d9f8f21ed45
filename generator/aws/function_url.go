package aws

// Three ways to reach a function's URL. Each takes two requests: who may call the URL, and who may invoke the function by
// it. The second says that it must be by the URL, as it would open the Invoke API too.
// https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html

func functionURLNone() *Trigger {
	return &Trigger{
		ID:       "function-url-none",
		Title:    "Public function URL",
		Sentence: "HTTPS requests of anybody to the function's own URL",
		Model:    Push,
		Doc:      urlDoc,
		Params: []Param{{
			Name: "public", Ask: "Anybody on the internet may call the function", Help: "true says that this is meant",
			Type: Boolean, Required: true, Want: "true: the URL answers everybody",
			Refuse: func(text string) string {
				if text != "true" {
					return "want true: the URL answers everybody"
				}
				return ""
			},
		}},
		Excludes: []string{"function-url-iam", "cloudfront-oac"},
		Invoke: []Permission{
			{
				Action: "lambda:InvokeFunctionUrl", Principal: "*", FunctionURLAuthType: "NONE",
				Why: "anybody on the internet may call the function's URL, without signing in",
			},
			{
				Principal: "*", InvokedViaFunctionURL: true,
				Why: "whoever calls the URL may invoke the function, by the URL and in no other way",
			},
		},
		Event:   Event{Marks: []Mark{urlMark}, Keys: httpV2Keys[1:], Facts: httpV2Facts, Sample: urlSample("", "")},
		Reply:   urlReply,
		Create:  functionURL("NONE"),
		Shared:  true,
		Outputs: urlOutputs,
		Wire:    []string{"aws lambda create-function-url-config --function-name {function} --auth-type NONE"},
		Types:   urlTypes,
	}
}

func functionURLIAM() *Trigger {
	return &Trigger{
		ID:       "function-url-iam",
		Title:    "Function URL with IAM",
		Sentence: "HTTPS requests to the function's own URL, signed by AWS identities",
		Model:    Push,
		Doc:      urlDoc,
		Params: []Param{{
			Name: "caller", Ask: "Who may call", Help: "an account, or the ARN of a role or user; that account must allow its identities lambda:InvokeFunctionUrl and lambda:InvokeFunction too",
			Type: Text, Pattern: principalPattern, Want: principalWant, Example: "123456789012", Placeholder: "CALLER",
		}},
		Invoke: []Permission{
			{
				Action: "lambda:InvokeFunctionUrl", Principal: "{caller}", FunctionURLAuthType: "AWS_IAM",
				Why: "{caller} may call the function's URL with signed requests",
			},
			{
				Principal: "{caller}", InvokedViaFunctionURL: true,
				Why: "{caller} may invoke the function, by the URL and in no other way",
			},
		},
		Event: Event{
			Marks: []Mark{urlMark, {Path: cloudfrontHeader, Test: Missing}},
			Keys:  httpV2Keys[1:],
			Facts: append([]Fact{{Name: "caller", Path: Path{"requestContext", "authorizer?", "iam?", "userArn"}, Why: "ARN of the identity that signed the request"}}, httpV2Facts...),
			Sample: urlSample("", `
    "authorizer": {"iam": {
      "accessKey": "ASIAEXAMPLE",
      "accountId": "{account|sample}",
      "callerId": "AROAEXAMPLE:session",
      "userArn": "arn:{partition|sample}:sts::{account|sample}:assumed-role/caller/session",
      "userId": "AROAEXAMPLE:session"
    }},`),
		},
		Reply:   urlReply,
		Create:  functionURL("AWS_IAM"),
		Shared:  true,
		Outputs: urlOutputs,
		Wire:    []string{"aws lambda create-function-url-config --function-name {function} --auth-type AWS_IAM"},
		Types:   iamURLTypes,
	}
}

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html
func cloudfrontOAC() *Trigger {
	return &Trigger{
		ID:       "cloudfront-oac",
		Title:    "CloudFront to a function URL",
		Sentence: "HTTPS requests through a CloudFront distribution, which signs them for the function's URL",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html",
		Params: []Param{{
			Name: "distribution", Ask: "Id of the distribution", Help: "the CloudFront distribution whose origin is the function's URL",
			Type: Text, Pattern: `[A-Z0-9]{8,20}`, Want: "an id like E1A2B3C4D5E6F7", Example: "E1A2B3C4D5E6F7", Placeholder: "DISTRIBUTION_ID",
		}},
		Invoke: []Permission{
			{
				Action: "lambda:InvokeFunctionUrl", Principal: "cloudfront.amazonaws.com", FunctionURLAuthType: "AWS_IAM",
				SourceArn: "arn:{partition}:cloudfront::{account}:distribution/{distribution}",
				Why:       "CloudFront may call the function's URL for the distribution {distribution}, and no other",
			},
			{
				Principal: "cloudfront.amazonaws.com", InvokedViaFunctionURL: true,
				SourceArn: "arn:{partition}:cloudfront::{account}:distribution/{distribution}",
				Why:       "CloudFront may invoke the function for the distribution {distribution}, by the URL and in no other way",
			},
		},
		Event: Event{
			Marks: []Mark{urlMark, {Path: cloudfrontHeader, Test: Exists}},
			Keys:  httpV2Keys[1:],
			Facts: httpV2Facts,
			Sample: urlSample(`
    "x-amz-cf-id": "nBsWBOrSHMgnaROZJK1wGCZ9PcRcSpq_oSXZNQwQ10OTZL4cimZo3g==",
    "via": "2.0 7122b7a3b3c2a7c1d0e4f5a6b7c8d9e0.cloudfront.net (CloudFront)",`, ""),
		},
		Reply:   urlReply,
		Create:  functionURL("AWS_IAM"),
		Shared:  true,
		Outputs: urlOutputs,
		Caution: "for PUT and POST the client must send the header x-amz-content-sha256 with the hash of the body, as CloudFront signs without reading it",
		Wire: []string{
			"aws lambda create-function-url-config --function-name {function} --auth-type AWS_IAM",
			"aws cloudfront create-origin-access-control --origin-access-control-config Name={function},OriginAccessControlOriginType=lambda,SigningBehavior=always,SigningProtocol=sigv4",
		},
		Types: urlTypes,
	}
}

// A principal that is an account or an identity in one.
// https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
const (
	principalPattern = `\d{12}|arn:aws[a-z-]*:iam::\d{12}:(role|user)/[A-Za-z0-9_+=,.@/-]{1,512}`
	principalWant    = "an account id, or the ARN of a role or user"
)
