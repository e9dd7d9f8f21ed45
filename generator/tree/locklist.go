package tree

import (
	"fmt"
	"strings"
)

// listed is a file of a lock, with its digest as the lock writes it.
type listed struct {
	path   string
	tool   bool
	digest string
}

// listOf finds the files that a lock lists, where it is the lock of a run that came to its end and was made from what
// stamp says. It reads no more of the lock than that takes, and none that is not exactly as Encode writes it.
func listOf(text []byte, stamp Stamp) (list []listed, ok bool) {
	rest, ok := strings.CutPrefix(string(text), Lock{Stamp: stamp}.head())
	if !ok || gitMark(rest) != nil || strings.Contains(rest, "\nbefore ") {
		return nil, false
	}
	for {
		line, after, _ := strings.Cut(rest, "\n")
		words := strings.SplitN(line, " ", 4)
		if words[0] != "file" {
			return list, len(list) > 0
		}
		rest = after
		if len(words) != 4 || words[1] != "tool" && words[1] != "team" {
			return nil, false
		}
		path, err := parsePath(words[3])
		if err != nil || CheckPath(path) != nil {
			return nil, false
		}
		list = append(list, listed{path, words[1] == "tool", words[2]})
	}
}

// head is the beginning of a lock, before its files.
func (l Lock) head() string {
	return fmt.Sprintf("%s%d\n%sedition %s %d\ninput %s\n", lockHead, lockVersion, lockComment, l.Edition.Name, l.Edition.Number, l.Input)
}
