package aws

// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources-lambda.html
func cloudformationCustomResource() *Trigger {
	return &Trigger{
		ID:       "cloudformation-custom-resource",
		Title:    "CloudFormation custom resource",
		Sentence: "a resource of a stack that the function creates, updates and deletes",
		Model:    None,
		Doc:      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources-lambda.html",
		Identity: "CloudFormation invokes the function with the permissions of whoever runs the stack, or of the stack's service role: these must allow lambda:InvokeFunction on arn:{partition}:lambda:{region}:{account}:function:{function}, and a permission on the function would do nothing",
		Event: Event{
			Marks: []Mark{{Path: Path{"RequestType"}, Test: Exists}, {Path: Path{"ResponseURL"}, Test: Exists}, {Path: Path{"LogicalResourceId"}, Test: Exists}},
			// Properties are texts, whatever the template says: 1 is "1" and true is "true".
			// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html
			Keys: []Place{{Path: Path{"ResourceProperties"}, Text: true}},
			Facts: []Fact{
				{Name: "requestType", Path: Path{"RequestType"}, Why: "Create, Update or Delete"},
				{Name: "resourceId", Path: Path{"PhysicalResourceId"}, Why: "id of the resource, absent when it is created", Types: maybeText},
				{Name: "oldProperties", Path: Path{"OldResourceProperties"}, Why: "the properties until now, where they are updated", JSON: true, Types: []Type{{"typescript", "Record<string, unknown> | undefined"}}},
				{Name: "stackId", Path: Path{"StackId"}, Why: "ARN of the stack"},
			},
			Sample: `{
  "RequestType": "Create",
  "ServiceToken": "arn:{partition|sample}:lambda:{region|sample}:{account|sample}:function:{function}",
  "ResponseURL": "https://cloudformation-custom-resource-response.s3.{region|sample}.{dns-suffix|sample}/sample?X-Amz-Signature=sample",
  "StackId": "arn:{partition|sample}:cloudformation:{region|sample}:{account|sample}:stack/shop/a1b2c3d4-5678-90ab-cdef-111122223333",
  "RequestId": "a1b2c3d4-5678-90ab-cdef-444455556666",
  "LogicalResourceId": "Sample",
  "ResourceType": "Custom::Sample",
  "ResourceProperties": {"{texts}": "{keys}"}
}`,
		},
		// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html
		Reply: Reply{
			Kind: Reported,
			Report: &Report{
				Service: Service{ID: "CloudFormation", CLI: "cloudformation"},
				URL:     Path{"ResponseURL"},
				Done:    Call{Input: `{"Status": "SUCCESS", ` + customResource + `}`},
				Value:   `{"Data": {"result": "{result|text}"}}`,
				Failed:  &Call{Input: `{"Status": "FAILED", "Reason": "{error|short}", ` + customResource + `}`},
			},
			Why: "CloudFormation takes no answer: the function puts it to the event's ResponseURL, also where the handler fails; an object that the handler returns stands in it, such as Data, which Fn::GetAtt reads, or PhysicalResourceId",
		},
		Note: "a function that runs out of time answers nothing, and the stack then waits for an hour: let the handler be done within the timeout. An answer with another PhysicalResourceId than before replaces the resource, so it stays the same unless the handler says otherwise",
		Wire: []string{
			"# in the template of the stack: Sample: {Type: Custom::Sample, Properties: {ServiceToken: arn:{partition}:lambda:{region}:{account}:function:{function}}}",
		},
		Types: []Type{{"go", "cfn.Event"}, {"typescript", customResourceType}},
	}
}

// customResource is what every answer says of the resource. Of one that is being created the id is that of the request:
// it is no other one's and stays, unlike the name of a log stream.
const customResource = `"PhysicalResourceId": "{event/PhysicalResourceId or event/RequestId}",
  "StackId": "{event/StackId}", "RequestId": "{event/RequestId}", "LogicalResourceId": "{event/LogicalResourceId}"`

// Only an update and a deletion have an id, and only an update has old properties.
const customResourceType = "CloudFormationCustomResourceEvent & { PhysicalResourceId?: string; OldResourceProperties?: Record<string, unknown> }"
