package aws

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html
func lambdaAccess() *Access {
	return &Access{
		ID:       "lambda",
		Title:    "Lambda",
		Sentence: "invoke another function",
		Doc:      "https://docs.aws.amazon.com/lambda/latest/dg/access-control-identity-based.html",
		Params: []Param{{
			Name: "target", Ask: "Function to invoke", Help: "name of the function, alone or as name:alias where an alias or version is invoked; name:* is each of them",
			Type: Text, Pattern: `[A-Za-z0-9_-]{1,64}|[A-Za-z0-9_-]{1,64}:[A-Za-z0-9_-]{1,128}|[A-Za-z0-9_-]{1,64}:\$LATEST|[A-Za-z0-9_-]{1,64}:\*`, Want: "the name of a function, name:alias or name:*",
			Example: "price:live", Placeholder: "TARGET_FUNCTION",
		}},
		Statements: []Statement{{
			Sid:       "InvokeFunction",
			Actions:   []string{"lambda:InvokeFunction"},
			Resources: []string{"arn:{partition}:lambda:{region}:{account}:function:{target}"},
			Why:       "access lambda: the function invokes {target}",
		}},
	}
}
