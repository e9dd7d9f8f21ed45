package proof

import (
	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// carried is an event of one of a function's triggers taken apart: what handlers are called with lies in it.
type carried struct {
	kind    *aws.Trigger
	trigger string // its name
	where   string // where the keys are, where they may be in several places
	event   any

	document any // what the event is wrapped around
	record   any // the first record, or the document
	inner    any // what the record carries, the first of several, or the record
}

// apart takes an event apart.
func apart(kind *aws.Trigger, trigger string, event any) carried {
	e := carried{kind: kind, trigger: trigger, event: event, document: read(event, kind.Event.Unwrap)}
	e.record = e.document
	if len(kind.Event.Each) > 0 {
		e.record = firstOf(read(e.document, kind.Event.Each))
	}
	e.inner = innerOf(kind, e.record)
	return e
}

func innerOf(kind *aws.Trigger, record any) any { return firstOf(read(record, kind.Event.Inner)) }

// firstOf is the first element of a list, and any other value itself.
func firstOf(value any) any {
	if list, ok := value.([]any); ok && len(list) > 0 {
		return list[0]
	}
	return value
}

// unchanged is the sample event of a trigger.
func (f *caseFunction) unchanged(b *builder, n int) carried {
	return apart(f.kind(n), f.Triggers[n].Name, f.sample(b.t, f.Triggers[n].Name))
}

// with is the sample event of a trigger with a payload in one place where keys may be, and in no other.
func (f *caseFunction) with(b *builder, n int, place aws.Place, payload any) carried {
	kind, name := f.kind(n), f.Triggers[n].Name
	event := f.sample(b.t, name)
	for _, other := range kind.Event.Keys {
		event = changeAt(event, kind, other, func(value any) any { return without(value, other.Path) })
	}
	event = changeAt(event, kind, place, func(value any) any {
		return change(value, place.Path, func(any) any { return payload })
	})
	return apart(kind, name, event)
}

// changeAt changes the value that a place begins at: the document, a record or what the record carries.
func changeAt(event any, kind *aws.Trigger, place aws.Place, do func(any) any) any {
	return change(event, kind.Event.Unwrap, func(document any) any {
		if place.Outer {
			return do(document)
		}
		return changeEach(document, kind.Event.Each, func(record any) any {
			if !place.Inner {
				return do(record)
			}
			return changeEach(record, kind.Event.Inner, do)
		})
	})
}

// changeEach changes the first element of the list at a path, or the value there where it is no list.
func changeEach(value any, path aws.Path, do func(any) any) any {
	return change(value, path, func(value any) any {
		if list, ok := value.([]any); ok && len(path) > 0 {
			return append([]any{do(list[0])}, list[1:]...)
		}
		return do(value)
	})
}

// poisoned is the event with a record, or an event, in which something says that the handler is to fail.
func (e carried) poisoned() any {
	return changeAt(e.event, e.kind, aws.Place{}, poison)
}

func poison(record any) any {
	return change(record, aws.Path{"note"}, func(any) any { return "please fail" })
}

// call is what a handler is called with for a record.
func (e carried) call(keys map[string]any) call {
	return call{Trigger: e.trigger, Keys: keys, Facts: e.facts()}
}

// facts are what the catalogue says that an event says of itself; what is absent or null is left out.
func (e carried) facts() map[string]any {
	all := map[string]any{}
	for _, fact := range e.kind.Event.Facts {
		from := e.record
		switch {
		case fact.Outer:
			from = e.document
		case fact.Inner:
			from = e.inner
		}
		if value := read(from, fact.Path); value != nil {
			all[fact.Name] = value
		}
	}
	return all
}
