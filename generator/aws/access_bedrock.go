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
			{
				Name: "profile", Ask: "Application inference profile", Help: "invoke the model only through this inference profile of one's own, the id at the end of its ARN",
				Type: Text, Pattern: `[a-z0-9]{1,64}`, Want: "an id like a1b2c3d4e5f6", Example: "a1b2c3d4e5f6",
			},
			{
				// https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-permissions-id.html
				Name: "guardrail", Ask: "Guardrail", Help: "id of the guardrail that the function names or applies itself",
				Type: Text, Pattern: `[a-z0-9]{1,64}`, Want: "an id like gr1a2b3c4d5e", Example: "gr1a2b3c4d5e",
			},
		},
		Refuse: func(given func(name string) string) (param, why string) {
			return refuseTwo(given, "geography", "profile")
		},
		Statements: []Statement{
			// https://docs.aws.amazon.com/bedrock/latest/userguide/count-tokens.html
			{
				Sid:       "CountTokens",
				Actions:   []string{"bedrock:CountTokens"},
				Resources: []string{"arn:{partition}:bedrock:{region}::foundation-model/{model}"},
				Why:       "access bedrock: the function counts the tokens of what it would send to the model {model}",
			},
			{
				Sid: "ApplyGuardrail", Needs: "guardrail",
				Actions:   []string{"bedrock:ApplyGuardrail"},
				Resources: []string{"arn:{partition}:bedrock:{region}:{account}:guardrail/{guardrail}"},
				Why:       "access bedrock: the function applies the guardrail {guardrail}, alone or while it invokes the model",
			},
			{
				Sid: "InvokeModel", Without: "geography profile",
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
			{
				Sid: "InvokeOwnProfile", Needs: "profile",
				Actions:   append([]string{"bedrock:GetInferenceProfile"}, bedrockActions...),
				Resources: []string{ownProfileARN},
				Why:       "access bedrock: the function invokes the model {model} through the application inference profile {profile}, and looks up which model that is of",
			},
			{
				Sid: "InvokeOwnProfileModel", Needs: "profile",
				Actions:   bedrockActions,
				Resources: []string{"arn:{partition}:bedrock:*::foundation-model/{model}"},
				Condition: []Condition{{"StringEquals", "bedrock:InferenceProfileArn", ownProfileARN}},
				Why:       "access bedrock: the profile may choose among regions, so the model is allowed in any region, and only through that profile",
			},
		},
	}
}

// profileARN is the inference profile that AWS defines for a model in a geography, ownProfileARN one that people make.
const (
	profileARN    = "arn:{partition}:bedrock:{region}:{account}:inference-profile/{geography}.{model}"
	ownProfileARN = "arn:{partition}:bedrock:{region}:{account}:application-inference-profile/{profile}"
)

// Converse and ConverseStream are authorised as these two.
// https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference.html
var bedrockActions = []string{"bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"}
