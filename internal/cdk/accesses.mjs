// The grants, by the access that says the same and its mode. What they are about exists already, as it does for an access.
const accesses = {
  "cloudwatch": (stack, fn) => lib("cloudwatch").Metric.grantPutMetricData(fn),
  "dynamodb read": (stack, fn) => table(stack).grantReadData(fn),
  "dynamodb read index": (stack, fn) => indexed(stack).grantReadData(fn),
  "dynamodb write": (stack, fn) => table(stack).grantWriteData(fn),
  "dynamodb readwrite": (stack, fn) => table(stack).grantReadWriteData(fn),
  "eventbridge": (stack, fn) => lib("events").EventBus.fromEventBusArn(stack, "Bus", arn("events", "event-bus/orders")).grantPutEventsTo(fn, "put"),
  "firehose": (stack, fn) => lib("kinesisfirehose").DeliveryStream.fromDeliveryStreamName(stack, "Stream", "clicks").grantPutRecords(fn),
  "kinesis read": (stack, fn) => stream(stack).grantRead(fn),
  "kinesis write": (stack, fn) => stream(stack).grantWrite(fn),
  "kinesis readwrite": (stack, fn) => stream(stack).grantReadWrite(fn),
  "kms read": (stack, fn) => key(stack).grantDecrypt(fn),
  "kms write": (stack, fn) => key(stack).grantEncrypt(fn),
  "kms readwrite": (stack, fn) => key(stack).grantEncryptDecrypt(fn),
  "lambda": (stack, fn) => lambda.Function.fromFunctionArn(stack, "Target", arn("lambda", "function:price")).grantInvoke(fn),
  "opensearch read": (stack, fn) => domain(stack).grantRead(fn),
  "opensearch write": (stack, fn) => domain(stack).grantWrite(fn),
  "opensearch readwrite": (stack, fn) => domain(stack).grantReadWrite(fn),
  "rds-data": (stack, fn) => {
    const rds = lib("rds");
    rds.DatabaseCluster.fromDatabaseClusterAttributes(stack, "Cluster", { clusterIdentifier: "orders", dataApiEnabled: true, secret: secretOf(stack) }).grantDataApiAccess(fn);
  },
  "s3 read": (stack, fn) => bucket(stack).grantRead(fn, "in/*"),
  "s3 write": (stack, fn) => bucket(stack).grantWrite(fn, "in/*"),
  "s3 readwrite": (stack, fn) => bucket(stack).grantReadWrite(fn, "in/*"),
  "secretsmanager read": (stack, fn) => secretOf(stack).grantRead(fn),
  "secretsmanager write": (stack, fn) => secretOf(stack).grantWrite(fn),
  "ses": (stack, fn) => lib("ses").EmailIdentity.fromEmailIdentityName(stack, "Identity", "example.com").grantSendEmail(fn),
  "sns": (stack, fn) => lib("sns").Topic.fromTopicArn(stack, "Topic", arn("sns", "orders")).grantPublish(fn),
  "sqs read": (stack, fn) => queue(stack).grantConsumeMessages(fn),
  "sqs write": (stack, fn) => queue(stack).grantSendMessages(fn),
  "sqs write key": (stack, fn) => queue(stack, key(stack)).grantSendMessages(fn),
  "sqs read key": (stack, fn) => queue(stack, key(stack)).grantConsumeMessages(fn),
  "ssm read": (stack, fn) => parameter(stack).grantRead(fn),
  "ssm write": (stack, fn) => parameter(stack).grantWrite(fn),
  "step-functions start": (stack, fn) => machine(stack).grantStartExecution(fn),
  "step-functions sync": (stack, fn) => machine(stack).grantStartSyncExecution(fn),
  "step-functions read": (stack, fn) => machine(stack).grantRead(fn),
  "step-functions report": (stack, fn) => machine(stack).grantTaskResponse(fn),
};

const table = (stack) => lib("dynamodb").Table.fromTableName(stack, "Table", "Orders");
const indexed = (stack) => lib("dynamodb").Table.fromTableAttributes(stack, "Table", { tableName: "Orders", globalIndexes: ["byCustomer"] });
const stream = (stack) => lib("kinesis").Stream.fromStreamArn(stack, "Stream", arn("kinesis", "stream/clicks"));
const key = (stack) => lib("kms").Key.fromKeyArn(stack, "Key", arn("kms", "key/1234abcd-12ab-34cd-56ef-1234567890ab"));
const domain = (stack) => lib("opensearchservice").Domain.fromDomainAttributes(stack, "Domain", { domainArn: arn("es", "domain/orders"), domainEndpoint: "https://orders.example.com" });
const secretOf = (stack) => lib("secretsmanager").Secret.fromSecretNameV2(stack, "Secret", "prod/db");
const bucket = (stack) => lib("s3").Bucket.fromBucketName(stack, "Bucket", "my-data");
const queue = (stack, keyOf) => lib("sqs").Queue.fromQueueAttributes(stack, "Queue", { queueArn: arn("sqs", "orders"), keyArn: keyOf?.keyArn });
const parameter = (stack) => lib("ssm").StringParameter.fromStringParameterName(stack, "Parameter", "/shop/limit");
const machine = (stack) => lib("stepfunctions").StateMachine.fromStateMachineName(stack, "Machine", "order");
