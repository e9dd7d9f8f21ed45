package aws

// https://docs.aws.amazon.com/workmail/latest/adminguide/lambda.html
func workMail() *Trigger {
	return &Trigger{
		ID:       "workmail",
		Title:    "WorkMail rule",
		Sentence: "mail that an email flow rule of an organization gives to the function",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/workmail/latest/adminguide/lambda.html",
		Params: []Param{
			{
				Name: "organization", Ask: "Id of the organization", Help: "an existing WorkMail organization",
				Type: Text, Pattern: `m-[0-9a-f]{32}`, Want: "an id like m-0123456789abcdef0123456789abcdef", Example: "m-0123456789abcdef0123456789abcdef", Placeholder: "ORGANIZATION_ID", Identifies: true,
			},
			{
				Name: "content", Ask: "Read the mail", Help: "true: the function may read the content of the organization's mail, which the event does not carry",
				Type: Boolean, Default: "false",
			},
		},
		Invoke: []Permission{{
			Principal: "workmail.{region}.amazonaws.com",
			SourceArn: "arn:{partition}:workmail:{region}:{account}:organization/{organization}",
			Why:       "WorkMail may invoke the function for the organization {organization}; this permission covers no other",
		}},
		// https://docs.aws.amazon.com/workmail/latest/adminguide/lambda-content.html
		Grants: []Statement{{
			Sid: "ReadMail", Needs: "content",
			Actions:   []string{"workmailmessageflow:GetRawMessageContent"},
			Resources: []string{"arn:{partition}:workmailmessageflow:{region}:{account}:message/{organization}/*"},
			Why:       "trigger {trigger}: the function reads mail of the organization {organization}",
		}},
		Doubts: []Doubt{{
			Says: "whether WorkMail sends the account (aws:SourceAccount) beside the ARN of the organization is not said; the ARN holds the account, and the permission names the ARN alone",
			Page: "https://docs.aws.amazon.com/workmail/latest/adminguide/lambda.html",
		}},
		Event: Event{
			Marks: []Mark{{Path: Path{"summaryVersion"}, Test: Exists}, {Path: Path{"flowDirection"}, Test: Exists}, {Path: Path{"envelope"}, Test: Exists}},
			Facts: []Fact{
				{Name: "messageId", Path: Path{"messageId"}, Why: "id of the message, with which its content is read", Log: true},
				{Name: "direction", Path: Path{"flowDirection"}, Why: "INBOUND or OUTBOUND", Log: true},
				{Name: "from", Path: Path{"envelope", "mailFrom", "address"}, Why: "address of the sender"},
				{Name: "subject", Path: Path{"subject"}, Why: "subject of the message"},
			},
			Sample: `{
  "summaryVersion": "2018-10-10",
  "envelope": {
    "mailFrom": {"address": "from@example.com"},
    "recipients": [{"address": "one@example.com"}, {"address": "two@example.com"}]
  },
  "sender": {"address": "sender@example.com"},
  "subject": "Hello",
  "messageId": "00000000-0000-0000-0000-000000000000",
  "invocationId": "00000000000000000000000000000000",
  "flowDirection": "INBOUND",
  "truncated": false
}`,
		},
		Reply: Reply{
			Kind:  Shaped,
			Shape: `{"actions": [{"allRecipients": true, "action": {"type": "DEFAULT"}}]}`,
			Why:   "of a synchronous rule the answer says what becomes of the message: it goes on, unless the handler returns an object, which is the answer as it is",
		},
		Note: "AWS ends WorkMail on 2027-03-31",
	}
}
