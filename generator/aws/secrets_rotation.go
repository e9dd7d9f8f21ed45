package aws

// https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
func secretsRotation() *Trigger {
	return &Trigger{
		ID:       "secrets-manager-rotation",
		Title:    "Secrets Manager rotation",
		Sentence: "the four steps in which a secret is rotated",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html",
		Params: []Param{
			{
				Name: "secret", Ask: "Name of the secret", Help: "an existing secret, without the six characters at the end of its ARN",
				Type: Text, Pattern: `[A-Za-z0-9/_+=.@-]{1,505}`, Max: 505, Want: "letters, digits and / _ + = . @ -", Example: "shop/database", Placeholder: "SECRET_NAME", Identifies: true,
			},
			keyParam,
		},
		Invoke: []Permission{{
			Principal: "secretsmanager.amazonaws.com", SourceAccount: true,
			Why: "Secrets Manager may invoke the function for secrets of the account {account}",
		}},
		Grants: []Statement{
			{
				Sid:       "RotateSecret",
				Actions:   []string{"secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue", "secretsmanager:UpdateSecretVersionStage"},
				Resources: []string{"arn:{partition}:secretsmanager:{region}:{account}:secret:{secret}-??????"},
				Why:       "trigger {trigger}: the function rotates the secret {secret}, whose ARN ends in six characters that nobody knows beforehand",
			},
			{
				Sid:       "MakePassword",
				Actions:   []string{"secretsmanager:GetRandomPassword"},
				Resources: []string{"*"},
				Why:       "trigger {trigger}: the function asks for random passwords, an action that knows no resource, so only * works",
			},
			{
				Sid: "UseSecretKey", Needs: "key",
				Actions:   []string{"kms:Decrypt", "kms:GenerateDataKey"},
				Resources: []string{keyARN},
				Why:       "trigger {trigger}: the secret is encrypted with the key {key}, whose key policy must allow it too",
			},
		},
		Wakes: []Wake{{Actions: []string{"secretsmanager:RotateSecret"}, Resources: []string{"arn:{partition}:secretsmanager:{region}:{account}:secret:{secret}-??????"}}},
		Event: Event{
			Marks: []Mark{{Path: Path{"Step"}, Test: Exists}, {Path: Path{"SecretId"}, Test: Exists}, {Path: Path{"ClientRequestToken"}, Test: Exists}},
			Facts: []Fact{
				{Name: "step", Path: Path{"Step"}, Why: "createSecret, setSecret, testSecret or finishSecret", Log: true},
				{Name: "secretId", Path: Path{"SecretId"}, Why: "ARN of the secret", Log: true},
				{Name: "token", Path: Path{"ClientRequestToken"}, Why: "id of the new version"},
			},
			Sample: `{
  "Step": "createSecret",
  "SecretId": "arn:{partition|sample}:secretsmanager:{region|sample}:{account|sample}:secret:{secret|sample}-AbCdEf",
  "ClientRequestToken": "123e4567-e89b-12d3-a456-426614174000",
  "RotationToken": "afb2a76c-f2d4-4bf6-a9a2-6f4c0d0b6a5d"
}`,
		},
		Reply: Reply{Kind: Ignore, Why: "Secrets Manager takes no answer; when the handler fails, the step has failed"},
		Doubts: []Doubt{{
			Says: "whether Secrets Manager sends the secret's ARN with its call is not said, so the permission names the account, as AWS's own guide does",
			Page: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html",
		}},
		Wire: []string{
			"aws secretsmanager rotate-secret --secret-id {secret} --rotation-lambda-arn arn:{partition}:lambda:{region}:{account}:function:{function} --rotation-rules AutomaticallyAfterDays=30",
		},
		Caution: "rotate-secret rotates at once, unless it is told --no-rotate-immediately",
		Types:   []Type{{"go", "SecretsManagerSecretRotationEvent"}, {"typescript", "SecretsManagerRotationEvent"}},
	}
}
