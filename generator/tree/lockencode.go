package tree

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The text of a lock. Each line starts with a word that says what it is, but for texts: their lines start with a
// tab, so that nothing in them can be taken for anything else.
//
//	scaffold lock 1
//	# What scaffold generated last. ...
//	edition javascript 1
//	input sha256:...
//	file tool sha256:... events/direct.json
//	file team sha256:... src/index.mjs
//	base src/index.mjs
//		import { handle } from "./event.gen.mjs";
//
// A path with blanks is a Go string literal. So is each line of a base that has control characters or is not UTF-8;
// its first word is "quoted" instead of "base". A text without a newline at its end is followed by noNewline.
const (
	lockVersion = 1
	lockHead    = "scaffold lock "
	lockComment = "# What scaffold generated last, for telling its changes from yours. Commit it; scaffold rewrites it.\n"
	noNewline   = `\ no newline at the end`
)

// Encode is the lock as text. The same lock always gives the same text.
func (l Lock) Encode() []byte {
	size := 512
	for _, e := range l.Entries {
		size += 100 + 2*len(e.Path) + len(e.Base) + len(e.Base)/8
	}
	b := bytes.NewBuffer(make([]byte, 0, size))
	b.WriteString(l.head())
	for _, e := range l.Entries {
		fmt.Fprintf(b, "file %s %s %s\n", e.Owner, e.Digest, lockPath(e.Path))
	}
	for _, e := range l.Entries {
		if e.Owner == Team {
			encodeBase(b, e)
		}
	}
	for _, before := range l.Before {
		encodeBefore(b, before)
	}
	return b.Bytes()
}

func encodeBase(b *bytes.Buffer, e Entry) {
	word := "base"
	if needsQuotes(e.Base) {
		word = "quoted"
	}
	fmt.Fprintf(b, "%s %s\n", word, lockPath(e.Path))
	encodeText(b, e.Base)
}

func encodeText(b *bytes.Buffer, text []byte) {
	quote := needsQuotes(text)
	for line := range bytes.Lines(text) {
		body, ended := bytes.CutSuffix(line, []byte("\n"))
		b.WriteByte('\t')
		if quote {
			b.WriteString(strconv.Quote(string(body)))
		} else {
			b.Write(body)
		}
		b.WriteByte('\n')
		if !ended {
			b.WriteString(noNewline + "\n")
		}
	}
}

// needsQuotes reports whether git or an editor might not give the text back as it is.
func needsQuotes(text []byte) bool {
	for _, c := range text {
		if c < ' ' && c != '\t' && c != '\n' || c == 0x7f {
			return true
		}
	}
	return !utf8.Valid(text)
}

func lockPath(path string) string {
	if strings.Contains(path, " ") {
		return strconv.Quote(path)
	}
	return path
}
