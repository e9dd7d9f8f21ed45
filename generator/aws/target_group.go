package aws

// Two balancers that know functions as target groups.

// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html
func albTrigger() *Trigger {
	return &Trigger{
		ID:       "alb",
		Title:    "Application Load Balancer",
		Sentence: "HTTP requests that a load balancer forwards to a target group",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/lambda/latest/dg/services-alb.html",
		Params: []Param{
			{
				Name: "target-group", Ask: "Name of the target group", Help: "an existing target group of type lambda",
				Type: Text, Pattern: `[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?`, Want: "1 to 32 letters, digits and -, none at an end", Example: "hello", Placeholder: "TARGET_GROUP", Identifies: true,
			},
			{
				Name: "target-group-id", Ask: "Id of the target group", Help: "what follows the name in the target group's ARN; * where it is not known",
				Type: Text, Pattern: `[0-9a-f]{16}|\*`, Want: "16 hexadecimal digits, or *", Example: "0123456789abcdef", Placeholder: "TARGET_GROUP_ID",
			},
		},
		Invoke: []Permission{{
			Principal:     "elasticloadbalancing.amazonaws.com",
			SourceArn:     "arn:{partition}:elasticloadbalancing:{region}:{account}:targetgroup/{target-group}/{target-group-id}",
			SourceAccount: true,
			Why:           "load balancers may invoke the function for the target group {target-group}, for whoever can reach their listeners",
		}},
		Event: Event{
			Marks: []Mark{
				{Path: Path{"requestContext", "elb"}, Test: Exists},
				{Path: Path{"requestContext", "elb", "targetGroupArn", Resource}, Test: Is, Value: "{target-group}", Apart: true, Environment: true},
			},
			Keys: []Place{
				{Path: Path{"queryStringParameters", Percent}, Text: true},
				{Path: Path{Body}},
			},
			Facts: []Fact{
				{Name: "method", Path: Path{"httpMethod"}, Why: "HTTP method of the request"},
				{Name: "path", Path: Path{"path"}, Why: "path of the request"},
			},
			Sample: `{
  "requestContext": {
    "elb": {"targetGroupArn": "arn:{partition|sample}:elasticloadbalancing:{region|sample}:{account|sample}:targetgroup/{target-group|sample}/0123456789abcdef"}
  },
  "httpMethod": "POST",
  "path": "/",
  "queryStringParameters": {},
  "headers": {
    "accept": "application/json",
    "content-type": "application/json",
    "host": "hello-1334523864.{region|sample}.elb.{dns-suffix|sample}",
    "user-agent": "curl/8.10.1",
    "x-forwarded-for": "192.0.2.1",
    "x-forwarded-port": "443",
    "x-forwarded-proto": "https"
  },
  "body": "{keys|body}",
  "isBase64Encoded": false
}`,
		},
		Reply:   Reply{Kind: HTTP, Why: "the load balancer sends the answer to the client"},
		Caution: "with multi-value headers switched on in the target group a request carries other fields and wants other headers back: leave the attribute lambda.multi_value_headers.enabled off",
		Wire: []string{
			"aws elbv2 register-targets --target-group-arn arn:{partition}:elasticloadbalancing:{region}:{account}:targetgroup/{target-group}/{target-group-id} --targets Id=arn:{partition}:lambda:{region}:{account}:function:{function}",
		},
		Types: []Type{{"go", "ALBTargetGroupRequest"}, {"typescript", "ALBEvent"}},
	}
}

// https://docs.aws.amazon.com/vpc-lattice/latest/ug/lambda-functions.html
func vpcLattice() *Trigger {
	return &Trigger{
		ID:       "vpc-lattice",
		Title:    "VPC Lattice service",
		Sentence: "HTTP requests that a VPC Lattice service routes to a target group, in event version 2.0",
		Model:    Push,
		Doc:      "https://docs.aws.amazon.com/vpc-lattice/latest/ug/lambda-functions.html",
		Params: []Param{{
			Name: "target-group", Ask: "Id of the target group", Help: "an existing target group of type lambda with event structure version V2",
			Type: Text, Pattern: `tg-[0-9a-z]{17}`, Want: "an id like tg-0123456789abcdef0", Example: "tg-0123456789abcdef0", Placeholder: "LATTICE_TARGET_GROUP", Identifies: true,
		}},
		Invoke: []Permission{{
			Principal: "vpc-lattice.amazonaws.com",
			SourceArn: "arn:{partition}:vpc-lattice:{region}:{account}:targetgroup/{target-group}",
			Why:       "VPC Lattice may invoke the function for the target group {target-group}, for whoever the service's auth policy admits",
		}},
		Event: Event{
			Marks: []Mark{
				{Path: Path{"requestContext", "serviceNetworkArn"}, Test: Exists},
				{Path: Path{"requestContext", "targetGroupArn", Resource}, Test: Is, Value: "{target-group}", Apart: true, Environment: true},
			},
			Keys: []Place{
				{Path: Path{"queryStringParameters", Firsts}, Text: true},
				{Path: Path{Body}},
			},
			Facts: []Fact{
				{Name: "method", Path: Path{"method"}, Why: "HTTP method of the request"},
				{Name: "path", Path: Path{"path"}, Why: "path of the request"},
			},
			Sample: `{
  "version": "2.0",
  "path": "/",
  "method": "POST",
  "headers": {
    "accept": ["application/json"],
    "content-type": ["application/json"],
    "host": ["hello-0123456789abcdef0.7d67968.vpc-lattice-svcs.{region|sample}.on.aws"],
    "user-agent": ["curl/8.10.1"],
    "x-forwarded-for": ["192.0.2.1"]
  },
  "body?": "{keys|body}",
  "requestContext": {
    "serviceNetworkArn": "arn:{partition|sample}:vpc-lattice:{region|sample}:{account|sample}:servicenetwork/sn-0123456789abcdef0",
    "serviceArn": "arn:{partition|sample}:vpc-lattice:{region|sample}:{account|sample}:service/svc-0123456789abcdef0",
    "targetGroupArn": "arn:{partition|sample}:vpc-lattice:{region|sample}:{account|sample}:targetgroup/{target-group|sample}",
    "identity": {"sourceVpcArn": "arn:{partition|sample}:ec2:{region|sample}:{account|sample}:vpc/vpc-0a1b2c3d4e5f67890"},
    "region": "{region|sample}",
    "timeEpoch": "1767323045678912"
  }
}`,
		},
		Reply: Reply{Kind: HTTP, Why: "VPC Lattice sends the answer to the client"},
		Wire: []string{
			"aws vpc-lattice register-targets --target-group-identifier {target-group} --targets id=arn:{partition}:lambda:{region}:{account}:function:{function}",
		},
		Doubts: []Doubt{{
			Says: "AWS's guide does not spell out what VPC Lattice wants back; the answer is the one that load balancers take",
			Page: "https://docs.aws.amazon.com/vpc-lattice/latest/ug/lambda-functions.html",
		}},
	}
}
