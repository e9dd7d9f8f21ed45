package aws

// https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html
func firehoseTransform() *Trigger {
	return &Trigger{
		ID:       "firehose-transform",
		Title:    "Firehose transformation",
		Sentence: "records of a Firehose stream, which delivers what the function makes of them",
		Model:    Role,
		Doc:      "https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html",
		Params: []Param{{
			Name: "stream", Ask: "Name of the Firehose stream", Help: "an existing Firehose stream",
			Type: Text, Pattern: `[A-Za-z0-9_.-]{1,64}`, Want: "1 to 64 letters, digits and _ . -", Example: "clicks", Placeholder: "DELIVERY_STREAM", Identifies: true,
		}},
		Caller: &Caller{
			Principal: "firehose.amazonaws.com", SourceAccount: true,
			SourceArn: "arn:{partition}:firehose:{region}:{account}:deliverystream/{stream}",
			Also:      []string{"lambda:GetFunctionConfiguration"},
			Why:       "Firehose invokes the function with the role of the stream {stream}: this one, or one that has its policy beside what it needs to deliver",
		},
		Wakes: []Wake{{Actions: []string{"firehose:PutRecord", "firehose:PutRecordBatch"}, Resources: []string{"arn:{partition}:firehose:{region}:{account}:deliverystream/{stream}"}}},
		Event: Event{
			Marks: []Mark{
				{Path: Path{"deliveryStreamArn"}, Test: Exists},
				{Path: Path{"records"}, Test: Exists},
				{Path: Path{"deliveryStreamArn", Resource}, Test: Is, Value: "{stream}", Apart: true, Environment: true},
			},
			Each:  Path{"records"},
			Keys:  []Place{{Path: Path{"data", Base64, Message}}},
			Facts: []Fact{{Name: "recordId", Path: Path{"recordId"}, Why: "id of the record"}},
			Sample: `{
  "invocationId": "invoked123",
  "deliveryStreamArn": "arn:{partition|sample}:firehose:{region|sample}:{account|sample}:deliverystream/{stream|sample}",
  "region": "{region|sample}",
  "records": [
    {
      "recordId": "49572672223665514422805246926656954630972486059535892482",
      "approximateArrivalTimestamp": 1767323045678,
      "data": {"{base64}": "{keys}"}
    }
  ]
}`,
		},
		Reply: Reply{
			Kind:    Records,
			Shape:   `{"records": "{results}"}`,
			Done:    `{"recordId": "{record/recordId}", "result": "Ok", "data": "{result|base64}"}`,
			Same:    `{"recordId": "{record/recordId}", "result": "Ok", "data": "{record/data}"}`,
			Dropped: `{"recordId": "{record/recordId}", "result": "Dropped", "data": "{record/data}"}`,
			Failed:  `{"recordId": "{record/recordId}", "result": "ProcessingFailed", "data": "{record/data}"}`,
			Why:     "Firehose delivers what the handler returns for a record, a string as it is and another value as JSON; nothing leaves the record as it is, null drops it",
		},
		Types: []Type{{"go", "KinesisFirehoseEvent"}, {"typescript", "FirehoseTransformationEvent"}},
	}
}

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-invoke-lambda.html
func s3Batch() *Trigger {
	return &Trigger{
		ID:       "s3-batch",
		Title:    "S3 Batch Operations",
		Sentence: "each object of a batch job's manifest, in invocation schema 2.0",
		Model:    Role,
		Doc:      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-invoke-lambda.html",
		Caller: &Caller{
			Principal: "batchoperations.s3.amazonaws.com",
			Why:       "S3 invokes the function with the role of the job: this one, or one that has its policy beside what it needs to read the manifest and write the report",
		},
		Event: Event{
			Marks: []Mark{{Path: Path{"invocationSchemaVersion"}, Test: Exists}, {Path: Path{"tasks"}, Test: Exists}},
			Each:  Path{"tasks"},
			Keys:  []Place{{Path: Path{"job", "userArguments"}, Text: true, Outer: true}},
			Facts: []Fact{
				{Name: "bucket", Path: Path{"s3Bucket"}, Why: "name of the bucket"},
				{Name: "objectKey", Path: Path{"s3Key", URL}, Why: "key of the object, decoded"},
				{Name: "versionId", Path: Path{"s3VersionId?"}, Why: "version of the object in a versioned bucket", Types: []Type{{"typescript", "string | null"}}},
			},
			Sample: `{
  "invocationSchemaVersion": "2.0",
  "invocationId": "YXNkbGZqYWRmaiBhc2RmdW9hZHNmZGpmaGFzbGtkaGZza2RmaAo",
  "job": {"id": "f3cc4f60-61f6-4a2b-8a21-d07600c373ce", "userArguments": {"{texts}": "{keys}"}},
  "tasks": [
    {"taskId": "dGFza2lkZ29lc2hlcmUK", "s3Key": "in/sample+object.txt", "s3VersionId": null, "s3Bucket": "my-uploads"}
  ]
}`,
		},
		Reply: Reply{
			Kind:   Records,
			Shape:  `{"invocationSchemaVersion": "2.0", "treatMissingKeysAs": "PermanentFailure", "invocationId": "{event/invocationId}", "results": "{results}"}`,
			Done:   `{"taskId": "{record/taskId}", "resultCode": "Succeeded", "resultString": "{result|text}"}`,
			Failed: `{"taskId": "{record/taskId}", "resultCode": "PermanentFailure", "resultString": "{error}"}`,
			Why:    "S3 writes what the handler returns, or its error, into the job's report",
		},
		Wire: []string{
			"aws s3control create-job --account-id {account} --operation '{\"LambdaInvoke\":{\"FunctionArn\":\"arn:{partition}:lambda:{region}:{account}:function:{function}\",\"InvocationSchemaVersion\":\"2.0\"}}' --role-arn arn:{partition}:iam::{account}:role/{caller-role} --manifest file://manifest.json --report file://report.json --priority 1",
		},
		Doubts: []Doubt{{
			Says: "Lambda's guide speaks of a permission on the function as well, the guide of S3 of the job's role alone; the role is what is made here",
			Page: "https://docs.aws.amazon.com/lambda/latest/dg/services-s3-batch.html",
		}},
		Types: []Type{{"go", "S3BatchJobEventV2"}},
	}
}
