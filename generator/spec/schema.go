package spec

import (
	"bytes"
	"encoding/json"
	"strconv"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// Schema returns the JSON Schema (2020-12) of a scaffold.yaml, for editors. It is made of the catalogue and of the limits
// that Resolve checks; rules over several values, such as that of required keys and triggers, are left to Resolve.
func Schema() []byte {
	var b bytes.Buffer
	if err := json.Indent(&b, []byte(rootSchema().JSON()), "", "  "); err != nil {
		panic("schema: " + err.Error()) // JSON that this package writes is JSON
	}
	b.WriteByte('\n')
	return b.Bytes()
}

func rootSchema() Value {
	var properties []Member
	for _, name := range Fields() {
		properties = append(properties, Member{name, fieldSchema(name)})
	}
	return object(
		"$schema", text("https://json-schema.org/draft/2020-12/schema"),
		"title", text("scaffold.yaml"),
		"description", text("What one AWS Lambda function is."),
		"type", text("object"),
		"required", words("name"),
		"additionalProperties", boolean(false),
		"properties", Value{Type: Object, Members: properties},
	)
}

// fieldSchema is the schema of one field at the top.
func fieldSchema(name string) Value {
	switch name {
	case "name":
		return described("Name of the function.", "type", words("string", "integer"), "pattern", text("^[A-Za-z0-9_][A-Za-z0-9_-]{0,63}$"))
	case "language":
		return described("Language of the function.", "enum", words(Languages()...))
	case "runtime":
		return described("Lambda runtime, or node for the recommended one of Node.js.", "type", text("string"), "examples", words(runtimeIDs()...))
	case "style":
		return described("Style of the handler, where the runtime has a choice.", "enum", words(AllStyles()...))
	case "keys":
		return keysSchema()
	case "keysFrom":
		return described("Go only: the struct type of the package whose fields are the keys.", "type", text("string"), "pattern", text("^[A-Za-z_][A-Za-z0-9_]*$"))
	case "logging":
		return loggingSchema()
	case "triggers":
		return usesSchema("What invokes the function, beside direct invocation.", triggers)
	case "access":
		return usesSchema("What else the function may do.", accesses)
	case "onFailure":
		return onFailureSchema()
	case "role":
		return roleSchema()
	case "memory":
		return described("Memory in MB.", "type", text("integer"), "minimum", integer(aws.MinMemory), "maximum", integer(aws.MaxMemory), "default", integer(aws.DefaultMemory))
	case "timeout":
		return described("Timeout in seconds.", "type", text("integer"), "minimum", integer(aws.MinTimeout), "maximum", integer(aws.MaxTimeout), "default", integer(aws.DefaultTimeout))
	case "architecture":
		return described("Processor architecture.", "enum", words(aws.Architectures()...), "default", text(aws.Architectures()[0]))
	case "environment":
		return textsSchema("Environment variables.", object("pattern", text("^[A-Za-z][A-Za-z0-9_]+$")))
	case "tags":
		return textsSchema("Tags.", object("minLength", integer(1), "maxLength", integer(128)))
	case "account":
		return described("Account id of twelve digits.", "type", words("string", "integer"), "pattern", text(`^\d{12}$`))
	case "region":
		return described("Region; the partition follows from it.", "type", text("string"), "examples", words("eu-west-1"))
	case "deploy":
		return described("How the function is deployed.", "enum", words(Deploys()...), "default", text(None))
	}
	panic("schema: no field " + strconv.Quote(name)) // a test goes through Fields
}

func runtimeIDs() (ids []string) {
	for _, r := range aws.Runtimes() {
		ids = append(ids, r.ID)
	}
	return ids
}

func textsSchema(description string, names Value) Value {
	return described(description, "type", words("object", "null"), "propertyNames", names, "additionalProperties", object("type", anyText()))
}

func keysSchema() Value {
	yes := object("type", text("boolean"))
	long := object(
		"type", text("object"),
		"additionalProperties", boolean(false),
		"properties", object(
			"type", object("enum", words(KeyTypes()...)),
			"default", boolean(true),
			"required", yes,
			"nullable", yes,
			"description", object("type", anyText(), "maxLength", integer(maxDescription)),
		),
		"not", object("required", words("default", "required"), "properties", object("required", object("const", boolean(true)))),
	)
	short := object("type", words("string", "number", "boolean", "array"))
	return described("The keys of the event: a default, which gives the type, or the long form.",
		"type", words("object", "null"),
		"maxProperties", integer(maxKeys),
		"propertyNames", object("minLength", integer(1), "maxLength", integer(maxKeyName)),
		"additionalProperties", object("anyOf", list(short, long)))
}

func loggingSchema() Value {
	fields := Value{Type: Object}
	for _, of := range [][2]string{{"cloudwatch", "group"}, {"cloudwatch", "create"}} {
		fields.Members = append(fields.Members, Member{of[1], paramSchema(logParam(of[0], of[1]))})
	}
	fields.Members = append(fields.Members,
		Member{"format", described("Format of the lines.", "enum", words(FormatText, FormatJSON), "default", text(FormatText))},
		Member{"level", paramSchema(logParam("json", "level"))},
		Member{"retention", paramSchema(logParam("cloudwatch", "retention"))},
		Member{"tracing", described("Whether the function sends segments to X-Ray.", "type", text("boolean"))},
	)
	return described("How the function logs.", "anyOf", list(
		object("const", text("none")),
		object("type", words("object", "null"), "additionalProperties", boolean(false), "properties", fields)))
}
