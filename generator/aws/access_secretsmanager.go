package aws

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html
func secretsmanagerAccess() *Access {
	return &Access{
		ID:       "secretsmanager",
		Title:    "Secrets Manager",
		Sentence: "read a secret, or give it a new value",
		Doc:      "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html",
		Params: []Param{
			{
				Name: "secret", Ask: "Secret", Help: secretHelp,
				Type: Text, Pattern: secretPattern, Also: secretAlso, Want: secretWant, Example: "prod/orders", Placeholder: "SECRET",
			},
			modeParam, keyParam,
		},
		Statements: []Statement{
			{
				Sid: "ReadSecret", Modes: reads,
				Actions:   []string{"secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"},
				Resources: secretARNs,
				Why:       "access secretsmanager: the function reads the secret {secret}; Secrets Manager ends its ARN in six characters of its own, which the name may have already",
			},
			// https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_batch.html
			{
				Sid: "ReadSecretsTogether", Modes: reads,
				Actions:   []string{"secretsmanager:BatchGetSecretValue"},
				Resources: []string{"*"},
				Why:       "access secretsmanager: several secrets are read in one call, which knows no resource, so only * works; it gives only secrets that the function may read one by one",
			},
			{
				Sid: "WriteSecret", Modes: writes,
				Actions:   []string{"secretsmanager:PutSecretValue", "secretsmanager:UpdateSecret"},
				Resources: secretARNs,
				Why:       "access secretsmanager: the function gives the secret {secret} a new value",
			},
			// https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
			useKey([]string{Read}, "access secretsmanager: the secret {secret} is encrypted with the key {key}", "kms:Decrypt"),
			useKey(writes, "access secretsmanager: the secret {secret} is encrypted with the key {key}", "kms:Decrypt", "kms:GenerateDataKey"),
		},
	}
}

// A secret's ARN ends in a hyphen and six random characters, of which nobody knows more than that they are six. A name may
// end so itself: my-secret is a name, or the secret my with the characters secret. secretARNs are both; the second is left out
// where the name is known and does not end so.
// https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_iam-permissions.html
const (
	secretPattern   = `[A-Za-z0-9/_+=.@!-]{1,512}`
	suffixedPattern = `[A-Za-z0-9/_+=.@!-]{1,505}-[A-Za-z0-9]{6}`
	secretAlso      = `arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[A-Za-z0-9/_+=.@!-]{1,512}-[A-Za-z0-9]{6}`
	secretWant      = "1 to 512 letters, digits and / _ + = . @ ! -, or the ARN of a secret with the six characters at its end"
	secretHelp      = "name of the secret, with or without the hyphen and six characters that end its ARN, or the whole ARN"
)

var secretARNs = []string{
	"arn:{partition}:secretsmanager:{region}:{account}:secret:{secret}-??????",
	"arn:{partition}:secretsmanager:{region}:{account}:secret:{secret?|suffixed}",
}
