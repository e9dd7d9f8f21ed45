package spec

import (
	"errors"
	"strings"
)

// Problem is one thing that is wrong with a Spec: where it is, what is there and what is wanted.
type Problem struct {
	Path  string // the place in the Spec, keys.user-id.type for example; "" is the Spec as a whole
	Where string // where a person wrote it: scaffold.yaml:4:7, or the flag; "" until a Source says it
	Is    string // what is there: memory is 5
	Want  string // what is wanted, in words that begin with want where they can
	Hint  string // what to do about it, a command where it can be

	inFile string // the hint for a person who writes a file, where Hint is flags
	atKey  bool   // the name is wrong, not its value
	text   bool   // a text was wanted and something else found
}

// Error is the problem in one line, and its hint on a line of its own.
func (p *Problem) Error() string {
	text := p.Line()
	if p.Hint != "" {
		text += "\n  hint: " + p.Hint
	}
	return text
}

// Line is the problem without its hint, where: what is: what is wanted.
func (p *Problem) Line() string {
	where := p.Where
	if where == "" && strings.ContainsAny(p.Path, ".[") {
		where = p.Path
	}
	var parts []string
	for _, part := range []string{where, p.Is, p.Want} {
		if part != "" {
			parts = append(parts, excerpt(part))
		}
	}
	return strings.Join(parts, ": ")
}

// Said is what is there and what is wanted.
func (p *Problem) Said() string {
	if p.Want == "" {
		return excerpt(p.Is)
	}
	return excerpt(p.Is) + ": " + excerpt(p.Want)
}

// excerpt is a text of which a file may have given any length, as much of it as a person reads.
func excerpt(text string) string {
	const most = 2000
	if len(text) <= most {
		return text
	}
	return strings.ToValidUTF8(text[:most], "") + "..."
}

// Problems are all problems of a Spec, in the order in which they were found.
type Problems []*Problem

// Error is one problem after the other, each on lines of its own.
func (ps Problems) Error() string {
	texts := make([]string, len(ps))
	for i, p := range ps {
		texts[i] = p.Error()
	}
	return strings.Join(texts, "\n")
}

// Add appends a problem and returns it, so that a hint can be given.
func (ps *Problems) Add(path, is, want string) *Problem {
	p := &Problem{Path: path, Is: is, Want: want}
	*ps = append(*ps, p)
	return p
}

// hint says what to do in flags, and what in a file.
func (p *Problem) hint(flags, file string) { p.Hint, p.inFile = flags, file }

// Err is the problems as an error, nil where there are none.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	return ps
}

// Source knows where the parts of a Spec were written.
type Source interface {
	// Where returns the position of the value at path, or of the nearest value around it; "" where it knows none.
	Where(path string) string
}

// Locate gives each problem of err that has no position yet the one that source knows, and returns err. A nil source
// knows none: what was answered in a prompt was written nowhere.
func Locate(err error, source Source) error {
	var problems Problems
	if source != nil && errors.As(err, &problems) {
		for _, p := range problems {
			if p.Where != "" {
				continue
			}
			p.Where = source.Where(p.Path)
			if p.inFile != "" && isFile(source, p.Path) {
				p.Hint = p.inFile
			}
		}
	}
	return err
}

// isFile tells whether the part of a Spec at path was written in a file, not as flags.
func isFile(source Source, path string) bool {
	if b, ok := source.(beside); ok {
		return b.Positions.Where(path) == ""
	}
	_, file := source.(*Document)
	return file
}

// Together is the problems of all errs as one error, nil where there are none. A problem of a later error is left out
// where an earlier one speaks of the same value, of one around it or of one in it: what could not be read has not been
// checked. An error that is not made of problems becomes one.
func Together(errs ...error) error {
	var all Problems
	for _, err := range errs {
		var problems Problems
		switch {
		case err == nil:
			continue
		case !errors.As(err, &problems):
			problems = Problems{{Is: err.Error()}}
		}
		known := all
		for _, p := range problems {
			if !known.cover(p.Path) {
				all = append(all, p)
			}
		}
	}
	return all.Err()
}

// cover tells whether a problem is known at path, around it or in it.
func (ps Problems) cover(path string) bool {
	for _, p := range ps {
		if within(p.Path, path) || within(path, p.Path) {
			return true
		}
	}
	return false
}

// within tells whether path is around or a part of it.
func within(path, around string) bool {
	rest, ok := strings.CutPrefix(path, around)
	return ok && around != "" && (rest == "" || rest[0] == '.' || rest[0] == '[')
}

// Positions is a Source made of a position for each path.
type Positions map[string]string

// Where returns the position of the value at path, or of the nearest value around it.
func (ps Positions) Where(path string) string {
	for ; path != ""; path = parent(path) {
		if where, ok := ps[path]; ok {
			return where
		}
	}
	return ps[""]
}
