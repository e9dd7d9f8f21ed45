package aws

// https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda.html
func sesTrigger() *Trigger {
	return &Trigger{
		ID:       "ses",
		Title:    "SES receipt rule",
		Sentence: "e-mails that a receipt rule takes; the event has their headers and not their text",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda.html",
		Params: []Param{
			{
				Name: "rule-set", Ask: "Receipt rule set", Help: "name of an existing receipt rule set",
				Type: Text, Pattern: `[A-Za-z0-9_.-]{1,64}`, Want: "1 to 64 letters, digits and _ . -", Example: "inbound", Placeholder: "RULE_SET", Identifies: true,
			},
			{
				Name: "rule", Ask: "Receipt rule", Help: "name of the receipt rule whose Lambda action invokes",
				Type: Text, Pattern: `[A-Za-z0-9_.-]{1,64}`, Want: "1 to 64 letters, digits and _ . -", Example: "orders", Placeholder: "RECEIPT_RULE",
			},
		},
		Invoke: []Permission{{
			Principal:     "ses.amazonaws.com",
			SourceArn:     "arn:{partition}:ses:{region}:{account}:receipt-rule-set/{rule-set}:receipt-rule/{rule}",
			SourceAccount: true,
			Why:           "SES may invoke the function for the receipt rule {rule} of the set {rule-set}; this permission covers no other",
		}},
		Wakes: []Wake{{
			Actions:   []string{"ses:SendEmail", "ses:SendRawEmail", "ses:SendTemplatedEmail", "ses:SendBulkEmail", "ses:SendBulkTemplatedEmail"},
			Resources: []string{"arn:{partition}:ses:{region}:{account}:identity/*"},
			Hint:      "let it send no e-mail to addresses that the receipt rule takes, and answer none that was sent automatically",
		}},
		Event: Event{
			Marks: []Mark{{Path: Path{"Records", First, "eventSource"}, Test: Is, Value: "aws:ses"}},
			Each:  Path{"Records"},
			Facts: []Fact{
				{Name: "messageId", Path: Path{"ses", "mail", "messageId"}, Why: "id of the e-mail, and its key where an S3 action of the rule keeps it", Log: true},
				{Name: "sender", Path: Path{"ses", "mail", "source"}, Why: "address of the sender", Log: true},
				{Name: "subject", Path: Path{"ses", "mail", "commonHeaders", "subject?"}, Why: "subject of the e-mail", Types: maybeText},
			},
			Sample: `{
  "Records": [
    {
      "eventVersion": "1.0",
      "eventSource": "aws:ses",
      "ses": {
        "mail": {
          "commonHeaders": {
            "from": ["Jane Doe <jane@example.com>"],
            "to": ["orders@example.com"],
            "returnPath": "jane@example.com",
            "messageId": "<0123456789example.com>",
            "date": "Fri, 2 Jan 2026 03:04:05 +0000",
            "subject": "Sample"
          },
          "source": "jane@example.com",
          "timestamp": "2026-01-02T03:04:05.678Z",
          "destination": ["orders@example.com"],
          "headers": [{"name": "Subject", "value": "Sample"}],
          "headersTruncated": false,
          "messageId": "o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1"
        },
        "receipt": {
          "recipients": ["orders@example.com"],
          "timestamp": "2026-01-02T03:04:05.678Z",
          "spamVerdict": {"status": "PASS"},
          "dkimVerdict": {"status": "PASS"},
          "dmarcVerdict": {"status": "PASS"},
          "dmarcPolicy": "REJECT",
          "spfVerdict": {"status": "PASS"},
          "virusVerdict": {"status": "PASS"},
          "action": {
            "type": "Lambda",
            "invocationType": "Event",
            "functionArn": "arn:{partition|sample}:lambda:{region|sample}:{account|sample}:function:{function}"
          },
          "processingTimeMillis": 574
        }
      }
    }
  ]
}`,
		},
		Reply: Reply{Kind: Ignore, Why: "SES takes no answer where the action's invocation type is Event; when the handler fails, Lambda tries the event twice more"},
		Wire: []string{
			"aws ses describe-receipt-rule --rule-set-name {rule-set} --rule-name {rule} # then update-receipt-rule with all of it and a LambdaAction of type Event with arn:{partition}:lambda:{region}:{account}:function:{function}",
		},
		Caution: "update-receipt-rule replaces the whole rule; an action of type RequestResponse would wait for a disposition, which this function does not answer",
		Types:   []Type{{"go", "SimpleEmailEvent"}, {"typescript", "SESEvent"}},
	}
}
