package proof

import (
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

const (
	here   = "--account 123456789012 --region eu-west-1 "
	orders = "arn:aws:sns:eu-west-1:123456789012:orders"
)

// Functions that may invoke themselves, with what is said of them, and others that look like them and may not.
var loops = []struct{ args, said string }{
	{"-t cloudwatch-logs:log-group=/aws/lambda/hello", "want another log group than the function's own"},
	{"-t cloudwatch-logs:log-group=/apps/shop -l cloudwatch:group=/apps/shop", "want another log group than the function's own"},
	{"-t cloudwatch-logs:log-group=/aws/lambda/hello -l none", ""},
	{"-t cloudwatch-logs:log-group=/aws/lambda/hello2", ""},
	{"-t cloudwatch-logs", ""},
	{"-t cloudwatch-logs:log-group=/apps/shop -a statement:actions=logs:PutLogEvents,resources=*", "access statement allows logs:PutLogEvents"},
	{"-t eventbridge-rule:bus=shop -a eventbridge:bus=shop", "access eventbridge allows events:PutEvents where the trigger eventbridge-rule listens"},
	{"-t eventbridge-rule -a eventbridge", "another source or detail type"},
	{"-t eventbridge-rule:bus=shop -a eventbridge", ""},
	{"-t eventbridge-rule:source=aws.ec2 -a eventbridge", ""},
	{`-t eventbridge-rule:source=aws.s3,detail={"bucket":{"name":["my-data"]}} -a s3:bucket=my-data,mode=write`, "access s3 allows s3:PutObject"},
	{`-t eventbridge-rule:source=aws.s3,detail={"bucket":{"name":["my-data"]},"object":{"key":[{"prefix":"in/"}]}} -a s3:bucket=my-data,mode=write,prefix=out/`, ""},
	{`-t eventbridge-rule:source=aws.s3,detail={"bucket":{"name":["my-data"]}} -a s3:bucket=my-data2,mode=write`, ""},
	{"-t eventbridge-rule:source=aws.states -a step-functions:machine=order", "access step-functions allows states:StartExecution"},
	{"-t eventbridge-schedule -a eventbridge", ""},
	{"-t sns:topic=orders --on-failure " + orders, "onFailure allows sns:Publish where the trigger sns listens"},
	{here + "-t sns:topic=orders --on-failure " + orders, "onFailure allows sns:Publish where the trigger sns listens"},
	{here + "-t sns:topic=orders --on-failure " + orders + "2", ""},
	{"--account 210987654321 --region eu-west-1 -t sns:topic=orders --on-failure " + orders, ""},
	{"-t s3:bucket=my-data --on-failure arn:aws:s3:::my-data", "onFailure allows s3:PutObject"},
	{"-t s3:bucket=my-data,events=s3:ObjectRemoved:* --on-failure arn:aws:s3:::my-data", ""},
	{"-t sqs:queue=hello-failures --on-failure sqs", "onFailure allows sqs:SendMessage"},
	{"-t sqs:queue=failures --on-failure sqs", ""},
	{"--on-failure arn:aws:lambda:eu-west-1:123456789012:function:hello", "onFailure allows lambda:InvokeFunction on the function itself"},
	{here + "--on-failure arn:aws:lambda:eu-west-1:123456789012:function:hello:live", "onFailure allows lambda:InvokeFunction on the function itself"},
	{here + "--on-failure arn:aws:lambda:eu-west-1:123456789012:function:hello2", ""},
	{here + "--on-failure arn:aws:lambda:eu-central-1:123456789012:function:hello", ""},
	{"-a lambda:target=hello", "access lambda allows lambda:InvokeFunction on the function itself"},
	{"-a lambda:target=hello:live", "access lambda allows lambda:InvokeFunction on the function itself"},
	{"-a lambda:target=hello2", ""},
	{"-t kinesis:failure-topic=orders -t sns:topic=orders", "trigger kinesis allows sns:Publish where the trigger sns listens"},
	{"-t kinesis:failure-queue=jobs -t sqs:queue=jobs", "trigger kinesis allows sqs:SendMessage where the trigger sqs listens"},
	{"-t kinesis:failure-bucket=my-data -t s3:bucket=my-data", "trigger kinesis allows s3:PutObject where the trigger s3 listens"},
	{"-t kinesis:failure-topic=orders -t sns:topic=orders2", ""},
	{"-t kinesis:stream=clicks -a kinesis:stream=clicks", "access kinesis allows kinesis:PutRecord"},
	{"-t kinesis:stream=clicks -a kinesis:stream=clicks,mode=read", ""},
	{"-t dynamodb-streams:table=Orders -a dynamodb:table=Orders,mode=readwrite", "access dynamodb allows dynamodb:"},
	{"-t dynamodb-streams:table=Orders -a dynamodb:table=Orders", ""},
	{"-t dynamodb-streams:table=Orders -a dynamodb:table=Orders2,mode=write", ""},
	{"-t firehose-transform:stream=clicks -a firehose:delivery-stream=clicks", "access firehose allows firehose:PutRecord"},
	{"-t sqs:queue=jobs -a sqs:queue=jobs", "access sqs allows sqs:SendMessage"},
	{"-t sqs:queue=jobs -a sqs:queue=jobs,mode=read", ""},
	{"-t sqs -a sqs", ""},
	{"-t sqs:queue=jobs,from-topic=orders -a sns:topic=orders", "access sns allows sns:Publish where the trigger sqs listens"},
	{"-t sqs:queue=jobs,from-bucket=my-data -a s3:bucket=my-data,mode=write", "access s3 allows s3:PutObject where the trigger sqs listens"},
	{"-t sqs:queue=jobs,from-rule=shop/orders -a eventbridge:bus=shop", "access eventbridge allows events:PutEvents where the trigger sqs listens"},
	{"-t sqs:queue=jobs,from-rule=orders -a eventbridge:bus=shop", ""},
	{"-t s3:name=up,bucket=my-data,prefix=in/ -a s3:trigger=up,mode=write", "prefixes that do not meet"},
	{"-t s3:name=up,prefix=in/ -a s3:trigger=up,mode=write", "where the trigger up listens"},
	{"-t s3:name=up,prefix=in/ -a s3:trigger=up,mode=write,prefix=in/done/", "where the trigger up listens"},
	{"-t s3:name=up,prefix=in/ -a s3:trigger=up,mode=write,prefix=out/", ""},
	{"-t s3:name=up,prefix=in/ -a s3:bucket=my-data,mode=write", ""},
	{"-t s3:name=up,prefix=in/ -a s3:trigger=up", ""},
	{"-t ses -a ses", "access ses allows ses:SendEmail"},
	{"-t step-functions:state-machine=order -a step-functions:machine=order", "access step-functions allows states:StartExecution"},
	{"-t step-functions:state-machine=order -a step-functions:machine=order,alias=live", "access step-functions allows states:StartExecution"},
	{"-t step-functions:state-machine=order -a step-functions:machine=order2,alias=live", ""},
	{"-t step-functions:state-machine=order -a step-functions:machine=order,alias=live,mode=read", ""},
	{here + `-t eventbridge-rule:source=aws.states,detail={"stateMachineArn":["arn:aws:states:eu-west-1:123456789012:stateMachine:order"]} -a step-functions:machine=order,alias=live`, "access step-functions allows states:StartExecution"},
	{"-t iot-rule:topic=a/+/b -a statement:actions=iot:Publish,resources=arn:aws:iot:eu-west-1:123456789012:topic/a/x/b", "access statement allows iot:Publish"},
	{"-t iot-rule:topic=a/+/b -a statement:actions=iot:Publish,resources=arn:aws:iot:eu-west-1:123456789012:topic/a/x/c", ""},
	{"-t sns:topic=orders -a statement:actions=SNS:*,resources=*", "access statement allows sns:Publish"},
	{"-t sns:topic=orders -a statement:actions=sns:*,resources=* -a statement:actions=sns:Publish,resources=*,effect=Deny", ""},
	{"-t sns:topic=orders -a statement:actions=sns:Publish,resources=arn:aws:sns:eu-west-1:123456789012:${aws:username}", "access statement allows sns:Publish"},
	{"-t sqs:queue=jobs -t sns:topic=orders -t s3:bucket=my-data -t kinesis:stream=clicks", ""},
}

// A function that may invoke itself by what its role allows, whatever asks for it, is warned of or refused, and no other is.
func TestLoops(t *testing.T) {
	for _, c := range loops {
		got := loopsOf(t, strings.Fields(c.args))
		if c.said == "" && got != "" || !strings.Contains(got, c.said) {
			t.Errorf("%s: got %q: want %q", c.args, got, c.said)
		}
	}
}

// loopsOf is what is said of a function: its problems, or its warnings of loops.
func loopsOf(t *testing.T, args []string) string {
	t.Helper()
	for i, arg := range args {
		args[i] = map[string]string{"-t": "--trigger", "-a": "--access", "-l": "--log"}[arg]
		if args[i] == "" {
			args[i] = arg
		}
	}
	s, err := spec.Resolve(parse(t, append([]string{"hello"}, args...)))
	if err != nil {
		t.Fatalf("%q: %v", args, err)
	}
	f, err := functions.Function(s)
	if err != nil {
		return err.Error()
	}
	return strings.Join(slices.DeleteFunc(f.Warnings(), func(warning string) bool { return !strings.Contains(warning, "without end") }), "\n")
}

// silent are the triggers whose events no call of the function's own role makes, with the reason.
var silent = map[string]string{
	"alb": "HTTP requests, which no role is asked for", "vpc-lattice": "HTTP requests of services in a network",
	"alexa-skill": "people speak", "alexa-smart-home": "people speak", "connect": "people call", "ivs-chat": "people write",
	"amazon-mq-activemq": "a broker's own users", "amazon-mq-rabbitmq": "a broker's own users",
	"self-managed-kafka": "a cluster's own users", "documentdb": "a database's own users",
	"appsync-resolver": "the API is not named", "bedrock-agentcore-gateway": "the gateway is not named",
	"aws-account": "identities of others", "aws-organization": "identities of others",
	"cloudformation-custom-resource": "whoever runs a stack", "cloudformation-hook": "whoever runs a stack", "cloudformation-macro": "whoever runs a stack",
	"codedeploy-hook": "the deployment is not named", "config-rule": "a clock, or any resource", "eventbridge-pipes": "the source is not named",
	"eventbridge-schedule": "a clock", "eventbridge-scheduler": "a clock", "s3-batch": "the job is not named",
	"iot-authorizer": "devices connect", "iot-provisioning-hook": "devices connect", "lambda-edge": "HTTP requests, which no role is asked for",
	"transfer-family": "people sign in", "workmail": "people write",
}

// Every trigger says what makes its events, or stands above with the reason. What it says is found in a statement that allows
// all, and not where another denies it.
func TestWakes(t *testing.T) {
	for _, f := range full(t, here1...) {
		if (len(f.kind.Wakes) == 0) != (silent[f.kind.ID] != "") {
			t.Errorf("%s: says nothing of what makes its events, or says it and stands with a reason too", f.kind.ID)
		}
		given := func(param string) []string { return elements(f.Spec.Triggers[0].Params[param]) }
		for _, w := range f.kind.Wakes {
			if !w.Asked(given) {
				continue
			}
			for _, action := range w.Actions {
				allow := spec.Use{ID: "statement", Params: map[string]any{"actions": []string{action}, "resources": []string{"*"}, "effect": "Allow"}}
				deny := spec.Use{ID: "statement", Params: map[string]any{"actions": []string{action}, "resources": []string{"*"}, "effect": "Deny"}}
				if !warned(t, f, allow) || warned(t, f, allow, deny) {
					t.Errorf("%s: %s: not warned of where it is allowed, or where it is denied", f.kind.ID, action)
				}
			}
		}
	}
}

var here1 = strings.Fields(here)

func elements(value any) []string {
	switch value := value.(type) {
	case nil:
		return nil
	case []string:
		return value
	case string:
		return []string{value}
	}
	return []string{"true"}
}

func warned(t *testing.T, f one, access ...spec.Use) bool {
	t.Helper()
	s := f.Spec
	s.Access = access
	return strings.Contains(strings.Join(function(t, s).Warnings(), "\n"), "access statement allows ")
}
