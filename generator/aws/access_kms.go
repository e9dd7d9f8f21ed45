package aws

// keyParam is the customer-managed key with which a service encrypts what the access is about. IAM compares the ARN of the
// key: one of an alias as Resource allows nothing.
// https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
var keyParam = Param{
	Name: "key", Ask: "Customer-managed key", Help: "the KMS key that encrypts it, where that is one of your own",
	Type: Text, Pattern: keyPattern, Also: keyAlso, Want: keyWant, Example: "1234abcd-12ab-34cd-56ef-1234567890ab",
}

// https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id
const (
	keyPattern = `[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|mrk-[0-9a-f]{32}`
	keyAlso    = `arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key/[0-9a-z-]{36}`
	keyWant    = "the id of a key or its ARN; policies do not know aliases"
	keyARN     = "arn:{partition}:kms:{region}:{account}:key/{key}"
)

// useKey is the statement that a customer-managed key asks for.
func useKey(modes []string, why string, actions ...string) Statement {
	return Statement{Sid: "UseKey", Modes: modes, Needs: "key", Actions: actions, Resources: []string{keyARN}, Why: why}
}

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html
func kmsAccess() *Access {
	return &Access{
		ID:       "kms",
		Title:    "KMS",
		Sentence: "decrypt with a key, encrypt, sign or verify",
		Doc:      "https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html",
		Params: []Param{
			{
				Name: "key", Ask: "Key", Help: "the KMS key",
				Type: Text, Pattern: keyPattern, Also: keyAlso, Want: keyWant, Example: "1234abcd-12ab-34cd-56ef-1234567890ab",
				Placeholder: "KMS_KEY",
			},
			{
				Name: "mode", Ask: "Mode", Help: "read decrypts, write encrypts; sign makes signatures and MACs, verify checks them",
				Type: Text, Default: Read, Enum: []string{Read, Write, ReadWrite, "sign", "verify"},
			},
		},
		Statements: []Statement{
			{
				Sid:       "DescribeKey",
				Actions:   []string{"kms:DescribeKey"},
				Resources: []string{keyARN},
				Why:       "access kms: libraries look up what the key {key} is for before they use it",
			},
			{
				Sid: "Decrypt", Modes: reads,
				Actions:   []string{"kms:Decrypt"},
				Resources: []string{keyARN},
				Why:       "access kms: the function decrypts with the key {key}",
			},
			{
				Sid: "Encrypt", Modes: writes,
				Actions:   []string{"kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext"},
				Resources: []string{keyARN},
				Why:       "access kms: the function encrypts with the key {key}",
			},
			// https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-usage.html
			{
				Sid: "Sign", Modes: []string{"sign"},
				Actions:   []string{"kms:GenerateMac", "kms:GetPublicKey", "kms:Sign"},
				Resources: []string{keyARN},
				Why:       "access kms: the function signs with the key {key}, or makes MACs: a key is made for one of the two",
			},
			{
				Sid: "Verify", Modes: []string{"verify"},
				Actions:   []string{"kms:GetPublicKey", "kms:Verify", "kms:VerifyMac"},
				Resources: []string{keyARN},
				Why:       "access kms: the function checks signatures of the key {key}, or its MACs",
			},
		},
	}
}
