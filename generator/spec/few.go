package spec

import (
	"errors"
	"fmt"
	"strings"
)

// What is said of one file or function at most. Whoever mends all of that runs the command again.
const (
	maxProblems = 50
	maxSaid     = 2000 // bytes of each part of a problem
)

// Few leaves out what nobody reads: problems after the first 50, of which one says that there are more, and the rest of those that
// quote a very long text. Other errors are returned as they are.
func Few(err error) error {
	var problems Problems
	if !errors.As(err, &problems) {
		return err
	}
	for _, p := range problems[:min(len(problems), maxProblems)] {
		for _, text := range []*string{&p.Where, &p.Is, &p.Want, &p.Hint} {
			*text = clip(*text)
		}
	}
	if len(problems) <= maxProblems {
		return err
	}
	last := problems[maxProblems-1]
	more := &Problem{Path: last.Path, Where: last.Where, Is: fmt.Sprintf("more than these %d are wrong", maxProblems), Want: "want them mended first"}
	return append(problems[:maxProblems:maxProblems], more)
}

func clip(text string) string {
	if len(text) <= maxSaid {
		return text
	}
	return strings.ToValidUTF8(text[:maxSaid], "") + "..."
}

// full reports whether there are problems enough to stop looking for others.
func (ps Problems) full() bool { return len(ps) > maxProblems }
