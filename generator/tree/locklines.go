package tree

import (
	"fmt"
	"strconv"
	"strings"
)

// next is the next line without its end; ok is false after the last one.
func (p *lockParser) next() (line string, ok bool, err error) {
	if p.rest == "" {
		return "", false, nil
	}
	p.line++
	line, p.rest, ok = strings.Cut(p.rest, "\n")
	if !ok {
		return "", false, p.fail("line is cut off: want a newline at the end of the file")
	}
	return line, true, nil
}

// gitMark finds the first line that git left where it could not merge. Lines of texts start with a tab and are
// never one.
func gitMark(text string) error {
	marks := []string{"<<<<<<<", "|||||||", "=======", ">>>>>>>"}
	first := -1
	for _, mark := range marks {
		at := 0
		if !strings.HasPrefix(text, mark) {
			if at = strings.Index(text, "\n"+mark) + 1; at == 0 {
				continue
			}
		}
		if first < 0 || at < first {
			first = at
		}
	}
	if first < 0 {
		return nil
	}
	line, _, _ := strings.Cut(text[first:], "\n")
	return &LockError{
		Line: 1 + strings.Count(text[:first], "\n"),
		What: fmt.Sprintf("git conflict marker %q: want the conflict resolved", clip(line)),
		Err:  ErrGitMarks,
	}
}

func parsePath(s string) (string, error) {
	if !strings.HasPrefix(s, `"`) {
		return s, nil // FileSet.Add and the search for the file check it
	}
	path, err := unquote(s)
	if err == nil && lockPath(path) != s {
		return "", fmt.Errorf("path %s: want it without quotes", s)
	}
	return path, err
}

func unquote(s string) (string, error) {
	if !strings.HasPrefix(s, `"`) {
		return "", fmt.Errorf("%s: want a string in double quotes", clip(s))
	}
	text, err := strconv.Unquote(s)
	if err != nil {
		return "", fmt.Errorf("%s: want a string in double quotes", clip(s))
	}
	if strings.Contains(text, "\n") {
		return "", fmt.Errorf("%s: want no newline inside", clip(s))
	}
	return text, nil
}

func parseNumber(s string) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || strconv.Itoa(n) != s {
		return 0, fmt.Errorf("number %q: want one from 1", clip(s))
	}
	return n, nil
}

// clip shortens text for a message.
func clip(s string) string {
	if len(s) > 60 {
		return s[:60] + "..."
	}
	return s
}
