package spec

import (
	"strconv"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// usesSchema is the schema of a list of uses: an id, or an id with its parameters.
func usesSchema(description string, c catalogue) Value {
	alone, withParams := []string{}, Value{Type: Object}
	for _, id := range c.ids() {
		params, _ := c.find(id)
		schema, required := paramsSchema(id, params, c)
		if !required {
			alone = append(alone, id)
		}
		withParams.Members = append(withParams.Members, Member{id, schema})
	}
	return described(description, "type", words("array", "null"), "maxItems", integer(maxUses), "items", object("anyOf", list(
		object("enum", words(alone...)),
		object("type", text("object"), "minProperties", integer(1), "maxProperties", integer(1), "additionalProperties", boolean(false), "properties", withParams))))
}

// paramsSchema is the schema of the parameters of one id; required tells whether one of them must be given.
func paramsSchema(id string, params []aws.Param, c catalogue) (schema Value, required bool) {
	properties, must := Value{Type: Object}, []string{}
	if c.naming {
		properties.Members = append(properties.Members, Member{"name", described(
			"Name of the trigger; files are named by it.", "type", text("string"), "pattern", text("^[A-Za-z][A-Za-z0-9-]{0,62}$"), "default", text(id))})
	}
	for i := range params {
		properties.Members = append(properties.Members, Member{params[i].Name, paramSchema(&params[i])})
		if params[i].Required {
			must = append(must, params[i].Name)
		}
	}
	types := words("object", "null")
	if len(must) > 0 {
		types = text("object")
	}
	schema = described(c.sentence(id), "type", types, "additionalProperties", boolean(false), "properties", properties)
	if len(must) > 0 {
		schema.Members = append(schema.Members, Member{"required", words(must...)})
	}
	return schema, len(must) > 0
}

// sentence says what an id of the catalogue is.
func (c catalogue) sentence(id string) string {
	if t := aws.FindTrigger(id); c.naming && t != nil {
		return t.Sentence
	}
	if a := aws.FindAccess(id); a != nil {
		return a.Sentence
	}
	return ""
}

// paramSchema is the schema of one parameter.
func paramSchema(p *aws.Param) Value {
	schema := object("description", text(p.Help))
	add := func(name string, v Value) { schema.Members = append(schema.Members, Member{name, v}) }
	switch p.Type {
	case aws.List:
		one := textParamSchema(p)
		many := object("type", text("array"), "minItems", integer(1), "maxItems", integer(maxElements), "uniqueItems", boolean(true), "items", one)
		add("anyOf", list(one, many))
	case aws.Text:
		schema.Members = append(schema.Members, textParamSchema(p).Members...)
	default:
		add("type", text(string(p.Type)))
		if len(p.Enum) > 0 {
			var numbers []Value
			for _, word := range p.Enum {
				numbers = append(numbers, unquotedValue(word))
			}
			add("enum", list(numbers...))
		}
	}
	if p.Default != "" && !strings.Contains(p.Default, "{") {
		add("default", plainDefault(p))
	}
	if p.Example != "" && p.Type != aws.Object {
		add("examples", words(p.Example))
	}
	return schema
}

func plainDefault(p *aws.Param) Value {
	switch p.Type {
	case aws.Integer, aws.Boolean:
		return unquotedValue(p.Default)
	case aws.List:
		return words(strings.Split(p.Default, ",")...)
	}
	return text(p.Default)
}

// textParamSchema is the schema of a text that follows the parameter's rules. Numbers and booleans are taken as written.
func textParamSchema(p *aws.Param) Value {
	if len(p.Enum) > 0 {
		return object("enum", words(p.Enum...))
	}
	schema := object("type", anyText(), "minLength", integer(1), "maxLength", integer(p.Most()))
	if pattern := p.Given(); pattern != "" {
		schema.Members = append(schema.Members, Member{"pattern", text("^(?:" + pattern + ")$")})
	}
	return schema
}

func object(pairs ...any) Value {
	v := Value{Type: Object}
	for i := 0; i < len(pairs); i += 2 {
		v.Members = append(v.Members, Member{pairs[i].(string), pairs[i+1].(Value)})
	}
	return v
}

func described(description string, pairs ...any) Value {
	return object(append([]any{"description", text(description)}, pairs...)...)
}

func text(text string) Value { return Value{Type: String, Text: text} }

func integer(n int) Value { return Value{Type: Integer, Text: strconv.Itoa(n)} }

func boolean(b bool) Value { return Value{Type: Boolean, Text: strconv.FormatBool(b)} }

func list(values ...Value) Value { return Value{Type: Array, Elements: values} }

func words(texts ...string) Value {
	v := Value{Type: Array}
	for _, t := range texts {
		v.Elements = append(v.Elements, text(t))
	}
	return v
}

// anyText is the types that a text may have in YAML: what looks like a number or a boolean is taken as written.
func anyText() Value { return words("string", "number", "boolean") }
