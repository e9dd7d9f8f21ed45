package proof

import (
	"encoding/json"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/lambdaapi"
)

// The function that scaffold began with answers as its article says, alone in its process, as on Lambda. Node.js 22 and
// aws-lambda-ric 3 are installed by bash .ci/parts.
func TestArticle(t *testing.T) {
	t.Parallel()
	f := function(t, parse(t, []string{
		"hello", "--runtime", "nodejs22.x", "--style", "callback",
		"--key", "key1=Default Key 1", "--key", "key2=Default Key 2", "--trigger", "apigateway-rest",
	}))
	dir := write(t, render(t, f))
	server, err := lambdaapi.StartNode(t, 22, dir, "src/"+f.Handler())
	if err != nil {
		t.Fatal(err)
	}
	invoke := func(event string) string {
		result, err := server.Invoke([]byte(event))
		if err != nil || result.Err != nil {
			t.Fatalf("%s: %v %v", event, err, result.Err)
		}
		return string(result.Body)
	}
	for event, want := range map[string]string{
		`{}`:                                   `"Hello from Lambda Default Key 1 Default Key 2"`,
		`{"key1":"a"}`:                         `"Hello from Lambda a Default Key 2"`,
		`{"key1":"","key2":"b"}`:               `"Hello from Lambda  b"`,
		`{"key3":"c"}`:                         `"Hello from Lambda Default Key 1 Default Key 2"`,
		`null`:                                 `"Hello from Lambda Default Key 1 Default Key 2"`,
		`{"requestContext":{"accountId":"1"}}`: `"Hello from Lambda Default Key 1 Default Key 2"`,
	} {
		if got := invoke(event); got != want {
			t.Errorf("%s: got %s, want %s", event, got, want)
		}
	}
	for fields, want := range map[string]string{
		`"pathParameters":null,"queryStringParameters":null,"body":null`: "Hello from Lambda Default Key 1 Default Key 2",
		`"body":""`:                                            "Hello from Lambda Default Key 1 Default Key 2",
		`"body":"{\"key1\":\"a\"}"`:                            "Hello from Lambda a Default Key 2",
		`"queryStringParameters":{"key2":"b c"}`:               "Hello from Lambda Default Key 1 b c",
		`"body":"eyJrZXkxIjoiw6QifQ==","isBase64Encoded":true`: "Hello from Lambda ä Default Key 2",
	} {
		event := `{"resource":"/hello","path":"/hello","httpMethod":"POST","requestContext":{"resourcePath":"/hello"},` + fields + `}`
		var response struct {
			StatusCode int
			Headers    map[string]string
			Body       string
		}
		if err := json.Unmarshal([]byte(invoke(event)), &response); err != nil {
			t.Fatal(err)
		}
		if response.StatusCode != 200 || response.Body != want || response.Headers["content-type"] != "text/plain; charset=utf-8" {
			t.Errorf("%s: got %+v, want %q", fields, response, want)
		}
	}
}
