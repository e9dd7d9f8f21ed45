package tree

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/seed-0554dd89/scaffold/generator/plain"
)

// Options are what Compare is to do beside comparing. The zero value is what new wants but for the lock.
type Options struct {
	Lock    *Stamp // the plan ends with the lock of its files, stamped so; nil: the plan has no lock
	Replace bool   // files that differ are replaced (Update) instead of being conflicts
}

// Compare says what it takes to have the wanted files in dir. It only reads; dir need not be there yet.
// An error is a directory that could not be read; all that is merely in the way is a Conflict in the plan, of all
// files together.
//
// Text that differs in line ends of Windows alone is the same. An Ecosystem file that is there with another text, as
// a link or in other case, is kept, and so is one that is missing but stands above (unless it is Local): in the
// directories over dir up to the one with .git, or, where none has it, anywhere above for go.mod and nowhere for the
// others. Kept files are not in the lock, unless the lock that is there lists them: then they were generated once
// and have been edited since.
func Compare(dir string, want *FileSet, opt Options) (Plan, error) {
	if _, taken := want.names[fold(LockName)]; taken && opt.Lock != nil {
		return Plan{}, fmt.Errorf("path %q: is the lock's own", LockName)
	}
	dir = filepath.Clean(dir)
	c := comparer{dir: dir, replace: opt.Replace, view: view{seen: make(map[string][]fs.DirEntry)}}
	plan := Plan{Changes: make([]Change, 0, want.Len()+2)}

	root, err := openDisk(dir)
	if err == nil {
		defer root.Close()
		c.layer = root
	} else if problem := groundProblem(dir); problem != "" {
		plan.Changes = append(plan.Changes, Change{Path: ".", Action: Conflict, Owner: Person, Reason: problem})
		c.above = new(above)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return Plan{}, fmt.Errorf("open directory: %w", err)
	}

	var problems []error
	for _, f := range want.files {
		change, err := c.compare(f)
		if err != nil {
			problems = append(problems, err)
		}
		plan.Changes = append(plan.Changes, change)
	}
	if len(problems) == 0 && opt.Lock != nil {
		change, err := c.lock(*opt.Lock, want, plan)
		if err != nil {
			problems = append(problems, err)
		}
		plan.Changes = append(plan.Changes, change)
	}
	if len(problems) > 0 {
		return Plan{}, errors.Join(problems...)
	}
	return plan, nil
}

type comparer struct {
	view
	dir     string
	replace bool
	above   *above // found when the first file asks for it
	size    int    // of all that was read
}

// read says what stands at a path, as look does, and its text where it is a file. What is larger than files of a function are
// is in the way.
func (c *comparer) read(path string) (sight, []byte, string, error) {
	what, problem, err := c.look(path)
	if err != nil || what != regular {
		return what, nil, problem, err
	}
	text, err := c.ReadFile(path)
	var refused *plain.Problem
	switch {
	case errors.As(err, &refused):
		return blocked, nil, refused.Error(), nil
	case err != nil:
		return 0, nil, "", fmt.Errorf("read file: %w", err)
	}
	if c.size += len(text); c.size > plain.Function {
		return blocked, nil, fmt.Sprintf("makes more than %d bytes with the files before it: want fewer", plain.Function), nil
	}
	return regular, text, "", nil
}

func (c *comparer) compare(f File) (Change, error) {
	change := Change{Path: f.Path, Owner: f.Owner, Exec: f.Exec, New: f.Data}
	what, old, problem, err := c.read(f.Path)
	if err != nil {
		return change, err
	}
	change.Old = old
	switch {
	case what == nothing && f.Ecosystem && !f.Local:
		found, err := c.findAbove(f.Path)
		if err != nil {
			return change, err
		}
		if found != "" {
			change.Above = found
			return change.is(Keep, found+" stands above"), nil
		}
		return change.is(Create, "is not there yet"), nil
	case what == nothing:
		return change.is(Create, "is not there yet"), nil
	case what == regular && sameText(change.Old, f.Data):
		return change.is(Same, "has this text already"), nil
	case what == regular && f.Ecosystem:
		return change.is(Keep, "is there with a text of its own"), nil
	case what == standIn && f.Ecosystem:
		return change.is(Keep, "is there, as a link or in other case"), nil
	case what == regular && c.replace:
		return change.is(Update, "is there with another text"), nil
	case what == regular:
		return change.is(Conflict, "is there with another text"), nil
	}
	return change.is(Conflict, problem), nil
}

func (c Change) is(a Action, reason string) Change {
	c.Action, c.Reason = a, reason
	return c
}

// lock compares the lock of what the plan leaves in the directory.
func (c *comparer) lock(stamp Stamp, want *FileSet, plan Plan) (Change, error) {
	var listed, kept []File
	for _, change := range plan.Changes {
		if f, ok := want.Lookup(change.Path); ok && change.Action == Keep {
			kept = append(kept, f)
		} else if ok {
			listed = append(listed, f)
		}
	}
	file := File{Path: LockName, Data: NewLock(stamp, listed).Encode()}
	change, err := c.compare(file)
	if err != nil || change.Action == Same || change.Old == nil || len(kept) == 0 {
		return change, err
	}
	was, err := ParseLock(change.Old)
	if err != nil {
		return change, nil // a conflict already, or replaced
	}
	for _, f := range kept {
		if _, ok := was.Lookup(f.Path); ok {
			listed = append(listed, f)
		}
	}
	file.Data = NewLock(stamp, listed).Encode()
	return c.compare(file)
}

func (c *comparer) findAbove(path string) (string, error) {
	if c.above == nil {
		found, err := lookAbove(c.dir)
		if err != nil {
			return "", fmt.Errorf("look above %s: %w", c.dir, err)
		}
		c.above = &found
	}
	return c.above.find(path), nil
}

// groundProblem says why dir is no directory and cannot be made one, or "".
func groundProblem(dir string) string {
	for {
		info, err := os.Stat(dir)
		switch {
		case err == nil && !info.IsDir():
			return fmt.Sprintf("%s is a file: want a directory", dir)
		case err == nil:
			return ""
		case errors.Is(err, fs.ErrNotExist) && exists(dir):
			return fmt.Sprintf("%s is a symbolic link to nothing: want a directory", dir)
		case dir == filepath.Dir(dir):
			return ""
		}
		dir = filepath.Dir(dir)
	}
}
