package proof

import (
	"slices"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// Parts of the table below that many triggers share.
const (
	secret       = "secretsmanager:GetSecretValue :secret:prod/db-AbCdEf"
	secretOff    = "secretsmanager:GetSecretValue :secret:prod/db-AbCdEg"
	secretNewest = "secretsmanager:PutSecretValue :secret:prod/db-AbCdEf"
	brokerID     = "b-0123abcd-12ab-34cd-56ef-1234567890ab"
	uuid         = "a1b2c3d4-5678-90ab-cdef-111122223333-1"
	sourceKey    = ",key=arn:aws:kms:eu-west-1:123456789012:key/{key}"
)

// network are the calls with which Lambda reads from within a network.
// https://docs.aws.amazon.com/lambda/latest/dg/with-msk-permissions.html
var network = []string{
	"ec2:CreateNetworkInterface *", "ec2:DeleteNetworkInterface *", "ec2:DescribeNetworkInterfaces *", "ec2:DescribeSecurityGroups *",
	"ec2:DescribeSubnets *", "ec2:DescribeVpcs *",
}

// polls is what Lambda does with the function's role, in each trigger that is polled, and neighbours of that. The pages of the
// triggers name the actions; the neighbours are other sources, other topics, writing, and taking away.
var polls = []simulation{
	{[]string{"--trigger", "sqs:queue=orders" + sourceKey},
		[]string{"sqs:ReceiveMessage :orders", "sqs:DeleteMessage :orders", "sqs:GetQueueAttributes :orders", decrypt},
		[]string{"sqs:ReceiveMessage :orders2", "sqs:SendMessage :orders", "sqs:PurgeQueue :orders", "sqs:DeleteQueue :orders", decryptOff, encrypt, generate}},
	{[]string{"--trigger", "kinesis:stream=clicks,failure-queue=failed" + sourceKey},
		[]string{"kinesis:DescribeStream :stream/clicks", "kinesis:DescribeStreamSummary :stream/clicks", "kinesis:GetRecords :stream/clicks", "kinesis:GetShardIterator :stream/clicks", "kinesis:ListShards :stream/clicks",
			"sqs:SendMessage :failed", decrypt},
		[]string{"kinesis:GetRecords :stream/clicks2", "kinesis:PutRecord :stream/clicks", "kinesis:MergeShards :stream/clicks", "sqs:SendMessage :failed2", "sqs:ReceiveMessage :failed", decryptOff, generate}},
	{[]string{"--trigger", "dynamodb-streams:table=Orders,label=2026-01-02T03:04:05.678,failure-topic=failed"},
		[]string{"dynamodb:DescribeStream :table/Orders/stream/2026-01-02T03:04:05.678", "dynamodb:GetRecords :table/Orders/stream/2026-01-02T03:04:05.678", "dynamodb:GetShardIterator :table/Orders/stream/2026-01-02T03:04:05.678",
			"dynamodb:ListStreams *", "sns:Publish :failed"},
		[]string{"dynamodb:GetRecords :table/Orders2/stream/2026-01-02T03:04:05.678", "dynamodb:GetItem :table/Orders", "dynamodb:Scan :table/Orders", "sns:Publish :failed2", "sns:Subscribe :failed"}},
	{[]string{"--trigger", "kinesis:stream=clicks,failure-topic=failed,failure-key=" + keyID},
		[]string{"kinesis:DescribeStream :stream/clicks", "kinesis:DescribeStreamSummary :stream/clicks", "kinesis:GetRecords :stream/clicks", "kinesis:GetShardIterator :stream/clicks", "kinesis:ListShards :stream/clicks",
			"sns:Publish :failed", decrypt, generate},
		[]string{decryptOff, encrypt}},
	{[]string{"--trigger", "self-managed-kafka:servers=b-1.example.com:9092,topic=orders,secret=prod/db-AbCdEf,failure-bucket=failed,failure-key=" + keyID},
		[]string{secret, "s3:PutObject arn:aws:s3:::failed/a s3:ResourceAccount=123456789012", "s3:ListBucket arn:aws:s3:::failed s3:ResourceAccount=123456789012", generate},
		[]string{decrypt, decryptOff, encrypt}},
	{[]string{"--trigger", "msk:cluster=shop,cluster-id=" + uuid + ",topic=orders"},
		append([]string{"kafka:DescribeClusterV2 :cluster/shop/" + uuid, "kafka:GetBootstrapBrokers *",
			"kafka-cluster:Connect " + kafka + "cluster/shop/" + uuid, "kafka-cluster:DescribeClusterDynamicConfiguration " + kafka + "cluster/shop/" + uuid,
			"kafka-cluster:DescribeTopic " + kafka + "topic/shop/" + uuid + "/orders", "kafka-cluster:ReadData " + kafka + "topic/shop/" + uuid + "/orders",
			"kafka-cluster:AlterGroup " + kafka + "group/shop/" + uuid + "/hello-msk", "kafka-cluster:DescribeGroup " + kafka + "group/shop/" + uuid + "/hello-msk"}, network...),
		[]string{"kafka-cluster:ReadData " + kafka + "topic/shop/" + uuid + "/clicks", "kafka-cluster:WriteData " + kafka + "topic/shop/" + uuid + "/orders",
			"kafka-cluster:AlterGroup " + kafka + "group/shop/" + uuid + "/other", "kafka-cluster:Connect " + kafka + "cluster/shop2/" + uuid, "kafka:DeleteCluster :cluster/shop/" + uuid}},
	{[]string{"--trigger", "msk:cluster=shop,cluster-id=" + uuid + ",topic=orders,secret=AmazonMSK_db-AbCdEf,failure-bucket=failed"},
		append([]string{"secretsmanager:GetSecretValue :secret:AmazonMSK_db-AbCdEf", "kafka:DescribeClusterV2 :cluster/shop/" + uuid, "kafka:GetBootstrapBrokers *",
			"s3:PutObject arn:aws:s3:::failed/a s3:ResourceAccount=123456789012", "s3:ListBucket arn:aws:s3:::failed s3:ResourceAccount=123456789012"}, network...),
		[]string{"secretsmanager:GetSecretValue :secret:AmazonMSK_db-AbCdEg", "kafka-cluster:Connect " + kafka + "cluster/shop/" + uuid,
			"s3:GetObject arn:aws:s3:::failed/a", "s3:PutObject arn:aws:s3:::failed2/a", "s3:DeleteObject arn:aws:s3:::failed/a"}},
	{[]string{"--trigger", "self-managed-kafka:servers=b-1.example.com:9092,topic=orders,secret=prod/db-AbCdEf,subnets=subnet-0a1b2c3d4e5f60718,security-groups=sg-0a1b2c3d4e5f60718" + sourceKey},
		append([]string{secret, decrypt}, network...), []string{secretOff, secretNewest, decryptOff, "ec2:RunInstances *"}},
	{[]string{"--trigger", "self-managed-kafka:servers=b-1.example.com:9092,topic=orders,secret=prod/db-AbCdEf"},
		[]string{secret}, append([]string{secretOff, secretNewest}, network...)},
	{[]string{"--trigger", "amazon-mq-activemq:broker=orders,broker-id=" + brokerID + ",queue=orders,secret=prod/db-AbCdEf"},
		append([]string{secret, "mq:DescribeBroker :broker:orders:" + brokerID}, network...), []string{secretOff, secretNewest, "mq:DeleteBroker :broker:orders:" + brokerID, "mq:DescribeBroker :broker:orders2:" + brokerID}},
	{[]string{"--trigger", "amazon-mq-rabbitmq:broker=orders,broker-id=" + brokerID + ",queue=orders,secret=prod/db-AbCdEf" + sourceKey},
		append([]string{secret, decrypt, "mq:DescribeBroker :broker:orders:" + brokerID}, network...), []string{secretOff, decryptOff, "mq:RebootBroker :broker:orders:" + brokerID}},
	{[]string{"--trigger", "amazon-mq-rabbitmq:broker=orders,broker-id=" + brokerID + ",queue=orders,secret=prod/db-AbCdEf,private=false"},
		[]string{secret, "mq:DescribeBroker :broker:orders:" + brokerID}, append([]string{secretOff}, network...)},
	{[]string{"--trigger", "documentdb:cluster=orders,database=shop,secret=prod/db-AbCdEf" + sourceKey},
		append([]string{secret, decrypt, "rds:DescribeDBClusters" + cluster, "rds:DescribeDBClusterParameters :cluster-pg:default.docdb5.0", "rds:DescribeDBSubnetGroups :subgrp:default"}, network...),
		[]string{secretOff, decryptOff, "rds:DescribeDBClusters :cluster:orders2", "rds:DeleteDBCluster" + cluster, "rds:ModifyDBClusterParameterGroup :cluster-pg:default.docdb5.0"}},
}

// either are actions that are no fault where they are granted, and none where they are not, with the reason.
var either = map[string]string{
	"kafka:DescribeCluster": "Lambda's page names DescribeClusterV2 beside it; one of the two suffices",
}

const kafka = "arn:aws:kafka:eu-west-1:123456789012:"

// triggerQuestions are those of polls. Each polled trigger is in the table, with a call for each action that it is granted.
func triggerQuestions(t *testing.T) (all []question) {
	t.Helper()
	met := map[string]bool{}
	for _, s := range polls {
		questions := s.questions(t)
		actions := map[string]bool{}
		for _, q := range questions {
			actions[q.request.Action] = actions[q.request.Action] || q.want
		}
		f := function(t, parse(t, s.command()))
		met[f.Spec.Triggers[0].ID] = true
		for _, statement := range f.ExecutionPolicy().Statement {
			for _, action := range statement.Action {
				if statement.Effect == "Allow" && !actions[action] && either[action] == "" {
					t.Errorf("%q: no call for %s", s.args, action)
				}
			}
		}
		all = append(all, questions...)
	}
	for _, kind := range aws.Triggers() {
		if kind.Model == aws.Poll && !met[kind.ID] {
			t.Errorf("no calls of %s", kind.ID)
		}
	}
	return slices.Clip(all)
}
