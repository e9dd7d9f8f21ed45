package generator

import (
	"slices"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// An expression ends in fields of something: a variable, or what an operation makes.
func TestFields(t *testing.T) {
	for _, test := range []struct {
		path   aws.Path
		fields []string
		base   string
	}{
		{nil, nil, "root"},
		{aws.Path{"s3", "bucket?", "name"}, []string{"s3", "bucket", "name"}, "root"},
		{aws.Path{"Records", aws.First, "s3", "key"}, []string{"s3", "key"}, "first"},
		{aws.Path{"s3", "key", aws.URL}, nil, "url"},
	} {
		expr := newExpr("event", test.path, true)
		if got := expr.Fields(); !slices.Equal(got, test.fields) || expr.Base().Op != test.base {
			t.Errorf("%v: got %q of %s, want %q of %s", test.path, got, expr.Base().Op, test.fields, test.base)
		}
	}
}
