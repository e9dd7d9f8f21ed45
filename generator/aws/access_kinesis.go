package aws

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonkinesisdatastreams.html
func kinesisAccess() *Access {
	return &Access{
		ID:       "kinesis",
		Title:    "Kinesis Data Streams",
		Sentence: "write records to a stream, or read them",
		Doc:      "https://docs.aws.amazon.com/streams/latest/dev/controlling-access.html",
		Params: []Param{
			{
				Name: "stream", Ask: "Stream", Help: "name of the stream",
				Type: Text, Pattern: `[a-zA-Z0-9_.-]{1,128}`, Want: "1 to 128 letters, digits and _ . -", Example: "clicks", Placeholder: "TARGET_STREAM",
			},
			writeModeParam, keyParam,
		},
		Statements: []Statement{
			{
				Sid: "ReadRecords", Modes: reads,
				Actions:   []string{"kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"},
				Resources: []string{"arn:{partition}:kinesis:{region}:{account}:stream/{stream}"},
				Why:       "access kinesis: the function reads records of the stream {stream}",
			},
			{
				Sid: "WriteRecords", Modes: writes,
				Actions:   []string{"kinesis:PutRecord", "kinesis:PutRecords"},
				Resources: []string{"arn:{partition}:kinesis:{region}:{account}:stream/{stream}"},
				Why:       "access kinesis: the function writes records to the stream {stream}",
			},
			// https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html
			useKey([]string{Read}, "access kinesis: the stream {stream} is encrypted with the key {key}", "kms:Decrypt"),
			useKey([]string{Write}, "access kinesis: the stream {stream} is encrypted with the key {key}", "kms:GenerateDataKey"),
			useKey([]string{ReadWrite}, "access kinesis: the stream {stream} is encrypted with the key {key}", "kms:Decrypt", "kms:GenerateDataKey"),
		},
	}
}
