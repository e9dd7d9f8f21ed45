package spec

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// maxDepth is how deep objects and lists may lie in one another.
const maxDepth = 32

// ParseJSON reads one JSON value and returns it in canonical form. It keeps the order of members and refuses what
// languages read differently: two members of one name, half of a surrogate pair, a number beyond a float64.
func ParseJSON(text string) (JSON, error) {
	v, err := parseJSON(text)
	if err != nil {
		return "", err
	}
	return v.JSON(), nil
}

func parseJSON(text string) (Value, error) {
	if !utf8.ValidString(text) {
		return Value{}, errors.New("want valid UTF-8")
	}
	p := jsonParser{text: text}
	p.space()
	v := p.value(0)
	p.space()
	if p.err == nil && p.i < len(text) {
		p.fail("want nothing after the value")
	}
	return v, p.err
}

// jsonParser reads text from i on. After the first error it reads no further.
type jsonParser struct {
	text string
	i    int
	err  error
}

func (p *jsonParser) fail(want string) {
	if p.err == nil {
		p.err = fmt.Errorf("character %d: %s", utf8.RuneCountInString(p.text[:p.i])+1, want)
	}
	p.i = len(p.text)
}

func (p *jsonParser) space() {
	for p.i < len(p.text) && strings.IndexByte(" \t\r\n", p.text[p.i]) >= 0 {
		p.i++
	}
}

// take reads c where it is next, after white space.
func (p *jsonParser) take(c byte) bool {
	p.space()
	if p.i < len(p.text) && p.text[p.i] == c {
		p.i++
		return true
	}
	return false
}

func (p *jsonParser) value(depth int) Value {
	p.space()
	if p.i >= len(p.text) {
		p.fail("want a value")
		return Value{}
	}
	switch c := p.text[p.i]; {
	case (c == '{' || c == '[') && depth == maxDepth:
		p.fail(fmt.Sprintf("want at most %d objects and lists inside one another", maxDepth))
		return Value{}
	case c == '{':
		return p.object(depth)
	case c == '[':
		return p.array(depth)
	case c == '"':
		return Value{Type: String, Text: p.string()}
	}
	return p.word()
}

func (p *jsonParser) object(depth int) Value {
	v := Value{Type: Object}
	p.i++
	if p.take('}') {
		return v
	}
	seen := map[string]bool{}
	for p.err == nil {
		if p.space(); p.i >= len(p.text) || p.text[p.i] != '"' {
			p.fail("want the name of a member, in double quotes")
			break
		}
		start := p.i
		name := p.string()
		if seen[name] {
			p.i = start
			p.fail(fmt.Sprintf("want the member %q once", name))
		}
		seen[name] = true
		if !p.take(':') {
			p.fail("want a colon")
		}
		v.Members = append(v.Members, Member{name, p.value(depth + 1)})
		if p.take('}') {
			break
		}
		if !p.take(',') {
			p.fail("want , or }")
		}
	}
	return v
}

func (p *jsonParser) array(depth int) Value {
	v := Value{Type: Array}
	p.i++
	if p.take(']') {
		return v
	}
	for p.err == nil {
		v.Elements = append(v.Elements, p.value(depth+1))
		if p.take(']') {
			break
		}
		if !p.take(',') {
			p.fail("want , or ]")
		}
	}
	return v
}

// word reads null, true, false or a number.
func (p *jsonParser) word() Value {
	end := p.i
	for end < len(p.text) && (nameByte(p.text[end]) || p.text[end] == '.' || p.text[end] == '+') {
		end++
	}
	word := p.text[p.i:end]
	v := Value{Type: numberType(word), Text: word}
	switch {
	case word == "null":
		v = Value{Type: Null}
	case word == "true", word == "false":
		v.Type = Boolean
	case v.Type == "":
		p.fail("want a number, true, false, null, or a text in double quotes")
	case !finite(word):
		p.fail("want a number that a float64 can hold")
	}
	p.i = max(p.i, end)
	return v
}

// string reads a JSON string; the next character is its first quote.
func (p *jsonParser) string() string {
	p.i++
	start := p.i
	for p.i < len(p.text) && p.text[p.i] != '"' && p.text[p.i] != '\\' && p.text[p.i] >= 0x20 {
		p.i++
	}
	if p.i < len(p.text) && p.text[p.i] == '"' {
		p.i++
		return p.text[start : p.i-1]
	}
	b := []byte(p.text[start:p.i])
	for p.i < len(p.text) {
		switch c := p.text[p.i]; {
		case c == '"':
			p.i++
			return string(b)
		case c == '\\':
			b = p.escape(b)
		case c < 0x20:
			p.fail(`want control characters escaped, \n for example`)
		default:
			b = append(b, c)
			p.i++
		}
	}
	p.fail("want the text closed with a double quote")
	return ""
}

func (p *jsonParser) escape(b []byte) []byte {
	if p.i+1 >= len(p.text) {
		p.fail("want a character after \\")
		return b
	}
	c := p.text[p.i+1]
	if c == 'u' {
		return p.unicode(b)
	}
	i := strings.IndexByte(`"\/bfnrt`, c)
	if i < 0 {
		p.fail(`want one of \" \\ \/ \b \f \n \r \t \u`)
		return b
	}
	p.i += 2
	return append(b, "\"\\/\b\f\n\r\t"[i])
}

// unicode reads \u0041, or the two escapes of a surrogate pair.
func (p *jsonParser) unicode(b []byte) []byte {
	r, ok := hex4(p.text[p.i:])
	if !ok {
		p.fail(`want four hexadecimal digits after \u`)
		return b
	}
	if !utf16.IsSurrogate(r) {
		p.i += 6
		return utf8.AppendRune(b, r)
	}
	low, ok := hex4(p.text[p.i+6:])
	pair := utf16.DecodeRune(r, low)
	if !ok || pair == utf8.RuneError {
		p.fail("want both halves of the surrogate pair: one half is no character")
		return b
	}
	p.i += 12
	return utf8.AppendRune(b, pair)
}

// hex4 reads the character that text begins with, written \u0041.
func hex4(text string) (rune, bool) {
	if len(text) < 6 || text[0] != '\\' || text[1] != 'u' {
		return 0, false
	}
	var r rune
	for _, c := range text[2:6] {
		i := strings.IndexRune("0123456789abcdef0123456789ABCDEF", c)
		if i < 0 {
			return 0, false
		}
		r = r<<4 | rune(i%16)
	}
	return r, true
}
