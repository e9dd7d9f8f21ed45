package iamdata_test

import (
	"slices"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/iamdata"
)

// The data tells the keys of an action from those of another. The simulator is installed by bash .ci/parts.
func TestKeys(t *testing.T) {
	for _, c := range []struct {
		action, key string
		want        bool
	}{
		{"s3:ListBucket", "s3:prefix", true},
		{"s3:GetObject", "s3:prefix", false},
		{"ses:SendEmail", "ses:FromAddress", true},
		{"ses:SendBulkEmail", "ses:FromAddress", false},
		{"s3:NoSuchAction", "s3:prefix", false},
	} {
		if got := slices.Contains(iamdata.Keys(t, c.action), c.key); got != c.want {
			t.Errorf("%s: %s: got %t, want %t", c.action, c.key, got, c.want)
		}
	}
}
