package aws

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
		Statements: []Statement{
			{
				Sid: "ConnectToVPC",
				Actions: []string{
					"ec2:AssignPrivateIpAddresses", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface",
					"ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets", "ec2:UnassignPrivateIpAddresses",
				},
				Resources: []string{"*"},
				Why:       "access vpc: Lambda makes network interfaces with the role; they have no ARN before they exist and the Describe actions know no resource, so only * works",
			},
			// https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html#permissions-executionrole-source-function-arn
			{
				Sid: "KeepFromCode", Effect: "Deny",
				Actions: []string{
					"ec2:AssignPrivateIpAddresses", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface",
					"ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets", "ec2:UnassignPrivateIpAddresses",
				},
				Resources: []string{"*"},
				Condition: []Condition{{"ArnEquals", "lambda:SourceFunctionArn", "arn:{partition}:lambda:{region}:{account}:function:{function}"}},
				Why:       "access vpc: the function's own code is denied what Lambda does with the role, everywhere: the condition tells the two apart, not the resource",
			},
		},
	}
}
