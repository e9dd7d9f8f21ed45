package proof

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// shaped fills the holes of an answer or a report of the catalogue, as reply.go of package aws explains them: a second
// reading, which TestShapes holds against answers that were written by hand.
type shaped struct {
	event, record any
	give          string // what the handler answered
	message       string // what went wrong
	results       []any
}

func (s shaped) fill(text string) any {
	var shape any
	if err := json.Unmarshal([]byte(text), &shape); err != nil {
		panic(fmt.Sprintf("%v: %s", err, text))
	}
	value, _ := s.value(shape)
	return value
}

// value is a value of a shape, false where there is nothing at the place that it stands for.
func (s shaped) value(shape any) (any, bool) {
	switch shape := shape.(type) {
	case map[string]any:
		object := map[string]any{}
		for name, member := range shape {
			if value, there := s.value(member); there {
				object[strings.TrimRight(name, "?")] = value
			}
		}
		return object, true
	case []any:
		list := []any{}
		for _, element := range shape {
			value, _ := s.value(element)
			list = append(list, value)
		}
		return list, true
	case string:
		if inside, open := strings.CutPrefix(shape, "{"); open {
			return s.hole(strings.TrimSuffix(inside, "}"))
		}
	}
	return shape, true
}

// hole is what a hole stands for: this or that.
func (s shaped) hole(hole string) (any, bool) {
	this, that, either := strings.Cut(hole, " or ")
	value, there := s.single(this)
	if value == nil && either {
		return s.single(that)
	}
	return value, there
}

func (s shaped) single(hole string) (any, bool) {
	if text, literal := strings.CutPrefix(hole, "="); literal {
		return text, true
	}
	name, form, _ := strings.Cut(hole, "|")
	root, path, _ := strings.Cut(name, "/")
	switch root {
	case "results":
		return s.results, true
	case "error":
		runes := []rune(s.message)
		if form == aws.ShapeShort {
			runes = runes[:min(len(runes), 500)]
		}
		return string(runes), true
	case "event":
		return readThere(s.event, path)
	case "record":
		return readThere(s.record, path)
	}
	return s.result(form)
}

// result is what the handler answered, in a form.
func (s shaped) result(form string) (any, bool) {
	value := answers[s.give]
	yes, no, choice := strings.Cut(form, ":")
	_, object := value.(map[string]any)
	switch {
	case choice && value == true && yes == "":
		return nil, true
	case choice && value == true:
		return yes, true
	case choice:
		return no, true
	case form == aws.ShapeTrue:
		return value == true, true
	case form == aws.ShapeText:
		return textOf(s.give), true
	case form == aws.ShapeJSON:
		return string(encodeEvent(value)), true
	case form == aws.ShapeBase64:
		return base64.StdEncoding.EncodeToString([]byte(textOf(s.give))), true
	case form == aws.ShapeObject && !object:
		return nil, false
	}
	return value, true
}

// readThere reads a path written with slashes; false where it leads to nothing, not even to null.
func readThere(value any, text string) (any, bool) {
	var path aws.Path
	for step := range strings.SplitSeq(text, "/") {
		path = append(path, aws.Step(step))
	}
	last := path[len(path)-1]
	if found := read(value, path); found != nil {
		return found, true
	}
	name, _ := last.Field()
	object, _ := read(value, path[:len(path)-1]).(map[string]any)
	_, there := object[name]
	return nil, there
}

// textOf is what the probe answers, as a text: a string as it is, another value as JSON.
func textOf(give string) string {
	if text, ok := answers[give].(string); ok {
		return text
	}
	return string(encodeEvent(answers[give]))
}

// shapeReply is an answer in a form of its own. An object that the handler answers is the answer itself, where it is not placed
// in the form always.
func shapeReply(kind *aws.Trigger, event any, o became) answer {
	if object, is := answers[o.give].(map[string]any); is && !kind.Reply.Placed {
		return answer{Reply: object}
	}
	shape := kind.Reply.Shape
	if o.give == "nothing" && kind.Reply.Nothing != "" {
		shape = kind.Reply.Nothing
	}
	return answer{Reply: shaped{event: event, give: o.give}.fill(shape)}
}

// recordsReply says what became of each record.
func recordsReply(kind *aws.Trigger, event any, records []any, outcomes []became) answer {
	results := []any{}
	for i, o := range outcomes {
		shape := kind.Reply.Done
		switch {
		case o.failed():
			shape = kind.Reply.Failed
		case o.give == "nothing" && kind.Reply.Same != "":
			shape = kind.Reply.Same
		case o.give == "null" && kind.Reply.Dropped != "":
			shape = kind.Reply.Dropped
		}
		results = append(results, shaped{event: event, record: records[i], give: o.give, message: o.message()}.fill(shape))
	}
	return answer{Reply: shaped{event: event, results: results}.fill(kind.Reply.Shape)}
}

// reportReply is what becomes of an event whose sender is told elsewhere: nothing, and what is told. Members of an object that the
// handler answers are told besides, and another value as the catalogue says; nothing and null add nothing.
func reportReply(kind *aws.Trigger, event any, o became) answer {
	report, s := kind.Reply.Report, shaped{event: event, give: o.give, message: o.message()}
	tell := report.Done
	if o.failed() {
		if report.Failed == nil {
			return answer{Fails: o.failure()}
		}
		tell = *report.Failed
	}
	c := call{Told: told(tell.Operation), Input: s.fill(tell.Input).(map[string]any)}
	if len(report.URL) > 0 {
		c.Told = told(read(event, report.URL).(string))
	}
	if object, is := answers[o.give].(map[string]any); o.failed() {
		// The failure is all that is told.
	} else if is {
		maps.Copy(c.Input, object)
	} else if report.Value != "" && answers[o.give] != nil {
		maps.Copy(c.Input, s.fill(report.Value).(map[string]any))
	}
	return answer{Calls: []call{c}}
}

// told is an operation or URL as every language has it: in lower case, without underscores.
func told(name string) string { return strings.ReplaceAll(strings.ToLower(name), "_", "") }

// Answers of the catalogue are what their services' documentation shows, written here by hand. No part is needed.
func TestShapes(t *testing.T) {
	record := `{"recordId":"1","taskId":"1","data":"eA=="}`
	for _, c := range []struct{ trigger, event, give, fails, want string }{
		// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
		{"apigateway-authorizer", `{"methodArn":"arn"}`, "true", "", `{"principalId":"caller","policyDocument":{"Version":"2012-10-17","Statement":[{"Action":"execute-api:Invoke","Effect":"Allow","Resource":"arn"}]}}`},
		{"apigateway-authorizer", `{"methodArn":"arn"}`, "text", "", `{"principalId":"caller","policyDocument":{"Version":"2012-10-17","Statement":[{"Action":"execute-api:Invoke","Effect":"Deny","Resource":"arn"}]}}`},
		// https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html
		{"appsync-authorizer", `{}`, "true", "", `{"isAuthorized":true}`},
		{"appsync-authorizer", `{}`, "list", "", `{"isAuthorized":false}`},
		{"appsync-authorizer", `{}`, "json", "", `{"ok":true}`},
		// https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-status-model.html
		{"firehose-transform", `{}`, "text", "", `{"records":[{"recordId":"1","result":"Ok","data":"ZG9uZQ=="}]}`},
		{"firehose-transform", `{}`, "list", "", `{"records":[{"recordId":"1","result":"Ok","data":"WzFd"}]}`},
		{"firehose-transform", `{}`, "nothing", "", `{"records":[{"recordId":"1","result":"Ok","data":"eA=="}]}`},
		{"firehose-transform", `{}`, "null", "", `{"records":[{"recordId":"1","result":"Dropped","data":"eA=="}]}`},
		{"firehose-transform", `{}`, "text", "no luck", `{"records":[{"recordId":"1","result":"ProcessingFailed","data":"eA=="}]}`},
		// https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-invoke-lambda.html
		{"s3-batch", `{"invocationId":"2"}`, "zero", "", `{"invocationSchemaVersion":"2.0","treatMissingKeysAs":"PermanentFailure","invocationId":"2","results":[{"taskId":"1","resultCode":"Succeeded","resultString":"0"}]}`},
		{"s3-batch", `{"invocationId":"2"}`, "text", "no luck", `{"invocationSchemaVersion":"2.0","treatMissingKeysAs":"PermanentFailure","invocationId":"2","results":[{"taskId":"1","resultCode":"PermanentFailure","resultString":"no luck"}]}`},
		// https://docs.aws.amazon.com/lexv2/latest/dg/lambda-response-format.html
		{"lex-v2", `{"sessionState":{"intent":{"name":"a","slots":null}}}`, "nothing", "", `{"sessionState":{"dialogAction":{"type":"Delegate"},"intent":{"name":"a","slots":null}}}`},
		// https://docs.aws.amazon.com/cloudformation-cli/latest/hooks-userguide/lambda-hooks-create-lambda-function.html
		{"cloudformation-hook", `{"clientRequestToken":"1"}`, "true", "", `{"clientRequestToken":"1","hookStatus":"SUCCESS","errorCode":null,"message":"true"}`},
		{"cloudformation-hook", `{"clientRequestToken":"1"}`, "text", "", `{"clientRequestToken":"1","hookStatus":"FAILED","errorCode":"NonCompliant","message":"done"}`},
		// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros.html
		{"cloudformation-macro", `{"requestId":"1","fragment":{"a":1}}`, "text", "", `{"requestId":"1","status":"success","fragment":{"a":1}}`},
		{"cloudformation-macro", `{"requestId":"1","fragment":{"a":1}}`, "json", "", `{"requestId":"1","status":"success","fragment":{"ok":true}}`},
	} {
		o := became{give: c.give, fails: c.fails != ""}
		got := replyTo(t, aws.FindTrigger(c.trigger), decodeEvent(t, []byte(c.event)), []any{decodeEvent(t, []byte(record))}, []became{o})
		if want := decodeEvent(t, []byte(c.want)); !alike(got, answer{Reply: want}) {
			t.Errorf("%s gives %s: got %s, want %s", c.trigger, c.give, encodeEvent(got), c.want)
		}
	}
	for _, c := range []struct{ trigger, event, give, fails, told, want string }{
		// https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PutJobSuccessResult.html
		{"codepipeline", `{"CodePipeline.job":{"id":"1"}}`, "null", "", "putjobsuccessresult", `{"jobId":"1"}`},
		{"codepipeline", `{"CodePipeline.job":{"id":"1"}}`, "text", "", "putjobsuccessresult", `{"jobId":"1","executionDetails":{"summary":"done"}}`},
		{"codepipeline", `{"CodePipeline.job":{"id":"1"}}`, "text", "no luck", "putjobfailureresult", `{"jobId":"1","failureDetails":{"type":"JobFailed","message":"no luck"}}`},
		// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html
		{"cloudformation-custom-resource", `{"ResponseURL":"https://a_B","RequestId":"r","StackId":"s","LogicalResourceId":"l"}`, "text", "", "https://ab",
			`{"Status":"SUCCESS","PhysicalResourceId":"r","StackId":"s","RequestId":"r","LogicalResourceId":"l","Data":{"result":"done"}}`},
		{"cloudformation-custom-resource", `{"ResponseURL":"https://a","RequestId":"r","StackId":"s","LogicalResourceId":"l","PhysicalResourceId":"p"}`, "text", "no luck", "https://a",
			`{"Status":"FAILED","Reason":"no luck","PhysicalResourceId":"p","StackId":"s","RequestId":"r","LogicalResourceId":"l"}`},
	} {
		o := became{give: c.give, fails: c.fails != ""}
		got := replyTo(t, aws.FindTrigger(c.trigger), decodeEvent(t, []byte(c.event)), nil, []became{o})
		want := answer{Calls: []call{{Told: c.told, Input: decodeEvent(t, []byte(c.want)).(map[string]any)}}}
		if !alike(got, want) {
			t.Errorf("%s gives %s: got %s, want %s", c.trigger, c.give, encodeEvent(got), encodeEvent(want))
		}
	}
}
