package tree

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
)

// GenerateOptions are what CompareGenerated is to do beside comparing.
type GenerateOptions struct {
	Stamp Stamp // what the wanted files are made from
	Force bool  // tool files get the generated text also where a person edited them
	Mark  bool  // team files that cannot be merged get both texts between conflict markers

	// Reviewed says that a person has brought together what could not be merged: such team files are as they are to be.
	Reviewed bool

	// Parses says what is wrong with a merged text, nil where nothing is; nil takes every text.
	Parses func(path string, text []byte) error
}

// CompareGenerated says what it takes to bring dir, where files were generated before, up to the wanted ones. It only
// reads. What it does with a file depends on whose it is and on what the lock says was generated last:
//
//   - A Tool file gets the generated text, unless a person edited it: then it is kept, and is Edited. One that is
//     generated no more is removed.
//   - A Team file that nobody edited gets the generated text; an edited one is kept while the generated text is what it
//     was, and merged with it otherwise, or is for Review where that cannot be done. One that a person removed stays
//     away.
//   - What the lock does not know and a person put there is a Conflict, or for Review where it is a Team file.
//
// Ecosystem files that are not there yet are looked for above, as in Compare. Where there is no lock, files with other
// texts than the wanted count as edited. A lock of a newer edition is a Conflict; so is one that is no lock.
//
// While anything is left to a person, the lock that the plan ends with has no Input: nothing can be told from it then
// without comparing.
func CompareGenerated(dir string, want *FileSet, opt GenerateOptions) (Plan, error) {
	if _, taken := want.names[fold(LockName)]; taken {
		return Plan{}, fmt.Errorf("path %q: is the lock's own", LockName)
	}
	dir = filepath.Clean(dir)
	root, err := openDisk(dir)
	if err != nil {
		return Plan{}, fmt.Errorf("open directory: %w", err)
	}
	defer root.Close()
	return compareGenerated(root, dir, want, opt)
}

func compareGenerated(l layer, dir string, want *FileSet, opt GenerateOptions) (Plan, error) {
	g := generated{
		comparer:        comparer{dir: dir, view: view{layer: l, seen: make(map[string][]fs.DirEntry)}},
		GenerateOptions: opt, next: Lock{Stamp: opt.Stamp},
	}
	lock, err := g.readLock()
	if err != nil {
		return Plan{}, err
	}
	if lock.Action == Conflict {
		return Plan{Changes: []Change{lock}}, nil
	}
	var problems []error
	for _, f := range want.files {
		if f.Owner == Person {
			return Plan{}, fmt.Errorf("path %q: is a person's and not generated", f.Path)
		}
		problems = append(problems, g.wanted(f))
	}
	for path := range g.origins.paths() {
		if _, ok := want.Lookup(path); !ok {
			problems = append(problems, g.unwanted(path))
		}
	}
	if err := errors.Join(problems...); err != nil {
		return Plan{}, err
	}
	slices.SortFunc(g.changes, func(a, b Change) int { return strings.Compare(a.Path, b.Path) })
	return g.plan(lock), nil
}

// generated compares what is there with what was generated and what is wanted.
type generated struct {
	comparer
	GenerateOptions
	origins origins
	changes []Change
	next    Lock     // as it is when all is written
	before  []Before // what the lock before says of what is written
	open    bool     // something is left to a person
}

// readLock reads the lock that is there. The change is a Conflict where it is none, or one that cannot be followed.
func (g *generated) readLock() (Change, error) {
	change := Change{Path: LockName}
	what, old, problem, err := g.read(LockName)
	switch {
	case err != nil:
		return change, err
	case what == nothing:
		return change.is(Create, "is not there yet"), nil
	case what != regular:
		return change.is(Conflict, problem), nil
	}
	change.Old = old
	var wrong *LockError
	if g.origins.locks, err = ReadLock(change.Old); errors.As(err, &wrong) {
		return change.is(Conflict, fmt.Sprintf("line %d: %s", wrong.Line, wrong.What)), nil
	}
	for _, lock := range g.origins.locks {
		is, want := lock.Edition, g.Stamp.Edition
		if is.Name == want.Name && is.Number > want.Number {
			return change.is(Conflict, fmt.Sprintf("is of edition %d of %s: this scaffold knows %d: want a newer scaffold", is.Number, is.Name, want.Number)), nil
		}
	}
	return change.is(Update, "is of another run"), nil
}

// plan puts the lock behind the changes, and before them the one that stands meanwhile.
func (g *generated) plan(lock Change) Plan {
	if g.open {
		g.next.Input = Digest{}
	}
	slices.SortFunc(g.next.Entries, func(a, b Entry) int { return strings.Compare(a.Path, b.Path) })
	slices.SortStableFunc(g.before, func(a, b Before) int { return strings.Compare(a.Path, b.Path) })
	lock.New = withEnds(g.next.Encode(), lock.Old)
	plan := Plan{Changes: g.changes, stale: g.leftovers()}
	if lock.Old != nil && sameText(lock.Old, lock.New) {
		lock = lock.is(Same, "has this text already")
	}
	if len(g.before) > 0 {
		meanwhile := g.next
		meanwhile.Before = g.before
		plan.intent = meanwhile.Encode()
	}
	plan.Changes = append(plan.Changes, lock)
	return plan
}
