package aws

// https://docs.aws.amazon.com/cloudformation-cli/latest/hooks-userguide/lambda-hooks.html
func cloudformationHook() *Trigger {
	return &Trigger{
		ID:       "cloudformation-hook",
		Title:    "CloudFormation hook",
		Sentence: "resources, stacks or change sets that are looked at before they are carried out",
		Model:    Role,
		Doc:      "https://docs.aws.amazon.com/cloudformation-cli/latest/hooks-userguide/lambda-hooks-create-lambda-function.html",
		Params: []Param{
			{
				Name: "alias", Ask: "Alias of the hook", Help: "its name, in three parts",
				Type: Text, Default: "Private::Lambda::Hook", Pattern: `[A-Za-z0-9]{2,64}::[A-Za-z0-9]{2,64}::[A-Za-z0-9]{2,64}`, Want: "three parts of letters and digits, Private::Lambda::Hook", Example: "Acme::Storage::Hook",
			},
			{
				Name: "operations", Ask: "What it looks at", Help: "RESOURCE: each resource; STACK, CHANGE_SET: these as a whole; CLOUD_CONTROL: calls of the Cloud Control API",
				Type: List, Default: "RESOURCE", Enum: []string{"RESOURCE", "STACK", "CHANGE_SET", "CLOUD_CONTROL"},
			},
			{
				Name: "failure", Ask: "What happens where it fails", Help: "WARN: a warning; FAIL: nothing is carried out",
				Type: Text, Default: "WARN", Enum: []string{"WARN", "FAIL"},
			},
		},
		// https://docs.aws.amazon.com/cloudformation-cli/latest/hooks-userguide/hooks-permissions.html
		Caller: &Caller{
			Principal: "hooks.cloudformation.amazonaws.com", SourceAccount: true,
			SourceArn: "arn:{partition}:cloudformation:{region}:{account}:type/hook/{alias|dashed}/*",
			Why:       "CloudFormation invokes the function with the hook's execution role, which only the hook {alias} may take on; a permission on the function would do nothing",
		},
		Event: Event{
			Marks: []Mark{{Path: Path{"hookTypeName"}, Test: Exists}, {Path: Path{"actionInvocationPoint"}, Test: Exists}, {Path: Path{"hookTypeName"}, Test: Is, Value: "{alias}", Apart: true}},
			Facts: []Fact{
				{Name: "target", Path: Path{"requestData", "targetName"}, Why: "what is looked at, AWS::S3::Bucket for example", Log: true},
				{Name: "logicalId", Path: Path{"requestData", "targetLogicalId"}, Why: "its name in the template", Log: true},
				{Name: "point", Path: Path{"actionInvocationPoint"}, Why: "what is about to happen, CREATE_PRE_PROVISION for example"},
				{Name: "properties", Path: Path{"requestData", "targetModel?", "resourceProperties"}, Why: "properties of the resource, absent of stacks and change sets"},
				{Name: "payload", Path: Path{"requestData", "payload"}, Why: "URL from which the template is fetched, of stacks and change sets"},
			},
			Sample: `{
  "clientRequestToken": "b5a1a5c2-7c4e-4b8c-9f0e-1a2b3c4d5e6f",
  "awsAccountId": "{account|sample}",
  "stackId": "arn:{partition|sample}:cloudformation:{region|sample}:{account|sample}:stack/shop/a1b2c3d4-5678-90ab-cdef-111122223333",
  "changeSetId": null,
  "hookTypeName": "{alias}",
  "hookTypeVersion": "00000001",
  "hookModel": {"LambdaFunction": "arn:{partition|sample}:lambda:{region|sample}:{account|sample}:function:{function}"},
  "actionInvocationPoint": "CREATE_PRE_PROVISION",
  "requestData": {
    "targetName": "AWS::S3::Bucket",
    "targetType": "AWS::S3::Bucket",
    "targetLogicalId": "Uploads",
    "targetModel": {"resourceProperties": {"BucketName": "my-uploads"}, "previousResourceProperties": null}
  },
  "requestContext": {"invocation": 1, "callbackContext": null}
}`,
		},
		Reply: Reply{
			Kind: Shaped,
			Shape: `{"hookStatus": "{result|SUCCESS:FAILED}", "errorCode": "{result|:NonCompliant}", "message": "{result|text}",
  "clientRequestToken": "{event/clientRequestToken}"}`,
			Why: "true lets it be carried out, another value is the reason why not, and an object is the answer as it is; it must come within thirty seconds",
		},
		Create: `{
  "{@OwnHook}": {
    "Type": "AWS::CloudFormation::LambdaHook",
    "Properties": {
      "Alias": "{alias}",
      "LambdaFunction": "{@Function.Arn}",
      "ExecutionRole": "{@OwnCallerRole.Arn}",
      "HookStatus": "ENABLED",
      "FailureMode": "{failure}",
      "TargetOperations": ["{operations}"]
    }
  }
}`,
		Wire: []string{
			"# in a template of its own: AWS::CloudFormation::LambdaHook with the alias {alias}, LambdaFunction arn:{partition}:lambda:{region}:{account}:function:{function} and ExecutionRole arn:{partition}:iam::{account}:role/{caller-role}",
		},
	}
}
