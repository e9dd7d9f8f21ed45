package aws

// https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
var dynamodbStreams = Trigger{
	ID:       "dynamodb-streams",
	Title:    "DynamoDB stream",
	Sentence: "changes of a table's items, in batches and in order by item",
	Model:    Poll,
	Doc:      "https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html",
	Params: append([]Param{
		{
			Name: "stream", Ask: "ARN of an existing table's stream", Help: "the table exists and this is its LatestStreamArn; without it the template creates a table",
			Type: Text, Pattern: `arn:aws[a-z-]*:dynamodb:[a-z0-9-]+:\d{12}:table/[A-Za-z0-9_.-]{3,255}/stream/[0-9T:.-]+`, Want: "the ARN of a stream",
			Example:     "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/stream/2026-01-02T03:04:05.678",
			Placeholder: "STREAM_ARN", Identifies: true,
		},
		batchParam("100"), windowParam(0), startParam, retriesParam, parallelParam,
	}, failureParams...),
	Refuse: refuseFailures,
	Mapping: &Mapping{
		Request: `{
  "EventSourceArn": "{stream}",
  ` + streamRequest + `
}`,
		Why: "Lambda reads the stream {stream} with the execution role, so nobody needs a permission to invoke",
	},
	Grants: append([]Statement{
		{
			Sid:       "ReadTableStream",
			Actions:   []string{"dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"},
			Resources: []string{"{stream}"},
			Why:       "trigger {trigger}: Lambda reads the stream {stream}, and no other",
		},
		{
			Sid:       "ListTableStreams",
			Actions:   []string{"dynamodb:ListStreams"},
			Resources: []string{"*"},
			Why:       "trigger {trigger}: Lambda looks the stream up, and listing streams knows no resource but *",
		},
	}, failureGrants...),
	Event: Event{
		Marks: []Mark{
			{Path: Path{"Records", First, "eventSource"}, Test: Is, Value: "aws:dynamodb"},
			{Path: Path{"Records", First, "eventSourceARN"}, Test: Is, Value: "{stream}", Apart: true},
		},
		Each: Path{"Records"},
		Keys: []Place{
			{Path: Path{"dynamodb", "NewImage", Attributes}},
			{Path: Path{"dynamodb", "Keys", Attributes}},
		},
		Facts: []Fact{
			{Name: "eventName", Path: Path{"eventName"}, Why: "what happened: INSERT, MODIFY or REMOVE"},
			{Name: "itemKeys", Path: Path{"dynamodb", "Keys"}, Why: "primary key of the item, as attribute values"},
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
      "eventSourceARN": "{stream|sample}"
    }
  ]
}`,
	},
	Reply:     Reply{Kind: Failures, ID: Path{"dynamodb", "SequenceNumber"}, Ordered: &inOrder, Why: streamReplyWhy},
	CreatedAs: "{@OwnTable.StreamArn}",
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
	Types:   []Type{{"go", "DynamoDBEvent"}, {"typescript", "DynamoDBStreamEvent"}},
}
