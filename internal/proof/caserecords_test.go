package proof

import (
	"fmt"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// batches are three records each: what becomes of them where nothing is to hold them up, and where.
var batches = []struct {
	name    string
	records [3]became
}{
	{"three records", [3]became{}},
	{"the first fails", [3]became{{fails: true}}},
	{"the second fails", [3]became{1: {fails: true}}},
	{"the last fails", [3]became{2: {fails: true}}},
	{"all fail", [3]became{{fails: true}, {fails: true}, {fails: true}}},
	{"the second is a mistake", [3]became{1: {mistake: `key "s" must be a string`}}},
	{"the first is a mistake and the last fails", [3]became{0: {mistake: `key "s" must be a string`}, 2: {fails: true}}},
}

// ids are the names of three records in replies. Sequence numbers of streams are longer than numbers can be.
var ids = [3]string{"49590338271490256608559692538361571095921575989136588898", "2", "third"}

// recordCases are batches: each record has its own call and its own outcome. Where the caller is told of each record the
// others go on; where it takes no answer the first failure is the invocation's; of streams and FIFO queues it is the end.
func (b *builder) recordCases() {
	for _, f := range b.open(hasRecords) {
		b.batchCases(f)
	}
	for _, pack := range packs(languageOf(b.face.name).name, hasNone) {
		b.batchCases(b.function("true "+pack.name, []string{"--key", "give=true"}, pack.args))
	}
	b.batchCases(b.function("fifo", openKeys, []string{"--trigger", "sqs:name=my-sqs,queue=orders.fifo"}))
}

func hasRecords(kind *aws.Trigger) bool { return len(kind.Event.Each) > 0 }

func (b *builder) batchCases(f *caseFunction) {
	for n := range f.Triggers {
		kind := f.kind(n)
		if !f.Triggers[n].Marked() || !hasRecords(kind) {
			continue
		}
		for _, batch := range batches {
			b.batchCase(f, n, batch.name, batch.records)
		}
		if len(kind.Event.Probe) > 0 {
			e := f.unchanged(b, n)
			event := change(e.event, kind.Event.Unwrap, func(document any) any {
				for _, mark := range kind.Event.Probe {
					document = change(document, mark.Path, func(any) any { return mark.Value })
				}
				return document
			})
			b.add(f, kind.ID, "a probe calls nobody", event, answer{})
		}
	}
}

func (b *builder) batchCase(f *caseFunction, n int, what string, outcomes [3]became) {
	kind := f.kind(n)
	carries := hasKeys(kind) && !kind.Event.Keys[0].Outer // else all records have the keys of the sample
	var keys [3]map[string]any
	event := change(f.sample(b.t, f.Triggers[n].Name), kind.Event.Unwrap, func(document any) any {
		return change(document, kind.Event.Each, func(records any) any {
			var three []any
			for i := range outcomes {
				outcomes[i].give, keys[i] = f.given(), f.sampleKeys(n)
				record := f.named(records.([]any)[0], kind, ids[i])
				if carries {
					keys[i] = f.keysWith(b, fmt.Sprintf(`"s":"record %d"`, i))
					payload := map[string]any{"s": keys[i]["s"]}
					if outcomes[i].mistake != "" {
						payload["s"] = 0
					}
					record = carry(record, kind, kind.Event.Keys[0], payload)
				} else if outcomes[i].mistake != "" {
					outcomes[i] = became{fails: true}
				}
				if outcomes[i].fails {
					record = poison(record)
				}
				three = append(three, record)
			}
			return three
		})
	})
	e := apart(kind, f.Triggers[n].Name, event)
	records := read(e.document, kind.Event.Each).([]any)
	want := replyTo(b.t, kind, event, records, outcomes[:])
	for i, o := range outcomes {
		if e.record, e.inner = records[i], innerOf(kind, records[i]); o.mistake == "" {
			want.Calls = append(want.Calls, e.call(keys[i]))
		}
		stops := kind.Reply.Kind == aws.Ignore || kind.Reply.Kind == aws.Failures && ordered(kind, event)
		if o.failed() && stops {
			break
		}
	}
	b.add(f, kind.ID, what, event, want)
}

// carry puts keys into a place of a record.
func carry(record any, kind *aws.Trigger, place aws.Place, payload any) any {
	do := func(value any) any { return change(value, place.Path, func(any) any { return payload }) }
	if place.Inner {
		return changeEach(record, kind.Event.Inner, do)
	}
	return do(record)
}

// named gives a record the name by which the reply speaks of it.
func (f *caseFunction) named(record any, kind *aws.Trigger, id string) any {
	path := kind.Reply.ID
	switch kind.ID {
	case "firehose-transform":
		path = aws.Path{"recordId"}
	case "s3-batch":
		path = aws.Path{"taskId"}
	}
	if len(path) == 0 {
		return record
	}
	return change(record, path, func(any) any { return id })
}
