package tree

import (
	"fmt"
	"strings"
	"unicode"
)

const diffContext = 3 // lines around each difference, as diff -u has them

// unified is what turns one text into another, as the hunks of a unified diff; "" where they are equal.
func unified(from, to string) string {
	var out strings.Builder
	a, b := splitLines(from), splitLines(to)
	edits := diffLines(a, b)
	for len(edits) > 0 {
		n := 1 // edits so near to each other that they share a hunk
		for n < len(edits) && edits[n].a0-edits[n-1].a1 <= 2*diffContext {
			n++
		}
		writeHunk(&out, a, b, edits[:n])
		edits = edits[n:]
	}
	return out.String()
}

func writeHunk(out *strings.Builder, a, b []string, edits []edit) {
	first, last := edits[0], edits[len(edits)-1]
	before := min(diffContext, first.a0)
	after := min(diffContext, len(a)-last.a1)
	fmt.Fprintf(out, "@@ -%s +%s @@\n", hunkRange(first.a0-before, last.a1+after), hunkRange(first.b0-before, last.b1+after))
	at := first.a0 - before
	for _, e := range edits {
		writeLines(out, " ", a[at:e.a0])
		writeLines(out, "-", a[e.a0:e.a1])
		writeLines(out, "+", b[e.b0:e.b1])
		at = e.a1
	}
	writeLines(out, " ", a[at:last.a1+after])
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
		if mark == " " && strings.HasPrefix(strings.TrimLeftFunc(line, unicode.IsSpace), "::") {
			// A log of a build would take the line for a command. Taken out and put in again it is the same patch.
			writeLine(out, "-", line)
			writeLine(out, "+", line)
			continue
		}
		writeLine(out, mark, line)
	}
}

func writeLine(out *strings.Builder, mark, line string) {
	out.WriteString(mark)
	out.WriteString(line)
	if !strings.HasSuffix(line, "\n") {
		out.WriteString("\n\\ No newline at end of file\n")
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
