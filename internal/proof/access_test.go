package proof

import (
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/policy"
)

// simulation is what a function with some access may do and what it may not. A request is an action, a resource and
// perhaps values of condition keys: s3:ListBucket arn:aws:s3:::shop s3:prefix=in/. Where a resource begins with a colon,
// arn:aws, the service of the action, region and account stand before it.
type simulation struct {
	args    []string
	allowed []string
	denied  []string
}

const (
	keyID      = "1234abcd-12ab-34cd-56ef-1234567890ab" // stands where a text has {key}
	decrypt    = "kms:Decrypt :key/{key}"
	generate   = "kms:GenerateDataKey :key/{key}"
	encrypt    = "kms:Encrypt :key/{key}"
	describe   = "kms:DescribeKey :key/{key}"
	decryptOff = "kms:Decrypt :key/5678abcd-12ab-34cd-56ef-1234567890ab" // with a key of somebody else
	owned      = " s3:ResourceAccount=123456789012"
	cluster    = " arn:aws:rds:eu-west-1:123456789012:cluster:orders"
)

var simulations = []simulation{
	{[]string{"--log", "cloudwatch:create=true"},
		[]string{"logs:CreateLogStream :log-group:/aws/lambda/hello:log-stream:a", "logs:PutLogEvents :log-group:/aws/lambda/hello:log-stream:2026/01/02/[$LATEST]a"},
		[]string{"logs:CreateLogGroup :log-group:/aws/lambda/hello", "logs:PutLogEvents :log-group:/aws/lambda/hello2:log-stream:a", "logs:GetLogEvents :log-group:/aws/lambda/hello:log-stream:a"}},
	{[]string{"--log", "cloudwatch:create=false,group=/apps/shop", "--log", "tracing"},
		[]string{"logs:CreateLogGroup :log-group:/apps/shop", "logs:CreateLogGroup :log-group:/apps/shop:log-stream:", "logs:CreateLogStream :log-group:/apps/shop:log-stream:a", "logs:PutLogEvents :log-group:/apps/shop:log-stream:a",
			"xray:PutTraceSegments *", "xray:PutTelemetryRecords *"},
		[]string{"logs:CreateLogGroup :log-group:/aws/lambda/hello", "logs:PutLogEvents :log-group:/apps/shop2:log-stream:a", "logs:DeleteLogGroup :log-group:/apps/shop", "xray:GetTraceSummaries *"}},
	{[]string{"--on-failure", "sqs"},
		[]string{"sqs:SendMessage :hello-failures"}, []string{"sqs:SendMessage :hello2-failures", "sqs:ReceiveMessage :hello-failures", "sns:Publish :hello-failures"}},
	{[]string{"--on-failure", "arn:aws:sns:eu-west-1:123456789012:failed"},
		[]string{"sns:Publish :failed"}, []string{"sns:Publish :hello-failures", "sns:Subscribe :failed"}},
	{[]string{"--on-failure", "arn:aws:s3:::failed"},
		[]string{"s3:PutObject arn:aws:s3:::failed/a" + owned, "s3:ListBucket arn:aws:s3:::failed" + owned},
		[]string{"s3:PutObject arn:aws:s3:::failed/a", "s3:PutObject arn:aws:s3:::failed/a s3:ResourceAccount=210987654321", "s3:ListBucket arn:aws:s3:::failed s3:ResourceAccount=210987654321", "s3:GetObject arn:aws:s3:::failed/a" + owned}},
	{[]string{"--trigger", "kinesis:stream=clicks,consumer=audit:1767323045,failure-bucket=my-failed"},
		[]string{"kinesis:DescribeStream :stream/clicks", "kinesis:DescribeStreamSummary :stream/clicks", "kinesis:GetRecords :stream/clicks", "kinesis:GetShardIterator :stream/clicks", "kinesis:ListShards :stream/clicks",
			"kinesis:SubscribeToShard :stream/clicks/consumer/audit:1767323045", "kinesis:DescribeStreamConsumer :stream/clicks/consumer/audit:1767323045",
			"s3:PutObject arn:aws:s3:::my-failed/a" + owned, "s3:ListBucket arn:aws:s3:::my-failed" + owned},
		[]string{"kinesis:SubscribeToShard :stream/clicks/consumer/audit:1767323046", "kinesis:SubscribeToShard :stream/clicks/consumer/billing:1767323045", "kinesis:DeregisterStreamConsumer :stream/clicks/consumer/audit:1767323045",
			"s3:PutObject arn:aws:s3:::my-failed/a", "s3:PutObject arn:aws:s3:::my-failed/a s3:ResourceAccount=210987654321", "s3:ListBucket arn:aws:s3:::my-failed s3:ResourceAccount=210987654321"}},
	{[]string{"--trigger", "kinesis:stream=clicks"},
		[]string{"kinesis:DescribeStream :stream/clicks", "kinesis:DescribeStreamSummary :stream/clicks", "kinesis:GetRecords :stream/clicks", "kinesis:GetShardIterator :stream/clicks", "kinesis:ListShards :stream/clicks"},
		[]string{"kinesis:SubscribeToShard :stream/clicks/consumer/audit:1767323045", "kinesis:GetRecords :stream/other", "kinesis:PutRecord :stream/clicks"}},
	{[]string{"--trigger", "dynamodb-streams:table=Orders,label=2026-01-02T03:04:05.678"},
		[]string{"dynamodb:DescribeStream :table/Orders/stream/2026-01-02T03:04:05.678", "dynamodb:GetRecords :table/Orders/stream/2026-01-02T03:04:05.678", "dynamodb:GetShardIterator :table/Orders/stream/2026-01-02T03:04:05.678", "dynamodb:ListStreams *"},
		[]string{"dynamodb:GetRecords :table/Orders/stream/2025-01-02T03:04:05.678", "dynamodb:GetRecords :table/Customers/stream/2026-01-02T03:04:05.678", "dynamodb:GetItem :table/Orders"}},
	{[]string{"--trigger", "codedeploy-hook"},
		[]string{"codedeploy:PutLifecycleEventHookExecutionStatus *"}, []string{"codedeploy:CreateDeployment :deploymentgroup:orders/live"}},
	{[]string{"--trigger", "codedeploy-hook:application=orders"},
		[]string{"codedeploy:PutLifecycleEventHookExecutionStatus :deploymentgroup:orders/live"},
		[]string{"codedeploy:PutLifecycleEventHookExecutionStatus :deploymentgroup:shop/live", "codedeploy:PutLifecycleEventHookExecutionStatus *"}},
	{[]string{"--trigger", "codedeploy-hook:application=orders,deployment-group=live"},
		[]string{"codedeploy:PutLifecycleEventHookExecutionStatus :deploymentgroup:orders/live"},
		[]string{"codedeploy:PutLifecycleEventHookExecutionStatus :deploymentgroup:orders/next", "codedeploy:PutLifecycleEventHookExecutionStatus :deploymentgroup:shop/live"}},
	{[]string{"--access", "bedrock:model=amazon.nova-lite-v1:0,guardrail=gr1a2b3c4d5e"},
		[]string{"bedrock:CountTokens arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0", "bedrock:ApplyGuardrail :guardrail/gr1a2b3c4d5e", "bedrock:InvokeModel arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0", "bedrock:InvokeModelWithResponseStream arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0"},
		[]string{"bedrock:InvokeModel arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-pro-v1:0", "bedrock:InvokeModel :inference-profile/eu.amazon.nova-lite-v1:0", "bedrock:DeleteGuardrail :guardrail/a"}},
	{[]string{"--access", "bedrock:model=amazon.nova-lite-v1:0,geography=eu"},
		[]string{"bedrock:CountTokens arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0",
			"bedrock:InvokeModel :inference-profile/eu.amazon.nova-lite-v1:0", "bedrock:InvokeModelWithResponseStream :inference-profile/eu.amazon.nova-lite-v1:0",
			"bedrock:InvokeModel arn:aws:bedrock:eu-north-1::foundation-model/amazon.nova-lite-v1:0 bedrock:InferenceProfileArn=arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.amazon.nova-lite-v1:0"},
		[]string{"bedrock:InvokeModel arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0", "bedrock:InvokeModel :inference-profile/us.amazon.nova-lite-v1:0",
			"bedrock:InvokeModel arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0 bedrock:InferenceProfileArn=arn:aws:bedrock:eu-west-1:123456789012:inference-profile/us.amazon.nova-lite-v1:0"}},
	{[]string{"--access", "bedrock:model=amazon.nova-lite-v1:0,profile=a1b2c3"},
		[]string{"bedrock:CountTokens arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0",
			"bedrock:InvokeModel :application-inference-profile/a1b2c3", "bedrock:InvokeModelWithResponseStream :application-inference-profile/a1b2c3", "bedrock:GetInferenceProfile :application-inference-profile/a1b2c3",
			"bedrock:InvokeModel arn:aws:bedrock:eu-north-1::foundation-model/amazon.nova-lite-v1:0 bedrock:InferenceProfileArn=arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/a1b2c3"},
		[]string{"bedrock:InvokeModel arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0", "bedrock:InvokeModel :application-inference-profile/d4e5f6", "bedrock:ApplyGuardrail :guardrail/gr1a2b3c4d5e"}},
	{[]string{"--access", "cloudwatch:namespace=Shop"},
		[]string{"cloudwatch:PutMetricData * cloudwatch:namespace=Shop"},
		[]string{"cloudwatch:PutMetricData * cloudwatch:namespace=Other", "cloudwatch:PutMetricData *", "cloudwatch:GetMetricData *", "cloudwatch:DeleteAlarms :alarm:a"}},
	{[]string{"--access", "dynamodb:table=Orders,index=byDay,key={key}"},
		[]string{"dynamodb:DescribeTable :table/Orders", "dynamodb:PartiQLSelect :table/Orders", "dynamodb:PartiQLSelect :table/Orders/index/byDay",
			"dynamodb:GetItem :table/Orders", "dynamodb:BatchGetItem :table/Orders", "dynamodb:Query :table/Orders", "dynamodb:Scan :table/Orders", "dynamodb:Query :table/Orders/index/byDay", "dynamodb:Scan :table/Orders/index/byDay",
			decrypt, describe},
		[]string{"dynamodb:PutItem :table/Orders", "dynamodb:ConditionCheckItem :table/Orders", "dynamodb:PartiQLInsert :table/Orders", "dynamodb:PartiQLUpdate :table/Orders", "dynamodb:PartiQLDelete :table/Orders", "dynamodb:UpdateTable :table/Orders",
			"dynamodb:PartiQLSelect :table/Orders/index/byWeek", "dynamodb:DescribeTable :table/Customers", "dynamodb:GetItem :table/Orders2", "dynamodb:Query :table/Orders/index/byWeek", "dynamodb:DeleteTable :table/Orders", decryptOff, encrypt}},
	{[]string{"--access", "dynamodb:table=Orders,mode=write,key={key}"},
		[]string{"dynamodb:DescribeTable :table/Orders", "dynamodb:ConditionCheckItem :table/Orders", "dynamodb:PartiQLInsert :table/Orders", "dynamodb:PartiQLUpdate :table/Orders", "dynamodb:PartiQLDelete :table/Orders",
			"dynamodb:PutItem :table/Orders", "dynamodb:BatchWriteItem :table/Orders", "dynamodb:DeleteItem :table/Orders", "dynamodb:UpdateItem :table/Orders",
			decrypt, describe, encrypt, generate},
		[]string{"dynamodb:GetItem :table/Orders", "dynamodb:PartiQLSelect :table/Orders", "dynamodb:PutItem :table/Customers", "dynamodb:ConditionCheckItem :table/Customers", decryptOff}},
	{[]string{"--access", "eventbridge:bus=shop"},
		[]string{"events:PutEvents :event-bus/shop"}, []string{"events:PutEvents :event-bus/default", "events:PutRule :rule/shop/a"}},
	{[]string{"--access", "eventbridge"}, []string{"events:PutEvents :event-bus/default"}, []string{"events:PutEvents :event-bus/shop"}},
	{[]string{"--access", "firehose:delivery-stream=clicks"},
		[]string{"firehose:PutRecord :deliverystream/clicks", "firehose:PutRecordBatch :deliverystream/clicks"}, []string{"firehose:PutRecord :deliverystream/clicks2", "firehose:DeleteDeliveryStream :deliverystream/clicks"}},
	{[]string{"--access", "kinesis:stream=clicks,key={key}"},
		[]string{"kinesis:PutRecord :stream/clicks", "kinesis:PutRecords :stream/clicks", generate},
		[]string{"kinesis:PutRecord :stream/clicks2", "kinesis:GetRecords :stream/clicks", "kinesis:DeleteStream :stream/clicks", decrypt}},
	{[]string{"--access", "kinesis:stream=clicks,mode=readwrite,key={key}"},
		[]string{"kinesis:PutRecord :stream/clicks", "kinesis:PutRecords :stream/clicks", "kinesis:GetRecords :stream/clicks", "kinesis:GetShardIterator :stream/clicks", "kinesis:ListShards :stream/clicks", "kinesis:DescribeStream :stream/clicks", "kinesis:DescribeStreamSummary :stream/clicks",
			decrypt, generate},
		[]string{"kinesis:GetRecords :stream/clicks2", "kinesis:MergeShards :stream/clicks", decryptOff}},
	{[]string{"--access", "kinesis:stream=clicks,mode=read,key={key}"},
		[]string{"kinesis:GetRecords :stream/clicks", "kinesis:GetShardIterator :stream/clicks", "kinesis:ListShards :stream/clicks", "kinesis:DescribeStream :stream/clicks", "kinesis:DescribeStreamSummary :stream/clicks", decrypt},
		[]string{"kinesis:PutRecord :stream/clicks", generate}},
	{[]string{"--access", "kms:key={key}"},
		[]string{decrypt, describe}, []string{decryptOff, encrypt, "kms:Sign :key/{key}", "kms:Verify :key/{key}", "kms:Decrypt :alias/shop", "kms:ScheduleKeyDeletion :key/{key}"}},
	{[]string{"--access", "kms:key=arn:aws:kms:eu-west-1:123456789012:key/{key},mode=write"},
		[]string{encrypt, generate, describe, "kms:GenerateDataKeyWithoutPlaintext :key/{key}"}, []string{decrypt, "kms:Sign :key/{key}"}},
	{[]string{"--access", "kms:key={key},mode=sign"},
		[]string{describe, "kms:Sign :key/{key}", "kms:GenerateMac :key/{key}", "kms:GetPublicKey :key/{key}"}, []string{decrypt, encrypt, "kms:Verify :key/{key}", "kms:CreateGrant :key/{key}"}},
	{[]string{"--access", "kms:key={key},mode=verify"},
		[]string{describe, "kms:Verify :key/{key}", "kms:VerifyMac :key/{key}", "kms:GetPublicKey :key/{key}"}, []string{decrypt, "kms:Sign :key/{key}", "kms:GenerateMac :key/{key}"}},
	{[]string{"--access", "lambda:target=price"},
		[]string{"lambda:InvokeFunction :function:price"}, []string{"lambda:InvokeFunction :function:price2", "lambda:InvokeFunction :function:price:live", "lambda:InvokeFunction :function:hello", "lambda:UpdateFunctionCode :function:price"}},
	{[]string{"--access", "lambda:target=price:live"},
		[]string{"lambda:InvokeFunction :function:price:live"}, []string{"lambda:InvokeFunction :function:price", "lambda:InvokeFunction :function:price:next"}},
	{[]string{"--access", "lambda:target=price:*"},
		[]string{"lambda:InvokeFunction :function:price:live", "lambda:InvokeFunction :function:price:7"}, []string{"lambda:InvokeFunction :function:price", "lambda:InvokeFunction :function:price2:live"}},
	{[]string{"--access", "lambda:target=price:$LATEST"},
		[]string{"lambda:InvokeFunction :function:price:$LATEST"}, []string{"lambda:InvokeFunction :function:price:live"}},
	{[]string{"--access", "opensearch:domain=orders,index=shop"},
		[]string{"es:ESHttpGet :domain/orders/_search", "es:ESHttpHead :domain/orders/a/_doc/1", "es:ESHttpPost :domain/orders/shop/_search", "es:ESHttpPost :domain/orders/shop/_count", "es:ESHttpPost :domain/orders/shop/_msearch", "es:ESHttpPost :domain/orders/shop/_mget"},
		[]string{"es:ESHttpPost :domain/orders/_search", "es:ESHttpPost :domain/orders/other/_search", "es:ESHttpPost :domain/orders/shop/_doc", "es:ESHttpPost :domain/orders/shop/_doc/_search", "es:ESHttpPost :domain/orders/shop/_delete_by_query"}},
	{[]string{"--access", "opensearch:domain=orders"},
		[]string{"es:ESHttpGet :domain/orders/_search", "es:ESHttpHead :domain/orders/a/_doc/1"}, []string{"es:ESHttpPost :domain/orders/_search", "es:ESHttpGet :domain/orders2/_search", "es:DeleteDomain :domain/orders"}},
	{[]string{"--access", "opensearch:domain=orders,mode=write"},
		[]string{"es:ESHttpPost :domain/orders/_bulk", "es:ESHttpPut :domain/orders/a/_doc/1", "es:ESHttpPatch :domain/orders/a", "es:ESHttpDelete :domain/orders/a/_doc/1"}, []string{"es:ESHttpGet :domain/orders/_search", "es:ESHttpPost :domain/other/_bulk"}},
	{[]string{"--access", "rds-data:cluster=orders,secret=prod/db,key={key}"},
		[]string{"rds-data:ExecuteStatement" + cluster, "rds-data:BatchExecuteStatement" + cluster, "rds-data:BeginTransaction" + cluster,
			"rds-data:CommitTransaction" + cluster, "rds-data:RollbackTransaction" + cluster, "secretsmanager:GetSecretValue :secret:prod/db-AbCdEf", decrypt},
		[]string{"rds-data:ExecuteStatement arn:aws:rds:eu-west-1:123456789012:cluster:other", "rds:DeleteDBCluster :cluster:orders", "secretsmanager:GetSecretValue :secret:prod/db2-AbCdEf", decryptOff}},
	{[]string{"--access", "s3:bucket=my-data,prefix=in/,key={key}"},
		[]string{"s3:GetObject arn:aws:s3:::my-data/in/a" + owned, "s3:GetObjectVersion arn:aws:s3:::my-data/in/a" + owned, "s3:GetObjectTagging arn:aws:s3:::my-data/in/a" + owned, "s3:GetObjectVersionTagging arn:aws:s3:::my-data/in/a" + owned,
			"s3:GetObjectAttributes arn:aws:s3:::my-data/in/a" + owned, "s3:GetObjectVersionAttributes arn:aws:s3:::my-data/in/a" + owned,
			"s3:ListBucket arn:aws:s3:::my-data s3:prefix=in/b" + owned, "s3:ListBucketVersions arn:aws:s3:::my-data s3:prefix=in/b" + owned, decrypt},
		[]string{"s3:GetObject arn:aws:s3:::my-data/out/a" + owned, "s3:GetObject arn:aws:s3:::my-data2/in/a" + owned, "s3:ListBucket arn:aws:s3:::my-data s3:prefix=out/" + owned, "s3:ListBucket arn:aws:s3:::my-data" + owned, "s3:PutObject arn:aws:s3:::my-data/in/a" + owned,
			"s3:GetObject arn:aws:s3:::my-data/in/a", "s3:GetObject arn:aws:s3:::my-data/in/a s3:ResourceAccount=210987654321", "s3:ListBucket arn:aws:s3:::my-data s3:prefix=in/b s3:ResourceAccount=210987654321",
			"s3:PutObjectTagging arn:aws:s3:::my-data/in/a" + owned, "s3:GetObjectAcl arn:aws:s3:::my-data/in/a" + owned, decryptOff}},
	{[]string{"--access", "s3:bucket=my-data,owner=210987654321,mode=write"},
		[]string{"s3:PutObject arn:aws:s3:::my-data/a s3:ResourceAccount=210987654321", "s3:DeleteObject arn:aws:s3:::my-data/a s3:ResourceAccount=210987654321", "s3:AbortMultipartUpload arn:aws:s3:::my-data/a s3:ResourceAccount=210987654321",
			"s3:ListMultipartUploadParts arn:aws:s3:::my-data/a s3:ResourceAccount=210987654321", "s3:PutObjectTagging arn:aws:s3:::my-data/a s3:ResourceAccount=210987654321"},
		[]string{"s3:PutObject arn:aws:s3:::my-data/a", "s3:PutObject arn:aws:s3:::my-data/a" + owned}},
	{[]string{"--access", "s3:bucket=my-data,mode=write,key={key}"},
		[]string{"s3:PutObject arn:aws:s3:::my-data/a" + owned, "s3:DeleteObject arn:aws:s3:::my-data/a" + owned, "s3:AbortMultipartUpload arn:aws:s3:::my-data/a" + owned, "s3:ListMultipartUploadParts arn:aws:s3:::my-data/a" + owned,
			"s3:PutObjectTagging arn:aws:s3:::my-data/a" + owned, decrypt, generate},
		[]string{"s3:GetObject arn:aws:s3:::my-data/a" + owned, "s3:PutObject arn:aws:s3:::my-data2/a" + owned, "s3:PutObject arn:aws:s3:::my-data/a s3:ResourceAccount=210987654321", "s3:DeleteObjectVersion arn:aws:s3:::my-data/a" + owned,
			"s3:PutObjectAcl arn:aws:s3:::my-data/a" + owned, "s3:DeleteBucket arn:aws:s3:::my-data" + owned, decryptOff}},
	{[]string{"--access", "secretsmanager:secret=prod/db,key={key}"},
		[]string{"secretsmanager:GetSecretValue :secret:prod/db-AbCdEf", "secretsmanager:DescribeSecret :secret:prod/db-AbCdEf", "secretsmanager:BatchGetSecretValue *", decrypt},
		[]string{"secretsmanager:GetSecretValue :secret:prod/db", "secretsmanager:UpdateSecret :secret:prod/db-AbCdEf", "secretsmanager:ListSecrets *", "secretsmanager:GetSecretValue :secret:prod/db-other-AbCdEf", "secretsmanager:GetSecretValue :secret:prod/db2-AbCdEf", "secretsmanager:PutSecretValue :secret:prod/db-AbCdEf", decryptOff}},
	{[]string{"--access", "secretsmanager:secret=prod/db-AbCdEf"},
		[]string{"secretsmanager:GetSecretValue :secret:prod/db-AbCdEf", "secretsmanager:GetSecretValue :secret:prod/db-AbCdEf-GhIjKl", "secretsmanager:DescribeSecret :secret:prod/db-AbCdEf", "secretsmanager:BatchGetSecretValue *"},
		[]string{"secretsmanager:GetSecretValue :secret:prod/db-AbCdEg", "secretsmanager:GetSecretValue :secret:prod/db-GhIjKl"}},
	{[]string{"--access", "secretsmanager:secret=arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf,mode=write,key={key}"},
		[]string{"secretsmanager:PutSecretValue :secret:prod/db-AbCdEf", "secretsmanager:UpdateSecret :secret:prod/db-AbCdEf", decrypt, generate},
		[]string{"secretsmanager:PutSecretValue :secret:prod/db-AbCdEg", "secretsmanager:GetSecretValue :secret:prod/db-AbCdEf", "secretsmanager:DeleteSecret :secret:prod/db-AbCdEf", decryptOff}},
	{[]string{"--access", "ses:identity=example.com,from=a@example.com,configuration=shop,template=receipt"},
		[]string{"ses:SendEmail :identity/example.com ses:FromAddress=a@example.com", "ses:SendRawEmail :identity/example.com ses:FromAddress=a@example.com", "ses:SendEmail :configuration-set/shop", "ses:SendRawEmail :configuration-set/shop", "ses:SendEmail :template/receipt",
			"ses:SendTemplatedEmail :template/receipt", "ses:SendBulkEmail :template/receipt", "ses:SendBulkTemplatedEmail :template/receipt",
			"ses:SendTemplatedEmail :identity/example.com ses:FromAddress=a@example.com", "ses:SendBulkEmail :identity/example.com ses:FromAddress=a@example.com", "ses:SendBulkTemplatedEmail :identity/example.com ses:FromAddress=a@example.com",
			"ses:SendTemplatedEmail :configuration-set/shop", "ses:SendBulkEmail :configuration-set/shop", "ses:SendBulkTemplatedEmail :configuration-set/shop"},
		[]string{"ses:SendBulkEmail :identity/example.com ses:FromAddress=b@example.com", "ses:SendBulkEmail :template/other", "ses:UpdateEmailTemplate :template/receipt", "ses:SendEmail :identity/example.com ses:FromAddress=b@example.com", "ses:SendEmail :identity/example.org ses:FromAddress=a@example.com", "ses:SendEmail :template/other", "ses:DeleteIdentity :identity/example.com"}},
	{[]string{"--access", "ses:identity=example.com"},
		[]string{"ses:SendEmail :identity/example.com ses:FromAddress=b@example.com", "ses:SendRawEmail :identity/example.com"}, []string{"ses:SendEmail :configuration-set/shop", "ses:SendEmail :template/receipt", "ses:SendTemplatedEmail :identity/example.com"}},
	{[]string{"--access", "sns:topic=orders,key={key}"},
		[]string{"sns:Publish :orders", decrypt, generate}, []string{"sns:Publish :orders2", "sns:Subscribe :orders", "sns:DeleteTopic :orders", decryptOff}},
	{[]string{"--access", "sqs:queue=orders,key={key}"},
		[]string{"sqs:SendMessage :orders", "sqs:GetQueueUrl :orders", "sqs:GetQueueAttributes :orders", decrypt, generate},
		[]string{"sqs:SendMessage :orders2", "sqs:ReceiveMessage :orders", "sqs:PurgeQueue :orders", decryptOff}},
	{[]string{"--access", "sqs:queue=orders.fifo,mode=read,key={key}"},
		[]string{"sqs:ReceiveMessage :orders.fifo", "sqs:DeleteMessage :orders.fifo", "sqs:ChangeMessageVisibility :orders.fifo", "sqs:GetQueueAttributes :orders.fifo", "sqs:GetQueueUrl :orders.fifo", decrypt},
		[]string{"sqs:SendMessage :orders.fifo", "sqs:ReceiveMessage :orders", generate}},
	{[]string{"--access", "ssm:parameter=/shop/limit,key={key}"},
		[]string{"ssm:GetParameter :parameter/shop/limit", "ssm:GetParameters :parameter/shop/limit", decrypt}, []string{"ssm:GetParameter :parameter/shop/limit/low", "ssm:GetParameter :parameter/shop", "ssm:PutParameter :parameter/shop/limit", decryptOff}},
	{[]string{"--access", "ssm:parameter=shop,mode=tree,key={key}"},
		[]string{"ssm:GetParametersByPath :parameter/shop", "ssm:GetParametersByPath :parameter/shop/", "ssm:GetParameter :parameter/shop/limit/low", "ssm:GetParameters :parameter/shop/limit", decrypt},
		[]string{"ssm:GetParametersByPath :parameter/shop2", "ssm:GetParametersByPath :parameter/", "ssm:PutParameter :parameter/shop/limit"}},
	{[]string{"--access", "ssm:parameter=limit,mode=write,key={key}"},
		[]string{"ssm:PutParameter :parameter/limit", encrypt, generate},
		[]string{"ssm:PutParameter :parameter/limit2", "ssm:GetParameter :parameter/limit", "ssm:DeleteParameter :parameter/limit", decrypt}},
	{[]string{"--access", "ssm:parameter=limit,mode=readwrite,key={key}"},
		[]string{"ssm:PutParameter :parameter/limit", "ssm:GetParameter :parameter/limit", "ssm:GetParameters :parameter/limit", decrypt, encrypt, generate},
		[]string{"ssm:DeleteParameter :parameter/limit", decryptOff}},
	{[]string{"--access", "statement:actions=sns:Publish,resources=arn:aws:sns:eu-west-1:123456789012:orders"},
		[]string{"sns:Publish :orders"}, []string{"sns:Publish :other"}},
	{[]string{"--access", "step-functions:machine=order"},
		[]string{"states:StartExecution :stateMachine:order", "states:DescribeExecution :execution:order:a", "states:StopExecution :execution:order:a"},
		[]string{"states:StartExecution :stateMachine:order2", "states:StartExecution :stateMachine:order:live", "states:StartSyncExecution :stateMachine:order", "states:DescribeExecution :execution:order2:a", "states:StopExecution :execution:order2:a", "states:GetExecutionHistory :execution:order:a", "states:DeleteStateMachine :stateMachine:order"}},
	{[]string{"--access", "step-functions:machine=order,alias=live"},
		[]string{"states:StartExecution :stateMachine:order:live", "states:DescribeExecution :execution:order:a", "states:StopExecution :execution:order:a"}, []string{"states:StartExecution :stateMachine:order", "states:StartExecution :stateMachine:order:next"}},
	{[]string{"--access", "step-functions:machine=order,mode=sync"},
		[]string{"states:StartSyncExecution :stateMachine:order"}, []string{"states:StartExecution :stateMachine:order"}},
	{[]string{"--access", "step-functions:machine=order,mode=read"},
		[]string{"states:ListExecutions :stateMachine:order", "states:DescribeExecution :execution:order:a", "states:GetExecutionHistory :execution:order:a"}, []string{"states:DescribeExecution :execution:order2:a", "states:StopExecution :execution:order:a"}},
	{[]string{"--access", "step-functions:machine=order,mode=report"},
		[]string{"states:SendTaskSuccess *", "states:SendTaskFailure *", "states:SendTaskHeartbeat *"}, []string{"states:StartExecution :stateMachine:order", "states:GetActivityTask *"}},
	{[]string{"--access", "vpc"},
		[]string{"ec2:CreateNetworkInterface *", "ec2:DeleteNetworkInterface *", "ec2:DescribeNetworkInterfaces *", "ec2:DescribeSubnets *", "ec2:AssignPrivateIpAddresses *", "ec2:UnassignPrivateIpAddresses *"},
		[]string{"ec2:DescribeSubnets * lambda:SourceFunctionArn=arn:aws:lambda:eu-west-1:123456789012:function:hello", "ec2:DeleteNetworkInterface * lambda:SourceFunctionArn=arn:aws:lambda:eu-west-1:123456789012:function:hello", "ec2:RunInstances *"}},
}

// Each access allows what it is for and nothing beside it: no other resource, no other action, and not the same one in
// another account, region or partition. The table has a request for every action that the catalogue grants, in each mode.
func TestSimulations(t *testing.T) {
	met := map[string]bool{}
	for _, s := range simulations {
		f := function(t, parse(t, s.command()))
		actions := map[string]bool{}
		for _, text := range s.allowed {
			r := request(text)
			actions[r.Action] = true
			decide(t, f, text, r, true)
			for _, r := range elsewhere(r) {
				decide(t, f, text, r, false)
			}
		}
		for _, text := range s.denied {
			decide(t, f, text, request(text), false)
		}
		for _, statement := range f.ExecutionPolicy().Statement {
			for _, action := range statement.Action {
				if !actions[action] {
					t.Errorf("%q: no request for %s", s.args, action)
				}
			}
		}
		for _, use := range f.Spec.Access {
			mode, _ := use.Params["mode"].(string)
			met[use.ID+" "+mode] = true
		}
	}
	for _, a := range aws.Accesses() {
		modes := []string{""}
		if p := aws.FindParam(a.Params, "mode"); p != nil {
			modes = p.Enum
		}
		for _, mode := range modes {
			if mode != aws.ReadWrite && !met[a.ID+" "+mode] {
				t.Errorf("no simulation of %s %s", a.ID, mode)
			}
		}
	}
}

// command is the simulation's function, without logs where it is about something else.
func (s simulation) command() []string {
	args := []string{"hello", "--account", "123456789012", "--region", "eu-west-1"}
	for _, arg := range s.args {
		args = append(args, strings.ReplaceAll(arg, "{key}", keyID))
	}
	if s.args[0] != "--log" {
		args = append(args, "--log", "none")
	}
	return args
}

func request(text string) policy.Request {
	words := strings.Fields(strings.ReplaceAll(text, "{key}", keyID))
	r := policy.Request{Action: words[0], Resource: words[1], Context: map[string][]string{}}
	if rest, short := strings.CutPrefix(r.Resource, ":"); short {
		service, _, _ := strings.Cut(r.Action, ":")
		r.Resource = "arn:aws:" + service + ":eu-west-1:123456789012:" + rest
	}
	for _, word := range words[2:] {
		name, value, _ := strings.Cut(word, "=")
		r.Context[name] = []string{value}
	}
	return r
}

// elsewhere are the request for a like resource of another account, another region and another partition, where the
// resource's ARN names them.
func elsewhere(r policy.Request) []policy.Request {
	var all []policy.Request
	for from, to := range map[string]string{":123456789012:": ":444455556666:", ":eu-west-1:": ":eu-central-1:", "arn:aws:": "arn:aws-cn:"} {
		if other := strings.Replace(r.Resource, from, to, 1); other != r.Resource {
			all = append(all, policy.Request{Action: r.Action, Resource: other, Context: r.Context})
		}
	}
	return all
}

func decide(t *testing.T, f *generator.Function, text string, r policy.Request, want bool) {
	t.Helper()
	got, err := f.ExecutionPolicy().Evaluate(r)
	if err != nil || (got == policy.Allowed) != want {
		t.Errorf("%s: %s on %s: got %q, %v: want allowed %t", text, r.Action, r.Resource, got, err, want)
	}
}
