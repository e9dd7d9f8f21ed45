package proof

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/iamdata"
)

// everywhere are keys of some services that a call of any action brings, with the reason.
var everywhere = map[string]string{
	"lambda:SourceFunctionArn": "Lambda's credentials bring it to every call: https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html",
}

// Every condition of the catalogue is about a key that each of the statement's actions knows: under another one, a statement
// allows nothing. The data is installed by bash .ci/parts.
func TestConditions(t *testing.T) {
	t.Parallel()
	tried := 0
	for from, list := range statements() {
		for _, s := range list {
			for _, line := range s.Condition {
				for _, action := range s.Actions {
					tried++
					checkKey(t, from+" "+s.Sid, action, line.Key)
				}
			}
		}
	}
	for _, f := range full(t, here1...) {
		for _, trigger := range f.Triggers {
			for _, p := range f.Permissions(trigger) {
				document, err := p.Document("arn:aws:lambda:eu-west-1:123456789012:function:hello")
				var operators map[string]map[string]any
				if condition := document.Statement[0].Condition; condition != nil {
					err = json.Unmarshal(condition, &operators)
				}
				if err != nil {
					t.Fatal(err)
				}
				for _, lines := range operators {
					for key := range lines {
						tried++
						checkKey(t, f.name+" "+p.StatementID, p.Action, key)
					}
				}
			}
		}
	}
	if tried < 80 {
		t.Errorf("tried %d keys, want more", tried)
	}
}

func checkKey(t *testing.T, where, action, key string) {
	t.Helper()
	global := strings.HasPrefix(strings.ToLower(key), "aws:") || everywhere[key] != ""
	if !global && !slices.Contains(iamdata.Keys(t, action), key) {
		t.Errorf("%s: %s does not know the key %s: it knows %q", where, action, key, iamdata.Keys(t, action))
	}
}
