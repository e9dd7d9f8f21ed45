package tree

import (
	"errors"
	"strings"
)

// ReadLock reads a lock as people's tools leave it: one lock, or two where git could not merge it and left both
// between its markers. An error is a *LockError.
func ReadLock(text []byte) ([]Lock, error) {
	lock, err := ParseLock(text)
	if !errors.Is(err, ErrGitMarks) {
		if err != nil {
			return nil, err
		}
		return []Lock{lock}, nil
	}
	var locks []Lock
	for _, side := range gitSides(string(Normalize(text))) {
		p := newLockParser(side)
		p.lenient = true
		if wrong := p.parse(); errors.Is(wrong, ErrNewerLock) {
			return nil, wrong
		} else if wrong == nil {
			locks = append(locks, p.sorted())
		}
	}
	if len(locks) == 0 {
		return nil, err
	}
	return locks, nil
}

// gitSides are the two texts that git left in one. What stands between ||||||| and ======= was there before both.
func gitSides(text string) [2]string {
	const ours, before, theirs = 0, 1, 2
	var sides [2]strings.Builder
	in := -1
	for line := range strings.Lines(text) {
		switch {
		case strings.HasPrefix(line, "<<<<<<<"):
			in = ours
		case strings.HasPrefix(line, "|||||||"):
			in = before
		case strings.HasPrefix(line, "======="):
			in = theirs
		case strings.HasPrefix(line, ">>>>>>>"):
			in = -1
		default:
			if in == -1 || in == ours {
				sides[0].WriteString(line)
			}
			if in == -1 || in == theirs {
				sides[1].WriteString(line)
			}
		}
	}
	return [2]string{sides[0].String(), sides[1].String()}
}
