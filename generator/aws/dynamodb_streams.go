package aws

// https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
func dynamodbStreams() *Trigger {
	return &Trigger{
		ID:       "dynamodb-streams",
		Title:    "DynamoDB stream",
		Sentence: "changes of a table's items, in batches and in order by item",
		Model:    Poll,
		Doc:      "https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html",
		Params: append([]Param{
			{
				Name: "table", Ask: "Name of an existing table", Help: "the table exists and has this name; without it the template creates one",
				Type: Text, Pattern: `[A-Za-z0-9_.-]{3,255}`, Want: "3 to 255 letters, digits and _ . -", Example: "Orders",
				Placeholder: "STREAM_TABLE", Identifies: true,
			},
			{
				Name: "label", Ask: "Label of the table's stream", Help: "the table's LatestStreamLabel, which ends the stream's ARN",
				Type: Text, Pattern: `[0-9T:.-]{1,64}`, Want: "a time like 2026-01-02T03:04:05.678", Example: "2026-01-02T03:04:05.678",
				Placeholder: "STREAM_LABEL", OfExisting: true,
			},
			batchParam("100"), windowParam(0), startParam, retriesParam(), parallelParam(),
		}, failureParams...),
		Refuse: refuseFailures,
		Mapping: &Mapping{
			Request: `{
  "EventSourceArn": "arn:{partition}:dynamodb:{region}:{account}:table/{table}/stream/{label}",
  ` + streamRequest + `
}`,
			Created: "{@OwnTable.StreamArn}",
			Why:     "Lambda reads the stream of the table {table} with the execution role, so nobody needs a permission to invoke",
		},
		Grants: append([]Statement{
			{
				Sid:       "ReadTableStream",
				Actions:   []string{"dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"},
				Resources: []string{"arn:{partition}:dynamodb:{region}:{account}:table/{table}/stream/{label}"},
				Why:       "trigger {trigger}: Lambda reads this stream of the table {table}, and no other: when its stream is switched off and on again, the table gets one with another label",
			},
			{
				Sid:       "ListTableStreams",
				Actions:   []string{"dynamodb:ListStreams"},
				Resources: []string{"*"},
				Why:       "trigger {trigger}: Lambda looks the stream up, and listing streams knows no resource, so only * works",
			},
		}, failureGrants...),
		Event: Event{
			Marks: []Mark{
				{Path: Path{"Records", First, "eventSource"}, Test: Is, Value: "aws:dynamodb"},
				{Path: Path{"Records", First, "eventSourceARN", Resource}, Test: Is, Value: "{table}", Apart: true, Environment: true},
			},
			Each: Path{"Records"},
			Keys: []Place{
				{Path: Path{"dynamodb", "NewImage", Attributes}},
				{Path: Path{"dynamodb", "Keys", Attributes}},
			},
			Facts: []Fact{
				{Name: "eventName", Path: Path{"eventName"}, Why: "what happened: INSERT, MODIFY or REMOVE"},
				{Name: "itemKeys", Path: Path{"dynamodb", "Keys"}, Types: []Type{{"typescript", "Record<string, AttributeValue>"}}, Why: "primary key of the item, as attribute values"},
				{Name: "sequenceNumber", Path: Path{"dynamodb", "SequenceNumber"}, Why: "place of the record in the stream"},
			},
			Sample: `{
  "Records": [
    {
      "eventID": "c4ca4238a0b923820dcc509a6f75849b",
      "eventName": "INSERT",
      "eventVersion": "1.1",
      "eventSource": "aws:dynamodb",
      "awsRegion": "{region|sample}",
      "dynamodb": {
        "ApproximateCreationDateTime": 1767323045,
        "Keys": {"id": {"S": "101"}},
        "NewImage": {"{attributes}": "{keys}"},
        "SequenceNumber": "4421584500000000017450439091",
        "SizeBytes": 26,
        "StreamViewType": "NEW_AND_OLD_IMAGES"
      },
      "eventSourceARN": "arn:{partition|sample}:dynamodb:{region|sample}:{account|sample}:table/{table|sample}/stream/{label|sample}"
    }
  ]
}`,
		},
		Reply:     Reply{Kind: Failures, ID: Path{"dynamodb", "SequenceNumber"}, Ordered: &inOrder, Why: streamReplyWhy},
		CreatedAs: "{@OwnTable}",
		Create: `{
  "{@OwnTable}": {
    "Type": "AWS::DynamoDB::Table",
    "DeletionPolicy": "RetainExceptOnCreate",
    "UpdateReplacePolicy": "Retain",
    "Properties": {
      "BillingMode": "PAY_PER_REQUEST",
      "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
      "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
      "StreamSpecification": {"StreamViewType": "NEW_AND_OLD_IMAGES"}
    }
  }
}`,
		Outputs: `{"{@OwnTableName}": {"Value": "{@OwnTable}"}}`,
		Types:   []Type{{"go", "DynamoDBEvent"}, {"typescript", dynamodbType}},
	}
}

// The library's type leaves open what each record of a stream has.
const dynamodbType = `{
  Records: (DynamoDBRecord & {
    eventName: string;
    eventSourceARN: string;
    dynamodb: { Keys: Record<string, AttributeValue>; SequenceNumber: string };
  })[];
}`
