package spec

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Value is one JSON value, taken apart.
type Value struct {
	Type     KeyType // Null beside the types of keys; Integer is a number written without fraction and exponent
	Text     string  // the text itself, or a number or boolean as written
	Elements []Value // of an Array
	Members  []Member
}

// Member is a member of an Object.
type Member struct {
	Name  string
	Value Value
}

// Null is the type of the value null. No key has it.
const Null KeyType = "null"

// Text returns the JSON string that means text.
func Text(text string) JSON { return Value{Type: String, Text: text}.JSON() }

// Value takes the JSON apart. Text that is no JSON has the zero Value.
func (j JSON) Value() Value {
	v, err := parseJSON(string(j))
	if err != nil {
		return Value{}
	}
	return v
}

// Member returns the member of an object that is called name.
func (v Value) Member(name string) (Value, bool) {
	for _, m := range v.Members {
		if m.Name == name {
			return m.Value, true
		}
	}
	return Value{}, false
}

// JSON writes the value in canonical form.
func (v Value) JSON() JSON { return JSON(v.append(nil)) }

func (v Value) append(b []byte) []byte {
	switch v.Type {
	case Null:
		return append(b, "null"...)
	case String:
		return appendText(b, v.Text)
	case Array:
		b = append(b, '[')
		for i, e := range v.Elements {
			if i > 0 {
				b = append(b, ',')
			}
			b = e.append(b)
		}
		return append(b, ']')
	case Object:
		b = append(b, '{')
		for i, m := range v.Members {
			if i > 0 {
				b = append(b, ',')
			}
			b = append(appendText(b, m.Name), ':')
			b = m.Value.append(b)
		}
		return append(b, '}')
	}
	return append(b, v.Text...)
}

// appendText writes a JSON string with as few escapes as JSON allows.
func appendText(b []byte, text string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	for i := range len(text) {
		c := text[i]
		switch {
		case c == '"', c == '\\':
			b = append(b, '\\', c)
		case c >= 0x20:
			b = append(b, c)
		default:
			if j := strings.IndexByte("\b\f\n\r\t", c); j >= 0 {
				b = append(b, '\\', "bfnrt"[j])
			} else {
				b = append(b, `\u00`...)
				b = append(b, hex[c>>4], hex[c&15])
			}
		}
	}
	return append(b, '"')
}

// numberType returns Integer or Number where text is a number as JSON writes it, "" where it is none.
func numberType(text string) KeyType {
	i := 0
	digits := func() bool {
		start := i
		for i < len(text) && '0' <= text[i] && text[i] <= '9' {
			i++
		}
		return i > start
	}
	if strings.HasPrefix(text, "-") {
		i++
	}
	if i < len(text) && text[i] == '0' {
		i++
	} else if !digits() {
		return ""
	}
	typ := Integer
	if i < len(text) && text[i] == '.' {
		i++
		if typ = Number; !digits() {
			return ""
		}
	}
	if i < len(text) && (text[i] == 'e' || text[i] == 'E') {
		i++
		if i < len(text) && (text[i] == '+' || text[i] == '-') {
			i++
		}
		if typ = Number; !digits() {
			return ""
		}
	}
	if i < len(text) {
		return ""
	}
	return typ
}

// finite tells whether a number is one that a float64 can hold.
func finite(number string) bool {
	f, err := strconv.ParseFloat(number, 64)
	return err == nil && !math.IsInf(f, 0)
}

// maxInteger is the greatest whole number that every language reads as the same number.
const maxInteger = 1<<53 - 1

// exact tells whether a whole number is within 2^53-1 of zero.
func exact(number string) bool {
	n, err := strconv.ParseInt(number, 10, 64)
	return err == nil && -maxInteger <= n && n <= maxInteger
}

// checkText returns why text cannot stand in a file, "" where it can.
func checkText(text string) string {
	if !utf8.ValidString(text) {
		return "want valid UTF-8"
	}
	for _, r := range text {
		if r < 0x20 && r != '\n' && r != '\t' || 0x7f <= r && r < 0xa0 {
			return "want no control characters"
		}
	}
	return ""
}
