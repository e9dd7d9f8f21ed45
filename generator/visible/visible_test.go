package visible_test

import (
	"encoding/json"
	"strconv"
	"testing"
	"unicode"

	"go.yaml.in/yaml/v4"

	"github.com/seed-0554dd89/scaffold/generator/visible"
)

// Characters by Unicode's names, and whether they are hidden.
func TestHidden(t *testing.T) {
	hidden := "\x00\a\t\n\r\x1b\x7f\u0080\u0085\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b\u180e\u200b\u200c\u200d\u200e\u200f" +
		"\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2064\u2065\u2066\u2067\u2068\u2069\u206a\u206f\u3164\ufe00\ufe0f\ufeff" +
		"\uffa0\ufff9\ufffa\ufffb\U0001bca0\U0001d173\U000e0001\U000e0020\U000e007f\U000e0100\U000e01ef\ue000\U0010fffd\uffff"
	seen := "a ~é日本\u0301\u0e33\u093f😀\u00a0\u3000\ufffdß€−"
	for _, c := range hidden {
		if !visible.Hidden(c) {
			t.Errorf("%U is said to be seen", c)
		}
	}
	for _, c := range seen {
		if visible.Hidden(c) {
			t.Errorf("%U is said to be hidden", c)
		}
	}
}

// Every hidden character there is: an escape has none left and is read as the same character by those who wrote the formats.
func TestEscapes(t *testing.T) {
	for c := rune(0); c <= unicode.MaxRune; c++ {
		if c >= 0xd800 && c <= 0xdfff || !visible.Hidden(c) || c > 0x3000 && c>>12 != 0xe0 && c%101 != 0 { // most of those are not assigned
			continue
		}
		text := "a" + string(c) + "b"
		for name, got := range map[string]string{
			"Escaped": visible.Escaped(text), "Marked": visible.Marked(text), "Line": visible.Line(text),
		} {
			if visible.In(got) {
				t.Fatalf("%s(%+q) is %+q", name, text, got)
			}
		}
		var back string
		if err := json.Unmarshal([]byte(`"`+visible.Escaped(text)+`"`), &back); err != nil || back != text {
			t.Fatalf("%U: encoding/json reads %q, %v", c, back, err)
		}
		if back, err := strconv.Unquote(`"` + visible.Line(text) + `"`); c <= 0xffff && (err != nil || back != text) {
			t.Fatalf("%U: strconv reads %q, %v", c, back, err)
		}
		if c > 0x3000 && c%1009 != 0 || c == '\n' || c == '\t' {
			continue // the reader of YAML is slow
		}
		if err := yaml.Unmarshal([]byte(`"`+string(visible.YAML([]byte(text)))+`"`), &back); err != nil || back != text {
			t.Fatalf("%U: YAML reads %q, %v", c, back, err)
		}
	}
}

func TestLine(t *testing.T) {
	for text, want := range map[string]string{
		"plain 日本":            "plain 日本",
		"a\n::error::b\r\t":   `a\n::error::b\r\t`,
		"\x1b[31mred\x9b\xff": `\u001b[31mred\x9b\xff`,
		"\u202e\U000e0041":    `\u202e\udb40\udc41`,
		"":                    "",
	} {
		if got := visible.Line(text); got != want {
			t.Errorf("Line(%+q): got %q, want %q", text, got, want)
		}
	}
}

// The layout of a file stays, whatever it holds.
func TestFiles(t *testing.T) {
	if got := string(visible.JSON([]byte("{\n\t\"\u202e\": \"\r\"\n}\n"))); got != "{\n\t\"\\u202e\": \"\\u000d\"\n}\n" {
		t.Errorf("JSON: %q", got)
	}
	if got := string(visible.YAML([]byte("a: \"\U000e0001\"\n"))); got != "a: \"\\U000e0001\"\n" {
		t.Errorf("YAML: %q", got)
	}
}
