// Package shell writes commands for people to type: lines that bash, dash and zsh read as the arguments that they were made
// of, whatever these hold. A word is made of texts, variables and the output of commands, and only this package writes it
// down; what a command does is left to others.
package shell

import "strings"

// Word is one argument of a command.
type Word struct{ pieces []piece }

// piece is a text, a variable or a command whose output stands there.
type piece struct {
	text     string
	variable string
	output   *Command
}

// Text is a word that is text, whatever stands in it.
func Text(text string) Word { return Word{[]piece{{text: text}}} }

// Variable is the value of a variable.
func Variable(name string) Word { return Word{[]piece{{variable: name}}} }

// Output is what a command prints.
func Output(c Command) Word { return Word{[]piece{{output: &c}}} }

// Path is a file or directory. What a command could take for an option, for an entry of a stack of directories or for the
// home of somebody begins with ./, and a name that ends with a line feed ends with /. as the output of a command could not
// hold it.
func Path(path string) Word {
	if path != "" && strings.IndexByte("-+~=", path[0]) >= 0 {
		path = "./" + path
	}
	if strings.HasSuffix(path, "\n") {
		path += "/."
	}
	return Text(path)
}

// Join is one word of several, without anything between them.
func Join(words ...Word) Word {
	var all Word
	for _, w := range words {
		for _, p := range w.pieces {
			if last := len(all.pieces) - 1; last >= 0 && p.isText() && all.pieces[last].isText() {
				all.pieces[last].text += p.text
			} else {
				all.pieces = append(all.pieces, p)
			}
		}
	}
	return all
}

func (p piece) isText() bool { return p.variable == "" && p.output == nil }

// Map is the word with its texts encoded, for a place inside of another format. Variables stay.
func (w Word) Map(encode func(text string) string) Word {
	out := Word{make([]piece, len(w.pieces))}
	for i, p := range w.pieces {
		if p.isText() {
			p.text = encode(p.text)
		}
		out.pieces[i] = p
	}
	return out
}

// Variables are the names of the variables in the word, in their order.
func (w Word) Variables() (names []string) {
	for _, p := range w.pieces {
		switch {
		case p.variable != "":
			names = append(names, p.variable)
		case p.output != nil:
			names = append(names, p.output.Variables()...)
		}
	}
	return names
}

// begins tells whether the word begins with a text that has the prefix.
func (w Word) begins(prefix string) bool {
	return len(w.pieces) > 0 && strings.HasPrefix(w.pieces[0].text, prefix)
}

// String is the word as a shell reads it, quoted only where it must be. What a shell fills in always stands in double
// quotes: it is one argument too.
func (w Word) String() string {
	if inside, ok := w.inDoubleQuotes(); ok {
		return inside
	}
	var out strings.Builder
	for _, p := range w.pieces {
		if !p.isText() {
			out.WriteString(`"` + p.reference() + `"`)
		} else if p.text != "" {
			out.WriteString(quote(p.text))
		}
	}
	if out.Len() == 0 {
		return "''"
	}
	return out.String()
}

// inDoubleQuotes is the word in one pair of double quotes, behind the name and = that it may begin with; ok where it has
// something to fill in, and no text that double quotes would not keep.
func (w Word) inDoubleQuotes() (text string, ok bool) {
	var out strings.Builder
	for i, p := range w.pieces {
		switch {
		case !p.isText():
			ok = true
			out.WriteString(p.reference())
		case !keptInDoubleQuotes(p.text):
			return "", false
		case i == 0 && strings.HasSuffix(p.text, "=") && plain(p.text):
			text = p.text
		default:
			out.WriteString(p.text)
		}
	}
	return text + `"` + out.String() + `"`, ok
}

func (p piece) reference() string {
	if p.output != nil {
		return "$(" + p.output.String() + ")"
	}
	return "${" + p.variable + "}"
}
