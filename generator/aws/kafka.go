package aws

import "slices"

// Two sources of Kafka: MSK and clusters of one's own.
// https://docs.aws.amazon.com/lambda/latest/dg/with-kafka.html
const kafkaDoc = "https://docs.aws.amazon.com/lambda/latest/dg/with-kafka.html"

var topicParam = Param{
	Name: "topic", Ask: "Topic", Help: "name of the topic",
	Type: Text, Pattern: `[A-Za-z0-9_.-]{1,249}`, Want: "1 to 249 letters, digits and _ . -", Example: "clicks", Placeholder: "TOPIC",
}

var kafkaFacts = []Fact{
	{Name: "topic", Path: Path{"topic"}, Why: "topic of the record"},
	{Name: "partition", Path: Path{"partition"}, Why: "partition of the topic"},
	{Name: "offset", Path: Path{"offset"}, Why: "place of the record in its partition"},
}

const kafkaRecords = `"records": {
    "{topic|sample}-0": [
      {
        "topic": "{topic|sample}",
        "partition": 0,
        "offset": 15,
        "timestamp": 1767323045678,
        "timestampType": "CREATE_TIME",
        "key": "cmVjb3JkS2V5",
        "value": {"{base64}": "{keys}"},
        "headers": [{"kind": [99, 108, 105, 99, 107]}]
      }
    ]
  }`

// kafkaReply is the one that every mapping takes. Names of failed records are new and need provisioned pollers, and their
// form for Kafka is documented nowhere.
var kafkaReply = Reply{Kind: Ignore, Why: "Lambda takes no answer; when the handler fails for one record, the whole batch comes again"}

const kafkaNote = "Lambda has begun to take names of failed records for Kafka too, with provisioned pollers alone; until the form of these names is documented a failed record brings its whole batch again, so let the handler bear a record that comes twice"

func mskTrigger() *Trigger {
	return &Trigger{
		ID:       "msk",
		Title:    "Amazon MSK topic",
		Sentence: "records of a topic in a managed Kafka cluster, in batches",
		Model:    Poll,
		Doc:      "https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html",
		Params: append([]Param{
			{
				Name: "cluster", Ask: "Name of the cluster", Help: "name of an existing MSK cluster",
				Type: Text, Pattern: `[A-Za-z0-9-]{1,64}`, Want: "1 to 64 letters, digits and -", Example: "events", Placeholder: "CLUSTER", Identifies: true,
			},
			{
				Name: "cluster-id", Ask: "Id at the end of the cluster's ARN", Help: "what follows the name in the cluster's ARN",
				Type: Text, Pattern: `[a-z0-9]{8}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{12}-[a-z0-9]+`, Want: "an id as at the end of a cluster's ARN",
				Example: "0123abcd-12ab-34cd-56ef-1234567890ab-1", Placeholder: "CLUSTER_ID",
			},
			topicParam,
			optional(secretParam, "the secret AmazonMSK_... with which Lambda signs in by SASL/SCRAM; without it it signs in by IAM"),
			batchParam("100"), windowParam(1), startParam, keyParam,
		}, failureParams...),
		Refuse: refuseFailures,
		Mapping: &Mapping{
			Request: `{
  "EventSourceArn": "arn:{partition}:kafka:{region}:{account}:cluster/{cluster}/{cluster-id}",
  "Topics": ["{topic}"],
  "AmazonManagedKafkaEventSourceConfig": {"ConsumerGroupId": "{function}-{trigger}"},
  "SourceAccessConfigurations": [{"Type": "SASL_SCRAM_512_AUTH", "URI": "arn:{partition}:secretsmanager:{region}:{account}:secret:{secret?}"}],
  "BatchSize": "{batch}",
  "MaximumBatchingWindowInSeconds?": "{window}",
  "StartingPosition": "{start}",
  ` + failureDestination + `
}`,
			Why: "Lambda reads the topic {topic} of the cluster {cluster} with the execution role, so nobody needs a permission to invoke",
		},
		Grants: slices.Concat([]Statement{
			{
				Sid:       "DescribeCluster",
				Actions:   []string{"kafka:DescribeClusterV2"},
				Resources: []string{"arn:{partition}:kafka:{region}:{account}:cluster/{cluster}/{cluster-id}"},
				Why:       "trigger {trigger}: Lambda looks the cluster {cluster} up",
			},
			{
				Sid:       "GetBrokers",
				Actions:   []string{"kafka:GetBootstrapBrokers"},
				Resources: []string{"*"},
				Why:       "trigger {trigger}: Lambda asks for the cluster's brokers, an action that knows no resource, so only * works",
			},
			{
				Sid: "ConnectToCluster", Without: "secret",
				Actions:   []string{"kafka-cluster:Connect", "kafka-cluster:DescribeClusterDynamicConfiguration"},
				Resources: []string{"arn:{partition}:kafka:{region}:{account}:cluster/{cluster}/{cluster-id}"},
				Why:       "trigger {trigger}: Lambda signs in to the cluster {cluster} by IAM",
			},
			{
				Sid: "ReadTopic", Without: "secret",
				Actions:   []string{"kafka-cluster:DescribeTopic", "kafka-cluster:ReadData"},
				Resources: []string{"arn:{partition}:kafka:{region}:{account}:topic/{cluster}/{cluster-id}/{topic}"},
				Why:       "trigger {trigger}: Lambda reads the topic {topic}, and no other",
			},
			{
				Sid: "JoinGroup", Without: "secret",
				Actions:   []string{"kafka-cluster:AlterGroup", "kafka-cluster:DescribeGroup"},
				Resources: []string{"arn:{partition}:kafka:{region}:{account}:group/{cluster}/{cluster-id}/{function}-{trigger}"},
				Why:       "trigger {trigger}: Lambda joins the mapping's own consumer group",
			},
			needing("secret", secretGrant), decryptGrant,
		}, networkGrants(""), failureGrants),
		Event: Event{
			Marks: []Mark{
				{Path: Path{"eventSource"}, Test: Is, Value: "aws:kafka"},
				{Path: Path{"eventSourceArn", Resource}, Test: Is, Value: "{cluster}", Apart: true, Environment: true},
				{Path: Path{"records", Values, First, "topic"}, Test: Is, Value: "{topic}", Apart: true},
			},
			Each:  Path{"records", Values},
			Keys:  []Place{{Path: Path{"value", Base64, Message}}},
			Facts: kafkaFacts,
			Sample: `{
  "eventSource": "aws:kafka",
  "eventSourceArn": "arn:{partition|sample}:kafka:{region|sample}:{account|sample}:cluster/{cluster|sample}/{cluster-id|sample}",
  "bootstrapServers": "b-1.{cluster|sample}.a1b2c3.c2.kafka.{region|sample}.{dns-suffix|sample}:9098",
  ` + kafkaRecords + `
}`,
		},
		Reply: kafkaReply,
		Note:  kafkaNote,
		Types: []Type{{"go", "KafkaEvent"}, {"typescript", "MSKEvent"}},
	}
}

func selfManagedKafka() *Trigger {
	return &Trigger{
		ID:       "self-managed-kafka",
		Title:    "Kafka topic",
		Sentence: "records of a topic in a Kafka cluster of one's own, in batches",
		Model:    Poll,
		Doc:      kafkaDoc,
		Params: append([]Param{
			{
				Name: "servers", Ask: "Bootstrap servers", Help: "where the cluster is reached, as host:port",
				Type: List, Pattern: `[A-Za-z0-9.-]{1,253}:\d{1,5}`, Max: 300, Want: "host:port", Example: "kafka.example.com:9092",
				Placeholder: "BOOTSTRAP_SERVERS", Identifies: true,
			},
			topicParam,
			secretParam,
			{
				Name: "auth", Ask: "How Lambda signs in", Help: "what the cluster asks for",
				Type: Text, Default: "SASL_SCRAM_512_AUTH", Enum: []string{"BASIC_AUTH", "SASL_SCRAM_256_AUTH", "SASL_SCRAM_512_AUTH", "CLIENT_CERTIFICATE_TLS_AUTH"},
			},
			{
				Name: "subnets", Ask: "Subnets", Help: "ids of the subnets from which Lambda reaches the cluster, where it is not on the internet",
				Type: List, Pattern: `subnet-[0-9a-z]+`, Want: "an id like subnet-0a1b2c3d", Example: "subnet-0a1b2c3d",
			},
			{
				Name: "security-groups", Ask: "Security groups", Help: "ids of the security groups of Lambda's interfaces in these subnets",
				Type: List, Pattern: `sg-[0-9a-z]+`, Want: "an id like sg-0a1b2c3d", Example: "sg-0a1b2c3d",
			},
			batchParam("100"), windowParam(1), startParam, keyParam,
		}, failureParams...),
		Refuse: func(given func(string) string) (param, why string) {
			if param, why = refuseSubnets(given); why != "" {
				return param, why
			}
			return refuseFailures(given)
		},
		Mapping: &Mapping{
			Request: `{
  "SelfManagedEventSource": {"Endpoints": {"KAFKA_BOOTSTRAP_SERVERS": ["{servers}"]}},
  "Topics": ["{topic}"],
  "SelfManagedKafkaEventSourceConfig": {"ConsumerGroupId": "{function}-{trigger}"},
  "SourceAccessConfigurations": [
    {"Type": "{auth}", "URI": "arn:{partition}:secretsmanager:{region}:{account}:secret:{secret}"},
    {"Type": "VPC_SUBNET", "URI": "subnet:{subnets?}"},
    {"Type": "VPC_SECURITY_GROUP", "URI": "security_group:{security-groups?}"}
  ],
  "BatchSize": "{batch}",
  "MaximumBatchingWindowInSeconds?": "{window}",
  "StartingPosition": "{start}",
  ` + failureDestination + `
}`,
			Spelled: [][2]string{{"KAFKA_BOOTSTRAP_SERVERS", "KafkaBootstrapServers"}},
			Why:     "Lambda reads the topic {topic} with the secret that the execution role may read, so nobody needs a permission to invoke",
		},
		Grants: slices.Concat([]Statement{secretGrant, decryptGrant}, networkGrants("subnets"), failureGrants),
		Event: Event{
			Marks: []Mark{
				{Path: Path{"eventSource"}, Test: Is, Value: "SelfManagedKafka"},
				{Path: Path{"records", Values, First, "topic"}, Test: Is, Value: "{topic}", Apart: true},
			},
			Each:  Path{"records", Values},
			Keys:  []Place{{Path: Path{"value", Base64, Message}}},
			Facts: kafkaFacts,
			Sample: `{
  "eventSource": "SelfManagedKafka",
  "bootstrapServers": "{servers|sample}",
  ` + kafkaRecords + `
}`,
		},
		Reply: kafkaReply,
		Note:  kafkaNote,
		Types: []Type{{"go", "KafkaEvent"}, {"typescript", "SelfManagedKafkaEvent"}},
	}
}
