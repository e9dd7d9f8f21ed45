// The sources, by the trigger that says the same, with a parameter behind it where that asks for other grants. Names of constructs are
// those that the functions they are compared with give to their sources.
const triggers = {
  "alb"(stack, fn) {
    const elb = lib("elasticloadbalancingv2");
    const { LambdaTarget } = lib("elasticloadbalancingv2-targets");
    new elb.ApplicationTargetGroup(stack, "Group", { targets: [new LambdaTarget(fn)] });
  },
  "alexa-skill"(stack, fn) {
    fn.addPermission("Skill", { principal: new iam.ServicePrincipal("alexa-appkit.amazon.com"), eventSourceToken: "amzn1.ask.skill.12345678-1234-1234-1234-123456789012" });
  },
  "apigateway-authorizer"(stack, fn) {
    const api = lib("apigateway");
    const rest = new api.RestApi(stack, "Api");
    rest.root.addMethod("GET", new api.MockIntegration(), {
      authorizer: new api.RequestAuthorizer(stack, "Authorizer", { handler: fn, identitySources: [api.IdentitySource.header("Authorization")] }),
    });
  },
  "apigateway-authorizer 2.0"(stack, fn) {
    const api = lib("apigatewayv2");
    const { HttpLambdaAuthorizer, HttpLambdaResponseType } = lib("apigatewayv2-authorizers");
    const { HttpUrlIntegration } = lib("apigatewayv2-integrations");
    new api.HttpApi(stack, "Api").addRoutes({
      path: "/", integration: new HttpUrlIntegration("Integration", "https://example.com"),
      authorizer: new HttpLambdaAuthorizer("Authorizer", fn, { responseTypes: [HttpLambdaResponseType.SIMPLE] }),
    });
  },
  "apigateway-http"(stack, fn) {
    const api = lib("apigatewayv2");
    const { HttpLambdaIntegration } = lib("apigatewayv2-integrations");
    new api.HttpApi(stack, "Api").addRoutes({ path: "/hello", methods: [api.HttpMethod.ANY], integration: new HttpLambdaIntegration("Integration", fn) });
  },
  "apigateway-rest"(stack, fn) {
    const api = lib("apigateway");
    new api.RestApi(stack, "Api").root.addResource("hello").addMethod("ANY", new api.LambdaIntegration(fn));
  },
  "apigateway-websocket"(stack, fn) {
    const api = lib("apigatewayv2");
    const { WebSocketLambdaIntegration } = lib("apigatewayv2-integrations");
    const socket = new api.WebSocketApi(stack, "Api", { defaultRouteOptions: { integration: new WebSocketLambdaIntegration("Integration", fn) } });
    new api.WebSocketStage(stack, "Stage", { webSocketApi: socket, stageName: "prod", autoDeploy: true });
  },
  "apigateway-websocket push"(stack, fn) {
    const api = lib("apigatewayv2");
    const { WebSocketLambdaIntegration } = lib("apigatewayv2-integrations");
    const socket = new api.WebSocketApi(stack, "Api", { defaultRouteOptions: { integration: new WebSocketLambdaIntegration("Integration", fn) } });
    new api.WebSocketStage(stack, "Stage", { webSocketApi: socket, stageName: "prod", autoDeploy: true }).grantManagementApiAccess(fn);
  },
  "appsync-authorizer"(stack, fn) {
    const appsync = lib("appsync");
    new appsync.GraphqlApi(stack, "Api", {
      name: "api", definition: appsync.Definition.fromFile(file("schema.graphql", "type Query { a: String }")),
      authorizationConfig: { defaultAuthorization: { authorizationType: appsync.AuthorizationType.LAMBDA, lambdaAuthorizerConfig: { handler: fn } } },
    });
  },
  "appsync-resolver"(stack, fn) {
    const appsync = lib("appsync");
    const api = new appsync.GraphqlApi(stack, "Api", { name: "api", definition: appsync.Definition.fromFile(file("schema.graphql", "type Query { a: String }")) });
    api.addLambdaDataSource("Source", fn);
  },
  "cloudformation-custom-resource"(stack, fn) {
    new cdk.CustomResource(stack, "Custom", { serviceToken: fn.functionArn });
  },
  "cloudfront-oac"(stack, fn) {
    const cloudfront = lib("cloudfront");
    const { FunctionUrlOrigin } = lib("cloudfront-origins");
    const url = fn.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.AWS_IAM });
    new cloudfront.Distribution(stack, "Distribution", { defaultBehavior: { origin: FunctionUrlOrigin.withOriginAccessControl(url) } });
  },
  "cloudwatch-alarm"(stack, fn) {
    const cloudwatch = lib("cloudwatch");
    const { LambdaAction } = lib("cloudwatch-actions");
    new cloudwatch.Alarm(stack, "Alarm", { metric: new cloudwatch.Metric({ namespace: "a", metricName: "b" }), threshold: 1, evaluationPeriods: 1 }).addAlarmAction(new LambdaAction(fn));
  },
  "cloudwatch-logs"(stack, fn) {
    const logs = lib("logs");
    const { LambdaDestination } = lib("logs-destinations");
    new logs.SubscriptionFilter(stack, "Filter", { logGroup: new logs.LogGroup(stack, "Group"), destination: new LambdaDestination(fn), filterPattern: logs.FilterPattern.allEvents() });
  },
  "codepipeline"(stack, fn) {
    const pipeline = lib("codepipeline");
    const actions = lib("codepipeline-actions");
    const bucket = new (lib("s3").Bucket)(stack, "Bucket");
    const source = new pipeline.Artifact();
    new pipeline.Pipeline(stack, "Pipeline", {
      artifactBucket: bucket,
      stages: [
        { stageName: "Source", actions: [new actions.S3SourceAction({ actionName: "s", bucket, bucketKey: "k", output: source })] },
        { stageName: "Invoke", actions: [new actions.LambdaInvokeAction({ actionName: "l", lambda: fn })] },
      ],
    });
  },
  "cognito-user-pool"(stack, fn) {
    new (lib("cognito").UserPool)(stack, "Pool", { lambdaTriggers: { preSignUp: fn } });
  },
  "config-rule"(stack, fn) {
    const config = lib("config");
    new config.CustomRule(stack, "Rule", { lambdaFunction: fn, periodic: true, maximumExecutionFrequency: config.MaximumExecutionFrequency.TWENTY_FOUR_HOURS });
  },
  "dynamodb-streams"(stack, fn) {
    const dynamodb = lib("dynamodb");
    const table = new dynamodb.Table(stack, "Table", { partitionKey: { name: "id", type: dynamodb.AttributeType.STRING }, stream: dynamodb.StreamViewType.NEW_IMAGE });
    fn.addEventSource(new sources.DynamoEventSource(table, { startingPosition: lambda.StartingPosition.LATEST }));
  },
  "eventbridge-pipes"(stack, fn) {
    const pipes = lib("pipes");
    const role = new iam.Role(stack, "Caller", { assumedBy: new iam.ServicePrincipal("pipes.amazonaws.com") });
    fn.grantInvoke(role);
    new pipes.CfnPipe(stack, "Pipe", { roleArn: role.roleArn, source: arn("sqs", "orders"), target: fn.functionArn });
  },
  "eventbridge-rule"(stack, fn) {
    const events = lib("events");
    new events.Rule(stack, "Rule", { eventPattern: { source: ["hello"] }, targets: [new (lib("events-targets").LambdaFunction)(fn)] });
  },
  "eventbridge-schedule"(stack, fn) {
    const events = lib("events");
    new events.Rule(stack, "Rule", { schedule: events.Schedule.rate(cdk.Duration.days(1)), targets: [new (lib("events-targets").LambdaFunction)(fn)] });
  },
  "eventbridge-scheduler"(stack, fn) {
    const scheduler = lib("scheduler");
    new scheduler.Schedule(stack, "Schedule", { schedule: scheduler.ScheduleExpression.rate(cdk.Duration.days(1)), target: new (lib("scheduler-targets").LambdaInvoke)(fn) });
  },
  "firehose-transform"(stack, fn) {
    const firehose = lib("kinesisfirehose");
    const bucket = new (lib("s3").Bucket)(stack, "Bucket");
    new firehose.DeliveryStream(stack, "Stream", { destination: new firehose.S3Bucket(bucket, { processors: [new firehose.LambdaFunctionProcessor(fn)], loggingConfig: new firehose.DisableLogging() }) });
  },
  "function-url-iam"(stack, fn) {
    fn.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.AWS_IAM }).grantInvokeUrl(new iam.AccountPrincipal("123456789012"));
  },
  "function-url-none"(stack, fn) {
    fn.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE });
  },
  "aws-account"(stack, fn) {
    fn.grantInvoke(new iam.AccountPrincipal("444455556666"));
  },
  "aws-organization"(stack, fn) {
    fn.grantInvoke(new iam.OrganizationPrincipal("o-a1b2c3d4e5"));
  },
  "iot-rule"(stack, fn) {
    const iot = lib("iot");
    const rule = new iot.CfnTopicRule(stack, "Rule", { topicRulePayload: { sql: "SELECT * FROM 'a'", actions: [{ lambda: { functionArn: fn.functionArn } }] } });
    fn.addPermission("Iot", { principal: new iam.ServicePrincipal("iot.amazonaws.com"), sourceArn: rule.attrArn, sourceAccount: account });
  },
  "kinesis"(stack, fn) {
    fn.addEventSource(new sources.KinesisEventSource(new (lib("kinesis").Stream)(stack, "Stream"), { startingPosition: lambda.StartingPosition.LATEST }));
  },
  "kinesis key"(stack, fn) {
    const kinesis = lib("kinesis");
    const encryptionKey = lib("kms").Key.fromKeyArn(stack, "Key", arn("kms", "key/1234abcd-12ab-34cd-56ef-1234567890ab"));
    fn.addEventSource(new sources.KinesisEventSource(new kinesis.Stream(stack, "Stream", { encryption: kinesis.StreamEncryption.KMS, encryptionKey }), { startingPosition: lambda.StartingPosition.LATEST }));
  },
  "kinesis failure-queue"(stack, fn) {
    const onFailure = new sources.SqsDlq(new (lib("sqs").Queue)(stack, "Failed"));
    fn.addEventSource(new sources.KinesisEventSource(new (lib("kinesis").Stream)(stack, "Stream"), { startingPosition: lambda.StartingPosition.LATEST, onFailure }));
  },
  "kinesis failure-topic"(stack, fn) {
    const onFailure = new sources.SnsDlq(new (lib("sns").Topic)(stack, "Failed"));
    fn.addEventSource(new sources.KinesisEventSource(new (lib("kinesis").Stream)(stack, "Stream"), { startingPosition: lambda.StartingPosition.LATEST, onFailure }));
  },
  "kinesis failure-bucket"(stack, fn) {
    const onFailure = new sources.S3OnFailureDestination(new (lib("s3").Bucket)(stack, "failed"));
    fn.addEventSource(new sources.KinesisEventSource(new (lib("kinesis").Stream)(stack, "Stream"), { startingPosition: lambda.StartingPosition.LATEST, onFailure }));
  },
  "msk"(stack, fn) {
    fn.addEventSource(new sources.ManagedKafkaEventSource({ clusterArn: arn("kafka", "cluster/shop/a1b2c3d4-5678-90ab-cdef-111122223333-1"), topic: "orders", startingPosition: lambda.StartingPosition.LATEST }));
  },
  "msk secret"(stack, fn) {
    const secret = lib("secretsmanager").Secret.fromSecretCompleteArn(stack, "Secret", arn("secretsmanager", "secret:AmazonMSK_shop-AbCdEf"));
    fn.addEventSource(new sources.ManagedKafkaEventSource({ clusterArn: arn("kafka", "cluster/shop/a1b2c3d4-5678-90ab-cdef-111122223333-1"), topic: "orders", secret, startingPosition: lambda.StartingPosition.LATEST }));
  },
  "s3"(stack, fn) {
    const s3 = lib("s3");
    fn.addEventSource(new sources.S3EventSource(new s3.Bucket(stack, "bucket"), { events: [s3.EventType.OBJECT_CREATED] }));
  },
  "secrets-manager-rotation"(stack, fn) {
    new (lib("secretsmanager").Secret)(stack, "Secret").addRotationSchedule("Rotation", { rotationLambda: fn });
  },
  "self-managed-kafka"(stack, fn) {
    const secret = lib("secretsmanager").Secret.fromSecretCompleteArn(stack, "Secret", arn("secretsmanager", "secret:kafka-AbCdEf"));
    fn.addEventSource(new sources.SelfManagedKafkaEventSource({ bootstrapServers: ["b-1.example.com:9092"], topic: "orders", secret, startingPosition: lambda.StartingPosition.LATEST }));
  },
  "self-managed-kafka subnets"(stack, fn) {
    const ec2 = lib("ec2");
    const secret = lib("secretsmanager").Secret.fromSecretCompleteArn(stack, "Secret", arn("secretsmanager", "secret:kafka-AbCdEf"));
    const vpc = new ec2.Vpc(stack, "Vpc", { natGateways: 0 });
    fn.addEventSource(new sources.SelfManagedKafkaEventSource({
      bootstrapServers: ["b-1.example.com:9092"], topic: "orders", secret, startingPosition: lambda.StartingPosition.LATEST,
      vpc, vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC }, securityGroup: new ec2.SecurityGroup(stack, "Group", { vpc }),
    }));
  },
  "ses"(stack, fn) {
    const ses = lib("ses");
    new ses.ReceiptRuleSet(stack, "Set", { rules: [{ actions: [new (lib("ses-actions").Lambda)({ function: fn })] }] });
  },
  "sns"(stack, fn) {
    fn.addEventSource(new sources.SnsEventSource(new (lib("sns").Topic)(stack, "Topic")));
  },
  "sqs"(stack, fn) {
    fn.addEventSource(new sources.SqsEventSource(new (lib("sqs").Queue)(stack, "Queue")));
  },
  "sqs key"(stack, fn) {
    const encryptionMasterKey = lib("kms").Key.fromKeyArn(stack, "Key", arn("kms", "key/1234abcd-12ab-34cd-56ef-1234567890ab"));
    fn.addEventSource(new sources.SqsEventSource(new (lib("sqs").Queue)(stack, "Queue", { encryptionMasterKey })));
  },
  "step-functions"(stack, fn) {
    const sfn = lib("stepfunctions");
    new sfn.StateMachine(stack, "Machine", { definitionBody: sfn.DefinitionBody.fromChainable(new (lib("stepfunctions-tasks").LambdaInvoke)(stack, "Invoke", { lambdaFunction: fn })) });
  },
};
