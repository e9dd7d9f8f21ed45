package spec

import (
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// OnFailures are the words that onFailure takes beside an ARN.
func OnFailures() (ids []string) {
	for _, d := range aws.Destinations() {
		if d.ARN != "" {
			ids = append(ids, d.ID)
		}
	}
	return ids
}

// onFailure checks where asynchronous invocations go that failed.
func (r *resolver) onFailure() {
	text := r.s.OnFailure
	if text == "" || aws.FindDestination(text) != nil {
		r.partition("onFailure", "onFailure", text)
		return
	}
	p := r.Add("onFailure", is("onFailure", text), "want "+strings.Join(OnFailures(), ", ")+", or the ARN of a standard queue or topic, a bus, a bucket or a function")
	if strings.HasSuffix(text, ".fifo") {
		p.Want = "want a standard queue or topic: Lambda delivers to no FIFO one"
	}
	p.Hint = didYouMean(text, OnFailures())
}

// onFailureSchema takes what FindDestination knows.
func onFailureSchema() Value {
	either := []Value{object("enum", words(OnFailures()...))}
	for _, d := range aws.Destinations() {
		either = append(either, object("type", text("string"), "pattern", text("^(?:"+d.Pattern+")$")))
	}
	return described("Where asynchronous invocations go that failed: sqs and sns create a queue or topic, eventbridge is the default bus; or the ARN of a queue, a topic, a bus, a bucket or a function.", "anyOf", list(either...))
}
