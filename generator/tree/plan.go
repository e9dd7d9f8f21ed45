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
	Keep                   // an ecosystem's file that is there already, here or above; ours is not wanted
	Conflict               // something is in the way; a Plan with a conflict is not applied
)

var actionNames = [...]string{Same: "same", Create: "create", Update: "update", Keep: "keep", Conflict: "conflict"}

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
	Path   string `json:"path"` // "." where the directory itself is in the way
	Action Action `json:"action"`
	Owner  Owner  `json:"owner"`
	Reason string `json:"reason"` // in words, starting in lower case
	Exec   bool   `json:"exec,omitempty"`
	Diff   string `json:"diff,omitempty"` // only after Plan.WithDiffs

	Old []byte `json:"-"` // what Compare read; nil where there was no file to read
	New []byte `json:"-"` // what is wanted
}

// Writes reports whether Apply writes this file.
func (c Change) Writes() bool { return c.Action == Create || c.Action == Update }

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
}

// Empty reports whether there is nothing to write.
func (p Plan) Empty() bool { return !slices.ContainsFunc(p.Changes, Change.Writes) }

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
	words := [...]string{Same: "the same", Create: "to create", Update: "to update", Keep: "kept", Conflict: "in conflict"}
	var parts []string
	for _, a := range []Action{Create, Update, Same, Keep, Conflict} {
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
