package spec_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(spec.Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("scaffold.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("scaffold.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func yamlValue(t *testing.T, data string) any {
	t.Helper()
	var v any
	if err := yaml.Load([]byte(data), &v); err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	return v
}

// TestSchemaTakes checks that an editor has nothing to say about what the tool writes.
func TestSchemaTakes(t *testing.T) {
	schema := compileSchema(t)
	if err := schema.Validate(yamlValue(t, full)); err != nil {
		t.Error(err)
	}
	for seed := range uint64(500) {
		data, err := spec.Write(newRandom(seed).spec())
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(yamlValue(t, string(data))); err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, data)
		}
	}
}

// TestSchemaRefuses checks that an editor shows what ParseFile or Resolve would refuse.
func TestSchemaRefuses(t *testing.T) {
	schema := compileSchema(t)
	for _, broken := range []string{
		"name: a b", "name: -a", "nmae: hello", "language: cobol", "style: calback", "memory: 64", "memory: '256'", "timeout: 901",
		"architecture: arm", "account: '1234'", "deploy: soon", "keys: [a]", "keys: {a: null}", "keys: {a: {typ: string}}",
		"keys: {a: {type: int}}", "keys: {a: {default: 1, required: true}}", "keys: {'': a}", "keysFrom: a-b", "logging: off",
		"logging: {level: loud}", "logging: {retention: 31}", "logging: {group: 'a b'}", "logging: {grup: a}", "triggers: s3",
		"triggers: [s4]", "triggers: [{s3: {bukcet: abc}}]", "triggers: [{s3: {bucket: UP}}]", "triggers: [{s3: {events: [x]}}]",
		"triggers: [{s3: {name: a_b}}]", "triggers: [{s3: {}, apigateway-rest: {}}]", "access: [statement]", "access: [{statement: {actions: '*'}}]",
		"access: [{dynamodb: {mode: all}}]", "access: [{dynamodb: {name: a}}]", "environment: {_A: b}", "environment: {AB: [c]}", "tags: {a: null}",
	} {
		text := broken
		if !strings.HasPrefix(broken, "name") {
			text = "name: hello\n" + broken
		}
		if err := schema.Validate(yamlValue(t, text)); err == nil {
			t.Errorf("the schema takes %s", broken)
		}
		if _, _, err := spec.Load("scaffold.yaml", []byte(text)); err == nil {
			t.Errorf("Load takes %s", broken)
		}
	}
}

// TestSchemaIsStable checks that the same catalogue gives the same bytes.
func TestSchemaIsStable(t *testing.T) {
	if !bytes.Equal(spec.Schema(), spec.Schema()) {
		t.Error("two schemas differ")
	}
}
