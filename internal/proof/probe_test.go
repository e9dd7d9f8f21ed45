package proof

// The probe is the handler that cases are tried with: a few lines in each language, written over the team's file beside the
// generated adapter. It makes visible what a handler is called with, whatever the trigger answers its caller, and answers
// or fails as a case wants it. What it does, in this order:
//
//  1. Called directly (the trigger is "direct") with the key give "calls", it returns the calls that it has noted since
//     it was last asked, as a list, and forgets them.
//  2. It notes a call: {"trigger": ..., "keys": {...}, "facts": {...}}. The keys have the names of the Spec; the facts are
//     what the source has beside trigger, event and record, those that are absent or null left out.
//  3. It fails with an error whose message is "no luck" where the JSON of the keys, or of the record, or of the event where
//     there is no record, has "please fail" in it.
//  4. It answers what the key give says, see answers, and "done" where that is none of them; a function that HTTP callers invoke knows "respond" besides, and one
//     that gives back the event (Cognito) "fill", which sets filled in the event's response to true.
//
//
// A function that reports what became of an event (CodePipeline) notes what it would tell, in place of telling it:
// {"told": ..., "input": {...}}, where told is the operation or the URL in lower case without underscores, and the names in
// input are those of AWS's API.
//
// Notes are made of copies: an answer that a handler changes later is not what it was called with.

// answers are what the probe returns for each value of the key give.
var answers = map[string]any{
	"text": "done", "json": map[string]any{"ok": true}, "true": true, "false": false, "zero": 0.0, "list": []any{1.0}, "null": nil,
	"nothing": nil, // undefined, None, no value: as a function returns that says nothing
}

// difference is a case in which a language answers otherwise, and may: the sentence stands in docs/languages.md.
type difference struct {
	like string // the case's name, or its part behind the last colon
	want answer // without calls: those are looked at no more
	why  string
}
