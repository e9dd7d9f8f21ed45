package proof

import (
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// An ARN of another partition than the function's region is refused wherever one can be said: no statement about it would
// allow anything. One of its own partition is taken.
func TestOtherPartition(t *testing.T) {
	const key, secret = ":kms:REGION:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab", ":secretsmanager:REGION:123456789012:secret:prod/db-AbCdEf"
	for _, said := range [][]string{
		{"--trigger", "sqs:queue=jobs,key=ARN" + key}, {"--trigger", "kinesis:failure-queue=failed,failure-key=ARN" + key},
		{"--trigger", "documentdb:secret=ARN" + secret}, {"--trigger", "aws-account:caller=ARN:iam::210987654321:role/x"},
		{"--access", "kms:key=ARN" + key}, {"--access", "secretsmanager:secret=ARN" + secret}, {"--access", "s3:key=ARN" + key},
		{"--on-failure", "ARN:sqs:REGION:123456789012:failed"}, {"--on-failure", "ARN:s3:::failed"}, {"--role-boundary", "ARN:iam::123456789012:policy/limits"},
	} {
		for region, partition := range map[string]string{"eu-west-1": "aws", "cn-north-1": "aws-cn", "us-gov-west-1": "aws-us-gov"} {
			for _, of := range []string{"aws", "aws-cn", "aws-us-gov"} {
				value := strings.NewReplacer("ARN", "arn:"+of, "REGION", region).Replace(said[1])
				_, err := spec.Resolve(parse(t, []string{"hello", "--region", region, said[0], value}))
				if (err == nil) != (of == partition) {
					t.Errorf("%s: %s %s: got %v", region, said[0], value, err)
				}
			}
		}
	}
}
