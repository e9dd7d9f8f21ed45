package proof

import (
	"fmt"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// goProbe is the probe in Go.
func goProbe(f *generator.Function) (path, text string) {
	var keys, facts, tells, more string
	for _, k := range f.Keys {
		keys += fmt.Sprintf("\t\t%q: keys.%s,\n", k.Name, k.Property)
	}
	for _, fact := range f.Facts() {
		facts += fmt.Sprintf("\t\t%q: source.%s,\n", fact.Name, fact.Property)
	}
	for _, r := range f.Reports() {
		tells += fmt.Sprintf("\ttell%s = note\n", r.Class())
	}
	if f.Replies(aws.Reported) {
		more += `
func note(_ context.Context, to string, input map[string]any) error {
	calls = append(calls, copied(map[string]any{"told": strings.ToLower(to), "input": input}))
	return nil
}
`
	}
	answers, record := "", ""
	if f.Batches() {
		record = `	if source.Record != nil {
		seen = string(copied(noted)) + string(source.Record)
	}
`
	}
	if f.HTTP() {
		answers += `	case "respond":
		return Response{Status: 201, Headers: map[string]string{"content-type": "text/html"}, Body: "<p>"}, nil
`
	}
	if f.Replies(aws.Echo) {
		answers += `	case "fill":
		source.Response["filled"] = true
`
	}
	return "main.go", strings.NewReplacer("KEYS\n", keys, "FACTS\n", facts, "TELLS\n", tells, "ANSWERS\n", answers, "MORE\n", more, "RECORD\n", record).Replace(`package main

import (
	"context"
	"encoding/json"
	"errors"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
)

var calls = []json.RawMessage{}

func main() { lambda.Start(adapt(handle)) }

func init() {
TELLS
}
MORE

func copied(value any) json.RawMessage {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	return text
}

func handle(_ context.Context, keys Keys, source Source) (any, error) {
	if source.Trigger == "direct" && keys.Give == "calls" {
		noted := calls
		calls = []json.RawMessage{}
		return noted, nil
	}
	noted := map[string]any{
KEYS
	}
	calls = append(calls, copied(map[string]any{"trigger": source.Trigger, "keys": noted, "facts": map[string]any{
FACTS
	}}))
	seen := string(copied(noted)) + string(source.Event)
RECORD
	if strings.Contains(seen, "please fail") {
		return nil, errors.New("no luck")
	}
	switch keys.Give {
	case "json":
		return map[string]bool{"ok": true}, nil
	case "true", "false":
		return keys.Give == "true", nil
	case "zero":
		return 0, nil
	case "list":
		return []int{1}, nil
	case "null":
		return json.RawMessage("null"), nil
	case "nothing":
		return nil, nil
ANSWERS
	}
	return "done", nil
}
`)
}
