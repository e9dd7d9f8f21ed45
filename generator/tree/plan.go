package tree

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// Action says what a Plan does with one file.
type Action int

const (
	Same     Action = iota // it is there with this text; nothing to write
	Create                 // it is not there yet
	Update                 // it is there with another text, which is replaced
	Merge                  // it was edited, and the generated text has changed: it gets both
	Remove                 // it is generated no more, and nobody edited it
	Keep                   // it stays as it is, edited or an ecosystem's own, here or above
	Review                 // it stays as it is, and a person has to bring it and the generated text together
	Conflict               // something is in the way; a Plan with a conflict is not applied
)

var actionNames = [...]string{
	Same: "same", Create: "create", Update: "update", Merge: "merge", Remove: "remove", Keep: "keep", Review: "review",
	Conflict: "conflict",
}

// String is the action in the words of the command line and of JSON.
func (a Action) String() string {
	if a < 0 || int(a) >= len(actionNames) {
		return fmt.Sprintf("action(%d)", int(a))
	}
	return actionNames[a]
}

// MarshalText is String, for JSON.
func (a Action) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// Change is what happens to one file.
type Change struct {
	Path     string `json:"path"` // "." where the directory itself is in the way
	Action   Action `json:"action"`
	Owner    Owner  `json:"owner"`
	Reason   string `json:"reason"` // in words, starting in lower case
	Exec     bool   `json:"exec,omitempty"`
	Edited   bool   `json:"edited,omitempty"`   // a tool file that is kept because a person edited it
	Unproven bool   `json:"unproven,omitempty"` // a file that is kept because nothing but the lock shows that it is the tool's
	Marked   int    `json:"marked,omitempty"`   // conflicts that a Merge leaves between markers
	Above    string `json:"above,omitempty"`    // the file further up that stands in for it
	Diff     string `json:"diff,omitempty"`     // only after Plan.WithDiffs

	Old []byte `json:"-"` // what Compare read; nil where there was no file to read
	New []byte `json:"-"` // what is wanted: of a Merge both texts in one, of a Remove nothing

	base []byte // of a Review: the generated text that the file began as, nil where nobody knows
}

// Writes reports whether Apply writes or removes this file.
func (c Change) Writes() bool {
	return c.Action == Create || c.Action == Update || c.Action == Merge || c.Action == Remove
}

// mode is what a new file is made with, before the umask.
func (c Change) mode() fs.FileMode {
	if c.Exec {
		return 0o777
	}
	return 0o666
}

// Plan is everything that Apply is going to do, sorted by path with the lock at the end.
type Plan struct {
	Changes []Change `json:"changes"`

	lock   string   // the lock's path
	intent []byte   // the lock that stands while files are written, nil where Compare made the plan or none is written
	stale  []string // temporary files of a run that was cut off
}

// Empty reports whether there is nothing to write.
func (p Plan) Empty() bool {
	return len(p.stale) == 0 && !slices.ContainsFunc(p.Changes, Change.Writes)
}

// Edited are the tool files that are kept because a person edited them.
func (p Plan) Edited() []Change {
	return slices.DeleteFunc(slices.Clone(p.Changes), func(c Change) bool { return !c.Edited })
}

// Unproven are the files that are kept because nothing but the lock shows that they are the tool's.
func (p Plan) Unproven() []Change {
	return slices.DeleteFunc(slices.Clone(p.Changes), func(c Change) bool { return !c.Unproven })
}

// Conflicts are the changes that stand in the way of applying the plan.
func (p Plan) Conflicts() []Change {
	var found []Change
	for _, c := range p.Changes {
		if c.Action == Conflict {
			found = append(found, c)
		}
	}
	return found
}

// Counts is how many files a plan has of each action, by Action.
type Counts [len(actionNames)]int

// Counts adds up the plan's actions.
func (p Plan) Counts() (n Counts) {
	for _, c := range p.Changes {
		n[c.Action]++
	}
	return n
}

// String is one line: "12 to create, 1 the same, 1 kept". A plan without files is "no files".
func (n Counts) String() string {
	words := [...]string{
		Same: "the same", Create: "to create", Update: "to update", Merge: "to merge", Remove: "to remove", Keep: "kept",
		Review: "to review", Conflict: "in conflict",
	}
	var parts []string
	for _, a := range []Action{Create, Update, Merge, Remove, Same, Keep, Review, Conflict} {
		if n[a] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n[a], words[a]))
		}
	}
	if len(parts) == 0 {
		return "no files"
	}
	return strings.Join(parts, ", ")
}

// ConflictError says what is in the way, all of it. Nothing that it names was touched.
type ConflictError struct {
	Changes []Change // each a Conflict
}

func (e *ConflictError) Error() string {
	lines := make([]string, len(e.Changes))
	for i, c := range e.Changes {
		lines[i] = c.Path + ": " + c.Reason
	}
	return strings.Join(lines, "\n")
}
