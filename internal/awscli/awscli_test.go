package awscli_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/awscli"
	"github.com/seed-0554dd89/scaffold/internal/parts"
)

// The commands create a role, a function and a permission and read them back; one that AWS's command line refuses and one
// that the account refuses fail, and do not stop the others. moto and awscli are installed by bash .ci/parts.
func TestBatch(t *testing.T) {
	dir, zip := testdata(t), filepath.Join(t.TempDir(), "code.zip")
	// The end record of an empty archive is enough of one for moto.
	if err := os.WriteFile(zip, []byte("PK\x05\x06"+strings.Repeat("\x00", 18)), 0o600); err != nil {
		t.Fatal(err)
	}
	awscli.Reset(t)
	results := awscli.Batch(t, dir, [][]string{
		{"iam", "create-role", "--role-name", "hello", "--assume-role-policy-document", "file://trust-policy.json"},
		{"lambda", "create-function", "--function-name", "hello", "--runtime", "nodejs24.x", "--handler", "index.handler",
			"--role", "arn:aws:iam::123456789012:role/hello", "--zip-file", "fileb://" + zip},
		{"lambda", "add-permission", "--cli-input-json", "file://invocation-policy.s3.json"},
		{"lambda", "add-permission", "--function-name", "nobody", "--cli-input-json", "file://invocation-policy.s3.json"},
		{"lambda", "add-permission", "--sourcearn", "arn"},
		{"lambda", "get-policy", "--function-name", "hello"},
	})
	for i, want := range []int{0, 0, 0, 255, 2, 0} {
		if r := results[i]; r.Code != want {
			t.Errorf("aws %q: exit %d, want %d\n%s", r.Args, r.Code, want, r.Stderr)
		}
	}
	var answer struct{ Policy string }
	if err := json.Unmarshal([]byte(results[5].Stdout), &answer); err != nil {
		t.Fatalf("%v\n%s", err, results[5].Stdout)
	}
	for _, want := range []string{`"Sid": "s3"`, `"arn:aws:s3:::uploads"`, `"123456789012"`} {
		if !strings.Contains(strings.ReplaceAll(answer.Policy, `":"`, `": "`), want) {
			t.Errorf("the function's policy has no %s: %s", want, answer.Policy)
		}
	}
	awscli.Reset(t)
	if after := awscli.Batch(t, dir, [][]string{{"lambda", "get-policy", "--function-name", "hello"}}); after[0].Code == 0 {
		t.Error("the account remembers the function after Reset")
	}
}

// A batch answers as the command does that a person types. moto and awscli are installed by bash .ci/parts.
func TestBatchIsTheCommand(t *testing.T) {
	args := []string{"sts", "get-caller-identity"}
	cmd := exec.Command(parts.AWS(t), append([]string{"--endpoint-url", awscli.Endpoint(t), "--region", awscli.Region}, args...)...)
	cmd.Env = []string{"AWS_ACCESS_KEY_ID=testing", "AWS_SECRET_ACCESS_KEY=testing", "HOME=" + t.TempDir(), "NO_PROXY=127.0.0.1"}
	typed, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	if got := awscli.Run(t, t.TempDir(), args...); got != string(typed) || !strings.Contains(got, "123456789012") {
		t.Errorf("got %q, the command says %q", got, typed)
	}
}

// What a command costs in a batch, without the start. moto and awscli are installed by bash .ci/parts.
func BenchmarkBatch(b *testing.B) {
	commands := make([][]string, 50)
	for i := range commands {
		commands[i] = []string{"iam", "list-roles"}
	}
	awscli.Endpoint(b)
	for b.Loop() {
		awscli.Batch(b, b.TempDir(), commands)
	}
	b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N*len(commands)), "ms/command")
}

func testdata(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs("testdata")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}
