package generator

import (
	"encoding/base64"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// What generated tests expect, worked out here and not by the code that they test.

// Answer is the trigger's answer to its sample event, where the handler returned the text: JSON.
func (t *Trigger) Answer(text string) string {
	return t.AnswerTo(string(spec.Text(text)))
}

// AnswerTo is the same where the handler returned a JSON value, or "" nothing.
func (t *Trigger) AnswerTo(result string) string {
	shape := t.Shape
	if result == "" {
		if t.Nothing != nil {
			shape = t.Nothing
		}
		result = "null"
	}
	return string(shape.answer(spec.JSON(result).Value(), nil).JSON())
}

// Outcomes is the trigger's answer to a batch of its sample record, of which each came to that: done:text where the handler
// returned the text, same, dropped or failed.
func (t *Trigger) Outcomes(became ...string) string {
	var results []spec.Value
	for _, word := range became {
		what, text, _ := strings.Cut(word, ":")
		shape := map[string]*Shape{"done": t.Done, "same": t.Same, "dropped": t.Dropped, "failed": t.Failed}[what]
		results = append(results, shape.answer(textValue(text), nil))
	}
	return string(t.Shape.answer(nullValue, results).JSON())
}

// answer is what the shape comes to with a result, what became of records, and an error that says no luck.
func (s *Shape) answer(result spec.Value, results []spec.Value) spec.Value {
	switch {
	case s.Object:
		out := spec.Value{Type: spec.Object}
		for _, m := range s.Members {
			out.Members = append(out.Members, spec.Member{Name: m.Name, Value: m.Shape.answer(result, results)})
		}
		return out
	case s.List:
		out := spec.Value{Type: spec.Array}
		for _, e := range s.Elements {
			out.Elements = append(out.Elements, e.answer(result, results))
		}
		return out
	case s.Value != nil:
		return s.Value.json.Value()
	case s.Form == aws.ShapeObject:
		if result.Type != spec.Object {
			return s.Or.answer(result, results)
		}
		return result
	case s.Expr != nil:
		return s.Expected().json.Value()
	case s.Hole == "error":
		return textValue("no luck")
	case s.Hole == "results":
		return spec.Value{Type: spec.Array, Elements: results}
	}
	return s.inForm(result)
}

// inForm writes a result in the shape's form.
func (s *Shape) inForm(result spec.Value) spec.Value {
	text := string(result.JSON())
	if result.Type == spec.String && s.Form != aws.ShapeJSON {
		text = result.Text
	}
	isTrue := result.Type == spec.Boolean && text == "true"
	switch s.Form {
	case aws.ShapeText, aws.ShapeJSON:
		return textValue(text)
	case aws.ShapeBase64:
		return textValue(base64.StdEncoding.EncodeToString([]byte(text)))
	case aws.ShapeTrue:
		return spec.Value{Type: spec.Boolean, Text: strconv.FormatBool(isTrue)}
	case aws.ShapeChoice:
		switch {
		case !isTrue:
			return textValue(s.No)
		case s.Yes == "":
			return nullValue
		}
		return textValue(s.Yes)
	}
	return result
}

// Sorted is the value as JSON as encoders write it that sort the members of objects.
func (v Value) Sorted() string {
	var value any
	if err := json.Unmarshal([]byte(v.json), &value); err != nil {
		panic("decode a value: " + err.Error())
	}
	return string(encodeJSON(withoutMinusZero(value)))
}

// withoutMinusZero is the value with 0 for -0, which some languages have no literal for.
func withoutMinusZero(value any) any {
	switch value := value.(type) {
	case float64:
		return value + 0
	case []any:
		for i, element := range value {
			value[i] = withoutMinusZero(element)
		}
	case map[string]any:
		for name, member := range value {
			value[name] = withoutMinusZero(member)
		}
	}
	return value
}

// SortedGreeting is the answer to an event with the sample keys, or with none, where JSON has its members sorted.
func (f *Function) SortedGreeting(sample bool) string {
	parts := f.GreetingOfSample
	if !sample {
		parts = f.GreetingOfDefaults
	}
	var text strings.Builder
	for _, part := range parts() {
		text.WriteString(part.Text)
		if part.JSON != nil {
			text.WriteString(part.JSON.Sorted())
		}
	}
	return text.String()
}

// Greeting is the answer of the generated handler to the trigger's sample event.
func (t *Trigger) Greeting() string { return t.Function.SortedGreeting(len(t.Keys) > 0) }

// LogLine is what the generated handler logs of the sample event, as JSON. A fact that is absent is empty.
func (t *Trigger) LogLine() string {
	source := object("trigger", textValue(t.Name))
	for _, fact := range t.LoggedSample() {
		value := map[spec.KeyType]spec.Value{
			spec.String: textValue(""), spec.Integer: {Type: spec.Integer, Text: "0"}, spec.Number: {Type: spec.Number, Text: "0"},
			spec.Boolean: {Type: spec.Boolean, Text: "false"},
		}[t.Function.Fact(fact.Name).Type()]
		switch {
		case fact.Sample != nil:
			value = fact.Sample.json.Value()
		case value.Type == "":
			value = nullValue
		}
		source.Members = append(source.Members, spec.Member{Name: fact.Name, Value: value})
	}
	return string(object("msg", textValue("received"), "source", source).JSON())
}

// To is where it is told of what is done, or of what failed: an operation, or the URL of the sample event.
func (t *Trigger) To(done bool) string {
	switch {
	case t.Report.URL != nil:
		found, _ := at(t.sample, t.kind.Reply.Report.URL)
		return found.Text
	case done:
		return t.Report.Done.Operation
	}
	return t.Report.Failed.Operation
}

// Told is what the service is told of the trigger's sample event, as JSON: of the handler's result, which is JSON too, "null"
// where it returned nothing, and of an error where the result is "".
func (t *Trigger) Told(result string) string {
	if result == "" {
		return string(t.Report.Failed.Input.answer(nullValue, nil).JSON())
	}
	value := spec.JSON(result).Value()
	told := t.Report.Done.Input.answer(value, nil)
	switch {
	case value.Type == spec.Object:
		told.Members = append(told.Members, value.Members...)
	case value.Type != spec.Null && t.Report.Value != nil:
		told.Members = append(told.Members, t.Report.Value.answer(value, nil).Members...)
	}
	return string(told.JSON())
}
