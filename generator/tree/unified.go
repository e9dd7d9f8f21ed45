package tree

import (
	"fmt"
	"strings"

	// The lines' differences alone: the package above it compiles a regexp at start-up, which takes 0.08 ms.
	"github.com/aymanbagabas/go-udiff/lcs"
)

const diffContext = 3 // lines around each difference, as diff -u has them

// unified is what turns one text into another, as the hunks of a unified diff; "" where they are equal.
func unified(from, to string) string {
	var out strings.Builder
	a, b := splitLines(from), splitLines(to)
	diffs := lcs.DiffLines(a, b)
	for len(diffs) > 0 {
		n := 1 // differences so near to each other that they share a hunk
		for n < len(diffs) && diffs[n].Start-diffs[n-1].End <= 2*diffContext {
			n++
		}
		writeHunk(&out, a, b, diffs[:n])
		diffs = diffs[n:]
	}
	return out.String()
}

func writeHunk(out *strings.Builder, a, b []string, diffs []lcs.Diff) {
	first, last := diffs[0], diffs[len(diffs)-1]
	before := min(diffContext, first.Start)
	after := min(diffContext, len(a)-last.End)
	fmt.Fprintf(out, "@@ -%s +%s @@\n",
		hunkRange(first.Start-before, last.End+after), hunkRange(first.ReplStart-before, last.ReplEnd+after))
	at := first.Start - before
	for _, d := range diffs {
		writeLines(out, " ", a[at:d.Start])
		writeLines(out, "-", a[d.Start:d.End])
		writeLines(out, "+", b[d.ReplStart:d.ReplEnd])
		at = d.End
	}
	writeLines(out, " ", a[at:last.End+after])
}

// hunkRange is lines from start (counted from 0) up to end in the words of a hunk: "3", "3,2", or "2,0" for none.
func hunkRange(start, end int) string {
	switch end - start {
	case 0:
		return fmt.Sprintf("%d,0", start)
	case 1:
		return fmt.Sprint(start + 1)
	}
	return fmt.Sprintf("%d,%d", start+1, end-start)
}

func writeLines(out *strings.Builder, mark string, lines []string) {
	for _, line := range lines {
		out.WriteString(mark)
		out.WriteString(line)
		if !strings.HasSuffix(line, "\n") {
			out.WriteString("\n\\ No newline at end of file\n")
		}
	}
}

// splitLines is the lines of a text with their ends; none of an empty text.
func splitLines(text string) []string {
	lines := strings.SplitAfter(text, "\n")
	if lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}
