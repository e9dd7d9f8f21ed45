"""Prints the documents of AWS's managed policies for functions, as moto has them, by name."""

import json
import sys

from moto.iam.aws_managed_policies import aws_managed_policies_data

policies = json.loads(aws_managed_policies_data)
names = [name for name in policies if name.startswith("AWSLambda")] + ["AWSConfigRulesExecutionRole", "AmazonAPIGatewayPushToCloudWatchLogs"]
json.dump({name: policies[name]["Document"] for name in names}, sys.stdout)
