"""Makes the everyday calls of each access with boto3, and the same about neighbours, and prints what came of them."""

import io
import json
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

given = json.load(sys.stdin)
config = Config(
    region_name="eu-west-1",
    retries={"max_attempts": 0},
    s3={"addressing_style": "path"},
    parameter_validation=True,
)
session = boto3.session.Session()
outcomes, cases = [], {}
account = "arn:aws:{}:eu-west-1:123456789012:{}".format


def make(kind, service, endpoint, key):
    return getattr(session, kind)(
        service, endpoint_url=endpoint, aws_access_key_id=key, aws_secret_access_key="testing", config=config
    )


def admin(service):
    return make("client", service, given["upstream"], "testing")


class Case:
    """The SDK as the function of one case has it."""

    def __init__(self, name):
        self.name = name

    def client(self, service):
        return make("client", service, given["guarded"], given["keys"][self.name])

    def resource(self, service):
        return make("resource", service, given["guarded"], given["keys"][self.name])

    def try_call(self, allowed, method, *args, **params):
        about = [str(value)[:60] for value in list(args) + list(params.values()) if isinstance(value, str)][:2]
        outcome = {"case": self.name, "call": " ".join([method.__name__, *about]), "allowed": allowed, "code": ""}
        answer = {}
        try:
            answer = method(*args, **params) or {}
        except ClientError as error:
            outcome["code"], outcome["why"] = error.response["Error"]["Code"], error.response["Error"].get("Message", "")
        except (BotoCoreError, boto3.exceptions.Boto3Error) as error:
            outcome["code"] = f"{type(error).__name__}: {error}"
        outcomes.append(outcome)
        return answer

    def yes(self, method, *args, **params):
        return self.try_call(True, method, *args, **params)

    def no(self, method, *args, **params):
        self.try_call(False, method, *args, **params)


def case(name):
    def keep(function):
        cases[name] = function
        return function

    return keep


def item(n):
    return {"id": {"S": str(n)}, "day": {"S": "monday"}}


def setup():
    dynamodb = admin("dynamodb")
    for table in ("Orders", "Customers"):
        dynamodb.create_table(
            TableName=table,
            BillingMode="PAY_PER_REQUEST",
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
            AttributeDefinitions=[{"AttributeName": name, "AttributeType": "S"} for name in ("id", "day")],
            GlobalSecondaryIndexes=[
                {
                    "IndexName": index,
                    "KeySchema": [{"AttributeName": "day", "KeyType": "HASH"}],
                    "Projection": {"ProjectionType": "ALL"},
                }
                for index in ("byDay", "byWeek")
            ],
        )
        dynamodb.put_item(TableName=table, Item=item(1))
    s3 = admin("s3")
    for bucket in ("my-data", "other-data"):
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
        s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
        for key in ("in/a", "out/a"):
            s3.put_object(Bucket=bucket, Key=key, Body=b"a")
    for queue in ("orders", "orders2"):
        admin("sqs").create_queue(QueueName=queue)
        admin("sns").create_topic(Name=queue)
    for stream in ("clicks", "clicks2"):
        admin("kinesis").create_stream(StreamName=stream, ShardCount=1)
        admin("firehose").create_delivery_stream(
            DeliveryStreamName=stream, S3DestinationConfiguration={"RoleARN": "arn:aws:iam::123456789012:role/a", "BucketARN": "arn:aws:s3:::my-data"}
        )
    for name in ("prod/db", "prod/db2"):
        admin("secretsmanager").create_secret(Name=name, SecretString="a")
    for name in ("/shop/limit", "/shop/limit/low", "/shop2"):
        admin("ssm").put_parameter(Name=name, Value="1", Type="String")
    admin("events").create_event_bus(Name="shop")
    admin("ses").verify_domain_identity(Domain="example.com")
    admin("ses").create_template(Template={"TemplateName": "receipt", "SubjectPart": "a", "TextPart": "a"})
    admin("iam").create_role(RoleName="machine", AssumeRolePolicyDocument="{}")
    for name in ("order", "order2"):
        definition = json.dumps({"StartAt": "a", "States": {"a": {"Type": "Pass", "End": True}}})
        admin("stepfunctions").create_state_machine(name=name, definition=definition, roleArn="arn:aws:iam::123456789012:role/machine")
    for group in ("/aws/lambda/hello", "/aws/lambda/hello2"):
        admin("logs").create_log_group(logGroupName=group)


@case("logs")
def _(sdk):
    logs = sdk.client("logs")
    sdk.yes(logs.create_log_stream, logGroupName="/aws/lambda/hello", logStreamName="a")
    event = {"timestamp": 1767323045000, "message": "a"}
    sdk.yes(logs.put_log_events, logGroupName="/aws/lambda/hello", logStreamName="a", logEvents=[event])
    sdk.no(logs.create_log_stream, logGroupName="/aws/lambda/hello2", logStreamName="a")
    sdk.no(logs.put_log_events, logGroupName="/aws/lambda/hello2", logStreamName="a", logEvents=[event])
    sdk.no(logs.get_log_events, logGroupName="/aws/lambda/hello", logStreamName="a")
    sdk.no(logs.delete_log_group, logGroupName="/aws/lambda/hello")


def read_table(sdk, may):
    db = sdk.client("dynamodb")
    key = {"id": {"S": "1"}}
    day = {"KeyConditionExpression": "#d = :d", "ExpressionAttributeNames": {"#d": "day"}, "ExpressionAttributeValues": {":d": {"S": "monday"}}}
    may(db.get_item, TableName="Orders", Key=key)
    may(db.batch_get_item, RequestItems={"Orders": {"Keys": [key]}})
    may(db.query, TableName="Orders", KeyConditionExpression="id = :i", ExpressionAttributeValues={":i": {"S": "1"}})
    may(db.query, TableName="Orders", IndexName="byDay", **day)
    may(db.scan, TableName="Orders")
    may(db.scan, TableName="Orders", IndexName="byDay")
    may(db.transact_get_items, TransactItems=[{"Get": {"TableName": "Orders", "Key": key}}])
    may(db.execute_statement, Statement="SELECT * FROM \"Orders\" WHERE id = '1'")
    for table in ("Customers",):
        sdk.no(db.get_item, TableName=table, Key=key)
        sdk.no(db.scan, TableName=table)
        sdk.no(db.batch_get_item, RequestItems={"Orders": {"Keys": [key]}, table: {"Keys": [key]}})
        sdk.no(db.transact_get_items, TransactItems=[{"Get": {"TableName": table, "Key": key}}])
        sdk.no(db.execute_statement, Statement=f"SELECT * FROM \"{table}\" WHERE id = '1'")
    sdk.no(db.query, TableName="Orders", IndexName="byWeek", **day)
    sdk.no(db.delete_table, TableName="Orders")


def write_table(sdk, may):
    db = sdk.client("dynamodb")
    key = {"id": {"S": "2"}}
    change = {"UpdateExpression": "SET #d = :d", "ExpressionAttributeNames": {"#d": "day"}, "ExpressionAttributeValues": {":d": {"S": "a"}}}
    put = {"Put": {"TableName": "Orders", "Item": item(3)}}
    check = {"ConditionCheck": {"TableName": "Orders", "Key": {"id": {"S": "1"}}, "ConditionExpression": "attribute_exists(id)"}}
    may(db.put_item, TableName="Orders", Item=item(2))
    may(db.update_item, TableName="Orders", Key=key, **change)
    may(db.delete_item, TableName="Orders", Key=key)
    may(db.batch_write_item, RequestItems={"Orders": [{"PutRequest": {"Item": item(4)}}, {"DeleteRequest": {"Key": key}}]})
    may(db.transact_write_items, TransactItems=[put])
    may(db.transact_write_items, TransactItems=[put | {}, check])
    may(db.execute_statement, Statement="INSERT INTO \"Orders\" VALUE {'id': '5'}")
    may(db.execute_statement, Statement="UPDATE \"Orders\" SET day = 'b' WHERE id = '5'")
    may(db.execute_statement, Statement="DELETE FROM \"Orders\" WHERE id = '5'")
    sdk.no(db.put_item, TableName="Customers", Item=item(2))
    sdk.no(db.transact_write_items, TransactItems=[put, {"Delete": {"TableName": "Customers", "Key": key}}])
    sdk.no(db.batch_write_item, RequestItems={"Customers": [{"PutRequest": {"Item": item(4)}}]})
    sdk.no(db.delete_table, TableName="Orders")


@case("dynamodb read")
def _(sdk):
    read_table(sdk, sdk.yes)
    write_table(sdk, sdk.no)
    sdk.yes(sdk.resource("dynamodb").Table("Orders").load)
    sdk.no(sdk.resource("dynamodb").Table("Customers").load)


@case("dynamodb write")
def _(sdk):
    write_table(sdk, sdk.yes)
    read_table(sdk, sdk.no)
    sdk.yes(sdk.resource("dynamodb").Table("Orders").load)


@case("dynamodb readwrite")
def _(sdk):
    write_table(sdk, sdk.yes)
    read_table(sdk, sdk.yes)
    sdk.yes(sdk.resource("dynamodb").Table("Orders").load)


def read_bucket(sdk, may):
    s3 = sdk.client("s3")
    versions = admin("s3").list_object_versions(Bucket="my-data", Prefix="in/a")["Versions"]
    may(s3.get_object, Bucket="my-data", Key="in/a")
    may(s3.head_object, Bucket="my-data", Key="in/a")
    may(s3.get_object, Bucket="my-data", Key="in/a", VersionId=versions[0]["VersionId"])
    may(s3.get_object_tagging, Bucket="my-data", Key="in/a")
    may(s3.get_object_attributes, Bucket="my-data", Key="in/a", ObjectAttributes=["ETag"])
    may(s3.list_objects_v2, Bucket="my-data", Prefix="in/")
    may(s3.list_object_versions, Bucket="my-data", Prefix="in/")
    may(s3.download_fileobj, "my-data", "in/a", io.BytesIO())
    sdk.no(s3.get_object, Bucket="my-data", Key="out/a")
    sdk.no(s3.get_object, Bucket="other-data", Key="in/a")
    sdk.no(s3.list_objects_v2, Bucket="my-data")
    sdk.no(s3.list_objects_v2, Bucket="my-data", Prefix="out/")
    sdk.no(s3.list_objects_v2, Bucket="other-data", Prefix="in/")
    sdk.no(s3.delete_bucket, Bucket="my-data")


def write_bucket(sdk, may):
    s3 = sdk.client("s3")
    may(s3.put_object, Bucket="my-data", Key="in/b", Body=b"b")
    may(s3.put_object, Bucket="my-data", Key="in/c", Body=b"c", Tagging="team=a")
    may(s3.put_object_tagging, Bucket="my-data", Key="in/b", Tagging={"TagSet": [{"Key": "a", "Value": "b"}]})
    may(s3.upload_fileobj, io.BytesIO(bytes(9 << 20)), "my-data", "in/large")
    upload = may(s3.create_multipart_upload, Bucket="my-data", Key="in/d") or {}
    parts = {"Bucket": "my-data", "Key": "in/d", "UploadId": upload.get("UploadId", "a")}
    may(s3.upload_part, PartNumber=1, Body=b"d", **parts)
    may(s3.list_parts, **parts)
    may(s3.abort_multipart_upload, **parts)
    may(s3.delete_object, Bucket="my-data", Key="in/b")
    may(s3.delete_objects, Bucket="my-data", Delete={"Objects": [{"Key": "in/c"}, {"Key": "in/large"}]})
    sdk.no(s3.put_object, Bucket="my-data", Key="out/b", Body=b"b")
    sdk.no(s3.put_object, Bucket="other-data", Key="in/b", Body=b"b")
    sdk.no(s3.delete_objects, Bucket="my-data", Delete={"Objects": [{"Key": "in/c"}, {"Key": "out/a"}]})
    sdk.no(s3.delete_bucket, Bucket="my-data")


@case("s3 read")
def _(sdk):
    read_bucket(sdk, sdk.yes)
    write_bucket(sdk, sdk.no)


@case("s3 write")
def _(sdk):
    write_bucket(sdk, sdk.yes)
    read_bucket(sdk, sdk.no)


@case("s3 readwrite")
def _(sdk):
    write_bucket(sdk, sdk.yes)
    read_bucket(sdk, sdk.yes)
    s3 = sdk.client("s3")
    sdk.yes(s3.copy_object, Bucket="my-data", Key="in/copy", CopySource={"Bucket": "my-data", "Key": "in/a"})
    sdk.no(s3.copy_object, Bucket="my-data", Key="in/copy", CopySource={"Bucket": "other-data", "Key": "in/a"})
    sdk.yes(s3.copy, {"Bucket": "my-data", "Key": "in/a"}, "my-data", "in/copy2")


def url(queue):
    return f"{given['guarded']}/123456789012/{queue}"


def send(sdk, may):
    sqs = sdk.client("sqs")
    may(sqs.get_queue_url, QueueName="orders")
    may(sqs.send_message, QueueUrl=url("orders"), MessageBody="a")
    may(sqs.send_message_batch, QueueUrl=url("orders"), Entries=[{"Id": "a", "MessageBody": "a"}])
    sdk.no(sqs.send_message, QueueUrl=url("orders2"), MessageBody="a")
    sdk.no(sqs.purge_queue, QueueUrl=url("orders"))


def receive(sdk, may):
    sqs = sdk.client("sqs")
    admin("sqs").send_message(QueueUrl=url("orders"), MessageBody="a")
    got = may(sqs.receive_message, QueueUrl=url("orders"), MaxNumberOfMessages=1) or {}
    handle = (got.get("Messages") or [{"ReceiptHandle": "a"}])[0]["ReceiptHandle"]
    may(sqs.change_message_visibility, QueueUrl=url("orders"), ReceiptHandle=handle, VisibilityTimeout=9)
    may(sqs.get_queue_attributes, QueueUrl=url("orders"), AttributeNames=["ApproximateNumberOfMessages"])
    may(sqs.delete_message, QueueUrl=url("orders"), ReceiptHandle=handle)
    sdk.no(sqs.receive_message, QueueUrl=url("orders2"))
    sdk.no(sqs.delete_queue, QueueUrl=url("orders"))


@case("sqs write")
def _(sdk):
    send(sdk, sdk.yes)
    sdk.no(sdk.client("sqs").receive_message, QueueUrl=url("orders"))


@case("sqs read")
def _(sdk):
    receive(sdk, sdk.yes)
    sdk.no(sdk.client("sqs").send_message, QueueUrl=url("orders"), MessageBody="a")


@case("sqs readwrite")
def _(sdk):
    send(sdk, sdk.yes)
    receive(sdk, sdk.yes)


@case("sns")
def _(sdk):
    sns = sdk.client("sns")
    sdk.yes(sns.publish, TopicArn=account("sns", "orders"), Message="a")
    sdk.yes(sns.publish_batch, TopicArn=account("sns", "orders"), PublishBatchRequestEntries=[{"Id": "a", "Message": "a"}])
    sdk.no(sns.publish, TopicArn=account("sns", "orders2"), Message="a")
    sdk.no(sns.delete_topic, TopicArn=account("sns", "orders"))


def write_stream(sdk, may):
    kinesis = sdk.client("kinesis")
    may(kinesis.put_record, StreamName="clicks", Data=b"a", PartitionKey="a")
    may(kinesis.put_records, StreamName="clicks", Records=[{"Data": b"a", "PartitionKey": "a"}])
    sdk.no(kinesis.put_record, StreamName="clicks2", Data=b"a", PartitionKey="a")
    sdk.no(kinesis.delete_stream, StreamName="clicks")


def read_stream(sdk, may):
    kinesis = sdk.client("kinesis")
    where = {"ShardId": "shardId-000000000000", "ShardIteratorType": "TRIM_HORIZON"}
    own = admin("kinesis").get_shard_iterator(StreamName="clicks", **where)["ShardIterator"]
    other = admin("kinesis").get_shard_iterator(StreamName="clicks2", **where)["ShardIterator"]
    may(kinesis.describe_stream_summary, StreamName="clicks")
    may(kinesis.list_shards, StreamName="clicks")
    may(kinesis.get_shard_iterator, StreamName="clicks", **where)
    may(kinesis.get_records, ShardIterator=own)
    sdk.no(kinesis.get_records, ShardIterator=other)
    sdk.no(kinesis.list_shards, StreamName="clicks2")


@case("kinesis write")
def _(sdk):
    write_stream(sdk, sdk.yes)
    sdk.no(sdk.client("kinesis").describe_stream_summary, StreamName="clicks")


@case("kinesis read")
def _(sdk):
    read_stream(sdk, sdk.yes)
    write_stream(sdk, sdk.no)


@case("kinesis readwrite")
def _(sdk):
    read_stream(sdk, sdk.yes)
    write_stream(sdk, sdk.yes)


@case("firehose")
def _(sdk):
    firehose = sdk.client("firehose")
    sdk.yes(firehose.put_record, DeliveryStreamName="clicks", Record={"Data": b"a"})
    sdk.yes(firehose.put_record_batch, DeliveryStreamName="clicks", Records=[{"Data": b"a"}])
    sdk.no(firehose.put_record, DeliveryStreamName="clicks2", Record={"Data": b"a"})
    sdk.no(firehose.delete_delivery_stream, DeliveryStreamName="clicks")


@case("secretsmanager read")
def _(sdk):
    secrets = sdk.client("secretsmanager")
    sdk.yes(secrets.get_secret_value, SecretId="prod/db")
    sdk.yes(secrets.get_secret_value, SecretId=admin("secretsmanager").describe_secret(SecretId="prod/db")["ARN"])
    sdk.yes(secrets.describe_secret, SecretId="prod/db")
    sdk.no(secrets.get_secret_value, SecretId="prod/db2")
    sdk.no(secrets.put_secret_value, SecretId="prod/db", SecretString="b")
    sdk.no(secrets.delete_secret, SecretId="prod/db")


@case("secretsmanager write")
def _(sdk):
    secrets = sdk.client("secretsmanager")
    sdk.yes(secrets.put_secret_value, SecretId="prod/db", SecretString="b")
    sdk.no(secrets.get_secret_value, SecretId="prod/db")
    sdk.no(secrets.put_secret_value, SecretId="prod/db2", SecretString="b")


@case("ssm read")
def _(sdk):
    ssm = sdk.client("ssm")
    sdk.yes(ssm.get_parameter, Name="/shop/limit", WithDecryption=True)
    sdk.yes(ssm.get_parameters, Names=["/shop/limit"])
    sdk.no(ssm.get_parameter, Name="/shop2")
    sdk.no(ssm.get_parameters, Names=["/shop/limit", "/shop2"])
    sdk.no(ssm.put_parameter, Name="/shop/limit", Value="2", Overwrite=True)


@case("ssm tree")
def _(sdk):
    ssm = sdk.client("ssm")
    sdk.yes(ssm.get_parameters_by_path, Path="/shop", Recursive=True)
    sdk.yes(ssm.get_parameter, Name="/shop/limit/low")
    sdk.no(ssm.get_parameters_by_path, Path="/shop2")
    sdk.no(ssm.get_parameters_by_path, Path="/")


@case("ssm write")
def _(sdk):
    ssm = sdk.client("ssm")
    sdk.yes(ssm.put_parameter, Name="/shop/limit", Value="2", Overwrite=True)
    sdk.no(ssm.put_parameter, Name="/shop2", Value="2", Overwrite=True)
    sdk.no(ssm.delete_parameter, Name="/shop/limit")


@case("eventbridge")
def _(sdk):
    events = sdk.client("events")
    entry = {"Source": "a", "DetailType": "b", "Detail": "{}"}
    sdk.yes(events.put_events, Entries=[entry | {"EventBusName": "shop"}])
    sdk.no(events.put_events, Entries=[entry])
    sdk.no(events.put_events, Entries=[entry | {"EventBusName": "shop"}, entry])


@case("step-functions start")
def _(sdk):
    states = sdk.client("stepfunctions")
    sdk.yes(states.start_execution, stateMachineArn=account("states", "stateMachine:order"), name="a")
    sdk.no(states.start_execution, stateMachineArn=account("states", "stateMachine:order2"))
    sdk.no(states.delete_state_machine, stateMachineArn=account("states", "stateMachine:order"))


@case("step-functions read")
def _(sdk):
    states = sdk.client("stepfunctions")
    for name in ("order", "order2"):
        admin("stepfunctions").start_execution(stateMachineArn=account("states", f"stateMachine:{name}"), name="b")
    sdk.yes(states.list_executions, stateMachineArn=account("states", "stateMachine:order"))
    sdk.yes(states.describe_execution, executionArn=account("states", "execution:order:b"))
    sdk.yes(states.get_execution_history, executionArn=account("states", "execution:order:b"))
    sdk.no(states.describe_execution, executionArn=account("states", "execution:order2:b"))
    sdk.no(states.start_execution, stateMachineArn=account("states", "stateMachine:order"))


@case("ses")
def _(sdk):
    message = {"Subject": {"Data": "a"}, "Body": {"Text": {"Data": "a"}}}
    to = {"Destination": {"ToAddresses": ["a@example.com"]}}
    raw = {"Data": b"From: a@example.com\nTo: a@example.com\n\na"}
    first, second = sdk.client("ses"), sdk.client("sesv2")
    sdk.yes(first.send_email, Source="a@example.com", Message=message, **to)
    sdk.yes(first.send_raw_email, Source="a@example.com", RawMessage=raw)
    sdk.yes(first.send_templated_email, Source="a@example.com", Template="receipt", TemplateData="{}", **to)
    sdk.yes(second.send_email, FromEmailAddress="a@example.com", Content={"Simple": message}, **to)
    sdk.no(first.send_email, Source="a@example.org", Message=message, **to)
    sdk.no(first.send_templated_email, Source="a@example.com", Template="other", TemplateData="{}", **to)
    sdk.no(second.send_email, FromEmailAddress="a@example.org", Content={"Simple": message}, **to)


@case("kms")
def _(sdk):
    kms = sdk.client("kms")
    key, other = given["keys"]["kms key"], admin("kms").create_key()["KeyMetadata"]["KeyId"]
    encrypted = sdk.yes(kms.encrypt, KeyId=key, Plaintext=b"a") or {}
    sdk.yes(kms.decrypt, KeyId=key, CiphertextBlob=encrypted.get("CiphertextBlob", b"a"))
    sdk.yes(kms.generate_data_key, KeyId=key, KeySpec="AES_256")
    sdk.no(kms.encrypt, KeyId=other, Plaintext=b"a")
    sdk.no(kms.schedule_key_deletion, KeyId=key)


@case("lambda")
def _(sdk):
    invoke = sdk.client("lambda").invoke
    sdk.no(invoke, FunctionName="price2")
    sdk.no(invoke, FunctionName="price", Qualifier="live")
    sdk.yes(invoke, FunctionName="price")


if given["keys"]:
    setup()
for name, calls in cases.items():
    if name in given["keys"]:
        calls(Case(name))
json.dump(outcomes, sys.stdout)
