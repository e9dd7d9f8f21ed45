package spec

import (
	"strconv"
	"strings"
)

// Path names a place in a Spec: Path("triggers", 1, "bucket") is triggers[1].bucket. A name that is not made of letters,
// digits, - and _ alone is quoted: keys["a.b"].type.
func Path(parts ...any) string {
	var b strings.Builder
	for _, part := range parts {
		switch part := part.(type) {
		case int:
			b.WriteString("[" + strconv.Itoa(part) + "]")
		case string:
			switch {
			case !plainName(part):
				b.WriteString("[" + strconv.Quote(part) + "]")
			case b.Len() > 0:
				b.WriteString("." + part)
			default:
				b.WriteString(part)
			}
		}
	}
	return b.String()
}

// plainName tells whether name stands in a path without quotes.
func plainName(name string) bool {
	for i := range len(name) {
		if !nameByte(name[i]) {
			return false
		}
	}
	return name != ""
}

func nameByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '_'
}

// parent cuts the last part off a path: triggers[1] for triggers[1].bucket, "" for name.
func parent(path string) string {
	cut := 0
	for i := 0; i < len(path); {
		_, n := part(path[i:])
		cut, i = i, i+n
	}
	return path[:cut]
}

// split takes a path apart: an int for [1], a string for a name.
func split(path string) []any {
	var parts []any
	for i := 0; i < len(path); {
		p, n := part(path[i:])
		parts, i = append(parts, p), i+n
	}
	return parts
}

// part reads the first part of a path and says how long it is.
func part(path string) (any, int) {
	if rest, ok := strings.CutPrefix(path, "["); ok {
		if quoted, err := strconv.QuotedPrefix(rest); err == nil {
			name, _ := strconv.Unquote(quoted)
			return name, min(len(path), len(quoted)+2)
		}
		digits, _, _ := strings.Cut(rest, "]")
		if i, err := strconv.Atoi(digits); err == nil {
			return i, min(len(path), len(digits)+2)
		}
		return path, len(path)
	}
	start := 0
	if path[0] == '.' {
		start = 1
	}
	end := start
	for end < len(path) && nameByte(path[end]) {
		end++
	}
	if end == start {
		return path, len(path)
	}
	return path[start:end], end
}
