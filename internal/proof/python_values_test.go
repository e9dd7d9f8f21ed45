package proof

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// pythonText is a value as it stands in the handler's greeting: as str writes it, objects and lists as json.dumps does.
func pythonText(v spec.Value) string {
	switch string(v.JSON()) {
	case "true":
		return "True"
	case "false":
		return "False"
	case "null":
		return "None"
	}
	return dumps(v)
}

// dumps writes a value as json.dumps does.
// https://docs.python.org/3/library/json.html#json.dumps
func dumps(v spec.Value) string {
	var parts []string
	switch v.Type {
	case spec.Object:
		for _, m := range v.Members {
			parts = append(parts, ascii(m.Name)+": "+dumps(m.Value))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case spec.Array:
		for _, e := range v.Elements {
			parts = append(parts, dumps(e))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case spec.String:
		return ascii(v.Text)
	case spec.Integer, spec.Number:
		return pythonNumber(v.Text)
	}
	return string(v.JSON())
}

// ascii writes a text as JSON with escapes for what is not ASCII.
func ascii(text string) string {
	quoted := strings.NewReplacer(`\a`, `\u0007`, `\v`, `\u000b`, `\x`, `\u00`).Replace(strconv.QuoteToASCII(text))
	var out strings.Builder
	for rest := quoted; rest != ""; {
		before, after, found := strings.Cut(rest, `\U`)
		out.WriteString(before)
		if rest = after; found {
			code, err := strconv.ParseUint(after[:8], 16, 32)
			if err != nil {
				panic(err)
			}
			code -= 0x10000
			fmt.Fprintf(&out, `\u%04x\u%04x`, 0xd800+code>>10, 0xdc00+code&0x3ff)
			rest = after[8:]
		}
	}
	return out.String()
}

// pythonNumber writes a number of JSON as Python does, which has integers of any size.
// https://docs.python.org/3/tutorial/floatingpoint.html
func pythonNumber(text string) string {
	if !strings.ContainsAny(text, ".eE") {
		if text == "-0" {
			return "0"
		}
		return text
	}
	f, err := strconv.ParseFloat(text, 64)
	if err != nil {
		panic(err)
	}
	short := strconv.FormatFloat(f, 'e', -1, 64)
	_, exponent, _ := strings.Cut(short, "e")
	if power, err := strconv.Atoi(exponent); err != nil || power < -4 || power >= 16 {
		return short
	}
	if plain := strconv.FormatFloat(f, 'f', -1, 64); strings.Contains(plain, ".") {
		return plain
	}
	return strconv.FormatFloat(f, 'f', 1, 64)
}

func TestPythonNumber(t *testing.T) {
	for text, want := range map[string]string{
		"0": "0", "1.0": "1.0", "1e3": "1000.0", "-0.5": "-0.5", "1e16": "1e+16", "1e-5": "1e-05", "0.0001": "0.0001", "5e-324": "5e-324", "9007199254740991": "9007199254740991",
	} {
		if got := pythonNumber(text); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
	if got, want := ascii("ä\"\\\n\x7f\u2028😀"), `"\u00e4\"\\\n\u007f\u2028\ud83d\ude00"`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
