package spec_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// TestFileLimits checks that no file takes the reader down, and that each says where it goes wrong.
func TestFileLimits(t *testing.T) {
	bomb := "a: &a [x, x]\n"
	for i := range 20 {
		bomb += fmt.Sprintf("%c: &%c [*%c, *%c]\n", 'b'+i, 'b'+i, 'a'+i, 'a'+i)
	}
	for name, c := range map[string]struct{ file, want string }{
		"large":     {"name: x\n#" + strings.Repeat("x", 300<<10), "f: the file has 307209 bytes: want at most 262144"},
		"deep flow": {"keys: {a: " + strings.Repeat("[", 1000) + strings.Repeat("]", 1000) + "}", "f:1:50: this is no YAML: values lie more than 40 deep inside one another"},
		"deep":      {"keys:\n  a:\n    " + strings.Repeat("- ", 1000), "f:3:81: this is no YAML: values lie more than 40 deep inside one another"},
		"bomb":      {"name: x\n" + bomb, "f:2:4: &a is an anchor: want the value alone"},
		"bytes":     {"name: x\nregion: \xff\n", "f:2:9: the byte 0xff is no UTF-8: want a file in UTF-8"},
		"utf-16":    {"\xff\xfen\x00", "f:1:1: the byte 0xff is no UTF-8: want a file in UTF-8"},
		"control":   {"name: x\nkeys: {é: \"\x01\"}\n", `f:2:12: the character U+0001 cannot be written as it is: want "\u0001" in a text in double quotes`},
		"tab":       {"name: x\nkeys:\n\ta: b\n", "f:3:1: this is no YAML: found character that cannot start any token\n  hint: indent with blanks: YAML takes no tabs"},
		"quote":     {"name: 'x\n", "f:1:7: this is no YAML: found unexpected end of stream"},
		"flow":      {"name: x\nkeys: {a: b\n", "f:2:7: this is no YAML: did not find expected ',' or '}'"},
		"empty":     {"# nothing\n", "f:1:1: the file is empty: want a spec that says at least the name\n  hint: scaffold new"},
		"list":      {"- name\n", "f:1:1: the file is no mapping: want lines like name: hello"},
		"null":      {"---\n", "f:2:1: the file is no mapping: want lines like name: hello"},
		"text":      {"name\n", "f:1:1: the file is no mapping: want lines like name: hello"},
		"no name":   {"memory: 128\n", "f:1:1: name is missing: want the name of the function"},
	} {
		_, _, err := spec.Load("f", []byte(c.file))
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			text := fmt.Sprint(err)
			t.Errorf("%s: got\n%s\nwant\n%s", name, text[:min(len(text), 300)], c.want)
		}
	}
}

// TestFileForms checks that forms of a file that mean the same are read the same.
func TestFileForms(t *testing.T) {
	for _, file := range []string{
		"name: hello\nregion: eu-west-1\n", "name: hello\r\nregion: eu-west-1\r\n", "\ufeffname: hello\nregion: eu-west-1\n",
		"---\nname: hello\nregion: eu-west-1\n...\n", `{"name":"hello","region":"eu-west-1"}`, "name: 'hello'\nregion: >-\n  eu-west-1",
		"region: eu-west-1\nkeys:\ntriggers:\naccess:\nlogging:\nenvironment:\ntags:\nname: hello",
	} {
		doc, err := spec.ParseFile("f", []byte(file))
		if err != nil || doc.Spec.Name != "hello" || doc.Spec.Region != "eu-west-1" || doc.Spec.Keys != nil || doc.Spec.Triggers != nil {
			t.Errorf("%q: %v, %+v", file, err, doc.Spec)
		}
	}
}

// TestSpecLimits checks the limits of a Spec that a prompt or a Go type could exceed as well.
func TestSpecLimits(t *testing.T) {
	many := func(n int) (keys []spec.Key) {
		for i := range n {
			keys = append(keys, spec.Key{Name: fmt.Sprint("k", i), Required: true})
		}
		return keys
	}
	deep := spec.JSON(strings.Repeat("[", 33) + strings.Repeat("]", 33))
	for want, s := range map[string]spec.Spec{
		"keys has 257 keys: want at most 256":                                                            {Keys: many(257)},
		"environment has 4098 bytes: want at most 4096, names and values together":                       {Environment: map[string]string{"AB": strings.Repeat("x", 4096)}},
		"keys.a.default: the default of \"a\" is [\"xxxx":                                                {Keys: []spec.Key{{Name: "a", Type: spec.Array, Default: spec.JSON(`["` + strings.Repeat("x", 20000) + `"]`)}}},
		"keys.a.default: default is \"[[[[[[[[[":                                                         {Keys: []spec.Key{{Name: "a", Default: deep}}},
		"keys.a.description: description has 1025 characters: want at most 1024":                         {Keys: []spec.Key{{Name: "a", Required: true, Description: strings.Repeat("é", 1025)}}},
		"keys.a.description: description is \"\\xff\": want valid UTF-8":                                 {Keys: []spec.Key{{Name: "a", Required: true, Description: "\xff"}}},
		"keys.a: the key \"a\" is given twice: want it once":                                             {Keys: []spec.Key{{Name: "a", Required: true}, {Name: "a", Required: true}}},
		"keysFrom is \"Event\": want keys or keysFrom: the keys are said in one place":                   {Keys: many(1), KeysFrom: "Event"},
		"keysFrom is \"Source\": want a type with another name: the generated file has one of that name": {Language: "go", KeysFrom: "Source"},
		"keysFrom is \"Event\": want keys: only functions in go take them from a type":                   {KeysFrom: "Event"},
		"tags.a: a is \"x\\x00\": want no control characters":                                            {Tags: map[string]string{"a": "x\x00"}},
		"access[0].name: name is \"x\": want no name: an access has none":                                {Access: []spec.Use{{ID: "dynamodb", Name: "x"}}},
		"logging is none and something else too: want none alone, or what is logged without it":          {Logging: spec.Logging{None: true, Format: "json"}},
		"triggers has 101 items: want at most 100":                                                       {Triggers: make([]spec.Use, 101)},
		"triggers[0].prefix: prefix is \"\\xff\": want valid UTF-8":                                      {Triggers: []spec.Use{{ID: "s3", Params: map[string]any{"prefix": "\xff"}}}},
		"access[0].trigger: trigger is \"up\": want the name of a trigger s3 of this function, and":      {Access: []spec.Use{{ID: "s3", Params: map[string]any{"trigger": "up"}}}},
	} {
		s.Name = "hello"
		if err := spec.Check(s); err == nil || !strings.HasPrefix(err.Error(), want) {
			text := fmt.Sprint(err)
			t.Errorf("got\n%s\nwant\n%s", text[:min(len(text), 300)], want)
		}
	}
}
