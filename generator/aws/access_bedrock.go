package aws

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html
func bedrockAccess() *Access {
	return &Access{
		ID:       "bedrock",
		Title:    "Bedrock",
		Sentence: "invoke a foundation model",
		Doc:      "https://docs.aws.amazon.com/bedrock/latest/userguide/security_iam_id-based-policy-examples.html",
		Params: []Param{
			{
				Name: "model", Ask: "Model", Help: "id of the foundation model, without a geography in front",
				Type: Text, Pattern: `[a-z0-9-]{1,63}\.[a-zA-Z0-9.:_-]{1,140}`, Want: "the id of a model, amazon.nova-lite-v1:0 for example", Example: "amazon.nova-lite-v1:0",
				Placeholder: "MODEL",
			},
			{
				// https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
				Name: "geography", Ask: "Geography of the inference profile", Help: "invoke the model only through the inference profile of this geography, whose id is geography.model",
				Type: Text, Pattern: `[a-z]{2,8}|us-gov`, Want: "what the id of an inference profile begins with, such as eu, us or global", Example: "eu",
			},
		},
		Statements: []Statement{
			{
				Sid: "InvokeModel", Without: "geography",
				Actions:   bedrockActions,
				Resources: []string{"arn:{partition}:bedrock:{region}::foundation-model/{model}"},
				Why:       "access bedrock: the function invokes the model {model}",
			},
			{
				Sid: "InvokeProfile", Needs: "geography",
				Actions:   bedrockActions,
				Resources: []string{profileARN},
				Why:       "access bedrock: the function invokes the model {model} through the inference profile {geography}.{model}",
			},
			// https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html
			{
				Sid: "InvokeProfileModel", Needs: "geography",
				Actions:   bedrockActions,
				Resources: []string{"arn:{partition}:bedrock:*::foundation-model/{model}"},
				Condition: []Condition{{"StringEquals", "bedrock:InferenceProfileArn", profileARN}},
				Why:       "access bedrock: the profile chooses among the regions of its geography, so the model is allowed in any region, and only through that profile",
			},
		},
	}
}

// profileARN is the inference profile that AWS defines for a model in a geography.
const profileARN = "arn:{partition}:bedrock:{region}:{account}:inference-profile/{geography}.{model}"

// Converse and ConverseStream are authorised as these two.
// https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference.html
var bedrockActions = []string{"bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"}
