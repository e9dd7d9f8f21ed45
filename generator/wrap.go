package generator

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"io"
	"net/url"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// wrap writes a value of a sample event as the service does that carries it; ok is false for what is no wrapping.
func wrap(wrapping string, value spec.Value) (wrapped spec.Value, ok bool) {
	switch wrapping {
	case aws.WrapJSON:
		return textValue(string(value.JSON())), true
	case aws.WrapBase64:
		return textValue(base64.StdEncoding.EncodeToString([]byte(value.JSON()))), true
	case aws.WrapGzip:
		return textValue(base64.StdEncoding.EncodeToString(compress(string(value.JSON())))), true
	case aws.WrapAttributes:
		return attribute(value).Members[0].Value, true
	case aws.WrapTexts:
		return mapMembers(value, func(_ string, v spec.Value) spec.Value { return shownText(v) }), true
	case aws.WrapLists:
		return mapMembers(value, func(_ string, v spec.Value) spec.Value {
			return spec.Value{Type: spec.Array, Elements: []spec.Value{shownText(v)}}
		}), true
	case aws.WrapQuery:
		query := url.Values{}
		for _, m := range value.Members {
			query.Set(m.Name, Value{m.Value.JSON()}.Shown())
		}
		return textValue(query.Encode()), true
	case aws.WrapSlots:
		return mapMembers(value, func(name string, v spec.Value) spec.Value {
			return object("name", textValue(name), "value", shownText(v), "confirmationStatus", textValue("NONE"))
		}), true
	case aws.WrapLexSlots:
		return mapMembers(value, func(_ string, v spec.Value) spec.Value {
			resolved := spec.Value{Type: spec.Array, Elements: []spec.Value{shownText(v)}}
			own := object("originalValue", shownText(v), "interpretedValue", shownText(v), "resolvedValues", resolved)
			return object("shape", textValue("Scalar"), "value", own)
		}), true
	case aws.WrapPairs:
		pairs := spec.Value{Type: spec.Array}
		for _, m := range value.Members {
			pairs.Elements = append(pairs.Elements, object("name", textValue(m.Name), "type", textValue("string"), "value", shownText(m.Value)))
		}
		return pairs, true
	}
	return value, false
}

func shownText(v spec.Value) spec.Value { return textValue(Value{v.JSON()}.Shown()) }

func mapMembers(value spec.Value, change func(name string, v spec.Value) spec.Value) spec.Value {
	out := spec.Value{Type: spec.Object}
	for _, m := range value.Members {
		out.Members = append(out.Members, spec.Member{Name: m.Name, Value: change(m.Name, m.Value)})
	}
	return out
}

// object makes an object of names and values in turn.
func object(namesAndValues ...any) spec.Value {
	out := spec.Value{Type: spec.Object}
	for i := 0; i < len(namesAndValues); i += 2 {
		out.Members = append(out.Members, spec.Member{Name: namesAndValues[i].(string), Value: namesAndValues[i+1].(spec.Value)})
	}
	return out
}

// attribute is a value as DynamoDB writes it: {"S":"text"}.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html
func attribute(value spec.Value) spec.Value {
	switch value.Type {
	case spec.Object:
		return object("M", mapMembers(value, func(_ string, v spec.Value) spec.Value { return attribute(v) }))
	case spec.Array:
		list := spec.Value{Type: spec.Array}
		for _, e := range value.Elements {
			list.Elements = append(list.Elements, attribute(e))
		}
		return object("L", list)
	case spec.String:
		return object("S", value)
	case spec.Boolean:
		return object("BOOL", value)
	case spec.Null:
		return object("NULL", spec.Value{Type: spec.Boolean, Text: "true"})
	}
	return object("N", shownText(value))
}

// compress writes gzip without compressing, so that the bytes depend on no version of the compressor.
func compress(text string) []byte {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.NoCompression)
	if err == nil {
		_, err = io.WriteString(w, text)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic("compress: " + err.Error())
	}
	return out.Bytes()
}

// decompress reads base64 of gzip; ok is false where it is none.
func decompress(text string) (plain string, ok bool) {
	data, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return "", false
	}
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return "", false
	}
	out, err := io.ReadAll(r)
	return string(out), err == nil
}
