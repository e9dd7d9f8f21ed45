package aws

// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html
func cognitoUserPool() *Trigger {
	return &Trigger{
		ID:       "cognito-user-pool",
		Title:    "Cognito user pool",
		Sentence: "steps of signing up and in that a user pool asks about",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html",
		Params: []Param{{
			Name: "pool", Ask: "Id of the user pool", Help: "an existing user pool",
			Type: Text, Pattern: `[a-z]{2}(-gov)?-[a-z]+-\d_[A-Za-z0-9]{1,46}`, Want: "an id like eu-west-1_A1b2C3d4E", Example: "eu-west-1_A1b2C3d4E", Placeholder: "USER_POOL_ID", Identifies: true,
		}},
		Invoke: []Permission{{
			Principal:     "cognito-idp.amazonaws.com",
			SourceArn:     "arn:{partition}:cognito-idp:{region}:{account}:userpool/{pool}",
			SourceAccount: true,
			Why:           "Cognito may invoke the function for the user pool {pool}; this permission covers no other",
		}},
		Wakes: []Wake{{
			Actions:   []string{"cognito-idp:AdminConfirmSignUp", "cognito-idp:AdminCreateUser", "cognito-idp:AdminInitiateAuth", "cognito-idp:AdminRespondToAuthChallenge"},
			Resources: []string{"arn:{partition}:cognito-idp:{region}:{account}:userpool/{pool}"},
		}},
		Event: Event{
			Marks: []Mark{
				{Path: Path{"userPoolId"}, Test: Exists},
				{Path: Path{"triggerSource"}, Test: Exists},
				{Path: Path{"userPoolId"}, Test: Is, Value: "{pool}", Apart: true, Environment: true},
			},
			Keys: []Place{
				{Path: Path{"request", "clientMetadata"}, Text: true},
				{Path: Path{"request", "validationData"}, Text: true},
			},
			Facts: []Fact{
				{Name: "step", Path: Path{"triggerSource"}, Why: "what is asked about, PreSignUp_SignUp for example"},
				{Name: "user", Path: Path{"userName"}, Why: "name of the user"},
				{Name: "attributes", Path: Path{"request", "userAttributes?"}, Why: "attributes of the user, where the pool knows the user", Types: []Type{{"typescript", "Record<string, string> | undefined"}}},
				{Name: "response", Path: Path{"response"}, Filled: true, Why: "what the handler fills in"},
			},
			Sample: `{
  "version": "1",
  "triggerSource": "PreSignUp_SignUp",
  "region": "{region|sample}",
  "userPoolId": "{pool|sample}",
  "userName": "jane",
  "callerContext": {"awsSdkVersion": "aws-sdk-unknown-unknown", "clientId": "1example23456789"},
  "request": {
    "userAttributes": {"email": "jane@example.com"},
    "validationData": {},
    "clientMetadata": {"{texts}": "{keys}"}
  },
  "response": {"autoConfirmUser": false, "autoVerifyEmail": false, "autoVerifyPhone": false}
}`,
		},
		Reply: Reply{Kind: Echo, Why: "Cognito goes on with the response in the event, which must come within five seconds; when the handler fails, it refuses the user"},
		Wire: []string{
			"aws cognito-idp describe-user-pool --user-pool-id {pool}",
			"aws cognito-idp update-user-pool --user-pool-id {pool} --lambda-config PreSignUp=arn:{partition}:lambda:{region}:{account}:function:{function}",
		},
		Caution: "update-user-pool sets every setting that is not given back to its default: give it all that describe-user-pool prints",
		Types:   []Type{{"go", "CognitoEventUserPoolsPreSignup"}, {"typescript", cognitoType}},
	}
}

// The library has a type for each of the pool's steps; this is what they have in common.
const cognitoType = "{ triggerSource: string; userPoolId: string; userName: string; request: { userAttributes?: Record<string, string>; " +
	"clientMetadata?: Record<string, string>; validationData?: Record<string, string> }; response: Record<string, unknown> }"
