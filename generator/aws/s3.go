package aws

import (
	"slices"
	"strings"
)

// https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
func s3Trigger() *Trigger {
	t := &Trigger{
		ID:       "s3",
		Title:    "S3 event notification",
		Sentence: "objects created in or removed from a bucket",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html",
		Params: []Param{
			{
				Name: "bucket", Ask: "Name of an existing bucket", Help: "the bucket exists and has this name; without it the template creates one",
				Type: Text, Pattern: bucketPattern, Want: bucketWant, Refuse: refuseBucket, Example: "my-uploads",
				Placeholder: "BUCKET", Identifies: true,
			},
			{
				Name: "events", Ask: "Events", Help: "the events that invoke the function",
				Type: List, Default: "s3:ObjectCreated:*", Enum: s3Events, Beside: besideS3Event, Sample: sampleS3Event,
			},
			{
				Name: "prefix", Ask: "Prefix of the object keys", Help: "only objects whose key begins with it",
				Type: Text, Example: "in/",
			},
			{
				Name: "suffix", Ask: "Suffix of the object keys", Help: "only objects whose key ends in it",
				Type: Text, Example: ".jpg",
			},
		},
		Invoke: []Permission{{
			Principal:     "s3.amazonaws.com",
			SourceArn:     "arn:{partition}:s3:::{bucket}",
			SourceAccount: true,
			Why:           "S3 may invoke the function for the bucket {bucket}, as long as it belongs to account {account}: a bucket's ARN does not name its owner",
		}},
		Event: Event{
			Marks: []Mark{
				{Path: Path{"Records", First, "eventSource"}, Test: Is, Value: "aws:s3"},
				{Path: Path{"Records", First, "s3", "bucket", "name"}, Test: Is, Value: "{bucket}", Apart: true, Environment: true},
				{Path: Path{"Records", First, "eventName"}, Test: HasStart, Value: "{events|event-name}", Apart: true},
				{Path: Path{"Records", First, "s3", "object", "key", URL}, Test: HasStart, Value: "{prefix}", Apart: true},
				{Path: Path{"Records", First, "s3", "object", "key", URL}, Test: HasEnd, Value: "{suffix}", Apart: true},
			},
			Each: Path{"Records"},
			Facts: []Fact{
				{Name: "eventName", Path: Path{"eventName"}, Why: "what happened, ObjectCreated:Put for example", Log: true},
				{Name: "bucket", Path: Path{"s3", "bucket", "name"}, Why: "name of the bucket", Log: true},
				{Name: "objectKey", Path: Path{"s3", "object", "key", URL}, Why: "key of the object, decoded", Log: true},
				{Name: "size", Path: Path{"s3", "object", "size?"}, Why: "size of the object in bytes", Types: []Type{{"typescript", "number | undefined"}}},
				{Name: "versionId", Path: Path{"s3", "object", "versionId?"}, Why: "version of the object in a versioned bucket", Types: maybeText},
			},
			Sample: `{
  "Records": [
    {
      "eventVersion": "2.5",
      "eventSource": "aws:s3",
      "awsRegion": "{region|sample}",
      "eventTime": "2026-01-02T03:04:05.678Z",
      "eventName": "{events|sample}",
      "userIdentity": {"principalId": "AWS:AIDAEXAMPLE"},
      "requestParameters": {"sourceIPAddress": "192.0.2.1"},
      "responseElements": {
        "x-amz-request-id": "C3D13FE58DE4C810",
        "x-amz-id-2": "FMyUVURIY8/IgAtTv8xRjskZQpcIZ9KG4V5Wp6S7S/JRWeUWerMUE5JgHvANOjpD"
      },
      "s3": {
        "s3SchemaVersion": "1.0",
        "configurationId": "{trigger}",
        "bucket": {
          "name": "{bucket|sample}",
          "ownerIdentity": {"principalId": "A3NL1KOZZKExample"},
          "arn": "arn:{partition|sample}:s3:::{bucket|sample}"
        },
        "object": {
          "key": "{prefix|url}sample+object%2C+one{suffix|url}",
          ` + sizeOfObject + `"versionId": "096fKKXTRTtl3on89fVO.nfljtsv6qko",
          "sequencer": "0055AED6DCD90281E5"
        }
      }
    }
  ]
}`,
		},
		Reply:     Reply{Kind: Ignore, Why: "S3 takes no answer; when the handler fails, Lambda tries the event twice more"},
		CreatedAs: "{unique}-{account}-{region}",
		Create: `{
  "{@OwnBucket}": {
    "Type": "AWS::S3::Bucket",
    "DeletionPolicy": "RetainExceptOnCreate",
    "UpdateReplacePolicy": "Retain",
    "DependsOn": "{@Permission}",
    "Properties": {
      "BucketName": "{bucket}",
      "NotificationConfiguration": {
        "LambdaConfigurations": [
          {"Event": "{events}", "Function": "{@Function.Arn}", "Filter": {"S3Key": {"Rules": [
            {"Name": "prefix", "Value": "{prefix?}"},
            {"Name": "suffix", "Value": "{suffix?}"}
          ]}}}
        ]
      }
    }
  }
}`,
		Wire: []string{
			"aws s3api get-bucket-notification-configuration --bucket {bucket}",
			"aws s3api put-bucket-notification-configuration --bucket {bucket} --notification-configuration file://notification.json",
		},
		Config: `{
  "LambdaFunctionConfigurations": [
    {
      "Id": "{trigger}",
      "LambdaFunctionArn": "arn:{partition}:lambda:{region}:{account}:function:{function}",
      "Events": ["{events}"],
      "Filter": {"Key": {"FilterRules": [
        {"Name": "prefix", "Value": "{prefix?}"},
        {"Name": "suffix", "Value": "{suffix?}"}
      ]}}
    }
  ]
}`,
		Caution: "put-bucket-notification-configuration replaces the bucket's whole configuration: notification.json must hold what get-bucket-notification-configuration prints, and this",
		Types:   []Type{{"go", "S3Event"}, {"typescript", "S3Event"}},
	}
	// Of an object that is gone nobody knows size and eTag.
	removed := t.Event
	removed.Sample = strings.Replace(removed.Sample, sizeOfObject, "", 1)
	removed.Facts = slices.DeleteFunc(slices.Clone(removed.Facts), func(f Fact) bool { return f.Name == "size" })
	t.Variants = []Variant{{
		Param: "events", Event: &removed,
		Values: slices.DeleteFunc(slices.Clone(s3Events), func(event string) bool {
			return !strings.HasPrefix(event, "s3:ObjectRemoved:") && !strings.HasPrefix(event, "s3:LifecycleExpiration:")
		}),
	}}
	return t
}

const sizeOfObject = `"size": 1024,
          "eTag": "d41d8cd98f00b204e9800998ecf8427e",
          `

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
const (
	bucketPattern = `[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]`
	bucketWant    = "3 to 63 lower-case letters, digits, dots and hyphens, with a letter or digit at both ends"
)

// ownBucket limits a statement to buckets of the function's account. A bucket's ARN names no owner: when the bucket is
// deleted, a stranger can make one of that name, which would be read or written instead.
// https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
var ownBucket = []Condition{{"StringEquals", "s3:ResourceAccount", "{account}"}}

// refuseBucket knows the rules of bucket names that a pattern does not say.
func refuseBucket(name string) string {
	switch {
	case strings.Contains(name, ".."):
		return "want no two dots in a row"
	case matches(`\d+\.\d+\.\d+\.\d+`, name):
		return "want a name that is not an IP address"
	case strings.HasPrefix(name, "xn--"), strings.HasPrefix(name, "sthree-"), strings.HasPrefix(name, "amzn-s3-demo-"),
		strings.HasSuffix(name, "-s3alias"), strings.HasSuffix(name, "--ol-s3"), strings.HasSuffix(name, ".mrap"), strings.HasSuffix(name, "--x-s3"), strings.HasSuffix(name, "--table-s3"):
		return "want no prefix or suffix that S3 reserves"
	}
	return ""
}

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html
var s3Events = []string{
	"s3:ObjectCreated:*", "s3:ObjectCreated:Put", "s3:ObjectCreated:Post", "s3:ObjectCreated:Copy",
	"s3:ObjectCreated:CompleteMultipartUpload",
	"s3:ObjectRemoved:*", "s3:ObjectRemoved:Delete", "s3:ObjectRemoved:DeleteMarkerCreated",
	"s3:ObjectRestore:*", "s3:ObjectRestore:Post", "s3:ObjectRestore:Completed", "s3:ObjectRestore:Delete",
	"s3:ReducedRedundancyLostObject",
	"s3:Replication:*", "s3:Replication:OperationFailedReplication", "s3:Replication:OperationMissedThreshold",
	"s3:Replication:OperationReplicatedAfterThreshold", "s3:Replication:OperationNotTracked",
	"s3:LifecycleExpiration:*", "s3:LifecycleExpiration:Delete", "s3:LifecycleExpiration:DeleteMarkerCreated",
	"s3:LifecycleTransition", "s3:IntelligentTiering",
	"s3:ObjectTagging:*", "s3:ObjectTagging:Put", "s3:ObjectTagging:Delete", "s3:ObjectAcl:Put",
}

// besideS3Event knows that S3 takes no two configurations for one event: s3:ObjectCreated:* and s3:ObjectCreated:Put.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html
func besideS3Event(a, b string) string {
	classA, allA := strings.CutSuffix(a, "*")
	classB, allB := strings.CutSuffix(b, "*")
	if a != b && (allA && strings.HasPrefix(b, classA) || allB && strings.HasPrefix(a, classB)) {
		return "one of them holds the other"
	}
	return ""
}
