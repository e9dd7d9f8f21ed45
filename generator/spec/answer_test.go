package spec_test

import (
	"reflect"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

func TestParseParam(t *testing.T) {
	for _, c := range []struct {
		trigger, param, answer string
		want                   any
		wrong                  string
	}{
		{"s3", "bucket", "my-uploads", "my-uploads", ""},
		{"s3", "bucket", "UP", "UP", `bucket is "UP": want 3 to 63 lower-case letters, digits, dots and hyphens, with a letter or digit at both ends`},
		{"s3", "prefix", `"a,b`, `"a,b`, ""},
		{"s3", "prefix", "@file", "@file", ""},
		{"s3", "events", "s3:ObjectCreated:Put, s3:ObjectRemoved:*", []string{"s3:ObjectCreated:Put", "s3:ObjectRemoved:*"}, ""},
		{"s3", "events", "", []string(nil), "events has 0 elements: want 1 to 100"},
		{"apigateway-rest", "path", "/orders/{id}", "/orders/{id}", ""},
	} {
		got, err := spec.ParseParam(aws.FindParam(aws.FindTrigger(c.trigger).Params, c.param), c.answer)
		wrong := ""
		if err != nil {
			wrong = err.Error()
		}
		if wrong != c.wrong || wrong == "" && !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s %q: %#v, %q", c.param, c.answer, got, wrong)
		}
	}
	condition := aws.FindParam(aws.FindAccess("statement").Params, "condition")
	if got, err := spec.ParseParam(condition, ` { "Bool" : {} } `); err != nil || got != spec.JSON(`{"Bool":{}}`) {
		t.Errorf("condition: %v, %v", got, err)
	}
	retention := aws.FindParam(aws.FindLogChoice("cloudwatch").Params, "retention")
	if got, err := spec.ParseParam(retention, "30"); err != nil || got != 30 {
		t.Errorf("retention: %v, %v", got, err)
	}
	if _, err := spec.ParseParam(retention, "soon"); err == nil || err.Error() != `retention is "soon": want a whole number` {
		t.Errorf("retention: %v", err)
	}
}

func TestParseDefault(t *testing.T) {
	for _, c := range []struct {
		typ      spec.KeyType
		nullable bool
		answer   string
		want     spec.JSON
		wrong    string
	}{
		{spec.String, false, `a "b" \`, `"a \"b\" \\"`, ""},
		{spec.String, false, "null", `"null"`, ""},
		{spec.String, true, "null", "null", ""},
		{spec.Integer, false, " 10 ", "10", ""},
		{spec.Integer, false, "10.5", "", "want a whole number without fraction and exponent, or type: number"},
		{spec.Boolean, false, "yes", "", "character 1: want a number, true, false, null, or a text in double quotes"},
		{spec.Boolean, false, "null", "", "null is a value only where a key says nullable: true"},
		{spec.Number, false, "1", "1", ""},
		{spec.Object, false, "[]", "", "want an object, as its type says"},
	} {
		got, err := spec.ParseDefault(c.typ, c.nullable, c.answer)
		wrong := ""
		if err != nil {
			wrong = err.Error()
		}
		if got != c.want || wrong != c.wrong {
			t.Errorf("%s %q: %s, %q", c.typ, c.answer, got, wrong)
		}
	}
}
