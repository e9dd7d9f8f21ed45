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
	Entries []Entry // sorted by path
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

// NewLock is the lock of these files. Those of a Person are left out: the tool does not follow them.
func NewLock(stamp Stamp, files []File) Lock {
	l := Lock{Stamp: stamp, Entries: make([]Entry, 0, len(files))}
	for _, f := range files {
		if f.Owner == Person {
			continue
		}
		e := Entry{Path: f.Path, Owner: f.Owner, Digest: DigestText(f.Data)}
		if f.Owner == Team {
			e.Base = append([]byte{}, Normalize(f.Data)...)
		}
		l.Entries = append(l.Entries, e)
	}
	slices.SortFunc(l.Entries, func(a, b Entry) int { return strings.Compare(a.Path, b.Path) })
	return l
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
