package proof

import (
	"maps"
	"slices"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/sam"
)

// samCase is a function of ours and what SAM's function says for the same: an event, or a policy template.
type samCase struct{ ours, event, policy string }

var samCases = map[string]samCase{
	"trigger alexa-skill":                    {"alexa-skill:skill=amzn1.ask.skill.12345678-1234-1234-1234-123456789012", `{"Type": "AlexaSkill", "Properties": {"SkillId": "amzn1.ask.skill.12345678-1234-1234-1234-123456789012"}}`, ""},
	"trigger amazon-mq-activemq":             {"amazon-mq-activemq:broker=orders,broker-id={broker},queue=orders,secret=prod/db-AbCdEf", samMQ("ACTIVEMQ"), ""},
	"trigger amazon-mq-rabbitmq":             {"amazon-mq-rabbitmq:broker=orders,broker-id={broker},queue=orders,secret=prod/db-AbCdEf,private=false", samMQ("RABBITMQ"), ""},
	"trigger apigateway-http":                {"apigateway-http:api=a1b2c3d4e5,route=GET /hello,stage=*", `{"Type": "HttpApi", "Properties": {"Path": "/hello", "Method": "get"}}`, ""},
	"trigger apigateway-rest":                {"apigateway-rest:api=a1b2c3d4e5,path=/hello,method=GET,stage=*", `{"Type": "Api", "Properties": {"Path": "/hello", "Method": "get"}}`, ""},
	"trigger cloudwatch-logs":                {"cloudwatch-logs:log-group=/app", `{"Type": "CloudWatchLogs", "Properties": {"LogGroupName": "/app", "FilterPattern": ""}}`, ""},
	"trigger cognito-user-pool":              {"cognito-user-pool:pool=eu-west-1_AbCdEfGhI", `{"Type": "Cognito", "Properties": {"UserPool": {"Ref": "Pool"}, "Trigger": "PreSignUp"}}`, ""},
	"trigger documentdb":                     {"documentdb:cluster=orders,database=shop,secret=prod/db-AbCdEf", `{"Type": "DocumentDB", "Properties": {"Cluster": "arn:aws:rds:eu-west-1:123456789012:cluster:orders", "DatabaseName": "shop", "StartingPosition": "LATEST", "SourceAccessConfigurations": [{"Type": "BASIC_AUTH", "URI": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf"}]}}`, ""},
	"trigger dynamodb-streams":               {"dynamodb-streams:table=Orders,label=2026-01-02T03:04:05.678", `{"Type": "DynamoDB", "Properties": {"Stream": "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/stream/2026-01-02T03:04:05.678", "StartingPosition": "LATEST"}}`, ""},
	"trigger dynamodb-streams failure-topic": {"dynamodb-streams:table=Orders,label=2026-01-02T03:04:05.678,failure-topic=failed", `{"Type": "DynamoDB", "Properties": {"Stream": "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/stream/2026-01-02T03:04:05.678", "StartingPosition": "LATEST", "DestinationConfig": {"OnFailure": {"Type": "SNS", "Destination": "arn:aws:sns:eu-west-1:123456789012:failed"}}}}`, ""},
	"trigger eventbridge-rule":               {"eventbridge-rule:rule=FunctionEvent", `{"Type": "EventBridgeRule", "Properties": {"Pattern": {"source": ["hello"]}}}`, ""},
	"trigger eventbridge-schedule":           {"eventbridge-schedule:rule=FunctionEvent", `{"Type": "Schedule", "Properties": {"Schedule": "rate(1 day)"}}`, ""},
	"trigger eventbridge-scheduler":          {"eventbridge-scheduler", `{"Type": "ScheduleV2", "Properties": {"ScheduleExpression": "rate(1 day)"}}`, ""},
	"trigger iot-rule":                       {"iot-rule:rule=FunctionEvent", `{"Type": "IoTRule", "Properties": {"Sql": "SELECT * FROM 'a'"}}`, ""},
	"trigger kinesis":                        {"kinesis:stream=clicks", `{"Type": "Kinesis", "Properties": {"Stream": "arn:aws:kinesis:eu-west-1:123456789012:stream/clicks", "StartingPosition": "LATEST"}}`, ""},
	"trigger kinesis failure-queue":          {"kinesis:stream=clicks,failure-queue=failed", `{"Type": "Kinesis", "Properties": {"Stream": "arn:aws:kinesis:eu-west-1:123456789012:stream/clicks", "StartingPosition": "LATEST", "DestinationConfig": {"OnFailure": {"Type": "SQS", "Destination": "arn:aws:sqs:eu-west-1:123456789012:failed"}}}}`, ""},
	"trigger msk":                            {"msk:cluster=shop,cluster-id={uuid},topic=orders", `{"Type": "MSK", "Properties": {"Stream": "arn:aws:kafka:eu-west-1:123456789012:cluster/shop/a1b2c3d4-5678-90ab-cdef-111122223333-1", "Topics": ["orders"], "StartingPosition": "LATEST"}}`, ""},
	"trigger s3":                             {"s3:bucket=bucket", `{"Type": "S3", "Properties": {"Bucket": {"Ref": "bucket"}, "Events": "s3:ObjectCreated:*"}}`, ""},
	"trigger self-managed-kafka":             {"self-managed-kafka:servers=b-1.example.com:9092,topic=orders,secret=prod/db-AbCdEf", `{"Type": "SelfManagedKafka", "Properties": {"KafkaBootstrapServers": ["b-1.example.com:9092"], "Topics": ["orders"], "StartingPosition": "LATEST", "SourceAccessConfigurations": [{"Type": "SASL_SCRAM_512_AUTH", "URI": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf"}]}}`, ""},
	"trigger sns":                            {"sns:topic=orders", `{"Type": "SNS", "Properties": {"Topic": "arn:aws:sns:eu-west-1:123456789012:orders"}}`, ""},
	"trigger sqs":                            {"sqs:queue=orders", `{"Type": "SQS", "Properties": {"Queue": "arn:aws:sqs:eu-west-1:123456789012:orders"}}`, ""},

	"access cloudwatch":                 {"cloudwatch", "", `{"CloudWatchPutMetricPolicy": {}}`},
	"access dynamodb read":              {"dynamodb:table=Orders,index=*", "", `{"DynamoDBReadPolicy": {"TableName": "Orders"}}`},
	"access dynamodb write":             {"dynamodb:table=Orders,mode=write", "", `{"DynamoDBWritePolicy": {"TableName": "Orders"}}`},
	"access dynamodb readwrite":         {"dynamodb:table=Orders,index=*,mode=readwrite", "", `{"DynamoDBCrudPolicy": {"TableName": "Orders"}}`},
	"access eventbridge":                {"eventbridge:bus=orders", "", `{"EventBridgePutEventsPolicy": {"EventBusName": "orders"}}`},
	"access firehose":                   {"firehose:delivery-stream=clicks", "", `{"FirehoseWritePolicy": {"DeliveryStreamName": "clicks"}}`},
	"access kinesis read":               {"kinesis:stream=clicks,mode=read", "", `{"KinesisStreamReadPolicy": {"StreamName": "clicks"}}`},
	"access kinesis readwrite":          {"kinesis:stream=clicks,mode=readwrite", "", `{"KinesisCrudPolicy": {"StreamName": "clicks"}}`},
	"access kms read":                   {"kms:key={key}", "", `{"KMSDecryptPolicy": {"KeyId": "1234abcd-12ab-34cd-56ef-1234567890ab"}}`},
	"access kms write":                  {"kms:key={key},mode=write", "", `{"KMSEncryptPolicy_v2": {"KeyId": "1234abcd-12ab-34cd-56ef-1234567890ab"}}`},
	"access lambda":                     {"lambda:target=price", "", `{"LambdaInvokePolicy": {"FunctionName": "price"}}`},
	"access s3 read":                    {"s3:bucket=my-data", "", `{"S3ReadPolicy": {"BucketName": "my-data"}}`},
	"access s3 write":                   {"s3:bucket=my-data,mode=write", "", `{"S3WritePolicy": {"BucketName": "my-data"}}`},
	"access s3 readwrite":               {"s3:bucket=my-data,mode=readwrite", "", `{"S3CrudPolicy": {"BucketName": "my-data"}}`},
	"access secretsmanager read":        {"secretsmanager:secret=arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf", "", `{"AWSSecretsManagerGetSecretValuePolicy": {"SecretArn": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf"}}`},
	"access ses":                        {"ses:identity=example.com", "", `{"SESCrudPolicy": {"IdentityName": "example.com"}}`},
	"access ses bulk":                   {"ses:identity=example.com,template=receipt", "", `{"SESBulkTemplatedCrudPolicy_v2": {"IdentityName": "example.com", "TemplateName": "receipt"}}`},
	"access sns":                        {"sns:topic=orders", "", `{"SNSPublishMessagePolicy": {"TopicName": "orders"}}`},
	"access sqs read":                   {"sqs:queue=orders,mode=read", "", `{"SQSPollerPolicy": {"QueueName": "orders"}}`},
	"access sqs write":                  {"sqs:queue=orders", "", `{"SQSSendMessagePolicy": {"QueueName": "orders"}}`},
	"access ssm read":                   {"ssm:parameter=/shop/limit", "", `{"SSMParameterWithSlashPrefixReadPolicy": {"ParameterName": "/shop/limit"}}`},
	"access step-functions start":       {"step-functions:machine=order", "", `{"StepFunctionsExecutionPolicy": {"StateMachineName": "order"}}`},
	"access step-functions report":      {"step-functions:machine=order,mode=report", "", `{"StepFunctionsCallbackPolicy": {"StateMachineName": "order"}}`},
	"access vpc":                        {"vpc", "", `{"VPCAccessPolicy": {}}`},
	"trigger secrets-manager-rotation":  {"secrets-manager-rotation:secret=db", "", `{"AWSSecretsManagerRotationPolicy": {"FunctionName": "hello"}}`},
	"trigger codepipeline":              {"codepipeline:pipeline=Pipeline", "", `{"CodePipelineLambdaExecutionPolicy": {}}`},
	"trigger dynamodb-streams template": {"dynamodb-streams:table=Orders,label=2026-01-02T03:04:05.678", "", `{"DynamoDBStreamReadPolicy": {"TableName": "Orders", "StreamName": "2026-01-02T03:04:05.678"}}`},
}

func samMQ(kind string) string {
	return `{"Type": "MQ", "Properties": {"Broker": "arn:aws:mq:eu-west-1:123456789012:broker:orders:` + brokerID + `", "Queues": ["orders"], "SourceAccessConfigurations": [
		{"Type": "BASIC_AUTH", "URI": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf"}` + map[string]string{
		"ACTIVEMQ": "", "RABBITMQ": `, {"Type": "VIRTUAL_HOST", "URI": "/"}`,
	}[kind] + `]}}`
}

// What a function gets for an event, and for an access, is what AWS's SAM gives for the event and by its policy template, or less
// for a reason of the table. aws-sam-translator is installed by bash .ci/parts.
func TestGrantsOfSAM(t *testing.T) {
	if !long {
		t.Skip("set SCAFFOLD_PROOF: everyday the CDK says nearly the same")
	}
	t.Parallel()
	templates := map[string]any{}
	for name, c := range samCases {
		templates[name] = c.template(t)
	}
	expanded, managed := sam.Expand(t, templates), sam.Managed(t)
	compared := newComparison(samReasons)
	for _, name := range slices.Sorted(maps.Keys(samCases)) {
		ours, theirs := granted(t, namesake(t, name, samCases[name].ours)), readTemplate(t, expanded[name]).grants(managed)
		if samCases[name].policy == "" {
			compared.compare(t, name, ours, theirs)
		} else { // a policy template is about what the function may do
			compared.documents(t, name, ours.execution, theirs.execution)
		}
	}
	compared.finish(t, 60)
}

// template is a plain template with the function and what its event refers to.
func (c samCase) template(t *testing.T) map[string]any {
	t.Helper()
	properties := map[string]any{
		"FunctionName": "hello", "Runtime": "nodejs24.x", "Handler": "index.handler", "InlineCode": "exports.handler = async () => {}",
	}
	var part any
	if c.event != "" {
		decode(t, c.event, &part)
		properties["Events"] = map[string]any{"Event": part}
	} else {
		decode(t, c.policy, &part)
		properties["Policies"] = []any{part}
	}
	return map[string]any{"Transform": "AWS::Serverless-2016-10-31", "Resources": map[string]any{
		"Function": map[string]any{"Type": "AWS::Serverless::Function", "Properties": properties},
		"bucket":   map[string]any{"Type": "AWS::S3::Bucket"}, "Pool": map[string]any{"Type": "AWS::Cognito::UserPool"},
	}}
}
