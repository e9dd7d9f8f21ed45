package shell

import (
	"encoding/json"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/visible"
)

// Builder makes a command of a line that is written for a shell and has holes: Syntax is called for what stands between
// them, Fill for each of them. It knows blanks, single quotes, $NAME, ${NAME}, $(...) and a # that begins a note.
type Builder struct{ symbols []symbol }

// symbol is a byte of the line, or what fills a hole.
type symbol struct {
	c    byte
	fill *Word
}

// Syntax adds a part of the line as it is written for a shell.
func (b *Builder) Syntax(text string) {
	for i := range len(text) {
		b.symbols = append(b.symbols, symbol{c: text[i]})
	}
}

// Fill adds what fills a hole: it is text, or a variable, whatever quotes the hole stands in.
func (b *Builder) Fill(w Word) { b.symbols = append(b.symbols, symbol{fill: &w}) }

// Command is the command.
func (b *Builder) Command() Command {
	p := parser{b.symbols}
	return p.command(false)
}

// Parse makes a command of a line without holes.
func Parse(line string) Command {
	var b Builder
	b.Syntax(line)
	return b.Command()
}

// parser reads symbols from the first on.
type parser struct{ rest []symbol }

func (p *parser) at(c byte) bool { return len(p.rest) > 0 && p.rest[0].fill == nil && p.rest[0].c == c }

func (p *parser) next() symbol {
	s := p.rest[0]
	p.rest = p.rest[1:]
	return s
}

// command reads a command to its end, which inside of $(...) is the bracket.
func (p *parser) command(inside bool) (c Command) {
	option := ""
	for len(p.rest) > 0 && !(inside && p.at(')')) {
		if p.at(' ') {
			p.next()
			continue
		}
		if p.at('#') {
			p.next()
			c.note = p.words()
			break
		}
		filled := p.rest[0].fill != nil || p.at('\'')
		w := p.word(inside)
		if option != "" && filled && w.begins("-") {
			c.words = c.words[:len(c.words)-1]
			w = Join(Text(option+"="), w)
		}
		if option = ""; !filled && w.begins("--") {
			option = w.pieces[0].text
		}
		c = c.Word(w)
	}
	return c
}

// word reads up to a blank.
func (p *parser) word(inside bool) (w Word) {
	for quoted := false; len(p.rest) > 0; {
		switch s := p.rest[0]; {
		case s.fill != nil && w.begins("{"):
			w = Join(w, s.fill.Map(inJSON))
		case s.fill != nil:
			w = Join(w, *s.fill)
		case s.c == '\'':
			quoted = !quoted
		case !quoted && (s.c == ' ' || inside && s.c == ')'):
			return w
		case !quoted && s.c == '$':
			w = Join(w, p.reference())
			continue
		default:
			w = Join(w, Text(p.text(quoted, inside)))
			continue
		}
		p.next()
	}
	return w
}

// text reads what stands for itself.
func (p *parser) text(quoted, inside bool) string {
	ends := "'"
	if !quoted {
		ends = "' $"
	}
	if !quoted && inside {
		ends = "' $)"
	}
	var text []byte
	for len(p.rest) > 0 && p.rest[0].fill == nil && strings.IndexByte(ends, p.rest[0].c) < 0 {
		text = append(text, p.next().c)
	}
	return string(text)
}

// inJSON is a text as it stands in a JSON string.
func inJSON(text string) string {
	var out strings.Builder
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(text) // a text can always be encoded
	return strings.TrimSuffix(strings.TrimPrefix(visible.Escaped(strings.TrimSuffix(out.String(), "\n")), `"`), `"`)
}

// reference reads a variable or the command whose output is meant.
func (p *parser) reference() Word {
	p.next()
	if p.at('(') {
		p.next()
		c := p.command(true)
		p.next()
		return Output(c)
	}
	braces := p.at('{')
	if braces {
		p.next()
	}
	var name strings.Builder
	for len(p.rest) > 0 && p.rest[0].fill == nil && nameByte(p.rest[0].c) {
		name.WriteByte(p.next().c)
	}
	if braces {
		p.next()
	}
	return Variable(name.String())
}

func nameByte(c byte) bool {
	return c == '_' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
}

// words are what is left, as people read it.
func (p *parser) words() string {
	var out strings.Builder
	for len(p.rest) > 0 {
		s := p.next()
		if s.fill == nil {
			out.WriteByte(s.c)
			continue
		}
		for _, piece := range s.fill.pieces {
			if piece.variable != "" || piece.output != nil {
				out.WriteString(piece.reference())
			} else {
				out.WriteString(visible.Line(piece.text))
			}
		}
	}
	return strings.TrimSpace(out.String())
}
