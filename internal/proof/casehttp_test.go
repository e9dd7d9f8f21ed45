package proof

import (
	"encoding/base64"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// httpReplies are the responses to HTTP requests.
var httpReplies = map[string]any{
	"text":    response(200, "text/plain; charset=utf-8", "done"),
	"json":    response(200, "application/json", `{"ok":true}`),
	"true":    response(200, "application/json", "true"),
	"false":   response(200, "application/json", "false"),
	"zero":    response(200, "application/json", "0"),
	"list":    response(200, "application/json", "[1]"),
	"null":    response(200, "application/json", "null"),
	"nothing": map[string]any{"statusCode": 204, "headers": map[string]any{}},
	"respond": response(201, "text/html", "<p>"),
}

func response(status int, kind, body string) map[string]any {
	return map[string]any{"statusCode": status, "headers": map[string]any{"content-type": kind}, "body": body}
}

func httpReply(o became) answer {
	switch {
	case o.mistake != "":
		return answer{Reply: response(400, "application/json", string(encodeEvent(map[string]string{"error": o.mistake})))}
	case o.fails:
		return answer{Fails: o.failure()}
	}
	return answer{Reply: httpReplies[o.give]}
}

// bodyCase is the body of a request, and what the handler gets or the client is told.
type bodyCase struct {
	name   string
	body   any // nil is null
	absent bool
	base64 bool // isBase64Encoded
	want   string
	err    string
}

var bodyCases = []bodyCase{
	{name: "null"},
	{name: "absent", absent: true},
	{name: "empty", body: ""},
	{name: "empty object", body: "{}"},
	{name: "JSON null", body: "null"},
	{name: "with blanks", body: " \r\n\t{\"s\" : \"a\"} ", want: `"s":"a"`},
	{name: "unicode", body: `{"s":"ä😀\u00e4"}`, want: `"s":"ä😀ä"`},
	{name: "base64", body: base64.StdEncoding.EncodeToString([]byte(`{"s":"ä😀","i":7}`)), base64: true, want: `"s":"ä😀","i":7`},
	{name: "empty base64", body: "", base64: true},
	{name: "base64 that is no JSON", body: base64.StdEncoding.EncodeToString([]byte(`{`)), base64: true, err: "the body must be JSON"},
	{name: "base64 that does not say so", body: base64.StdEncoding.EncodeToString([]byte(`{"s":"a"}`)), err: "the body must be JSON"},
	{name: "a form", body: "s=a&i=7", err: "the body must be JSON"},
	{name: "a text", body: `"text"`, err: "the body must be a JSON object"},
	{name: "a number", body: "1", err: "the body must be a JSON object"},
	{name: "a list", body: `[{"s":"a"}]`, err: "the body must be a JSON object"},
	{name: "a wrong key", body: `{"i":"7"}`, err: `key "i" must be an integer`},
}

// precedences are requests that say a key in several places: the path comes before the query, and the query before the body,
// by presence, whatever is there.
var precedences = []struct {
	name              string
	path, query, body string // each is said where it is not "-"
	want, err         string
}{
	{"path before query before body", "1", "2", `3`, `"i":1`, ""},
	{"query before body", "-", "2", `3`, `"i":2`, ""},
	{"body alone", "-", "-", `3`, `"i":3`, ""},
	{"path before body", "1", "-", `3`, `"i":1`, ""},
	{"nowhere", "-", "-", `-`, ``, ""},
	{"a wrong path hides a right body", "x", "-", `3`, "", `key "i" must be an integer`},
	{"an empty query hides a right body", "-", "", `3`, "", `key "i" must be an integer`},
	{"null in the body is there", "-", "-", `null`, "", `key "i" must be an integer`},
	{"a right path hides a wrong body", "1", "-", `"x"`, `"i":1`, ""},
}

// httpCases are requests: bodies, and keys in several places.
func (b *builder) httpCases() {
	for _, f := range b.open(wantsHTTP) {
		for n := range f.Triggers {
			if !wantsHTTP(f.kind(n)) {
				continue
			}
			for _, c := range bodyCases {
				e := f.with(b, n, aws.Place{Path: aws.Path{aws.Body}}, nil)
				object := e.event.(map[string]any)
				object["body"], object["isBase64Encoded"] = c.body, c.base64
				if c.absent {
					delete(object, "body")
				}
				b.request(f, e, "body "+c.name, c.want, c.err)
			}
			b.malformedBodies(f, n)
			b.precedenceCases(f, n)
		}
	}
}

func wantsHTTP(kind *aws.Trigger) bool { return kind.Reply.Kind == aws.HTTP }

func (b *builder) malformedBodies(f *caseFunction, n int) {
	for _, text := range broken {
		e := f.with(b, n, aws.Place{Path: aws.Path{aws.Body}}, nil)
		e.event.(map[string]any)["body"] = text
		b.request(f, e, "broken "+text, "", "the body must be JSON")
	}
}

func (b *builder) precedenceCases(f *caseFunction, n int) {
	places := f.kind(n).Event.Keys
	inPath := len(places) == 3
	for _, c := range precedences {
		if c.path != "-" && !inPath {
			continue
		}
		e := f.with(b, n, places[len(places)-1], nil)
		if c.body != "-" {
			e.event = change(e.event, aws.Path{aws.Body}, func(any) any { return map[string]any{"i": decodeText(c.body)} })
		}
		for i, text := range []string{c.query, c.path} {
			if place := places[max(0, len(places)-2-i)]; text != "-" {
				e.event = change(e.event, place.Path, func(any) any { return map[string]any{"i": text} })
			}
		}
		b.request(f, e, c.name, c.want, c.err)
	}
}

// request adds the case of a request.
func (b *builder) request(f *caseFunction, e carried, what, members, mistake string) {
	want := httpReply(became{give: "text", mistake: mistake})
	if mistake == "" {
		want.Calls = []call{apart(e.kind, e.trigger, e.event).call(f.keysWith(b, members))}
	}
	b.add(f, e.kind.ID, what, e.event, want)
}
