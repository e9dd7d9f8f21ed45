package aws

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html
func ssmAccess() *Access {
	return &Access{
		ID:       "ssm",
		Title:    "Parameter Store",
		Sentence: "read or write a parameter, or read all below a path",
		Doc:      "https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html",
		Params: []Param{
			{
				Name: "parameter", Ask: "Parameter", Help: "name of the parameter, or with mode tree a path, with or without a slash in front",
				Type: Text, Pattern: `[a-zA-Z0-9_.-][a-zA-Z0-9_./-]*`, Also: `/[a-zA-Z0-9_.-][a-zA-Z0-9_./-]*`, Max: 1011, Want: "letters, digits and _ . - /", Example: "orders/limit",
				Placeholder: "PARAMETER",
			},
			{
				Name: "mode", Ask: "Mode", Help: "what the function does with it; tree reads it and everything below its path",
				Type: Text, Default: Read, Enum: []string{Read, Write, ReadWrite, "tree"},
			},
			keyParam,
		},
		Statements: []Statement{
			{
				Sid: "ReadParameter", Modes: reads,
				Actions:   []string{"ssm:GetParameter", "ssm:GetParameters"},
				Resources: []string{"arn:{partition}:ssm:{region}:{account}:parameter/{parameter|path}"},
				Why:       "access ssm: the function reads the parameter {parameter}",
			},
			{
				Sid: "ReadParameters", Modes: []string{"tree"},
				Actions:   []string{"ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"},
				Resources: []string{"arn:{partition}:ssm:{region}:{account}:parameter/{parameter|path}", "arn:{partition}:ssm:{region}:{account}:parameter/{parameter|path}/*"},
				Why:       "access ssm: the function reads {parameter} and every parameter below it",
			},
			{
				Sid: "WriteParameter", Modes: writes,
				Actions:   []string{"ssm:PutParameter"},
				Resources: []string{"arn:{partition}:ssm:{region}:{account}:parameter/{parameter|path}"},
				Why:       "access ssm: the function writes the parameter {parameter}",
			},
			// A standard SecureString is encrypted with the key itself, an advanced one with a data key.
			// https://docs.aws.amazon.com/kms/latest/developerguide/services-parameter-store.html
			useKey([]string{Read, "tree"}, "access ssm: {parameter} is encrypted with the key {key}", "kms:Decrypt"),
			useKey([]string{Write}, "access ssm: {parameter} is encrypted with the key {key}", "kms:Encrypt", "kms:GenerateDataKey"),
			useKey([]string{ReadWrite}, "access ssm: {parameter} is encrypted with the key {key}", "kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"),
		},
	}
}
