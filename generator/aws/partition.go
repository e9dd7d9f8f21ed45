package aws

import "strings"

// Partition returns the partition that a region belongs to.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
func Partition(region string) string {
	switch {
	case strings.HasPrefix(region, "cn-"):
		return "aws-cn"
	case strings.HasPrefix(region, "us-gov-"):
		return "aws-us-gov"
	}
	return "aws"
}

// Suffix returns what the host names of a region's services end in.
// https://docs.aws.amazon.com/general/latest/gr/rande.html
func Suffix(region string) string {
	if Partition(region) == "aws-cn" {
		return "amazonaws.com.cn"
	}
	return "amazonaws.com"
}

// CheckRegion returns why region is none, "" where it is one. The pattern is that of SourceArn in AddPermission.
// https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
func CheckRegion(region string) string {
	if matches(`[a-z]{2}(-gov)?-[a-z]+-\d`, region) {
		return ""
	}
	return "want a region like eu-west-1"
}

// CheckAccount returns why account is no account id, "" where it is one.
// https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html
func CheckAccount(account string) string {
	if len(account) == 12 && strings.Trim(account, "0123456789") == "" {
		return ""
	}
	return "want 12 digits"
}

// ResourceName returns the name of the resource in an ARN, without its type and what belongs to it: Orders for
// arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/stream/1.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
func ResourceName(arn string) string {
	parts := strings.Split(strings.ReplaceAll(arn, "/", ":"), ":")
	switch {
	case len(parts) > 6:
		return parts[6]
	case len(parts) > 5:
		return parts[5]
	}
	return ""
}
