package cdk_test

import (
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/cdk"
)

// The templates are there, each with what its name says. The CDK is installed by bash .ci/parts.
func TestTemplates(t *testing.T) {
	t.Parallel()
	templates := cdk.Templates(t)
	for name, want := range map[string]string{
		"trigger sns": "sns.amazonaws.com", "trigger kinesis": "kinesis:GetRecords", "access sqs write": "sqs:SendMessage",
	} {
		if !strings.Contains(string(templates[name]), want) {
			t.Errorf("%s: got %.300s, want %s in it", name, templates[name], want)
		}
	}
}
