// Package spec knows what a person decides about a function: the Spec. It reads it from scaffold.yaml and from flags,
// checks it, fills in defaults, and writes it back, and it says where each part was written. It knows nothing of how files
// are generated from it, asks nobody anything and opens no file.
//
// A Spec from any road is one that Resolve checks and completes. What is wrong comes as Problems: each has its place in
// the Spec, and a Source, the file or the flags, knows the position of that place. Layers above add problems of their own
// by the same places:
//
//	doc, resolved, err := spec.Load("scaffold.yaml", data)
//	...
//	var problems spec.Problems
//	problems.Add(spec.Path("keys", key.Name), "...", "want ...")
//	return spec.Locate(problems.Err(), doc)
package spec

// Spec is everything that a person decides about one function, and nothing that can be worked out. The zero value of a
// field means that the person said nothing.
type Spec struct {
	Name         string
	Language     string // javascript, typescript, python or go
	Runtime      string // id of a Lambda runtime, nodejs24.x for example
	Style        string // async, callback or context, where the runtime has a choice
	Keys         []Key  // in the order written
	KeysFrom     string // Go only, instead of Keys: the name of a struct type of the package
	Logging      Logging
	Triggers     []Use
	Access       []Use
	OnFailure    string // where asynchronous invocations go that failed: sqs, sns or an ARN
	Role         Role
	Memory       int               // MB
	Timeout      int               // seconds
	Architecture string            // x86_64 or arm64
	Environment  map[string]string // nil where none
	Tags         map[string]string // nil where none
	Account      string            // twelve digits
	Region       string
	Deploy       string // sam or none
}

// Key is one key of the event.
type Key struct {
	Name        string
	Type        KeyType // "" is that of the default; files and flags always say it
	Default     JSON    // "" is no default
	Required    bool
	Nullable    bool // null is a value
	Description string

	Held *Held // how a Go type holds it, nil where no type is named
}

// KeyType is the type of a key's value.
type KeyType string

// The types of keys.
const (
	String  KeyType = "string"
	Integer KeyType = "integer" // whole, within 2^53-1 of zero, so that every language reads the same number
	Number  KeyType = "number"
	Boolean KeyType = "boolean"
	Object  KeyType = "object"
	Array   KeyType = "array"
)

// JSON is the text of one JSON value in canonical form: no white space, members in the order written, numbers as
// written, strings with as few escapes as JSON allows.
type JSON string

// Logging is how the function logs.
type Logging struct {
	None      bool   // the function may not log
	Group     string // name of the log group
	Create    *bool  // true: the group is declared beforehand; false: the function may create it
	Format    string // text or json
	Level     string // with format json
	Retention int    // days, 0 is forever
	Tracing   bool   // X-Ray
}

// Use is one use of a trigger or an access of the catalogue (package aws).
type Use struct {
	ID     string
	Name   string         // unique among triggers in letters of any case; "" is the id, then id-2 and so on. Accesses have none
	Params map[string]any // by parameter name: string, int, bool, []string or JSON, as the parameter's type says; nil where none
}
