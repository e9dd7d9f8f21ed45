package aws

// statementAccess is the escape hatch: its one statement is what its parameters say.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html
func statementAccess() *Access {
	return &Access{
		ID:       "statement",
		Title:    "Any statement",
		Sentence: "a statement of your own, written into the execution policy as it is",
		Doc:      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html",
		Params: []Param{
			{
				Name: "actions", Ask: "Actions", Help: "IAM actions, sts:GetCallerIdentity for example",
				Type: List, Required: true, Pattern: `\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+`, Want: "an action like dynamodb:GetItem", Example: "sts:GetCallerIdentity",
			},
			{
				Name: "resources", Ask: "Resources", Help: "ARNs, or * for actions that know no resource",
				Type: List, Required: true, Pattern: `\*|arn:[^\s]+`, Want: "an ARN, or * where the action knows no resource", Example: "*",
			},
			{
				Name: "effect", Ask: "Effect", Help: "whether the statement allows or denies",
				Type: Text, Default: "Allow", Enum: []string{"Allow", "Deny"},
			},
			{
				Name: "sid", Ask: "Statement id", Help: "Sid of the statement",
				Type: Text, Pattern: `[A-Za-z0-9]{1,100}`, Want: "letters and digits", Example: "WhoAmI",
			},
			{
				Name: "condition", Ask: "Condition", Help: "the Condition block as a JSON object",
				Type: Object, Example: `{"Bool":{"aws:SecureTransport":"true"}}`,
			},
		},
		Statements: []Statement{{
			Sid: "{sid}", Actions: []string{"{actions}"}, Resources: []string{"{resources}"},
			Why: "access statement: written in scaffold.yaml",
		}},
	}
}
