package proof

import (
	"encoding/json"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/lambdaapi"
)

// What the handler logs comes out as Lambda writes it: as JSON with its facts as members of their own, or as text, both with
// the id of the request, and an error with its trace. What the level leaves out is not written. Python and awslambdaric are
// installed by bash .ci/parts.
func TestPythonLogs(t *testing.T) {
	triggers := []string{"hello", "--runtime", "python3.13", "--trigger", "s3:name=uploads", "--trigger", "sqs"}
	for _, c := range []struct {
		name string
		args []string
		env  map[string]string // what Lambda defines for it
		want []string          // patterns, one a line
	}{
		{"json", []string{"--log", "json:level=info"}, map[string]string{"AWS_LAMBDA_LOG_FORMAT": "JSON", "AWS_LAMBDA_LOG_LEVEL": "INFO"}, []string{
			`"level": "INFO", "message": "received", "logger": "handler", "requestId": "00000000-.*", "trigger": "uploads", "event_name": "ObjectCreated:Put", "bucket": "my-uploads", "object_key": "sample object, one"`,
			`"level": "ERROR", "message": "record 059f36b4-87a3-44ab-83d2-661975830a7d failed", "logger": "event_gen", "stackTrace": \[.*\], "errorType": "KeyError", .*"requestId": "00000000-`,
		}},
		{"warn", []string{"--log", "json:level=warn"}, map[string]string{"AWS_LAMBDA_LOG_FORMAT": "JSON", "AWS_LAMBDA_LOG_LEVEL": "WARN"}, []string{
			`"level": "ERROR", "message": "record`,
		}},
		{"text", []string{"--log", "text"}, nil, []string{
			`^\[INFO\]\t\S+Z\t00000000-\S+\treceived trigger=uploads event_name='ObjectCreated:Put' bucket='my-uploads' object_key='sample object, one'$`,
			`^\[ERROR\]\t\S+Z\t00000000-\S+\trecord 059f36b4-87a3-44ab-83d2-661975830a7d failed`,
		}},
	} {
		f := function(t, parse(t, slices.Concat(triggers, c.args)))
		dir := write(t, render(t, f))
		started := lambdaapi.Python(t, "3.13", path.Join(dir, f.Code()), f.Handler())
		for name, value := range c.env {
			started.Env[name] = value
		}
		server, err := lambdaapi.Start(t.Context(), started)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		files := render(t, f)
		uploads, _ := files.Lookup("events/uploads.json")
		batch, _ := files.Lookup("events/sqs.json")
		broken := strings.Replace(string(batch.Data), `"attributes"`, `"none"`, 1)
		for _, event := range []string{string(uploads.Data), broken} {
			if result, err := server.Invoke([]byte(event)); err != nil || result.Err != nil {
				t.Errorf("%s: %v %v", c.name, result.Err, err)
			}
		}
		if err := server.Close(); err != nil {
			t.Error(err)
		}
		checkLog(t, c.name, server.Output(), c.want, c.env != nil)
	}
}

// checkLog looks for lines that match the patterns, in their order and with none between them that an application logs.
func checkLog(t *testing.T, name, output string, want []string, isJSON bool) {
	t.Helper()
	var lines []string
	for line := range strings.Lines(output) {
		line = strings.TrimSuffix(line, "\n")
		if isJSON && !json.Valid([]byte(line)) {
			t.Errorf("%s: %q is no JSON", name, line)
		}
		if isJSON || strings.HasPrefix(line, "[") {
			lines = append(lines, line)
		}
	}
	if len(lines) != len(want) {
		t.Fatalf("%s: got %d lines, want %d:\n%s", name, len(lines), len(want), output)
	}
	for i, pattern := range want {
		if !regexp.MustCompile(pattern).MatchString(lines[i]) {
			t.Errorf("%s: got %s, want %s", name, lines[i], pattern)
		}
	}
}
