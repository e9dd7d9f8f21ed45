package aws

import "strings"

// vpcAccess is what Lambda does with the execution role to connect a function to a VPC. The function's own code holds the
// same role and needs none of it, so that it is denied there.
//
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
func vpcAccess() *Access {
	return &Access{
		ID:       "vpc",
		Title:    "VPC",
		Sentence: "be connected to subnets of a VPC, which Lambda does with the function's role",
		Doc:      "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html",
		Params: []Param{
			{
				Name: "subnets", Ask: "Subnets", Help: "ids of the subnets that the function is connected to; without them it is only allowed to be",
				Type: List, Pattern: `subnet-[0-9a-f]{8,17}`, Want: "an id like subnet-0a1b2c3d", Example: "subnet-0a1b2c3d",
			},
			{
				Name: "security-groups", Ask: "Security groups", Help: "ids of the security groups of its network interfaces",
				Type: List, Pattern: `sg-[0-9a-f]{8,17}`, Want: "an id like sg-0a1b2c3d", Example: "sg-0a1b2c3d",
			},
		},
		Refuse: refuseSubnets,
		// https://docs.aws.amazon.com/lambda/latest/api/API_VpcConfig.html
		Function: `{"VpcConfig?": {"SubnetIds": ["{subnets}"], "SecurityGroupIds": ["{security-groups}"]}}`,
		Statements: forLambda(Statement{
			Sid: "ConnectToVPC",
			Actions: []string{
				"ec2:AssignPrivateIpAddresses", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface",
				"ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets", "ec2:UnassignPrivateIpAddresses",
			},
			Resources: []string{"*"},
			Why:       "access vpc: Lambda makes network interfaces with the role; they have no ARN before they exist and the Describe actions know no resource, so only * works",
		}),
	}
}

// forLambda is a statement about what Lambda does with the execution role, beside one that denies it to the function's own
// code, which holds the same role.
// https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html#permissions-executionrole-source-function-arn
func forLambda(s Statement) []Statement {
	from, _, _ := strings.Cut(s.Why, ":")
	return []Statement{s, {
		Sid: "KeepFromCode", Effect: "Deny", Needs: s.Needs, Actions: s.Actions, Resources: []string{"*"},
		Condition: []Condition{{"ArnEquals", "lambda:SourceFunctionArn", "arn:{partition}:lambda:{region}:{account}:function:{function}"}},
		Why:       from + ": the function's own code is denied what Lambda does with the role, everywhere: the condition tells the two apart, not the resource",
	}}
}

// refuseSubnets knows that Lambda takes subnets and security groups together.
func refuseSubnets(given func(name string) string) (param, why string) {
	if (given("subnets") == "") != (given("security-groups") == "") {
		return "subnets", "want subnets and security-groups together"
	}
	return "", ""
}
