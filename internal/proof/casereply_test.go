package proof

import (
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// became is what became of one record, or of an event without records: the handler answered what give says, or it failed
// with "no luck", or the sender made a mistake.
type became struct {
	give    string
	fails   bool
	mistake string
}

// failure is how an invocation fails that nobody answers for.
func (o became) failure() string {
	if o.mistake != "" {
		return "InputError: " + o.mistake
	}
	return "no luck"
}

// message is what went wrong, in words alone.
func (o became) message() string { return strings.TrimPrefix(o.failure(), "InputError: ") }

func (o became) failed() bool { return o.fails || o.mistake != "" }

// replyTo is what the caller gets of an event, by the kind of reply. Records behind one that fails the invocation have no
// outcome: they are not tried.
func replyTo(t testing.TB, kind *aws.Trigger, event any, records []any, outcomes []became) answer {
	t.Helper()
	first := outcomes[0]
	switch kind.Reply.Kind {
	case aws.HTTP:
		return httpReply(first)
	case aws.Failures:
		return failuresReply(kind, event, records, outcomes)
	case aws.Records:
		return recordsReply(kind, event, records, outcomes)
	case aws.Reported:
		return reportReply(kind, event, first)
	}
	for _, o := range outcomes {
		if o.failed() {
			return answer{Fails: o.failure()}
		}
	}
	switch kind.Reply.Kind {
	case aws.Value:
		return answer{Reply: answers[first.give]}
	case aws.Ignore:
		return answer{}
	case aws.Echo:
		if first.give == "fill" {
			event = change(event, aws.Path{"response", "filled"}, func(any) any { return true })
		}
		return answer{Reply: event}
	case aws.Shaped:
		return shapeReply(kind, event, first)
	}
	t.Fatalf("nothing says what %s answers", kind.ID)
	return answer{}
}

// failuresReply names the records that failed, and where none may overtake another all behind the first.
func failuresReply(kind *aws.Trigger, event any, records []any, outcomes []became) answer {
	failed := []any{}
	for i, o := range outcomes {
		if !o.failed() {
			continue
		}
		if ordered(kind, event) {
			for _, record := range records[i:] {
				failed = append(failed, map[string]any{"itemIdentifier": read(record, kind.Reply.ID)})
			}
			break
		}
		failed = append(failed, map[string]any{"itemIdentifier": read(records[i], kind.Reply.ID)})
	}
	return answer{Reply: map[string]any{"batchItemFailures": failed}}
}

// ordered tells whether no record of an event may overtake another: those of streams and FIFO queues.
// https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
func ordered(kind *aws.Trigger, event any) bool {
	mark := kind.Reply.Ordered
	if mark == nil || mark.Test == aws.Always {
		return mark != nil
	}
	arn, _ := read(event, mark.Path).(string)
	return strings.HasSuffix(arn, ".fifo")
}

// gives are what the probe is asked to answer.
var gives = []string{"text", "json", "true", "false", "zero", "list", "null", "nothing"}

// replyCases are what each trigger's caller gets for what the handler answers, and when it fails.
func (b *builder) replyCases() {
	for _, f := range b.open(hasKeys) {
		for n := range f.Triggers {
			place := f.kind(n).Event.Keys[len(f.kind(n).Event.Keys)-1]
			all := slices.Clone(gives)
			switch f.kind(n).Reply.Kind {
			case aws.HTTP:
				all = append(all, "respond")
			case aws.Echo:
				all = append(all, "fill")
			}
			for _, give := range all {
				e := f.with(b, n, place, map[string]any{"give": give})
				b.addOne(f, e, "gives "+give, became{give: give}, f.keysWith(b, `"give":"`+give+`"`))
			}
			e := f.with(b, n, place, map[string]any{"s": "please fail"})
			b.addOne(f, e, "fails", became{fails: true}, f.keysWith(b, `"s":"please fail"`))
		}
	}
	// Events without keys leave the answer to the default: a function for each.
	for _, give := range gives {
		if !long && give != "true" && give != "nothing" {
			continue
		}
		for _, pack := range packs(languageOf(b.face.name).name, hasNone) {
			f := b.function(give+" "+pack.name, []string{"--key", "give=" + give}, pack.args)
			for n := range f.Triggers {
				e := f.unchanged(b, n)
				b.addOne(f, e, "gives "+give, became{give: give}, map[string]any{"give": give})
				e.event = e.poisoned()
				b.addOne(f, e, "fails", became{fails: true}, map[string]any{"give": give})
			}
		}
	}
}

// addOne adds the case of an event with one record, or without records.
func (b *builder) addOne(f *caseFunction, e carried, what string, o became, keys map[string]any) {
	want := replyTo(b.t, e.kind, e.event, []any{e.record}, []became{o})
	want.Calls = append([]call{e.call(keys)}, want.Calls...)
	if len(e.kind.Event.Marks) == 0 { // it is taken for a direct invocation
		want.Calls[0].Trigger, want.Calls[0].Facts = "direct", nil
		if want = (answer{Calls: want.Calls}); o.fails {
			want.Fails = o.failure()
		} else {
			want.Reply = answers[o.give]
		}
	}
	b.add(f, e.kind.ID, what, e.event, want)
}
