package sam_test

import (
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/sam"
)

// A function becomes a function and a role. aws-sam-translator is installed by bash .ci/parts.
func TestExpand(t *testing.T) {
	t.Parallel()
	function := map[string]any{"Type": "AWS::Serverless::Function", "Properties": map[string]any{
		"Runtime": "nodejs24.x", "Handler": "index.handler", "InlineCode": "exports.handler = async () => {}",
	}}
	got := string(sam.Expand(t, map[string]any{"one": map[string]any{
		"Transform": "AWS::Serverless-2016-10-31", "Resources": map[string]any{"Function": function},
	}})["one"])
	for _, want := range []string{"AWS::Lambda::Function", "AWS::IAM::Role", "AWSLambdaBasicExecutionRole"} {
		if !strings.Contains(got, want) {
			t.Errorf("got %s, want %s in it", got, want)
		}
	}
}

// The policy that every function's role has in SAM and CDK. moto is installed by bash .ci/parts.
func TestManaged(t *testing.T) {
	t.Parallel()
	basic := sam.Managed(t)["AWSLambdaBasicExecutionRole"]
	if len(basic.Statement) != 1 || len(basic.Statement[0].Action) != 3 {
		t.Errorf("got %+v, want one statement about logs", basic)
	}
}
