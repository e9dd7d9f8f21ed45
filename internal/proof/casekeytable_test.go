package proof

import "strings"

// keyCase is what an event says of the keys of a function, and what the handler gets or the sender is told.
type keyCase struct {
	json  string            // members as JSON, for places that hold JSON; or
	texts map[string]string // for places that hold texts
	want  string            // members that are not as the function's keys are without
	err   string            // the sender's mistake
	text  bool              // about the JSON text: it cannot be said of decoded values
	exact bool              // the function is the one that requires its keys
}

func (c keyCase) String() string {
	if c.texts != nil {
		return string(encodeEvent(c.texts))
	}
	return "{" + c.json + "}"
}

// jsonCases are what JSON can say. Numbers are what JavaScript makes of them, see docs/languages.md.
// https://www.rfc-editor.org/rfc/rfc8259
var jsonCases = []keyCase{
	{json: ``},
	{json: `"other":1,"I":5,"S":"x","toString":"t","__proto__":{"i":5},"constructor":null`},
	{json: `"s":"","i":0,"n":0,"b":false,"o":{},"l":[]`, want: `"s":"","i":0,"n":0,"b":false,"o":{},"l":[]`},
	{json: `"s":"null","i":-7,"n":-0.5,"b":false,"o":{"a":{"b":[null,1,"x"]}},"l":[null,{"a":1},[]]`, want: `"s":"null","i":-7,"n":-0.5,"b":false,"o":{"a":{"b":[null,1,"x"]}},"l":[null,{"a":1},[]]`},
	{json: `"maybe":null,"never":null`, want: `"maybe":null`},
	{json: `"maybe":0,"never":""`, want: `"maybe":0,"never":""`},

	{json: `"s":"ä € 日本 😀 e\u0301 \u202e"`, want: `"s":"ä € 日本 😀 e\u0301 \u202e"`},
	{json: `"s":"\ud83d\ude00 \u0000 \u2028 \ufeff \/ \" \\ \n"`, want: `"s":"😀 \u0000 \u2028 \ufeff / \" \\ \n"`},
	{json: `"s":"</script>${x}{{.}}"`, want: `"s":"</script>${x}{{.}}"`},
	{json: `"s":"1","l":["0",0,"false"]`, want: `"s":"1","l":["0",0,"false"]`},
	{json: `"\u0073":"escaped name"`, want: `"s":"escaped name"`, text: true},
	{json: `"s":"first","s":"last"`, want: `"s":"last"`, text: true},
	{json: `"s":"first","s":7`, err: `key "s" must be a string`, text: true},
	// Half of a pair of surrogates is kept or replaced: these cases read either as U+FFFD.
	{json: `"s":"a\ud800b"`, want: `"s":"a\ufffdb"`, text: true},
	{json: `"l":["\udc00"]`, want: `"l":["\ufffd"]`, text: true},
	{json: `"s":0`, err: `key "s" must be a string`},
	{json: `"s":false`, err: `key "s" must be a string`},
	{json: `"s":{}`, err: `key "s" must be a string`},
	{json: `"s":[]`, err: `key "s" must be a string`},
	{json: `"s":null`, err: `key "s" must be a string`},
	{json: `"never":0`, err: `key "never" must be a string`},

	{json: `"i":9007199254740991`, want: `"i":9007199254740991`},
	{json: `"i":-9007199254740991`, want: `"i":-9007199254740991`},
	{json: `"i":9007199254740992`, err: `key "i" must be an integer`},
	{json: `"i":-9007199254740992`, err: `key "i" must be an integer`},
	{json: `"i":12345678901234567890123`, err: `key "i" must be an integer`},
	{json: `"i":1.0`, want: `"i":1`},
	{json: `"i":-0`, want: `"i":0`},
	{json: `"i":1e2`, want: `"i":100`},
	{json: `"i":1200E-2`, want: `"i":12`},
	{json: `"i":0.5`, err: `key "i" must be an integer`},
	{json: `"i":1e-1`, err: `key "i" must be an integer`},
	{json: `"i":1e400`, err: `key "i" must be an integer`, text: true},
	{json: `"i":"1"`, err: `key "i" must be an integer`},
	{json: `"i":true`, err: `key "i" must be an integer`},
	{json: `"i":null`, err: `key "i" must be an integer`},
	{json: `"i":{}`, err: `key "i" must be an integer`},
	{json: `"i":[1]`, err: `key "i" must be an integer`},
	{json: `"maybe":"5"`, err: `key "maybe" must be an integer`},

	{json: `"n":0`, want: `"n":0`},
	{json: `"n":-0.0`, want: `"n":0`},
	{json: `"n":1e21`, want: `"n":1e21`},
	{json: `"n":1.7976931348623157e308`, want: `"n":1.7976931348623157e308`, text: true},
	{json: `"n":5e-324`, want: `"n":5e-324`, text: true},
	{json: `"n":1e-400`, want: `"n":0`, text: true},
	{json: `"n":9007199254740993`, want: `"n":9007199254740992`},
	{json: `"n":1e400`, err: `key "n" must be a number`, text: true},
	{json: `"n":"1"`, err: `key "n" must be a number`},
	{json: `"n":true`, err: `key "n" must be a number`},
	{json: `"n":null`, err: `key "n" must be a number`},

	{json: `"b":"true"`, err: `key "b" must be true or false`},
	{json: `"b":0`, err: `key "b" must be true or false`},
	{json: `"b":null`, err: `key "b" must be true or false`},

	{json: `"o":{"__proto__":{"a":1},"":2,"constructor":3}`, want: `"o":{"__proto__":{"a":1},"":2,"constructor":3}`},
	{json: `"o":{"a":1,"a":2}`, want: `"o":{"a":2}`, text: true},
	{json: `"o":{"big":9007199254740993,"one":1.0,"small":1e-7}`, want: `"o":{"big":9007199254740992,"one":1,"small":1e-7}`},
	{json: `"o":[]`, err: `key "o" must be an object`},
	{json: `"o":"{}"`, err: `key "o" must be an object`},
	{json: `"o":null`, err: `key "o" must be an object`},
	{json: `"l":{}`, err: `key "l" must be an array`},
	{json: `"l":"[]"`, err: `key "l" must be an array`},
	{json: `"l":null`, err: `key "l" must be an array`},

	{json: `"l":` + strings.Repeat("[", 200) + strings.Repeat("]", 200), want: `"l":` + strings.Repeat("[", 200) + strings.Repeat("]", 200)},
	// The first mistake is told, in the order of the keys.
	{json: `"l":0,"s":0`, err: `key "s" must be a string`},

	{exact: true, json: `"s":"","i":0,"n":0,"b":false,"o":{},"l":[]`, want: `"s":"","i":0,"n":0,"b":false,"o":{},"l":[]`},
	{exact: true, json: ``, err: `key "s" is required`},
	{exact: true, json: `"s":""`, err: `key "i" is required`},
	{exact: true, json: `"s":"","i":0,"n":0,"b":false,"o":{}`, err: `key "l" is required`},
	{exact: true, json: `"s":null`, err: `key "s" must be a string`},
	{exact: true, json: `"S":"","s ":""`, err: `key "s" is required`},
}

// textCases are what a path, a query or another map of texts can say.
var textCases = []keyCase{
	{},
	{texts: map[string]string{"other": "1", "I": "5", "toString": "t"}},
	{texts: map[string]string{"s": ""}, want: `"s":""`},
	{texts: map[string]string{"s": "null"}, want: `"s":"null"`},
	{texts: map[string]string{"s": " a b/+%ä😀 "}, want: `"s":" a b/+%ä😀 "`},
	{texts: map[string]string{"i": "0", "n": "0", "b": "false", "o": "{}", "l": "[]"}, want: `"i":0,"n":0,"b":false,"o":{},"l":[]`},
	{texts: map[string]string{"i": "-7", "n": "-0.5", "b": "true", "o": `{"a":[1]}`, "l": `["x"]`}, want: `"i":-7,"n":-0.5,"b":true,"o":{"a":[1]},"l":["x"]`},
	{texts: map[string]string{"maybe": "5", "never": "x"}, want: `"maybe":5,"never":"x"`},
	{texts: map[string]string{"maybe": "null"}, err: `key "maybe" must be an integer`},
	{texts: map[string]string{"i": "007"}, want: `"i":7`},
	{texts: map[string]string{"i": "-0"}, want: `"i":0`},
	{texts: map[string]string{"i": "9007199254740991"}, want: `"i":9007199254740991`},
	{texts: map[string]string{"i": "9007199254740992"}, err: `key "i" must be an integer`},
	{texts: map[string]string{"i": "123456789012345678901234567890"}, err: `key "i" must be an integer`},
	{texts: map[string]string{"i": ""}, err: `key "i" must be an integer`},
	{texts: map[string]string{"i": "1.0"}, err: `key "i" must be an integer`},
	{texts: map[string]string{"i": "1e2"}, err: `key "i" must be an integer`},
	{texts: map[string]string{"i": "+1"}, err: `key "i" must be an integer`},
	{texts: map[string]string{"i": " 1"}, err: `key "i" must be an integer`},
	{texts: map[string]string{"i": "1\n"}, err: `key "i" must be an integer`},
	{texts: map[string]string{"i": "1_000"}, err: `key "i" must be an integer`},
	{texts: map[string]string{"i": "0x1"}, err: `key "i" must be an integer`},
	{texts: map[string]string{"i": "٣"}, err: `key "i" must be an integer`},
	{texts: map[string]string{"i": "--1"}, err: `key "i" must be an integer`},
	{texts: map[string]string{"n": "1e3"}, want: `"n":1000`},
	{texts: map[string]string{"n": "1.5E-3"}, want: `"n":0.0015`},
	{texts: map[string]string{"n": "00.5"}, want: `"n":0.5`},
	{texts: map[string]string{"n": "-0"}, want: `"n":0`},
	{texts: map[string]string{"n": "1e400"}, err: `key "n" must be a number`},
	{texts: map[string]string{"n": "NaN"}, err: `key "n" must be a number`},
	{texts: map[string]string{"n": "Infinity"}, err: `key "n" must be a number`},
	{texts: map[string]string{"n": "inf"}, err: `key "n" must be a number`},
	{texts: map[string]string{"n": ".5"}, err: `key "n" must be a number`},
	{texts: map[string]string{"n": "1."}, err: `key "n" must be a number`},
	{texts: map[string]string{"n": ""}, err: `key "n" must be a number`},
	{texts: map[string]string{"n": "1,5"}, err: `key "n" must be a number`},
	{texts: map[string]string{"n": "1 "}, err: `key "n" must be a number`},
	{texts: map[string]string{"n": "0x1p3"}, err: `key "n" must be a number`},
	{texts: map[string]string{"b": "TRUE"}, err: `key "b" must be true or false`},
	{texts: map[string]string{"b": "1"}, err: `key "b" must be true or false`},
	{texts: map[string]string{"b": ""}, err: `key "b" must be true or false`},
	{texts: map[string]string{"o": ""}, err: `key "o" must be JSON`},
	{texts: map[string]string{"o": "{"}, err: `key "o" must be JSON`},
	{texts: map[string]string{"o": "{'a':1}"}, err: `key "o" must be JSON`},
	{texts: map[string]string{"o": "{} {}"}, err: `key "o" must be JSON`},
	{texts: map[string]string{"o": "NaN"}, err: `key "o" must be JSON`},
	{texts: map[string]string{"o": "[]"}, err: `key "o" must be an object`},
	{texts: map[string]string{"o": "null"}, err: `key "o" must be an object`},
	{texts: map[string]string{"o": ` {"a": 1} `}, want: `"o":{"a":1}`},
	{texts: map[string]string{"l": "[1,]"}, err: `key "l" must be JSON`},
	{texts: map[string]string{"l": "{}"}, err: `key "l" must be an array`},
	{texts: map[string]string{"l": "1"}, err: `key "l" must be an array`},

	{exact: true, texts: map[string]string{"s": "", "i": "0", "n": "0", "b": "false", "o": "{}", "l": "[]"}, want: `"s":"","i":0,"n":0,"b":false,"o":{},"l":[]`},
	{exact: true, err: `key "s" is required`},
	{exact: true, texts: map[string]string{"s": "", "i": "1"}, err: `key "n" is required`},
}

// notObjects are what stands where an object with keys is to be. Null has no keys, as has an empty text.
var notObjects = map[string]string{
	"null": "", `"text"`: "must be a JSON object", "1": "must be a JSON object", "true": "must be a JSON object", "[]": "must be a JSON object", `[{"i":5}]`: "must be a JSON object",
}

// broken are texts that are no JSON.
var broken = []string{"{", `{"i":5`, `{"i":5,}`, `{i:5}`, `{'i':5}`, `{"i":05}`, `{"i":+5}`, `{"i":.5}`, `{"i":NaN}`, `{"i":Infinity}`, `{"i":5} x`, `{"s":"a` + "\n" + `b"}`, `{"i":5}//`, "\ufeff{}", "undefined", "nul"}
