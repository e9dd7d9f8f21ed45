package tree

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// LockName is the lock's file in a function's directory.
const LockName = "scaffold.lock"

// Lock is what was generated into a directory last: which files, with which text, from what.
type Lock struct {
	Stamp
	Entries []Entry  // sorted by path
	Before  []Before // sorted by path; none in the lock of a run that came to its end
}

// Stamp says what a Lock's files were generated from.
type Stamp struct {
	Edition Edition
	Input   Digest // of all that went in
}

// Edition is the state of a set of templates: its name and a number that goes up when what it makes changes.
type Edition struct {
	Name   string // lower-case letters, digits and hyphens: "javascript"
	Number int    // from 1
}

// Entry is one file of a Lock.
type Entry struct {
	Path   string
	Owner  Owner  // Tool or Team
	Digest Digest // of the text that was generated
	Base   []byte // the text itself, normalized: what people's edits of a Team file started from; nil for Tool
}

// Before is a file that a run was about to write when it wrote the lock: should the run be cut off, the file is as it
// was, or it is as the run wanted it.
type Before struct {
	Entry         // what was generated there last; only the path where nothing was
	New    bool   // nothing was generated there
	Gone   bool   // the run was about to remove the file
	Result Digest // of what the run was about to write, where not Gone
}

// NewLock is the lock of these files. Those of a Person are left out: the tool does not follow them.
func NewLock(stamp Stamp, files []File) Lock {
	l := Lock{Stamp: stamp, Entries: make([]Entry, 0, len(files))}
	for _, f := range files {
		if f.Owner != Person {
			l.Entries = append(l.Entries, newEntry(f))
		}
	}
	slices.SortFunc(l.Entries, func(a, b Entry) int { return strings.Compare(a.Path, b.Path) })
	return l
}

func newEntry(f File) Entry {
	e := Entry{Path: f.Path, Owner: f.Owner, Digest: DigestText(f.Data)}
	if f.Owner == Team {
		e.Base = append([]byte{}, Normalize(f.Data)...)
	}
	return e
}

// Lookup finds the entry of a path.
func (l Lock) Lookup(path string) (Entry, bool) {
	at, ok := slices.BinarySearchFunc(l.Entries, path, func(e Entry, p string) int { return strings.Compare(e.Path, p) })
	if !ok {
		return Entry{}, false
	}
	return l.Entries[at], true
}

// What ParseLock finds wrong with a whole lock rather than with a line of it, for errors.Is.
var (
	ErrNewerLock = errors.New("the lock is newer than the tool")
	ErrGitMarks  = errors.New("the lock has git conflict markers")
)

// LockError says where a lock is not one.
type LockError struct {
	Line int // from 1
	What string
	Err  error // ErrNewerLock, ErrGitMarks or nil
}

func (e *LockError) Error() string { return fmt.Sprintf("%s:%d: %s", LockName, e.Line, e.What) }

func (e *LockError) Unwrap() error { return e.Err }
