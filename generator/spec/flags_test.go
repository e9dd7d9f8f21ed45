package spec_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// TestKeyFlags shows the grammar of -k.
func TestKeyFlags(t *testing.T) {
	for text, want := range map[string]spec.Key{
		"key1=Default Key 1":       {Name: "key1", Type: spec.String, Default: `"Default Key 1"`},
		"limit=10":                 {Name: "limit", Type: spec.String, Default: `"10"`},
		"limit:=10":                {Name: "limit", Type: spec.Integer, Default: "10"},
		"ratio:=1.0":               {Name: "ratio", Type: spec.Number, Default: "1.0"},
		"ids:=[ 1, 2 ]":            {Name: "ids", Type: spec.Array, Default: "[1,2]"},
		`box:={"a":{}}`:            {Name: "box", Type: spec.Object, Default: `{"a":{}}`},
		"user":                     {Name: "user", Type: spec.String, Required: true},
		"user:integer":             {Name: "user", Type: spec.Integer, Required: true},
		"a=":                       {Name: "a", Type: spec.String, Default: `""`},
		"a==b":                     {Name: "a", Type: spec.String, Default: `"=b"`},
		"a=:=b":                    {Name: "a", Type: spec.String, Default: `":=b"`},
		`"a:b"=c`:                  {Name: "a:b", Type: spec.String, Default: `"c"`},
		`"=\"":=true`:              {Name: `="`, Type: spec.Boolean, Default: "true"},
		`"a b":array`:              {Name: "a b", Type: spec.Array, Required: true},
		`"a=b"`:                    {Name: "a=b", Type: spec.String, Required: true},
		`a"b=c`:                    {Name: `a"b`, Type: spec.String, Default: `"c"`},
		`a:{"nullable":true}`:      {Name: "a", Type: spec.String, Nullable: true},
		`a:{"default":1}`:          {Name: "a", Type: spec.Integer, Default: "1"},
		`a:{"type":"array"}`:       {Name: "a", Type: spec.Array},
		`a:{"description":"x"}`:    {Name: "a", Type: spec.String, Description: "x"},
		`a:{"required":true}`:      {Name: "a", Type: spec.String, Required: true},
		`日本=é`:                     {Name: "日本", Type: spec.String, Default: `"é"`},
		"__proto__=a\nb\u2028</s>": {Name: "__proto__", Type: spec.String, Default: "\"a\\nb\u2028</s>\""},
	} {
		got, problems := spec.ParseKey(text)
		if len(problems) > 0 || got != want {
			t.Errorf("ParseKey(%s) = %+v, %v, want %+v", text, got, problems, want)
		}
	}
}

// TestUseFlags shows the grammar of -t, -a and -l.
func TestUseFlags(t *testing.T) {
	file := func(name string) ([]byte, error) { return []byte("/from/" + name + "\r\n"), nil }
	for text, want := range map[string]spec.Use{
		"s3":                                     {ID: "s3"},
		"s3:":                                    {ID: "s3"},
		"s3:{}":                                  {ID: "s3"},
		"s3:bucket=abc,prefix=in/":               {ID: "s3", Params: map[string]any{"bucket": "abc", "prefix": "in/"}},
		"s3:name=up,prefix=a=b":                  {ID: "s3", Name: "up", Params: map[string]any{"prefix": "a=b"}},
		"s3:prefix=a(b,c)[,]{=,}d,suffix=e":      {ID: "s3", Params: map[string]any{"prefix": "a(b,c)[,]{=,}d", "suffix": "e"}},
		`s3:prefix="a,b",suffix=e"f,g"`:          {ID: "s3", Params: map[string]any{"prefix": "a,b", "suffix": `e"f,g"`}},
		`s3:prefix:="a\",(b"`:                    {ID: "s3", Params: map[string]any{"prefix": `a",(b`}},
		"s3:prefix:=12":                          {ID: "s3", Params: map[string]any{"prefix": "12"}},
		"s3:prefix=@a.txt":                       {ID: "s3", Params: map[string]any{"prefix": "/from/a.txt"}},
		`s3:prefix="@a.txt"`:                     {ID: "s3", Params: map[string]any{"prefix": "@a.txt"}},
		`s3:{"name":"up","prefix":"@a"}`:         {ID: "s3", Name: "up", Params: map[string]any{"prefix": "@a"}},
		"s3:events=a":                            {ID: "s3", Params: map[string]any{"events": []string{"a"}}},
		"s3:events=(a,b)":                        {ID: "s3", Params: map[string]any{"events": []string{"a", "b"}}},
		`s3:events=("a,b",c)`:                    {ID: "s3", Params: map[string]any{"events": []string{"a,b", "c"}}},
		`s3:events:=["a","b"]`:                   {ID: "s3", Params: map[string]any{"events": []string{"a", "b"}}},
		"apigateway-rest:path=/orders/{id}":      {ID: "apigateway-rest", Params: map[string]any{"path": "/orders/{id}"}},
		"apigateway-rest:path=hello":             {ID: "apigateway-rest", Params: map[string]any{"path": "/hello"}},
		"apigateway-rest:path=//x,api=012345678": {ID: "apigateway-rest", Params: map[string]any{"path": "//x", "api": "012345678"}},
	} {
		got, _, err := spec.FromFlags(spec.Flags{Triggers: []string{text}}, file)
		if err != nil || !reflect.DeepEqual(got.Triggers, []spec.Use{want}) {
			t.Errorf("-t %s: %+v, %v, want %+v", text, got.Triggers, err, want)
		}
	}
	got, _, err := spec.FromFlags(spec.Flags{Access: []string{`statement:actions=sts:GetCallerIdentity,resources=*,condition={"Bool":{"a:b":"true"}}`}}, file)
	want := []spec.Use{{ID: "statement", Params: map[string]any{
		"actions": []string{"sts:GetCallerIdentity"}, "resources": []string{"*"}, "condition": spec.JSON(`{"Bool":{"a:b":"true"}}`),
	}}}
	if err != nil || !reflect.DeepEqual(got.Access, want) {
		t.Errorf("got %+v, %v, want %+v", got.Access, err, want)
	}
}

func TestLogFlags(t *testing.T) {
	for text, want := range map[string]spec.Logging{
		"none":                               {None: true},
		"text":                               {Format: "text"},
		"json":                               {Format: "json"},
		"json:level=debug tracing":           {Format: "json", Level: "debug", Tracing: true},
		"cloudwatch:group=/a,create=true":    {Group: "/a", Create: ptr(true)},
		"cloudwatch:create=false json":       {Create: ptr(false), Format: "json"},
		"cloudwatch:retention=7,create=true": {Create: ptr(true), Retention: 7},
		`cloudwatch:{"retention":7,"create":true}`: {Create: ptr(true), Retention: 7},
	} {
		got, _, err := spec.FromFlags(spec.Flags{Logs: strings.Fields(text)}, noFile)
		if err != nil || !reflect.DeepEqual(got.Logging, want) {
			t.Errorf("-l %s: %+v, %v, want %+v", text, got.Logging, err, want)
		}
	}
}

// TestFlagsThatAreNoText checks that an argument in another encoding is refused and shown on one line.
func TestFlagsThatAreNoText(t *testing.T) {
	_, _, err := spec.FromFlags(spec.Flags{Keys: []string{"a=\xff\n"}, Triggers: []string{"s3:prefix=\xff"}, Memory: "\xff", Region: "\xff", Env: []string{"AB=\xff"}}, noFile)
	want := `--key "a=\xff\n": this is no text: want valid UTF-8
--trigger "s3:prefix=\xff": this is no text: want valid UTF-8
--memory "\xff": this is no text: want valid UTF-8
--env "AB=\xff": this is no text: want valid UTF-8
--region "\xff": this is no text: want valid UTF-8`
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
	if _, err := spec.Write(spec.Spec{Name: "x", Region: "\xff"}); err == nil || err.Error() != `write scaffold.yaml: "\xff": want valid UTF-8` {
		t.Errorf("Write: %v", err)
	}
}

// TestGoType checks the name of a Go type with a language that takes one, which the catalogue may not have yet.
func TestGoType(t *testing.T) {
	for name, ok := range map[string]bool{"Event": true, "_e1": true, "a-b": false, "1a": false, "a.B": false, "É": false} {
		_, err := spec.Resolve(spec.Spec{Name: "x", Language: "go", KeysFrom: name})
		wrong := err != nil && strings.Contains(err.Error(), "want the name of a struct type")
		if wrong == ok {
			t.Errorf("%s: %v", name, err)
		}
	}
}
