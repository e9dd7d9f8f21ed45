package aws

// Two kinds of Amazon MQ brokers.
// https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html
const mqDoc = "https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html"

func mqParams() []Param {
	return []Param{
		{
			Name: "broker", Ask: "Name of the broker", Help: "name of an existing broker",
			Type: Text, Pattern: `[A-Za-z0-9_-]{1,50}`, Want: "1 to 50 letters, digits, - and _", Example: "orders", Placeholder: "BROKER", Identifies: true,
		},
		{
			Name: "broker-id", Ask: "Id of the broker", Help: "what follows the name in the broker's ARN",
			Type: Text, Pattern: `b-[0-9a-f-]{36}`, Want: "an id like b-0123abcd-12ab-34cd-56ef-1234567890ab", Example: "b-0123abcd-12ab-34cd-56ef-1234567890ab", Placeholder: "BROKER_ID",
		},
		{
			Name: "queue", Ask: "Queue", Help: "name of the queue in the broker",
			Type: Text, Pattern: `[A-Za-z0-9_./*:-]{1,1000}`, Want: "a queue's name", Example: "jobs", Placeholder: "QUEUE",
		},
		secretParam,
		batchParam("100"), windowParam(1), keyParam,
	}
}

func mqGrants() []Statement {
	return []Statement{
		{
			Sid:       "DescribeBroker",
			Actions:   []string{"mq:DescribeBroker"},
			Resources: []string{"arn:{partition}:mq:{region}:{account}:broker:{broker}:{broker-id}"},
			Why:       "trigger {trigger}: Lambda looks the broker {broker} up",
		},
		secretGrant, decryptGrant,
	}
}

const (
	mqWhy = "Lambda takes messages from the queue {queue} of the broker {broker}, with the secret that the execution role may read, so nobody needs a permission to invoke"
	mqARN = "arn:{partition|sample}:mq:{region|sample}:{account|sample}:broker:{broker|sample}:{broker-id|sample}"
)

var mqReply = Reply{Kind: Ignore, Why: "Lambda takes no answer; when the handler fails for one message, the whole batch comes again"}

// https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html
func activeMQ() *Trigger {
	return &Trigger{
		ID:       "amazon-mq-activemq",
		Title:    "ActiveMQ queue",
		Sentence: "messages of a queue in an Amazon MQ broker for ActiveMQ, in batches",
		Model:    Poll,
		Doc:      mqDoc,
		Params:   mqParams(),
		Mapping: &Mapping{
			Request: `{
  "EventSourceArn": "arn:{partition}:mq:{region}:{account}:broker:{broker}:{broker-id}",
  "Queues": ["{queue}"],
  "SourceAccessConfigurations": [{"Type": "BASIC_AUTH", "URI": "arn:{partition}:secretsmanager:{region}:{account}:secret:{secret}"}],
  "BatchSize": "{batch}",
  "MaximumBatchingWindowInSeconds?": "{window}"
}`,
			Why: mqWhy,
		},
		Grants: append(mqGrants(), networkGrants("")...),
		Event: Event{
			Marks: []Mark{
				{Path: Path{"eventSource"}, Test: Is, Value: "aws:mq"},
				{Path: Path{"eventSourceArn", Resource}, Test: Is, Value: "{broker}", Apart: true, Environment: true},
				{Path: Path{"messages", First, "destination", "physicalName"}, Test: Is, Value: "{queue}", Apart: true},
			},
			Each: Path{"messages"},
			Keys: []Place{{Path: Path{"data", Base64, Message}}},
			Facts: []Fact{
				{Name: "messageId", Path: Path{"messageID"}, Why: "id of the message"},
				{Name: "queue", Path: Path{"destination", "physicalName"}, Why: "name of the queue"},
				{Name: "properties", Path: Path{"properties?"}, Why: "properties that the sender gave the message"},
			},
			Sample: `{
  "eventSource": "aws:mq",
  "eventSourceArn": "` + mqARN + `",
  "messages": [
    {
      "messageID": "ID:b-0123abcd-12ab-34cd-56ef-1234567890ab.mq.{region|sample}.{dns-suffix|sample}-37557-1234520418293-4:1:1:1:1",
      "messageType": "jms/text-message",
      "timestamp": 1767323045678,
      "deliveryMode": 1,
      "replyTo": null,
      "type": null,
      "expiration": 0,
      "priority": 4,
      "correlationID": "",
      "redelivered": false,
      "destination": {"physicalName": "{queue|sample}"},
      "data": {"{base64}": "{keys}"},
      "brokerInTime": 1767323045679,
      "brokerOutTime": 1767323045680,
      "properties": {"kind": "order"}
    }
  ]
}`,
		},
		Reply: mqReply,
		Types: []Type{{"go", "ActiveMQEvent"}},
	}
}

// https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html
func rabbitMQ() *Trigger {
	return &Trigger{
		ID:       "amazon-mq-rabbitmq",
		Title:    "RabbitMQ queue",
		Sentence: "messages of a queue in an Amazon MQ broker for RabbitMQ, in batches",
		Model:    Poll,
		Doc:      mqDoc,
		Params: append([]Param{
			{
				Name: "host", Ask: "Virtual host", Help: "the virtual host of the queue",
				Type: Text, Default: "/", Pattern: `[A-Za-z0-9_/.-]{1,200}`, Want: "a virtual host's name",
			},
			{
				Name: "private", Ask: "The broker is reached only in its network", Help: "false for a broker that is reached from the internet: Lambda then needs no interfaces in a network",
				Type: Boolean, Default: "true",
			},
		}, mqParams()...),
		Mapping: &Mapping{
			Request: `{
  "EventSourceArn": "arn:{partition}:mq:{region}:{account}:broker:{broker}:{broker-id}",
  "Queues": ["{queue}"],
  "SourceAccessConfigurations": [{"Type": "BASIC_AUTH", "URI": "arn:{partition}:secretsmanager:{region}:{account}:secret:{secret}"}, {"Type": "VIRTUAL_HOST", "URI": "{host}"}],
  "BatchSize": "{batch}",
  "MaximumBatchingWindowInSeconds?": "{window}"
}`,
			Why: mqWhy,
		},
		Grants: append(mqGrants(), networkGrants("private")...),
		Event: Event{
			Marks: []Mark{
				{Path: Path{"eventSource"}, Test: Is, Value: "aws:rmq"},
				{Path: Path{"eventSourceArn", Resource}, Test: Is, Value: "{broker}", Apart: true, Environment: true},
			},
			Each: Path{"rmqMessagesByQueue", Values},
			Keys: []Place{{Path: Path{"data", Base64, Message}}},
			Facts: []Fact{
				{Name: "messageId", Path: Path{"basicProperties", "messageId?"}, Why: "id that the sender gave the message", Types: []Type{{"typescript", "string | null"}}},
				{Name: "redelivered", Path: Path{"redelivered"}, Why: "whether the message came before"},
			},
			Sample: `{
  "eventSource": "aws:rmq",
  "eventSourceArn": "` + mqARN + `",
  "rmqMessagesByQueue": {
    "{queue|sample}::{host}": [
      {
        "basicProperties": {
          "contentType": "application/json",
          "contentEncoding": null,
          "headers": {"kind": {"bytes": [111, 114, 100, 101, 114]}},
          "deliveryMode": 1,
          "priority": 34,
          "correlationId": null,
          "replyTo": null,
          "expiration": "60000",
          "messageId": null,
          "timestamp": "Jan 2, 2026, 3:04:05 AM",
          "type": null,
          "userId": "AIDAEXAMPLE",
          "appId": null,
          "clusterId": null,
          "bodySize": 80
        },
        "redelivered": false,
        "data": {"{base64}": "{keys}"}
      }
    ]
  }
}`,
		},
		Reply: mqReply,
		Types: []Type{{"go", "RabbitMQEvent"}},
	}
}
