package aws

import "strings"

// Event says where the event of a trigger carries what a function needs.
type Event struct {
	Marks  []Mark  // all hold: it is an event of this trigger; none: a direct invocation
	Unwrap Path    // from the event to its document
	Each   Path    // from the document to its records; none: the document is the one record
	Keys   []Place // where the keys are, the first place that has a key wins; none: the event carries no keys
	Facts  []Fact  // what an event or record says of itself
	Sample string  // a real event: JSON with holes, see Keys holes below
}

// Holes of Event.Sample that stand for a whole value, not for a part of a text.
const (
	KeysValue      = "{keys}"             // the sample keys as an object
	KeysBody       = "{keys|body}"        // as JSON text, for a method that has a body; null where there is nothing to say
	KeysQuery      = "{keys|query}"       // as an object of texts, for a method that has no body; else null
	KeysMultiQuery = "{keys|multi-query}" // the same with lists of texts
	PathValues     = "{path|params}"      // the values of the path's parameters as an object; null where it has none
)

// Mark is a property of an event by which its trigger is known.
type Mark struct {
	Path  Path
	Test  Test
	Value string // with holes; a mark whose parameter has no value is left out

	// Apart marks tell several triggers of one kind apart. A function with one trigger of the kind does without them, so
	// that its code is the same for every API and bucket it is deployed beside.
	Apart bool
	// Environment says that a parameter which has no value is read from the function's environment, under its
	// placeholder's name, where nothing else tells the triggers apart.
	Environment bool
}

// Test is how a Mark compares what it finds.
type Test string

const (
	Is       Test = "is"     // equal to Value
	HasStart Test = "start"  // a text that begins with Value
	HasEnd   Test = "end"    // a text that ends in Value
	Exists   Test = "exists" // there, and not null
)

// Place is somewhere in a record where keys may be.
type Place struct {
	Path Path
	Text bool // values are texts: numbers and booleans are converted
}

// Fact is something an event says of itself, handed to the handler beside the keys.
type Fact struct {
	Name string // in camel case, objectKey for example
	Path Path
	Why  string // what it is, a few words
	Log  bool   // the generated handler logs it, where the event carries no keys to show
}

// Path leads from a value to a value inside it, step by step.
type Path []Step

// Step is one step of a Path: the name of a field, or one of the operations. A field that a real event may lack, although
// something inside it is looked for, ends in ?.
type Step string

const (
	First   Step = "[0]"       // the first element of a list
	Each    Step = "[*]"       // every element of a list
	Percent Step = "percent()" // percent-decodes each text of an object
	URL     Step = "url()"     // decodes an URL-encoded text in which a blank is +
	Body    Step = "body()"    // an HTTP event's body, base64-decoded where the event says so, as JSON object
	JSON    Step = "json()"    // parses a text as JSON
	Whole   Step = "whole()"   // the value itself, which must be an object
)

// Op returns the operation that the step is: "field" for a name, else the word before the parentheses or brackets.
func (s Step) Op() string {
	switch s {
	case First:
		return "first"
	case Each:
		return "each"
	case Percent, URL, Body, JSON, Whole:
		return string(s[:len(s)-2])
	}
	return "field"
}

// Reply says what the caller wants back.
type Reply struct {
	Kind ReplyKind
	Why  string // a sentence on what happens with the answer
}

// ReplyKind is one of the ways in which a caller takes the handler's answer.
type ReplyKind string

const (
	Value  ReplyKind = "value"  // the value itself
	Ignore ReplyKind = "ignore" // nothing; only failing matters
	HTTP   ReplyKind = "http"   // a proxy response: statusCode, headers, body
)

// Field returns the name of the field that the step is, and whether a real event may lack it.
func (s Step) Field() (name string, optional bool) { return strings.CutSuffix(string(s), "?") }
