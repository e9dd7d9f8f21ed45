package tree

import "fmt"

// Owner says who a file belongs to once it is written.
type Owner int

const (
	Tool   Owner = iota // written anew by the tool each time
	Team                // written by the tool once; people edit it and the tool follows
	Person              // a person's own decisions (scaffold.yaml): written by new, never listed in the lock
)

var ownerNames = [...]string{Tool: "tool", Team: "team", Person: "person"}

// String is the owner in the words of the lock and of JSON: "tool", "team" or "person".
func (o Owner) String() string {
	if o < 0 || int(o) >= len(ownerNames) {
		return fmt.Sprintf("owner(%d)", int(o))
	}
	return ownerNames[o]
}

// MarshalText is String, for JSON.
func (o Owner) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// File is one file to generate.
type File struct {
	Path  string // slash-separated, relative and clean: "src/index.mjs"; see CheckPath
	Data  []byte // not copied: leave it alone once it is in a set
	Owner Owner
	Exec  bool // with executable bits; they are set when the file is made and not compared later

	// Ecosystem marks a file that belongs to the language's world rather than to the function: package.json,
	// go.mod, .gitignore. It is written only where there is none at its place and none above; see [Compare].
	Ecosystem bool
	// Local narrows Ecosystem to the file's own place: a README.md further up does not stand in for this one.
	Local bool
}
