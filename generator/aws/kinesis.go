package aws

// https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html
func kinesisTrigger() *Trigger {
	return &Trigger{
		ID:       "kinesis",
		Title:    "Kinesis data stream",
		Sentence: "records of a data stream, in batches and in order by partition key",
		Model:    Poll,
		Doc:      "https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html",
		Params: append([]Param{
			{
				Name: "stream", Ask: "Name of an existing stream", Help: "the stream exists and has this name; without it the template creates one",
				Type: Text, Pattern: `[a-zA-Z0-9_.-]{1,128}`, Want: "1 to 128 letters, digits and _ . -", Example: "clicks",
				Placeholder: "STREAM", Identifies: true,
			},
			{
				// https://docs.aws.amazon.com/kinesis/latest/APIReference/API_RegisterStreamConsumer.html
				Name: "consumer", Ask: "Consumer with enhanced fan-out", Help: "the stream's registered consumer that the function reads as, with throughput of its own: what follows consumer/ in its ARN",
				Type: Text, Pattern: `[a-zA-Z0-9_.-]{1,128}:\d{1,20}`, Want: "name:time as at the end of the consumer's ARN, audit:1767323045", Example: "audit:1767323045", OfExisting: true,
			},
			batchParam("100"), windowParam(0), startParam, retriesParam(), parallelParam(), keyParam,
		}, failureParams...),
		Refuse: func(given func(name string) string) (param, why string) {
			if given("consumer") != "" && given("stream") == "" {
				return "consumer", "want the stream too, whose consumer it is"
			}
			return refuseFailures(given)
		},
		Mapping: &Mapping{
			Request: `{
  "EventSourceArn": "arn:{partition}:kinesis:{region}:{account}:stream/{stream}{consumer|after:/consumer/}",
  ` + streamRequest + `
}`,
			Created: "{@OwnStream.Arn}",
			Why:     "Lambda reads the stream {stream} with the execution role, so nobody needs a permission to invoke",
		},
		Grants: append([]Statement{
			{
				Sid:       "ReadStream",
				Actions:   []string{"kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"},
				Resources: []string{"arn:{partition}:kinesis:{region}:{account}:stream/{stream}"},
				Why:       "trigger {trigger}: Lambda reads the stream {stream}, and no other",
			},
			// https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-create.html
			{
				Sid: "SubscribeConsumer", Needs: "consumer",
				Actions:   []string{"kinesis:DescribeStreamConsumer", "kinesis:SubscribeToShard"},
				Resources: []string{"arn:{partition}:kinesis:{region}:{account}:stream/{stream}/consumer/{consumer}"},
				Why:       "trigger {trigger}: Lambda reads the stream {stream} as the consumer {consumer}, and as no other",
			},
			decryptGrant,
		}, failureGrants...),
		Event: Event{
			Marks: []Mark{
				{Path: Path{"Records", First, "eventSource"}, Test: Is, Value: "aws:kinesis"},
				{Path: Path{"Records", First, "eventSourceARN", Resource}, Test: Is, Value: "{stream}", Apart: true, Environment: true},
			},
			Each: Path{"Records"},
			Keys: []Place{{Path: Path{"kinesis", "data", Base64, Message}}},
			Facts: []Fact{
				{Name: "sequenceNumber", Path: Path{"kinesis", "sequenceNumber"}, Why: "place of the record in its shard"},
				{Name: "partitionKey", Path: Path{"kinesis", "partitionKey"}, Why: "records with one partition key come in order"},
			},
			Sample: `{
  "Records": [
    {
      "kinesis": {
        "kinesisSchemaVersion": "1.0",
        "partitionKey": "1",
        "sequenceNumber": "49590338271490256608559692538361571095921575989136588898",
        "data": {"{base64}": "{keys}"},
        "approximateArrivalTimestamp": 1767323045.678
      },
      "eventSource": "aws:kinesis",
      "eventVersion": "1.0",
      "eventID": "shardId-000000000006:49590338271490256608559692538361571095921575989136588898",
      "eventName": "aws:kinesis:record",
      "invokeIdentityArn": "arn:{partition|sample}:iam::{account|sample}:role/{function}",
      "awsRegion": "{region|sample}",
      "eventSourceARN": "arn:{partition|sample}:kinesis:{region|sample}:{account|sample}:stream/{stream|sample}"
    }
  ]
}`,
		},
		Reply:     Reply{Kind: Failures, ID: Path{"kinesis", "sequenceNumber"}, Ordered: &inOrder, Why: streamReplyWhy},
		CreatedAs: "{@OwnStream}",
		Create: `{
  "{@OwnStream}": {
    "Type": "AWS::Kinesis::Stream",
    "DeletionPolicy": "Delete",
    "UpdateReplacePolicy": "Delete",
    "Properties": {
      "RetentionPeriodHours": 24,
      "StreamModeDetails": {"StreamMode": "ON_DEMAND"},
      "StreamEncryption": {"EncryptionType": "KMS", "KeyId": "alias/aws/kinesis"}
    }
  }
}`,
		Outputs: `{"{@OwnStreamName}": {"Value": "{@OwnStream}"}}`,
		Types:   []Type{{"go", "KinesisEvent"}, {"typescript", "KinesisStreamEvent"}},
	}
}
