package aws

import "strings"

// The vocabulary in which facts about events are written. A language words each operation of a Path, each Test and each kind
// of Reply (reply.go) once, and has all triggers with it.

// Event says where the event of a trigger carries what a function needs.
type Event struct {
	Marks  []Mark  // all hold: it is an event of this trigger; none: a direct invocation
	Unwrap Path    // from the event to its document; none: the event is the document
	Probe  []Mark  // all hold: the service tries whether somebody listens, and no handler is called
	Each   Path    // from the document to its records; none: the document is the one record
	Inner  Path    // from a record to what it carries, which is handed over beside it; none: it carries nothing else
	Many   bool    // Inner leads to a list, of which each is handed over for itself; a list that is not there is empty
	Keys   []Place // where the keys are, the first place that has a key wins; none: the event carries no keys
	Facts  []Fact  // what an event or record says of itself
	Sample string  // a real event: JSON with holes, see Keys holes below

	Types   []Type // in public type libraries, of a document or of what a record carries; those of an event are its trigger's
	Carried []Type // of what a record carries
}

// Holes of Event.Sample that stand for a whole value, not for a part of a text. An object with one member called for one
// of the wrappings below stands for that member's value, wrapped: {"{base64}": "{keys}"}.
const (
	KeysValue      = "{keys}"             // the sample keys as an object
	KeysBody       = "{keys|body}"        // as JSON text, for a method that has a body; null where there is nothing to say
	KeysQuery      = "{keys|query}"       // as an object of texts, for a method that has no body; else null
	KeysMultiQuery = "{keys|multi-query}" // the same with lists of texts
	PathDecoded    = "{path|values}"      // the same, decoded
	PathValues     = "{path|params}"      // the values of the path's parameters as an object; null where it has none
)

// Wrappings of values in Event.Sample.
const (
	WrapJSON       = "{json}"       // its JSON as a text
	WrapBase64     = "{base64}"     // its JSON in base64
	WrapGzip       = "{gzip}"       // its JSON, compressed, in base64
	WrapAttributes = "{attributes}" // an object as a map of DynamoDB attribute values
	WrapTexts      = "{texts}"      // an object with its values as texts
	WrapLists      = "{lists}"      // an object with its values as lists of one text
	WrapPairs      = "{pairs}"      // an object as a list of {name, type, value}
	WrapQuery      = "{query}"      // an object as a query string
	WrapSlots      = "{slots}"      // an object as the slots of an Alexa intent
	WrapLexSlots   = "{lex-slots}"  // an object as the slots of a Lex intent
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
	// Known says, with holes, whose values settle the mark for all events alike: no event need be looked at then.
	Known string
}

// Test is how a Mark compares what it finds.
type Test string

const (
	Is       Test = "is"       // equal to Value
	HasStart Test = "start"    // a text that begins with Value
	HasEnd   Test = "end"      // a text that ends in Value
	Exists   Test = "exists"   // there, and not null
	Missing  Test = "missing"  // not there, or null
	Contains Test = "contains" // a text with Value in it
	Lacks    Test = "lacks"    // not a text with Value in it
	Always   Test = "always"   // whatever is there
)

// Place is somewhere in a record where keys may be.
type Place struct {
	Path Path
	Text bool // values are texts: numbers and booleans are converted, objects and lists read as JSON; what is no text is taken as it is

	Outer bool // Path begins at the document and not at the record
	Inner bool // Path begins at what the record carries
}

// Fact is something an event says of itself, handed to the handler beside the keys.
type Fact struct {
	Name   string // in camel case, objectKey for example
	Path   Path
	Why    string // what it is, a few words
	Log    bool   // the generated handler logs it, where the event carries no keys to show
	Filled bool   // an object that the handler fills in
	JSON   bool   // it may be any JSON value; else it has the type that it has in the sample, or is a text

	Outer bool   // Path begins at the document and not at the record
	Inner bool   // Path begins at what the record carries
	Types []Type // of its value, where the sample event does not show it: one that may be absent, or is an object
}

// Path leads from a value to a value inside it, step by step.
type Path []Step

// Step is one step of a Path: the name of a field, or one of the operations. A field that a real event may lack, or in
// which it may have null, ends in ?: something inside it is looked for all the same, or the fact is not always there. A
// step *.name makes an object of the members called name of each member: {"a": 1} of {"a": {"name": 1}, "b": null}; a
// member that is null, or whose own is, is left out.
type Step string

const (
	First      Step = "[0]"          // the first element of a list
	All        Step = "all()"        // the value itself, a list
	Values     Step = "values()"     // the elements of all lists of an object
	Percent    Step = "percent()"    // percent-decodes each text of an object
	Firsts     Step = "firsts()"     // takes the first element of each list of an object
	Pairs      Step = "pairs()"      // the object that a list of {name, value} stands for
	URL        Step = "url()"        // decodes an URL-encoded text in which a blank is +
	Query      Step = "query()"      // the object that a query string stands for, decoded; the first of a name counts
	Body       Step = "body()"       // an HTTP event's body, base64-decoded where the event says so, as JSON object
	JSON       Step = "json()"       // parses a text that the service wrote as JSON
	Message    Step = "message()"    // parses a text that a sender wrote as JSON object; an empty one has no keys
	Base64     Step = "base64()"     // decodes a text in base64
	Gunzip     Step = "gunzip()"     // decodes base64 of a compressed text
	Attributes Step = "attributes()" // the object that a map of DynamoDB attribute values stands for
	Resource   Step = "resource()"   // the name of the resource in an ARN: Orders for ...:table/Orders/stream/1
	Whole      Step = "whole()"      // the value itself, which must be an object
)

// Op returns the operation that the step is: "field" for a name, else the word before the parentheses or brackets.
func (s Step) Op() string {
	switch s {
	case First:
		return "first"
	case All, Values, Percent, Firsts, Pairs, URL, Query, Body, JSON, Message, Base64, Gunzip, Attributes, Resource, Whole:
		return string(s[:len(s)-2])
	}
	if strings.HasPrefix(string(s), "*.") {
		return "members"
	}
	return "field"
}

// Field returns the name of the field that the step is, or that it looks for in each member, and whether a real event may
// lack it.
func (s Step) Field() (name string, optional bool) {
	return strings.CutSuffix(strings.TrimPrefix(string(s), "*."), "?")
}
