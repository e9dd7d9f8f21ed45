package tree

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// Apply writes a plan that Compare made for dir, and makes dir where it is missing. It returns the paths that it
// wrote, in order, also with an error.
//
// Where dir is missing it appears at once with all its files. Where it is there, first every text is put into a
// temporary file beside its place, so that a full disk, a directory that may not be written to or an interruption
// shows while nothing is changed yet; what was made by then is removed again. Then the temporary files take their
// places, in the plan's order and within microseconds; from there on ctx is not asked any more. Just before, the
// directories on the way to each place are looked at again, and so is each text to be replaced: what is not as
// Compare saw it ends Apply with a *ConflictError.
//
// A new file takes its place by a link, which never replaces another. Where the file system has no links, and for
// updates, what another program writes between the last look and the rename (microseconds) is lost. No link is ever
// followed; a directory that is moved away in that time takes its new files along.
//
// Of a plan that CompareGenerated made, a lock that says what is about to be written stands while files take their
// places: cut off at any moment, the next run knows of each file whether it was written. Files to remove go in their
// turn, after the same last look.
//
// After a power failure a new file may be empty or missing, for only updates of files with a text of people in them
// (Team, Person) are synced: what the tool wrote it can write again, and syncing takes a millisecond a file.
func Apply(ctx context.Context, plan Plan, dir string) ([]string, error) {
	if found := plan.Conflicts(); len(found) > 0 {
		return nil, &ConflictError{found}
	}
	if plan.Empty() {
		return nil, nil
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	dir = filepath.Clean(dir)
	made, err := makeAll(filepath.Dir(dir))
	var written []string
	if err == nil {
		written, err = applyAt(ctx, plan, dir)
	}
	if err != nil {
		for _, dir := range slices.Backward(made) {
			os.Remove(dir) // empty or not ours any more
		}
		return written, fmt.Errorf("write files: %w", err)
	}
	return written, nil
}

func applyAt(ctx context.Context, plan Plan, dir string) ([]string, error) {
	root, err := openDisk(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !exists(dir):
		return applyFresh(ctx, plan, dir)
	case err != nil:
		return nil, err
	}
	written, err := apply(ctx, plan, root)
	return written, errors.Join(err, root.Close())
}

// makeAll is os.MkdirAll that says which directories it made, outermost first.
func makeAll(dir string) (made []string, err error) {
	var missing []string
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Stat(at); err == nil || !errors.Is(err, fs.ErrNotExist) || at == filepath.Dir(at) {
			break
		}
		missing = append(missing, at)
	}
	for _, at := range slices.Backward(missing) {
		switch err := os.Mkdir(at, 0o777); {
		case err == nil:
			made = append(made, at)
		case !errors.Is(err, fs.ErrExist): // another program made it meanwhile: just as well
			return made, err
		}
	}
	return made, nil
}

// apply is Apply for a directory that is there.
func apply(ctx context.Context, plan Plan, l layer) (written []string, err error) {
	w := writer{layer: l, lock: plan.lock}
	defer func() { err = errors.Join(err, w.clean(err != nil)) }()
	if err := w.sweep(plan.stale); err != nil {
		return nil, err
	}
	if err := w.stagePlan(ctx, plan); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for i := range w.staged {
		placed, err := w.place(&w.staged[i])
		if placed && (i > 0 || plan.intent == nil) {
			written = append(written, w.staged[i].Path)
		}
		if err != nil {
			return written, err
		}
	}
	return written, nil
}

// stagePlan stages all that a plan writes. A lock that says what is about to be written goes first, and the last one
// takes its place, also where it is the one that is there: as long as it stands, nothing of this run is left.
func (w *writer) stagePlan(ctx context.Context, plan Plan) error {
	changes := plan.Changes
	if plan.intent != nil {
		changes = slices.Clone(changes)
		lock := &changes[len(changes)-1]
		if lock.Action == Same {
			lock.Action = Update
		}
		meanwhile := *lock
		meanwhile.New = plan.intent
		if err := w.stage(meanwhile); err != nil {
			return err
		}
	}
	for _, c := range changes {
		if !c.Writes() {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := w.stage(c); err != nil {
			return err
		}
	}
	if plan.intent != nil {
		last := &w.staged[len(w.staged)-1]
		last.Action, last.Old = Update, plan.intent
	}
	return nil
}
