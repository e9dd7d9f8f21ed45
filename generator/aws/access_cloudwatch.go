package aws

import "strings"

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html
func cloudwatchAccess() *Access {
	return &Access{
		ID:       "cloudwatch",
		Title:    "CloudWatch metrics",
		Sentence: "publish metrics of one namespace",
		Doc:      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-namespace.html",
		Params: []Param{{
			Name: "namespace", Ask: "Namespace", Help: "namespace of the metrics",
			Type: Text, Pattern: `[A-Za-z0-9._/#-][A-Za-z0-9._/#:-]{0,254}`, Want: "1 to 255 letters, digits and . - _ / # :", Refuse: refuseNamespace,
			Example: "Orders", Placeholder: "METRIC_NAMESPACE",
		}},
		Statements: []Statement{{
			Sid:       "PutMetrics",
			Actions:   []string{"cloudwatch:PutMetricData"},
			Resources: []string{"*"},
			Condition: []Condition{{"StringEquals", "cloudwatch:namespace", "{namespace}"}},
			Why:       "access cloudwatch: metrics of a namespace have no ARN, so only * works as resource, and the condition limits it to {namespace}",
		}},
	}
}

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html
func refuseNamespace(name string) string {
	if strings.HasPrefix(name, "AWS/") {
		return "want a namespace that does not begin with AWS/, which is AWS's own"
	}
	return ""
}
