package aws

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// What event source mappings have in common.
// https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html

// between refuses numbers that are not from least to most.
func between(least, most int) func(text string) string {
	return func(text string) string {
		if n, err := strconv.Atoi(text); err != nil || n < least || n > most {
			return fmt.Sprintf("want %d to %d", least, most)
		}
		return ""
	}
}

func batchParam(usual string) Param {
	return Param{
		Name: "batch", Ask: "Records in a batch", Help: "how many records one invocation gets at most",
		Type: Integer, Default: usual, Refuse: between(1, 10000), Want: "1 to 10000",
	}
}

func windowParam(least int) Param {
	return Param{
		Name: "window", Ask: "Seconds to wait for a full batch", Help: "how long records are gathered before the function is invoked",
		Type: Integer, Refuse: between(least, 300), Want: fmt.Sprintf("%d to 300", least), Example: "5",
	}
}

// https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html#lambda-CreateEventSourceMapping-request-StartingPosition
var startParam = Param{
	Name: "start", Ask: "Where to start reading", Help: "LATEST: records from now on; TRIM_HORIZON: the oldest that are kept too",
	Type: Text, Default: "LATEST", Enum: []string{"LATEST", "TRIM_HORIZON"},
}

// https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
var decryptGrant = Statement{
	Sid: "DecryptSource", Needs: "key",
	Actions:   []string{"kms:Decrypt"},
	Resources: []string{keyARN},
	Why:       "trigger {trigger}: what it reads is encrypted with the key {key}, whose key policy must allow it too",
}

// A failure destination is a queue, a topic or a bucket.
// https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html
var failureParams = []Param{
	{
		Name: "failure-queue", Ask: "Queue for records that keep failing", Help: "name of an SQS queue that is told of records given up",
		Type: Text, Pattern: `[A-Za-z0-9_-]{1,80}`, Want: "1 to 80 letters, digits, - and _", Example: "failed",
	},
	{
		Name: "failure-topic", Ask: "Topic for records that keep failing", Help: "name of an SNS topic that is told of records given up, instead of a queue",
		Type: Text, Pattern: `[A-Za-z0-9_-]{1,256}`, Want: "1 to 256 letters, digits, - and _", Example: "failed",
	},
	{
		Name: "failure-bucket", Ask: "Bucket for records that keep failing", Help: "name of an S3 bucket into which records given up are written whole, instead of a queue or topic",
		Type: Text, Pattern: bucketPattern, Want: bucketWant, Refuse: refuseBucket, Example: "my-failed-records",
	},
	{
		Name: "failure-key", Ask: "Key of where records go that keep failing", Help: "the KMS key that encrypts that queue, topic or bucket, where that is one of your own",
		Type: Text, Pattern: keyPattern, Also: keyAlso, Want: keyWant, Example: "1234abcd-12ab-34cd-56ef-1234567890ab",
	},
}

var failureGrants = []Statement{
	{
		Sid: "ReportToQueue", Needs: "failure-queue",
		Actions:   []string{"sqs:SendMessage"},
		Resources: []string{"arn:{partition}:sqs:{region}:{account}:{failure-queue}"},
		Why:       "trigger {trigger}: Lambda reports records that it gives up to the queue {failure-queue}",
	},
	{
		Sid: "ReportToTopic", Needs: "failure-topic",
		Actions:   []string{"sns:Publish"},
		Resources: []string{"arn:{partition}:sns:{region}:{account}:{failure-topic}"},
		Why:       "trigger {trigger}: Lambda reports records that it gives up to the topic {failure-topic}",
	},
	{
		Sid: "WriteToBucket", Needs: "failure-bucket",
		Actions:   []string{"s3:PutObject"},
		Resources: []string{"arn:{partition}:s3:::{failure-bucket}/*"},
		Condition: ownBucket,
		Why:       "trigger {trigger}: Lambda writes records that it gives up into the bucket {failure-bucket}, as long as it belongs to account {account}",
	},
	{
		Sid: "ListFailureBucket", Needs: "failure-bucket",
		Actions:   []string{"s3:ListBucket"},
		Resources: []string{"arn:{partition}:s3:::{failure-bucket}"},
		Condition: ownBucket,
		Why:       "trigger {trigger}: Lambda lists the bucket {failure-bucket} before it writes",
	},
	// https://docs.aws.amazon.com/lambda/latest/dg/with-msk-on-failure.html
	{
		Sid: "UseFailureKey", Needs: "failure-key", Without: "failure-bucket",
		Actions:   []string{"kms:Decrypt", "kms:GenerateDataKey"},
		Resources: []string{failureKeyARN},
		Why:       "trigger {trigger}: what is told of records given up is encrypted with the key {failure-key}, whose key policy must allow it too",
	},
	{
		Sid: "UseFailureKey", Needs: "failure-key failure-bucket",
		Actions:   []string{"kms:GenerateDataKey"},
		Resources: []string{failureKeyARN},
		Why:       "trigger {trigger}: the bucket {failure-bucket} is encrypted with the key {failure-key}, whose key policy must allow it too",
	},
}

const failureKeyARN = "arn:{partition}:kms:{region}:{account}:key/{failure-key}"

// failureDestination belongs into a mapping's request.
const failureDestination = `"DestinationConfig?": {"OnFailure": {"Destination": "arn:{partition}:sqs:{region}:{account}:{failure-queue}"}},
  "DestinationConfig??": {"OnFailure": {"Destination": "arn:{partition}:sns:{region}:{account}:{failure-topic}"}},
  "DestinationConfig???": {"OnFailure": {"Destination": "arn:{partition}:s3:::{failure-bucket}"}}`

// refuseFailures refuses two failure destinations, and the key of none.
func refuseFailures(given func(name string) string) (param, why string) {
	if given("failure-key") != "" && given("failure-queue")+given("failure-topic")+given("failure-bucket") == "" {
		return "failure-key", "want failure-queue, failure-topic or failure-bucket beside it, whose key it is"
	}
	return refuseTwo(given, "failure-queue", "failure-topic", "failure-bucket")
}

// refuseTwo refuses two of the parameters beside each other.
func refuseTwo(given func(name string) string, params ...string) (param, why string) {
	said := slices.DeleteFunc(slices.Clone(params), func(name string) bool { return given(name) == "" })
	if len(said) < 2 {
		return "", ""
	}
	return said[1], "want one of " + strings.Join(params[:len(params)-1], ", ") + " and " + params[len(params)-1]
}

// networkGrants are what Lambda needs for pollers that it places into the source's network. The function itself needs no
// network configuration. The actions know no resource but *, or are refused with one because the interface has no name yet.
// https://docs.aws.amazon.com/lambda/latest/dg/with-msk-permissions.html
func networkGrants(needs string) []Statement {
	return forLambda(Statement{
		Sid: "ManageNetworkInterfaces", Needs: needs,
		Actions: []string{
			"ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSecurityGroups",
			"ec2:DescribeSubnets", "ec2:DescribeVpcs",
		},
		Resources: []string{"*"},
		Why:       "trigger {trigger}: Lambda reads from within the source's network, by interfaces that have no ARN before they exist, so only * works",
	})
}

// secretParam is the secret with which Lambda signs in to the source.
// https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html
// A mapping's request names it by its ARN, of which Lambda takes 200 characters.
// https://docs.aws.amazon.com/lambda/latest/api/API_SourceAccessConfiguration.html
var secretParam = Param{
	Name: "secret", Ask: "Secret to sign in with", Help: "name of the secret that holds username and password, with the hyphen and six characters that end its ARN, or the whole ARN",
	Type: Text, Pattern: `[A-Za-z0-9/_+=.@-]{1,129}-[A-Za-z0-9]{6}`, Also: secretAlso, Max: 200, Want: "a name as at the end of the secret's ARN, broker-AbCdEf, or the ARN", Example: "broker-AbCdEf",
	Placeholder: "BROKER_SECRET",
}

var secretGrant = Statement{
	Sid:       "ReadSecret",
	Actions:   []string{"secretsmanager:GetSecretValue"},
	Resources: []string{"arn:{partition}:secretsmanager:{region}:{account}:secret:{secret}"},
	Why:       "trigger {trigger}: Lambda signs in to the source with this secret",
}

// optional is a parameter that may be absent, with another help.
func optional(p Param, help string) Param {
	p.Placeholder, p.Help = "", help
	return p
}

// needing is a statement that is there only where the parameter has a value.
func needing(param string, s Statement) Statement {
	s.Needs = param
	return s
}
