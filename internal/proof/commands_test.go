package proof

import (
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/internal/awscli"
	"github.com/seed-0554dd89/scaffold/internal/parts"
)

// The commands that policies/README.md prints create the function as the Spec has it, typed into a shell as they stand:
// only aws learns where the account is, and what is open is filled in. It is a longer proof: a shell starts aws a dozen
// times. moto and awscli are installed by bash .ci/parts.
func TestPrintedCommands(t *testing.T) {
	if !long {
		t.Skip("a longer proof; it asks for SCAFFOLD_PROOF=1")
	}
	awscli.Reset(t)
	const text = "it's \"a\" $HOME `b` \\ ${AWS_REGION} !x"
	f := function(t, parse(t, []string{
		"hello", "--key", "key1=a", "--trigger", "apigateway-rest:path=/orders/{id}", "--trigger", "s3:name=uploads,bucket=my-uploads,prefix=in/ b,suffix=.csv",
		"--access", "dynamodb:table=Orders", "--log", "cloudwatch:group=/apps/my#orders,create=true,retention=30", "--log", "json:level=warn", "--log", "tracing",
		"--memory", "512", "--timeout", "20", "--arch", "arm64", "--env", "TEXT=" + text, "--env", "EMPTY=", "--tag", "team=pay & play",
	}))
	dir := writeReady(t, f, render(t, f))
	readme, err := os.ReadFile(filepath.Join(dir, "policies", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	config := block(t, string(readme), "notification (uploads)", "json")
	if err := os.WriteFile(filepath.Join(dir, "notification.json"), []byte(policy.Fill(config, known)), 0o600); err != nil {
		t.Fatal(err)
	}
	typed(t, dir, block(t, string(readme), "## Create it with the AWS CLI", "sh")+"\naws s3api create-bucket --bucket my-uploads --create-bucket-configuration LocationConstraint=$AWS_REGION > bucket\n"+block(t, string(readme), "notification (uploads)", "sh"))

	read := awscli.Batch(t, dir, [][]string{
		{"lambda", "get-function-configuration", "--function-name", "hello"},
		{"lambda", "list-tags", "--resource", "arn:aws:lambda:eu-west-1:123456789012:function:hello"},
		{"logs", "describe-log-groups"},
		{"s3api", "get-bucket-notification-configuration", "--bucket", "my-uploads"},
		{"iam", "get-role-policy", "--role-name", f.RoleName(), "--policy-name", "execution"},
		{"lambda", "get-policy", "--function-name", "hello"},
	})
	wants := []map[string]any{
		{
			"FunctionName": "hello", "Handler": f.Handler(), "Runtime": "nodejs24.x", "MemorySize": 512.0, "Timeout": 20.0, "Architectures": []any{"arm64"},
			"Role":          "arn:aws:iam::123456789012:role/" + f.RoleName(),
			"Environment":   map[string]any{"Variables": map[string]any{"TEXT": text, "EMPTY": ""}},
			"TracingConfig": map[string]any{"Mode": "Active"},
		},
		{"Tags": map[string]any{"team": "pay & play"}},
	}
	for i, want := range wants {
		var got map[string]any
		decode(t, read[i].Stdout, &got)
		for name, value := range want {
			if !reflect.DeepEqual(got[name], value) {
				t.Errorf("aws %q: %s: got %v, want %v", read[i].Args, name, got[name], value)
			}
		}
	}
	for i, texts := range map[int][]string{
		2: {`"/apps/my#orders"`, `"retentionInDays": 30`},
		3: {`"in/ b"`, `".csv"`, `"s3:ObjectCreated:*"`, `"arn:aws:lambda:eu-west-1:123456789012:function:hello"`},
		4: {`"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders"`},
		5: {"a1b2c3d4e5/prod/*/orders/*", "arn:aws:s3:::my-uploads"},
	} {
		for _, want := range texts {
			if !strings.Contains(read[i].Stdout, want) {
				t.Errorf("aws %q: got %s%s, want %s in it", read[i].Args, read[i].Stdout, read[i].Stderr, want)
			}
		}
	}
}

// block is the first block of a language below the heading that ends in the words.
func block(t *testing.T, markdown, heading, language string) string {
	t.Helper()
	_, below, found := strings.Cut(markdown, heading+"\n")
	_, from, opened := strings.Cut(below, "```"+language+"\n")
	text, _, closed := strings.Cut(from, "```")
	if !found || !opened || !closed {
		t.Fatalf("README.md has no %s below %s:\n%s", language, heading, markdown)
	}
	return text
}

// typed types lines into a shell as a person would, where aws is AWS's command line aimed at the account. A line that
// fails ends it.
func typed(t *testing.T, dir, lines string) {
	t.Helper()
	lines = regexp.MustCompile(`(?m)^export (\w+)=\.\.\.$`).ReplaceAllStringFunc(lines, func(line string) string {
		value, _ := known(strings.TrimSuffix(strings.TrimPrefix(line, "export "), "=..."))
		return strings.TrimSuffix(line, "...") + value
	})
	script := `set -eu
aws() { "$AWS" --endpoint-url "$ENDPOINT" "$@"; }
sleep() { :; }
command -v zip > /dev/null || zip() { "$PYTHON" -m zipfile -c "$2" "$3"; }
` + lines
	cmd := exec.Command("bash", "-c", script)
	cmd.Dir = dir
	cmd.Env = []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + t.TempDir(), "NO_PROXY=127.0.0.1", "AWS_ACCESS_KEY_ID=testing", "AWS_SECRET_ACCESS_KEY=testing",
		"AWS_EC2_METADATA_DISABLED=true", "AWS=" + parts.AWS(t), "PYTHON=" + parts.Python(t), "ENDPOINT=" + awscli.Endpoint(t),
	}
	if output, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s\n%s", err, lines, output)
	}
}
