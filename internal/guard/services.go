package guard

import (
	"encoding/base64"
	"regexp"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/policy"
)

// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-iam.html
func dynamodb(_ *call, action string, p params) (all []policy.Request) {
	table := func(action, name string) {
		all = append(all, policy.Request{Action: "dynamodb:" + action, Resource: arn("dynamodb", "table/", name)})
	}
	switch action {
	case "BatchGetItem", "BatchWriteItem":
		for name := range in(p["RequestItems"]) {
			table(action, name)
		}
	case "TransactGetItems", "TransactWriteItems":
		for _, item := range p.list("TransactItems") {
			for kind, item := range in(item) {
				name := map[string]string{"ConditionCheck": "ConditionCheckItem"}[kind]
				if name == "" {
					name = kind + "Item"
				}
				table(name, in(item).text("TableName"))
			}
		}
	case "ExecuteStatement":
		if verb, name, ok := partiQL(p.text("Statement")); ok {
			table("PartiQL"+verb, name)
		}
	default:
		name := p.text("TableName")
		if index := p.text("IndexName"); index != "" {
			name += "/index/" + index
		}
		table(action, name)
	}
	return all
}

// partiQL finds what a statement does and the table it does it to.
func partiQL(statement string) (verb, table string, ok bool) {
	found := regexp.MustCompile(`^(?i:(select|insert|update|delete)\b[^"]*)"([^"]+)"`).FindStringSubmatch(statement)
	if found == nil {
		return "", "", false
	}
	return strings.ToUpper(found[1][:1]) + strings.ToLower(found[1][1:]), found[2], true
}

// A call about many messages takes the permission of one.
// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html
func sqs(_ *call, action string, p params) []policy.Request {
	name := p.text("QueueName")
	if url := p.text("QueueUrl"); url != "" {
		name = url[strings.LastIndex(url, "/")+1:]
	}
	return one("sqs:"+strings.TrimSuffix(action, "Batch"), arn("sqs", "", name))
}

func sns(_ *call, action string, p params) []policy.Request {
	return one("sns:"+strings.TrimSuffix(action, "Batch"), p.text("TopicArn"))
}

// An iterator is moto's, which says the stream.
func kinesis(_ *call, action string, p params) []policy.Request {
	name := p.text("StreamName", "StreamARN")
	if iterator, err := base64.StdEncoding.DecodeString(p.text("ShardIterator")); err == nil && len(iterator) > 0 {
		name, _, _ = strings.Cut(string(iterator), ":")
	}
	return one("kinesis:"+action, arn("kinesis", "stream/", name))
}

// https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html says what a name stands for.
func secretsmanager(_ *call, action string, p params) (all []policy.Request) {
	secret := func(action string, id any) {
		name, _ := id.(string)
		if !strings.HasPrefix(name, "arn:") {
			name += "-AbCdEf"
		}
		all = append(all, policy.Request{Action: "secretsmanager:" + action, Resource: arn("secretsmanager", "secret:", name)})
	}
	if action == "BatchGetSecretValue" {
		all = one("secretsmanager:"+action, "*")
		for _, id := range p.list("SecretIdList") {
			secret("GetSecretValue", id)
		}
		return all
	}
	secret(action, p.text("SecretId"))
	return all
}

func ssm(_ *call, action string, p params) (all []policy.Request) {
	names := p.list("Names")
	if name := p.text("Name", "Path"); name != "" {
		names = append(names, name)
	}
	for _, name := range names {
		text, _ := name.(string)
		all = append(all, policy.Request{Action: "ssm:" + action, Resource: arn("ssm", "parameter/", strings.TrimPrefix(text, "/"))})
	}
	return all
}

func kms(_ *call, action string, p params) []policy.Request {
	return one("kms:"+action, arn("kms", "key/", p.text("KeyId")))
}

func events(_ *call, action string, p params) (all []policy.Request) {
	for _, entry := range p.list("Entries") {
		bus := in(entry).text("EventBusName")
		if bus == "" {
			bus = "default"
		}
		all = append(all, policy.Request{Action: "events:" + action, Resource: arn("events", "event-bus/", bus)})
	}
	return all
}

func states(_ *call, action string, p params) []policy.Request {
	if strings.HasPrefix(action, "SendTask") {
		return one("states:"+action, "*")
	}
	return one("states:"+action, p.text("executionArn", "stateMachineArn"))
}

func logs(_ *call, action string, p params) []policy.Request {
	resource := arn("logs", "log-group:", p.text("logGroupName"))
	if stream := p.text("logStreamName"); stream != "" {
		resource += ":log-stream:" + stream
	}
	return one("logs:"+action, resource)
}

func firehose(_ *call, action string, p params) []policy.Request {
	return one("firehose:"+action, arn("firehose", "deliverystream/", p.text("DeliveryStreamName")))
}

// An address is sent from by the identity of its domain, and a template is a resource too.
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonses.html
func ses(_ *call, action string, p params) (all []policy.Request) {
	from := p.text("Source", "FromEmailAddress")
	add := func(resource string) {
		all = append(all, policy.Request{Action: "ses:" + action, Resource: arn("ses", resource, ""), Context: map[string][]string{"ses:FromAddress": {from}}})
	}
	_, domain, _ := strings.Cut(from, "@")
	add("identity/" + domain)
	template := p.text("Template")
	if template == "" {
		template = in(in(p["Content"])["Template"]).text("TemplateName")
	}
	if template != "" {
		add("template/" + template)
	}
	return all
}

func lambda(c *call, _ string, p params) []policy.Request {
	name := p.text("FunctionName")
	if qualifier := c.r.URL.Query().Get("Qualifier"); qualifier != "" {
		name += ":" + qualifier
	}
	return one("lambda:InvokeFunction", arn("lambda", "function:", name))
}
