package tree

import (
	"bytes"
	"fmt"

	"github.com/seed-0554dd89/scaffold/generator/plain"
)

// listed is a file of a lock, with its digest as the lock writes it.
type listed struct {
	path   string
	tool   bool
	digest []byte
}

// listOf finds the files that a lock lists, where it is the lock of a run that came to its end and was made from what
// stamp says. It reads no more of the lock than that takes, and none that is not exactly as Encode writes it.
func (r *Reader) listOf(lock []byte, stamp Stamp) bool {
	r.list = r.list[:0]
	rest, ok := bytes.CutPrefix(lock, []byte(Lock{Stamp: stamp}.head()))
	if !ok || unfinished(rest) {
		return false
	}
	for {
		line, after, _ := bytes.Cut(rest, []byte("\n"))
		entry, ok := bytes.CutPrefix(line, []byte("file "))
		if !ok {
			return len(r.list) > 0
		}
		rest = after
		owner, entry, _ := bytes.Cut(entry, []byte(" "))
		digest, written, _ := bytes.Cut(entry, []byte(" "))
		path, known := r.paths[string(written)]
		if !known {
			var err error
			if path, err = parsePath(string(written)); err != nil || CheckPath(path) != nil {
				return false
			}
			r.paths[string(written)] = path
		}
		switch string(owner) {
		case "tool", "team":
			if len(r.list) == plain.LockFiles {
				return false
			}
			r.list = append(r.list, listed{path, owner[1] == 'o', digest})
		default:
			return false
		}
	}
}

// unfinished tells whether a line of the lock says what a run was about to write, or is one that git left. Lines of texts
// begin with a tab and are neither.
func unfinished(text []byte) bool {
	for len(text) > 0 {
		switch text[0] {
		case '<', '|', '=', '>':
			return true
		case 'b':
			if bytes.HasPrefix(text, []byte("before ")) {
				return true
			}
		}
		at := bytes.IndexByte(text, '\n')
		if at < 0 {
			break
		}
		text = text[at+1:]
	}
	return false
}

// head is the beginning of a lock, before its files.
func (l Lock) head() string {
	return fmt.Sprintf("%s%d\n%sedition %s %d\ninput %s\n", lockHead, lockVersion, lockComment, l.Edition.Name, l.Edition.Number, l.Input)
}
