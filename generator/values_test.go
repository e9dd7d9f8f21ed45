package generator

import (
	"slices"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/templates"
)

func testValues() *values {
	return &values{
		names: map[string]filled{"function": {value: "hello"}, "region": {value: "eu-west-1"}},
		params: []aws.Param{
			{Name: "bucket", Type: aws.Text, Placeholder: "BUCKET", Example: "my-uploads"},
			{Name: "prefix", Type: aws.Text},
			{Name: "path", Type: aws.Text},
			{Name: "index", Type: aws.List},
		},
		given: map[string]any{"path": "/orders/{id}", "index": []string{"a", "b"}},
		open:  map[string]string{"bucket": "UPLOADS_BUCKET"},
	}
}

func TestText(t *testing.T) {
	for pattern, want := range map[string]string{
		"plain {": "plain {",
		"arn:{partition}:s3:::{bucket}/{prefix}*": "arn:${AWS_PARTITION}:s3:::${UPLOADS_BUCKET}/*",
		"{function} in {region} of {account}":     "hello in eu-west-1 of ${AWS_ACCOUNT_ID}",
		"{path|arn} {path} {account|sample}":      "orders/* /orders/{id} 123456789012",
		"{bucket|sample}":                         "my-uploads",
	} {
		if got := testValues().text(pattern); got != want {
			t.Errorf("text(%q) = %q: want %q", pattern, got, want)
		}
	}
}

func TestList(t *testing.T) {
	got := testValues().list("table/{bucket}/index/{index}")
	if want := []string{"table/${UPLOADS_BUCKET}/index/a", "table/${UPLOADS_BUCKET}/index/b"}; !slices.Equal(got, want) {
		t.Errorf("list = %q: want %q", got, want)
	}
}

func TestFillTree(t *testing.T) {
	for text, want := range map[string]string{
		`{"a":"{function}","{path}":1}`:                       `{"a":"hello","/orders/{id}":1}`,
		`{"f":{"rules":[{"n":"prefix","v":"{prefix?}"}]}}`:    `{}`,
		`{"kept":true,"rules":[{"v":"{prefix?}"},{"v":"x"}]}`: `{"kept":true,"rules":[{"v":"x"}]}`,
		`{"all":[{"one":"{index}"}]}`:                         `{"all":[{"one":"a"},{"one":"b"}]}`,
		`{"c":[{"all":["{index}"]}]}`:                         `{"c":[{"all":["a","b"]}]}`,
	} {
		got, _ := testValues().fillTree(spec.JSON(text).Value())
		if got.JSON() != spec.JSON(want) {
			t.Errorf("fillTree(%s) = %s: want %s", text, got.JSON(), want)
		}
	}
}

func TestValueInCode(t *testing.T) {
	for text, want := range map[spec.JSON]string{
		`{"a":[1,"x"],"b":{}}`: `{ a: [1, "x"], b: {} }`,
		`"\ufeff"`:             `"\ufeff"`,
		"\"\u2028\u202e😀\"":    `"\u2028\u202e😀"`,
		`1.50`:                 `1.50`,
	} {
		if got := (Value{text}).Code(); got != want {
			t.Errorf("Code(%s) = %s: want %s", text, got, want)
		}
	}
	for text, want := range map[spec.JSON]string{`"a b"`: "a b", `1.50`: "1.5", `1e21`: "1e+21", `true`: "true", `null`: "null", `"1.50"`: "1.50"} {
		if got := (Value{text}).Shown(); got != want {
			t.Errorf("Shown(%s) = %s: want %s", text, got, want)
		}
	}
}

// A parameter that is called like something every function has would never be filled with its own value.
func TestHoleNames(t *testing.T) {
	resolved, err := spec.Resolve(spec.Spec{Name: "hello", Region: "eu-west-1"})
	if err != nil {
		t.Fatal(err)
	}
	f, err := New(templates.FS).Function(resolved)
	if err != nil {
		t.Fatal(err)
	}
	check := func(id string, params []aws.Param, reserved ...string) {
		for _, p := range params {
			if _, taken := f.names[p.Name]; taken || slices.Contains(reserved, p.Name) {
				t.Errorf("%s: {%s} is something that every function has: the parameter wants another name", id, p.Name)
			}
		}
	}
	for _, trigger := range aws.Triggers() {
		check("trigger "+trigger.ID, trigger.Params, "trigger", "named", "caller-role", "unique")
	}
	for _, a := range aws.Accesses() {
		check("access "+a.ID, a.Params)
	}
}
