#!/usr/bin/env bash
# aws-lambda-powertools 3.37.0 (Python) reads VPC Lattice events of version 2.0 in two ways that do not agree. In these events
# each header and each query parameter is a list of texts:
# https://docs.aws.amazon.com/vpc-lattice/latest/ug/lambda-functions.html
# The data class VPCLatticeEventV2 hands out the list. The parser's VpcLatticeV2Model wants one text and refuses the event, so
# that @event_parser fails on every request that has a header. Use the data class, or a model of your own with list[str].
#
# Needs python3 with venv and pip.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check 'aws-lambda-powertools[parser]==3.37.0'
seen=$("$folder/python/bin/python" - <<'PYTHON'
import pydantic
from aws_lambda_powertools.utilities.data_classes import VPCLatticeEventV2
from aws_lambda_powertools.utilities.parser.models import VpcLatticeV2Model

lattice = "arn:aws:vpc-lattice:eu-west-1:123456789012"
event = {
    "version": "2.0",
    "path": "/orders",
    "method": "GET",
    "headers": {"accept": ["text/html"]},
    "queryStringParameters": {"state": ["open", "paid"]},
    "body": None,
    "isBase64Encoded": False,
    "requestContext": {
        "serviceNetworkArn": f"{lattice}:servicenetwork/sn-0bf3f2882e9cc805a",
        "serviceArn": f"{lattice}:service/svc-0a40eebed65f8d69c",
        "targetGroupArn": f"{lattice}:targetgroup/tg-6d0ecf831eec9f09",
        "identity": {"sourceVpcArn": "arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-0b8276c84697e7339"},
        "region": "eu-west-1",
        "timeEpoch": "1696331543569073",
    },
}
print("data class:", VPCLatticeEventV2(event).headers["accept"])
try:
    VpcLatticeV2Model.model_validate(event)
    print("model: taken")
except pydantic.ValidationError as error:
    for problem in error.errors():
        print("model:", ".".join(problem["loc"]), problem["msg"])
PYTHON
)
expected="data class: ['text/html']
model: headers.accept Input should be a valid string
model: queryStringParameters.state Input should be a valid string"
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'this has changed; it was:\n%s\n' "$expected" >&2; exit 1; }
