package proof

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/lambdaapi"
	"github.com/seed-0554dd89/scaffold/internal/tstools"
)

// logged is a line of a log in JSON, as Lambda's Node.js writes it.
type logged struct {
	Level, RequestID string
	Message          any
}

// With logs in JSON a line is one object, whose members can be searched, with its level and the id of the request; a level
// that is asked for leaves out what is below it. The runtime client is installed by bash .ci/parts.
func TestTypeScriptLogs(t *testing.T) {
	t.Parallel()
	args := []string{"hello", "--trigger", "s3:bucket=my-uploads", "--trigger", "sqs:queue=orders", "--key", "limit:=10", "--log", "json:level=info"}
	f := function(t, parse(t, slices.Concat(args, typescript.faces[0].args)))
	dir := write(t, render(t, f))
	tstools.Build(t, []string{dir})
	for level, want := range map[string][]string{"INFO": {"INFO", "ERROR"}, "ERROR": {"ERROR"}} {
		lines := logLines(t, dir, f.Code()+f.Handler(), level)
		var levels []string
		for _, line := range lines {
			levels = append(levels, line.Level)
			if line.RequestID == "" {
				t.Errorf("no request id: %+v", line)
			}
		}
		if !slices.Equal(levels, want) {
			t.Errorf("level %s: got %+v, want %q", level, lines, want)
		}
		object, _ := lines[0].Message.(map[string]any)
		facts := map[string]any{"message": "received", "trigger": "s3", "eventName": "ObjectCreated:Put", "bucket": "my-uploads", "objectKey": "sample object, one"}
		if level == "INFO" && !maps.Equal(object, facts) {
			t.Errorf("got %+v, want %+v", lines[0], facts)
		}
	}
}

// logLines are what a function writes that handles an object, and a message that nobody can read.
func logLines(t *testing.T, dir, handler, level string) (lines []logged) {
	t.Helper()
	home := lambdaapi.Node(t, 24, dir, handler)
	home.Env["AWS_LAMBDA_LOG_FORMAT"], home.Env["AWS_LAMBDA_LOG_LEVEL"] = "JSON", level
	s, err := lambdaapi.Start(t.Context(), home)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"s3", "sqs"} {
		event, err := os.ReadFile(filepath.Join(dir, "events", name+".json"))
		if err != nil {
			t.Fatal(err)
		}
		broken := strings.Replace(string(event), `"body": "`, `"body": "no JSON`, 1)
		if result, err := s.Invoke([]byte(broken)); err != nil || result.Err != nil {
			t.Fatal(result.Err, err)
		}
	}
	_ = s.Close()
	for line := range strings.Lines(s.Output()) {
		var one logged
		if err := json.Unmarshal([]byte(line), &one); err != nil {
			t.Errorf("%v: %s", err, line)
		}
		lines = append(lines, one)
	}
	return lines
}
