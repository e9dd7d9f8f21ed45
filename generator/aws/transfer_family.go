package aws

// https://docs.aws.amazon.com/transfer/latest/userguide/custom-lambda-idp.html
func transferFamily() *Trigger {
	return &Trigger{
		ID:       "transfer-family",
		Title:    "Transfer Family identity provider",
		Sentence: "sign-ins to an SFTP, FTPS or FTP server, which the function lets in or turns away",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/transfer/latest/userguide/custom-lambda-idp.html",
		Params: []Param{{
			Name: "server", Ask: "Id of the server", Help: "an existing Transfer Family server",
			Type: Text, Pattern: `s-[0-9a-f]{17}`, Want: "an id like s-0123456789abcdef0", Example: "s-0123456789abcdef0", Placeholder: "SERVER_ID", Identifies: true,
		}},
		Invoke: []Permission{{
			Principal: "transfer.amazonaws.com",
			SourceArn: "arn:{partition}:transfer:{region}:{account}:server/{server}",
			Why:       "Transfer Family may invoke the function for the server {server}; this permission covers no other",
		}},
		Doubts: []Doubt{{
			Says: "whether Transfer Family sends the account (aws:SourceAccount) beside the ARN of the server is not said; the ARN holds the account, and the permission names the ARN alone",
			Page: "https://docs.aws.amazon.com/transfer/latest/userguide/custom-lambda-idp.html",
		}},
		Event: Event{
			Marks: []Mark{
				{Path: Path{"serverId"}, Test: Exists},
				{Path: Path{"username"}, Test: Exists},
				{Path: Path{"protocol"}, Test: Exists},
				{Path: Path{"serverId"}, Test: Is, Value: "{server}", Apart: true, Environment: true},
			},
			Facts: []Fact{
				{Name: "user", Path: Path{"username"}, Why: "name of the user", Log: true},
				{Name: "password", Path: Path{"password"}, Why: "password of the user, absent where a key is asked for", Types: maybeText},
				{Name: "protocol", Path: Path{"protocol"}, Why: "SFTP, FTPS or FTP", Log: true},
				{Name: "sourceIp", Path: Path{"sourceIp"}, Why: "address of the client"},
			},
			Sample: `{
  "username": "jane",
  "password": "sample",
  "protocol": "SFTP",
  "serverId": "{server|sample}",
  "sourceIp": "192.0.2.1"
}`,
		},
		Reply: Reply{
			Kind: Shaped, Shape: `{}`,
			Why: "an object with a Role and a HomeDirectory lets the user in, with PublicKeys where no password came; nothing else does",
		},
		Wire: []string{
			"aws transfer update-server --server-id {server} --identity-provider-details Function=arn:{partition}:lambda:{region}:{account}:function:{function}",
		},
		Caution: "a server that was created with another type of identity provider than AWS_LAMBDA cannot be changed",
		Types:   []Type{{"typescript", "TransferFamilyAuthorizerEvent"}},
	}
}
