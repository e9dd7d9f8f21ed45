package aws

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html
func snsAccess() *Access {
	return &Access{
		ID:       "sns",
		Title:    "SNS",
		Sentence: "publish to a topic",
		Doc:      "https://docs.aws.amazon.com/sns/latest/dg/sns-using-identity-based-policies.html",
		Params: []Param{
			{
				Name: "topic", Ask: "Topic", Help: "name of the topic",
				Type: Text, Pattern: topicPattern, Want: topicWant, Example: "orders", Placeholder: "TARGET_TOPIC",
			},
			keyParam,
		},
		Statements: []Statement{
			{
				Sid:       "Publish",
				Actions:   []string{"sns:Publish"},
				Resources: []string{"arn:{partition}:sns:{region}:{account}:{topic}"},
				Why:       "access sns: the function publishes to the topic {topic}",
			},
			// https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
			useKey(nil, "access sns: the topic {topic} is encrypted with the key {key}", "kms:Decrypt", "kms:GenerateDataKey"),
		},
	}
}

// https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html
const (
	topicPattern = `[A-Za-z0-9_-]{1,256}|[A-Za-z0-9_-]{1,251}\.fifo`
	topicWant    = "1 to 256 letters, digits, - and _, of a FIFO topic with .fifo at the end"
)
