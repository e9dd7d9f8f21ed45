package proof

import (
	"strings"
	"testing"
)

// A person is told of a statement that allows what another access denies the function's code, and of no other.
func TestWithheld(t *testing.T) {
	for args, want := range map[string]string{
		"--access vpc --access statement:actions=ec2:DescribeSubnets,resources=*":                                                                 "ec2:DescribeSubnets, which the function's own code may not do: access vpc",
		"--trigger documentdb --access statement:actions=ec2:Describe*,resources=*":                                                               "ec2:DescribeNetworkInterfaces, which the function's own code may not do: trigger documentdb",
		"--access vpc --access statement:actions=ec2:DeleteNetworkInterface,resources=arn:aws:ec2:eu-west-1:123456789012:network-interface/eni-1": "ec2:DeleteNetworkInterface",
		"--access vpc --access statement:actions=ec2:DescribeInstances,resources=*":                                                               "",
		"--access vpc --access statement:actions=ec2:DescribeSubnets,resources=*,effect=Deny":                                                     "",
		"--access statement:actions=ec2:DescribeSubnets,resources=*":                                                                              "",
		"--access vpc": "",
	} {
		f := function(t, parse(t, append([]string{"hello"}, strings.Fields(args)...)))
		got := strings.Join(f.Withheld(), "\n")
		if (got == "") != (want == "") || !strings.Contains(got, want) || !strings.Contains(strings.Join(f.Warnings(), "\n"), got) {
			t.Errorf("%s: got %q, want %q", args, got, want)
		}
	}
}
