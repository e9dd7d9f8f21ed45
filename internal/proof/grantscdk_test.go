package proof

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/internal/cdk"
	"github.com/seed-0554dd89/scaffold/internal/sam"
)

// cdkCases are the functions that say the same as the CDK's stacks.
var cdkCases = map[string]string{
	"trigger alb":                            "alb",
	"trigger alexa-skill":                    "alexa-skill:skill=amzn1.ask.skill.12345678-1234-1234-1234-123456789012",
	"trigger apigateway-authorizer":          "apigateway-authorizer:api=a1b2c3d4e5,authorizer=abc123",
	"trigger apigateway-authorizer 2.0":      "apigateway-authorizer:api=a1b2c3d4e5,authorizer=abc123,format=2.0",
	"trigger apigateway-http":                "apigateway-http:api=a1b2c3d4e5",
	"trigger apigateway-rest":                "apigateway-rest:api=a1b2c3d4e5",
	"trigger apigateway-websocket":           "apigateway-websocket:api=a1b2c3d4e5",
	"trigger apigateway-websocket push":      "apigateway-websocket:api=a1b2c3d4e5,push=true",
	"trigger appsync-authorizer":             "appsync-authorizer",
	"trigger appsync-resolver":               "appsync-resolver",
	"trigger aws-account":                    "aws-account:caller=444455556666",
	"trigger aws-organization":               "aws-organization:organization=o-a1b2c3d4e5",
	"trigger cloudformation-custom-resource": "cloudformation-custom-resource",
	"trigger cloudfront-oac":                 "cloudfront-oac:distribution=E1A2B3C4D5E6F7",
	"trigger cloudwatch-alarm":               "cloudwatch-alarm:alarm=Alarm",
	"trigger cloudwatch-logs":                "cloudwatch-logs:log-group=Group",
	"trigger codepipeline":                   "codepipeline:pipeline=Pipeline",
	"trigger cognito-user-pool":              "cognito-user-pool:pool=eu-west-1_AbCdEfGhI",
	"trigger config-rule":                    "config-rule",
	"trigger dynamodb-streams":               "dynamodb-streams:table=Table,label=2026-01-02T03:04:05.678",
	"trigger eventbridge-pipes":              "eventbridge-pipes:pipe=Pipe",
	"trigger eventbridge-rule":               "eventbridge-rule:rule=Rule",
	"trigger eventbridge-schedule":           "eventbridge-schedule:rule=Rule",
	"trigger eventbridge-scheduler":          "eventbridge-scheduler",
	"trigger firehose-transform":             "firehose-transform:stream=Stream",
	"trigger function-url-iam":               "function-url-iam:caller=123456789012",
	"trigger function-url-none":              "function-url-none:public=true",
	"trigger iot-rule":                       "iot-rule:rule=Rule",
	"trigger kinesis":                        "kinesis:stream=Stream",
	"trigger kinesis key":                    "kinesis:stream=Stream,key=arn:aws:kms:eu-west-1:123456789012:key/{key}",
	"trigger kinesis failure-queue":          "kinesis:stream=Stream,failure-queue=Failed",
	"trigger kinesis failure-topic":          "kinesis:stream=Stream,failure-topic=Failed",
	"trigger kinesis failure-bucket":         "kinesis:stream=Stream,failure-bucket=failed",
	"trigger msk":                            "msk:cluster=shop,cluster-id={uuid},topic=orders",
	"trigger msk secret":                     "msk:cluster=shop,cluster-id={uuid},topic=orders,secret=AmazonMSK_shop-AbCdEf",
	"trigger s3":                             "s3:bucket=bucket",
	"trigger secrets-manager-rotation":       "secrets-manager-rotation:secret=Secret",
	"trigger self-managed-kafka":             "self-managed-kafka:servers=b-1.example.com:9092,topic=orders,secret=kafka-AbCdEf",
	"trigger self-managed-kafka subnets":     "self-managed-kafka:servers=b-1.example.com:9092,topic=orders,secret=kafka-AbCdEf,subnets=subnet-0a1b2c3d4e5f60718,security-groups=sg-0a1b2c3d4e5f60718",
	"trigger ses":                            "ses",
	"trigger sns":                            "sns:topic=Topic",
	"trigger sqs":                            "sqs:queue=Queue",
	"trigger sqs key":                        "sqs:queue=Queue,key=arn:aws:kms:eu-west-1:123456789012:key/{key}",
	"trigger step-functions":                 "step-functions:state-machine=Machine",
	"access cloudwatch":                      "cloudwatch",
	"access dynamodb read":                   "dynamodb:table=Orders",
	"access dynamodb read index":             "dynamodb:table=Orders,index=*",
	"access dynamodb write":                  "dynamodb:table=Orders,mode=write",
	"access dynamodb readwrite":              "dynamodb:table=Orders,mode=readwrite",
	"access eventbridge":                     "eventbridge:bus=orders",
	"access firehose":                        "firehose:delivery-stream=clicks",
	"access kinesis read":                    "kinesis:stream=clicks,mode=read",
	"access kinesis write":                   "kinesis:stream=clicks,mode=write",
	"access kinesis readwrite":               "kinesis:stream=clicks,mode=readwrite",
	"access kms read":                        "kms:key={key}",
	"access kms write":                       "kms:key={key},mode=write",
	"access kms readwrite":                   "kms:key={key},mode=readwrite",
	"access lambda":                          "lambda:target=price",
	"access opensearch read":                 "opensearch:domain=orders,mode=read",
	"access opensearch write":                "opensearch:domain=orders,mode=write",
	"access opensearch readwrite":            "opensearch:domain=orders,mode=readwrite",
	"access rds-data":                        "rds-data:cluster=orders,secret=prod/db",
	"access s3 read":                         "s3:bucket=my-data,prefix=in/,mode=read",
	"access s3 write":                        "s3:bucket=my-data,prefix=in/,mode=write",
	"access s3 readwrite":                    "s3:bucket=my-data,prefix=in/,mode=readwrite",
	"access secretsmanager read":             "secretsmanager:secret=prod/db",
	"access secretsmanager write":            "secretsmanager:secret=prod/db,mode=write",
	"access ses":                             "ses:identity=example.com",
	"access sns":                             "sns:topic=orders",
	"access sqs read":                        "sqs:queue=orders,mode=read",
	"access sqs write":                       "sqs:queue=orders",
	"access sqs read key":                    "sqs:queue=orders,mode=read,key={key}",
	"access sqs write key":                   "sqs:queue=orders,key={key}",
	"access ssm read":                        "ssm:parameter=/shop/limit",
	"access ssm write":                       "ssm:parameter=/shop/limit,mode=write",
	"access step-functions start":            "step-functions:machine=order",
	"access step-functions sync":             "step-functions:machine=order,mode=sync",
	"access step-functions read":             "step-functions:machine=order,mode=read",
	"access step-functions report":           "step-functions:machine=order,mode=report",
}

// What a function gets for a source, and for an access, is what AWS's CDK grants for it, or less for a reason of the table. The
// CDK is installed by bash .ci/parts.
func TestGrantsOfCDK(t *testing.T) {
	t.Parallel()
	templates, managed := cdk.Templates(t), sam.Managed(t)
	compared := newComparison(cdkReasons)
	for _, name := range slices.Sorted(maps.Keys(templates)) {
		if cdkCases[name] == "" {
			t.Errorf("%s: compared with nothing", name)
			continue
		}
		compared.compare(t, name, granted(t, namesake(t, name, cdkCases[name])), readTemplate(t, templates[name]).grants(managed))
	}
	if len(templates) != len(cdkCases) {
		t.Errorf("got %d templates, want %d", len(templates), len(cdkCases))
	}
	compared.finish(t, 100)
}

// namesake is the function of a case: trigger or access, and how it is said on the command line.
func namesake(t *testing.T, name, said string) *generator.Function {
	t.Helper()
	kind, _, _ := strings.Cut(name, " ")
	said = strings.NewReplacer("{key}", keyID, "{uuid}", uuid, "{broker}", brokerID).Replace(said)
	return function(t, parse(t, []string{"hello", "--" + kind, said, "--log", "none", "--account", "123456789012", "--region", "eu-west-1"}))
}
