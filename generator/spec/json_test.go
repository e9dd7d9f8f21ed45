package spec_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

func TestParseJSON(t *testing.T) {
	for _, c := range []struct {
		in   string
		want spec.JSON
	}{
		{` { "b" : 1 , "a" : [ ] , "c" : { } } `, `{"b":1,"a":[],"c":{}}`},
		{`"\u0041\/\u00e9\ud83d\ude00"`, `"A/é😀"`},
		{`"<>&\u2028\u007f\ufeff"`, "\"<>&\u2028\x7f\ufeff\""},
		{`"\u0000\u001b\b\f\n\r\t\"\\"`, `"\u0000\u001b\b\f\n\r\t\"\\"`},
		{`1.50E+2`, `1.50E+2`}, {`-0`, `-0`}, {`5e-324`, `5e-324`}, {`12345678901234567890`, `12345678901234567890`},
		{"null", "null"}, {"true", "true"}, {"\tfalse\r\n", "false"},
		{`{"":0,"__proto__":1}`, `{"":0,"__proto__":1}`},
	} {
		got, err := spec.ParseJSON(c.in)
		if err != nil || got != c.want {
			t.Errorf("ParseJSON(%s) = %s, %v, want %s", c.in, got, err, c.want)
		}
		if !json.Valid([]byte(got)) {
			t.Errorf("ParseJSON(%s) = %s, which is no JSON", c.in, got)
		}
	}
}

func TestParseJSONRefuses(t *testing.T) {
	for in, want := range map[string]string{
		"":                      "character 1: want a value",
		"[1 2]":                 "character 4: want , or ]",
		`{"a":1,"a":2}`:         `character 8: want the member "a" once`,
		`{"a":1,}`:              "character 8: want the name of a member, in double quotes",
		`{a:1}`:                 "character 2: want the name of a member, in double quotes",
		`{"a" 1}`:               "character 6: want a colon",
		"1 2":                   "character 3: want nothing after the value",
		"01":                    "character 1: want a number, true, false, null, or a text in double quotes",
		"'a'":                   "character 1: want a number, true, false, null, or a text in double quotes",
		"NaN":                   "character 1: want a number, true, false, null, or a text in double quotes",
		"1e999":                 "character 1: want a number that a float64 can hold",
		`"\ud800"`:              "character 2: want both halves of the surrogate pair: one half is no character",
		`"\ude00\ud83d"`:        "character 2: want both halves of the surrogate pair: one half is no character",
		`"\u00g0"`:              `character 2: want four hexadecimal digits after \u`,
		"\"\\u\x10\x10\x10\x10": `character 2: want four hexadecimal digits after \u`,
		`"\x"`:                  `character 2: want one of \" \\ \/ \b \f \n \r \t \u`,
		`"é`:                    "character 3: want the text closed with a double quote",
		"\"a\nb\"":              `character 3: want control characters escaped, \n for example`,
		"\"\xff\"":              "want valid UTF-8",
		strings.Repeat("[", 99): "character 33: want at most 32 objects and lists inside one another",
	} {
		if got, err := spec.ParseJSON(in); err == nil || err.Error() != want {
			t.Errorf("ParseJSON(%q) = %q, %v, want the error %s", in, got, err, want)
		}
	}
}

// TestJSONMeansTheSame compares random values with what the standard library reads.
func TestJSONMeansTheSame(t *testing.T) {
	for seed := range uint64(500) {
		r := newRandom(seed)
		text := r.json(r.anyType(0), 0).JSON()
		if again, err := spec.ParseJSON(string(text)); err != nil || again != text {
			t.Fatalf("%s: %s, %v", text, again, err)
		}
		if got := text.Value().JSON(); got != text {
			t.Fatalf("%s: %s", text, got)
		}
		var want, got any
		var escaped []byte
		if err := json.Unmarshal([]byte(text), &want); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		escaped, _ = json.Marshal(want)
		canonical, err := spec.ParseJSON(string(escaped))
		if err != nil {
			t.Fatalf("%s: %v", escaped, err)
		}
		if err := json.Unmarshal([]byte(canonical), &got); err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("%s: %v\ngot  %v\nwant %v", text, err, got, want)
		}
	}
}

func FuzzParseJSON(f *testing.F) {
	for seed := range uint64(30) {
		r := newRandom(seed)
		f.Add(string(r.json(r.anyType(0), 0).JSON()))
	}
	f.Fuzz(func(t *testing.T, text string) {
		j, err := spec.ParseJSON(text)
		if err != nil {
			return
		}
		if !json.Valid([]byte(text)) || !json.Valid([]byte(j)) {
			t.Errorf("%q became %q", text, j)
		}
		if again, err := spec.ParseJSON(string(j)); err != nil || again != j {
			t.Errorf("%q became %q, %v", j, again, err)
		}
	})
}
