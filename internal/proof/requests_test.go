package proof

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/botomodel"
)

// Each request is one that AWS's own model of it takes: members, patterns, lengths. botocore is installed by
// bash .ci/parts.
func TestRequests(t *testing.T) {
	t.Parallel()
	requests := map[string]botomodel.Request{}
	for _, v := range pure() {
		for name, text := range ready(t, v.function(t)) {
			if strings.HasPrefix(name, "invocation-policy.") {
				requests[text] = botomodel.Request{Name: v.String() + " " + name, Operation: "AddPermission", JSON: json.RawMessage(text)}
			}
		}
	}
	if len(requests) < 20 {
		t.Errorf("got %d requests, want more", len(requests))
	}
	broken := botomodel.Request{Name: "broken", Operation: "AddPermission", JSON: json.RawMessage(`{"FunctionName":"hello","StatementId":"a b","Action":"lambda:InvokeFunction"}`)}
	all := append(slices.Collect(maps.Values(requests)), broken)
	found := 0
	for _, problem := range botomodel.Check(t, all) {
		if problem.Request == broken.Name {
			found++
			continue
		}
		t.Errorf("%v", problem)
	}
	if found == 0 {
		t.Error("the model takes what is broken")
	}
}
