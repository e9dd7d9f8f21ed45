package proof

// keySets are the keys of functions: types, what may be absent, and names and values that break careless generators.
var keySets = axis{
	{"no-keys", nil},
	{"article", []string{"--key", "key1=Default Key 1", "--key", "key2=Default Key 2"}},
	{"types", []string{
		"--key", "key1=", "--key", "count:=10", "--key", "ratio:=0.25", "--key", "on:=true",
		"--key", `filter:={"state":"open","deep":[1,{"a":null}]}`, "--key", "list:=[1,\"two\",false]",
	}},
	{"falsy", []string{
		"--key", "count:=0", "--key", "ratio:=-0.5", "--key", "off:=false", "--key", "filter:={}", "--key", "list:=[]",
	}},
	{"required", []string{"--key", "key1", "--key", "count:integer", "--key", "ratio:number", "--key", "on:boolean", "--key", "filter:object", "--key", "list:array"}},
	{"nullable", []string{
		"--key", `maybe:{"type":"string","nullable":true}`, "--key", `count:{"type":"integer","nullable":true,"default":3}`,
		"--key", `list:{"type":"array","nullable":true,"default":[null]}`, "--key", `on:{"type":"boolean","nullable":true,"default":null}`,
	}},
	{"described", []string{
		"--key", `limit:{"type":"integer","default":10,"description":"how many at most */ -->\n*/ throw new Error();\u2028alert(1)"}`,
		"--key", `user:{"type":"string","default":"","description":"<script>{{.Name}} ${process.exit(1)} | [x](y) \u202e"}`,
	}},
	{"odd-names", []string{
		"--key", "user-id=u", "--key", "class=c", "--key", "__proto__=p", "--key", "日本=j", "--key", "source=s", "--key", "constructor=k",
		"--key", "toString=t", "--key", "hasOwnProperty=h", "--key", "callback=b", "--key", "await=a", "--key", "9lives=n", `--key`, `"a.b\"c'd` + "`" + `e${f}"=q`,
		"--key", "event=e", "--key", "context=x", "--key", "length=l", "--key", "then=n", "--key", "record=r", "--key", "error=o", "--key", "undefined=u",
	}},
	{"nasty-texts", []string{
		"--key", `quotes="'` + "`", "--key", `backslash=\ \\ \n \u0041`, "--key", "lines=a\nb\r\nc\td", "--key", "dollar=${process.exit(1)} $& $1",
		"--key", "braces={{.Name}} {{/* */}}", "--key", "script=</script><!--", "--key", "separators=\u2028\u2029\u0085", "--key", "mark=\ufeffx",
		"--key", "emoji=😀👩\u200d👩\u200d👧 e\u0301", "--key", "rtl=\u202eabc\u200f", "--key", "nul:=\"\\u0000\\u001b\"", "--key", "star=*/ // /*",
	}},
	{"nasty-json", []string{
		"--key", `tree:={"__proto__":{"a":1},"constructor":"c","a b":["\"'` + "`" + `${x}\\"],"</script>":"\ufeff","日本":null}`,
		"--key", `rows:=[{"__proto__":null},[],"\u2028",-0.0,1e21,1e-7]`, "--key", "big:=9007199254740991", "--key", "small:=-9007199254740991", "--key", "tiny:=5e-324",
	}},
	{"many", []string{
		"--key", "firstRatherLongName=1", "--key", "secondRatherLongName=2", "--key", "thirdRatherLongName=3", "--key", "fourthRatherLongName=4",
		"--key", "id=5",
	}},
}
