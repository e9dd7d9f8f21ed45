package proof

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// Events are changed here by the paths of the catalogue, and read by them: the operations of a path once more and in both
// directions, so that what generated code reads is not what generated code wrote.

// decodeEvent reads an event; numbers stay as they are written.
func decodeEvent(t testing.TB, text []byte) (event any) {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	if err := decoder.Decode(&event); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	return event
}

func encodeEvent(event any) []byte {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(event); err != nil {
		panic(err)
	}
	return bytes.TrimSpace(text.Bytes())
}

// change hands the value at a path to do and puts in its place what do returns, encoded as the path decodes it. Objects that
// are not there are made.
func change(value any, path aws.Path, do func(any) any) any {
	if len(path) == 0 {
		return do(value)
	}
	step, rest := path[0], path[1:]
	inside := func(value any) any { return change(value, rest, do) }
	text, _ := value.(string)
	switch step.Op() {
	case "field":
		name, _ := step.Field()
		object, _ := value.(map[string]any)
		if object = maps.Clone(object); object == nil {
			object = map[string]any{}
		}
		object[name] = inside(object[name])
		return object
	case "first":
		list := slices.Clone(value.([]any))
		list[0] = inside(list[0])
		return list
	case "values": // the first list stands for all
		object := maps.Clone(value.(map[string]any))
		name := slices.Sorted(maps.Keys(object))[0]
		object[name] = inside(object[name])
		return object
	case "all", "whole":
		return inside(value)
	case "body":
		object := maps.Clone(value.(map[string]any))
		object["body"], object["isBase64Encoded"] = string(encodeEvent(inside(nil))), false
		return object
	case "message", "json":
		return string(encodeEvent(inside(decodeText(text))))
	case "base64":
		decoded, _ := base64.StdEncoding.DecodeString(text)
		return base64.StdEncoding.EncodeToString([]byte(inside(string(decoded)).(string)))
	case "gunzip":
		return compress(inside(decompress(text)).(string))
	case "attributes":
		return attributes(inside(nil))
	case "percent":
		return eachText(inside(nil), func(text string) any { return url.PathEscape(text) })
	case "query":
		values := url.Values{}
		for name, text := range inside(nil).(map[string]any) {
			values.Set(name, text.(string))
		}
		return values.Encode()
	case "members":
		object := map[string]any{}
		for name, value := range asObject(inside(nil)) {
			object[name] = map[string]any{strings.TrimPrefix(string(step), "*."): value}
		}
		return object
	case "firsts":
		return eachText(inside(nil), func(text string) any { return []any{text} })
	case "pairs":
		var pairs []any
		texts := inside(nil).(map[string]any)
		for _, name := range slices.Sorted(maps.Keys(texts)) {
			pairs = append(pairs, map[string]any{"name": name, "value": texts[name], "type": "string"})
		}
		return pairs
	}
	panic(fmt.Sprintf("no event is changed by %s", step))
}

// read returns the value at a path, nil where there is none.
func read(value any, path aws.Path) any {
	for _, step := range path {
		text, _ := value.(string)
		switch step.Op() {
		case "field":
			name, _ := step.Field()
			object, _ := value.(map[string]any)
			value = object[name]
		case "first":
			list, _ := value.([]any)
			if len(list) == 0 {
				return nil
			}
			value = list[0]
		case "values":
			var all []any
			object, _ := value.(map[string]any)
			for _, name := range slices.Sorted(maps.Keys(object)) {
				all = append(all, object[name].([]any)...)
			}
			value = all
		case "all", "whole":
		case "url":
			decoded, err := url.QueryUnescape(text)
			if err != nil {
				panic(err)
			}
			value = decoded
		case "json":
			value = decodeText(text)
		case "base64":
			decoded, _ := base64.StdEncoding.DecodeString(text)
			value = string(decoded)
		case "gunzip":
			value = decompress(text)
		case "members":
			object, members := map[string]any{}, asObject(value)
			for name := range members {
				if inner := read(members[name], aws.Path{aws.Step(strings.TrimPrefix(string(step), "*."))}); inner != nil {
					object[name] = inner
				}
			}
			value = object
		case "resource":
			parts := strings.Split(strings.ReplaceAll(text, "/", ":"), ":")
			value = parts[min(len(parts)-1, 6)] // arn:partition:service:region:account:[type:]name
		default:
			panic(fmt.Sprintf("no event is read by %s", step))
		}
	}
	return value
}

func decodeText(text string) (value any) {
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	if decoder.Decode(&value) != nil {
		return nil
	}
	return value
}

func compress(text string) string {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write([]byte(text)); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return base64.StdEncoding.EncodeToString(packed.Bytes())
}

func decompress(text string) string {
	r, err := gzip.NewReader(base64.NewDecoder(base64.StdEncoding, strings.NewReader(text)))
	if err != nil {
		panic(err)
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		panic(err)
	}
	return string(plain)
}

func eachText(texts any, do func(string) any) any {
	all := map[string]any{}
	for name, text := range texts.(map[string]any) {
		all[name] = do(text.(string))
	}
	return all
}

// attributes are an object's members as DynamoDB's attribute values.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_AttributeValue.html
func attributes(object any) any {
	all := map[string]any{}
	for name, value := range asObject(object) {
		all[name] = attribute(value)
	}
	return all
}

// asObject is a value, which may be JSON as a text, as an object; nil where it is none.
func asObject(value any) map[string]any {
	if raw, ok := value.(json.RawMessage); ok {
		value = decodeText(string(raw))
	}
	object, _ := value.(map[string]any)
	return object
}

func attribute(value any) any {
	switch value := value.(type) {
	case string:
		return map[string]any{"S": value}
	case json.Number:
		return map[string]any{"N": value.String()}
	case bool:
		return map[string]any{"BOOL": value}
	case []any:
		list := []any{}
		for _, element := range value {
			list = append(list, attribute(element))
		}
		return map[string]any{"L": list}
	case map[string]any:
		return map[string]any{"M": attributes(value)}
	}
	return map[string]any{"NULL": true}
}

// without is the event in which a path leads nowhere: its first field is not there.
func without(value any, path aws.Path) any {
	inside := func(step aws.Step) bool { return step.Op() == "field" || step.Op() == "first" }
	if len(path) > 1 && inside(path[0]) && inside(path[1]) {
		return change(value, path[:1], func(inner any) any { return without(inner, path[1:]) })
	}
	name, _ := path[0].Field()
	if path[0] == aws.Body {
		name = "body"
	}
	object := maps.Clone(value.(map[string]any))
	delete(object, name)
	return object
}
