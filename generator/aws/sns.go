package aws

// https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html
func snsTrigger() *Trigger {
	return &Trigger{
		ID:       "sns",
		Title:    "SNS topic",
		Sentence: "messages published to a topic",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html",
		Params: []Param{{
			Name: "topic", Ask: "Name of an existing topic", Help: "the topic exists in the function's account and region and has this name; without it the template creates one",
			Type: Text, Pattern: `[A-Za-z0-9_-]{1,256}`, Want: "1 to 256 letters, digits, - and _", Example: "orders", Placeholder: "TOPIC", Identifies: true,
		}},
		Invoke: []Permission{{
			Principal: "sns.amazonaws.com",
			SourceArn: "arn:{partition}:sns:{region}:{account}:{topic}",
			Why:       "SNS may invoke the function for the topic {topic}; this permission covers no other",
		}},
		Wakes: []Wake{{Actions: topicSent, Resources: []string{"arn:{partition}:sns:{region}:{account}:{topic}"}}},
		Event: Event{
			Marks: []Mark{
				{Path: Path{"Records", First, "EventSource"}, Test: Is, Value: "aws:sns"},
				{Path: Path{"Records", First, "Sns", "TopicArn", Resource}, Test: Is, Value: "{topic}", Apart: true, Environment: true},
			},
			Each: Path{"Records"},
			Keys: []Place{{Path: Path{"Sns", "Message", Message}}},
			Facts: []Fact{
				{Name: "messageId", Path: Path{"Sns", "MessageId"}, Why: "id of the message"},
				{Name: "subject", Path: Path{"Sns", "Subject?"}, Why: "subject that the sender gave the message", Types: maybeText},
				{Name: "attributes", Path: Path{"Sns", "MessageAttributes"}, Why: "attributes that the sender gave the message", Types: []Type{{"typescript", "SNSMessageAttributes"}}},
			},
			Sample: `{
  "Records": [
    {
      "EventVersion": "1.0",
      "EventSubscriptionArn": "arn:{partition|sample}:sns:{region|sample}:{account|sample}:{topic|sample}:21be56ed-a058-49f5-8c98-aedd2564c486",
      "EventSource": "aws:sns",
      "Sns": {
        "SignatureVersion": "1",
        "Timestamp": "2026-01-02T03:04:05.678Z",
        "Signature": "tcc6faL2yUC6dgZdmrwh1Y4cGa",
        "SigningCertUrl": "https://sns.{region|sample}.{dns-suffix|sample}/SimpleNotificationService-ac565b8b1a6c5d002d285f9598aa1d9b.pem",
        "MessageId": "95df01b4-ee98-5cb9-9903-4c221d41eb5e",
        "Message": {"{json}": "{keys}"},
        "MessageAttributes": {"kind": {"Type": "String", "Value": "order"}},
        "Type": "Notification",
        "UnsubscribeUrl": "https://sns.{region|sample}.{dns-suffix|sample}/?Action=Unsubscribe",
        "TopicArn": "arn:{partition|sample}:sns:{region|sample}:{account|sample}:{topic|sample}",
        "Subject": "Sample"
      }
    }
  ]
}`,
		},
		Reply:     Reply{Kind: Ignore, Why: "SNS takes no answer; when the handler fails, Lambda tries the message twice more"},
		CreatedAs: "{@OwnTopic.TopicName}",
		Create: `{
  "{@OwnTopic}": {"Type": "AWS::SNS::Topic", "Properties": {"DisplayName": "{function}"}},
  "{@OwnSubscription}": {
    "Type": "AWS::SNS::Subscription",
    "DependsOn": "{@Permission}",
    "Properties": {"Protocol": "lambda", "TopicArn": "{@OwnTopic}", "Endpoint": "{@Function.Arn}"}
  }
}`,
		Outputs: `{"{@OwnTopicARN}": {"Value": "{@OwnTopic}"}}`,
		Wire: []string{
			"aws sns subscribe --topic-arn arn:{partition}:sns:{region}:{account}:{topic} --protocol lambda --notification-endpoint arn:{partition}:lambda:{region}:{account}:function:{function}",
		},
		Types: []Type{{"go", "SNSEvent"}, {"typescript", "SNSEvent"}},
	}
}
