package generator

import (
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// outline writes a tree in a line: name, ? where it is optional, its type or form, what is in it.
func (p *Part) outline() string {
	text := p.Name
	if p.Optional {
		text += "?"
	}
	if p.List {
		text += "[]"
	}
	if p.Lists {
		text += "{[]}"
	}
	if len(p.Parts) == 0 {
		return text + ":" + string(p.Type) + p.Form
	}
	var parts []string
	for _, part := range p.Parts {
		parts = append(parts, part.outline())
	}
	return text + "(" + strings.Join(parts, " ") + ")"
}

// What code reads of an event is one tree: lists, objects of lists, texts that it decodes, and what an event may lack.
func TestParts(t *testing.T) {
	for id, want := range map[string]string{
		"amazon-mq-rabbitmq": "(rmqMessagesByQueue{[]}(data:stringtext basicProperties(messageId:) redelivered:boolean))",
		"eventbridge-pipes":  "[](body:stringtext data?:text eventSource:string)",
		"vpc-lattice":        "(queryStringParameters?:lists body:stringtext isBase64Encoded?:boolean method:string path:string)",
	} {
		if got := typed(t, spec.Use{ID: id}).Triggers[0].Parts().outline(); got != want {
			t.Errorf("%s: got %s, want %s", id, got, want)
		}
	}
}

// What is read of JSON in a text is a tree of its own.
func TestParsed(t *testing.T) {
	path := aws.Path{"invokingEvent", aws.JSON, "configurationItem?", "resourceId"}
	if got, want := newExpr("event", path, true).Parsed().outline(), "(configurationItem?(resourceId:string))"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if parsed := newExpr("event", path[:2], true).Parsed(); parsed != nil {
		t.Errorf("got %s of the text itself", parsed.outline())
	}
}

// Marks may all be absent; an event that is a list has its first element beside the members of others.
func TestMarks(t *testing.T) {
	f := typed(t, spec.Use{ID: "sqs"}, spec.Use{ID: "eventbridge-pipes"}, spec.Use{ID: "apigateway-rest"})
	want := "?(Records?[](eventSource?:string) 0?(eventSource?:) requestContext?(resourcePath?:) methodArn?:)"
	if got := f.Marks().outline(); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
