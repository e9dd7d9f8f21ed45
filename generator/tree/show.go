package tree

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
)

// WriteText writes one line a file: action and path, and the reason where the action alone does not say it.
func (p Plan) WriteText(w io.Writer) error {
	width := 0
	for _, c := range p.Changes {
		width = max(width, len(c.Path))
	}
	var out strings.Builder
	for _, c := range p.Changes {
		switch c.Action {
		case Keep, Merge, Remove, Review, Conflict:
			fmt.Fprintf(&out, "%-8s  %-*s  %s\n", c.Action, width, c.Path, c.Reason)
		default:
			fmt.Fprintf(&out, "%-8s  %s\n", c.Action, c.Path)
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// WriteDiff writes what the plan would change as one patch that git apply takes. Files in conflict whose text was
// read are in it too, so that people see what stands against what; of files to review it has what changed in the
// generated text. Line ends of Windows do not show.
func (p Plan) WriteDiff(w io.Writer) error {
	for _, c := range p.Changes {
		if _, err := io.WriteString(w, c.patch()); err != nil {
			return err
		}
	}
	return nil
}

// WithDiffs is the plan with each change's part of WriteDiff in its Diff field, for JSON.
func (p Plan) WithDiffs() Plan {
	p.Changes = slices.Clone(p.Changes)
	for i := range p.Changes {
		p.Changes[i].Diff = p.Changes[i].patch()
	}
	return p
}

// maxShown is the greatest size of two texts together whose difference is shown line by line.
const maxShown = 8 << 20

var newline = []byte("\n")

func (c Change) patch() string {
	old := c.Old
	switch {
	case c.Action == Review && c.base != nil:
		old = c.base
	case !c.Writes() && c.Action != Review && !c.Edited && c.Action != Conflict, !c.Writes() && c.Old == nil:
		return ""
	}
	from, to := label("a/", c.Path), label("b/", c.Path)
	head := fmt.Sprintf("diff --git a/%s b/%s\n", c.Path, c.Path)
	switch {
	case old == nil:
		from = "/dev/null"
		head += fmt.Sprintf("new file mode 100%o\n", c.mode()&0o755)
	case c.Action == Remove:
		to = "/dev/null"
		head += fmt.Sprintf("deleted file mode 100%o\n", c.mode()&0o755)
	}
	if len(old)+len(c.New) > maxShown || bytes.Count(old, newline)+bytes.Count(c.New, newline) > maxLines {
		return head + fmt.Sprintf("Binary files %s and %s differ\n", from, to) // as git says it
	}
	hunks := unified(string(Normalize(old)), string(Normalize(c.New)))
	if hunks == "" {
		return head
	}
	return head + "--- " + from + "\n+++ " + to + "\n" + hunks
}

// label is a file's name in the head of a patch. A tab ends a name with blanks: patch would stop at the blank.
func label(side, path string) string {
	if strings.Contains(path, " ") {
		return side + path + "\t"
	}
	return side + path
}
