package proof

import (
	"archive/zip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/tree"
	"github.com/seed-0554dd89/scaffold/internal/awscli"
)

// AWS's real command line makes role, policy, function and permissions of the rendered files, and reads them back as they
// are in the files. The account is moto's; both are installed by bash .ci/parts.
func TestAccount(t *testing.T) {
	awscli.Reset(t)
	for i, v := range few(t) {
		s := v.spec(t)
		s.Name = fmt.Sprintf("hello-%d", i)
		s.Account, s.Region = "", "" // those of the account
		f := function(t, s)
		files := render(t, f)
		dir := writeReady(t, f, files)
		archive(t, filepath.Join(dir, "function.zip"), files, f.Code())
		created := awscli.Batch(t, dir, createCommands(f, dir))
		for _, r := range created {
			if r.Code != 0 {
				t.Fatalf("%s: aws %q: exit %d\n%s", v, r.Args, r.Code, r.Stderr)
			}
		}
		checkAccount(t, v, f, dir)
	}
}

// writeReady writes the function with the ready files of policies/ beside it, as scaffold policy render does.
func writeReady(t *testing.T, f *generator.Function, files *tree.FileSet) string {
	t.Helper()
	dir := write(t, files)
	for name, text := range ready(t, f) {
		path := filepath.Join(dir, "ready", name)
		err := os.MkdirAll(filepath.Dir(path), 0o700)
		if err == nil {
			err = os.WriteFile(path, []byte(text), 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// archive makes the zip file that is deployed: what stands below code.
func archive(t *testing.T, name string, files *tree.FileSet, code string) {
	t.Helper()
	out, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	w := zip.NewWriter(out)
	for file := range files.All() {
		if path, below := strings.CutPrefix(file.Path, code); below {
			entry, err := w.Create(path)
			if err == nil {
				_, err = entry.Write(file.Data)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

func createCommands(f *generator.Function, dir string) [][]string {
	commands := [][]string{
		{"iam", "create-role", "--role-name", f.RoleName(), "--assume-role-policy-document", "file://ready/trust-policy.json"},
		{"lambda", "create-function", "--function-name", f.Name, "--runtime", f.Spec.Runtime, "--handler", f.Handler(),
			"--role", "arn:aws:iam::123456789012:role/" + f.RoleName(), "--zip-file", "fileb://" + filepath.Join(dir, "function.zip")},
	}
	if len(f.ExecutionPolicy().Statement) > 0 {
		commands = append(commands, []string{"iam", "put-role-policy", "--role-name", f.RoleName(), "--policy-name", "execution",
			"--policy-document", "file://ready/execution-policy.json"})
	}
	for _, trigger := range f.Triggers {
		for _, name := range trigger.PermissionFiles() {
			commands = append(commands, []string{"lambda", "add-permission", "--cli-input-json", "file://ready/" + name})
		}
	}
	return commands
}

// checkAccount compares what the account has with the files.
func checkAccount(t *testing.T, v variant, f *generator.Function, dir string) {
	t.Helper()
	files := ready(t, f)
	var role struct {
		Role struct{ AssumeRolePolicyDocument any }
	}
	read(t, dir, &role, "iam", "get-role", "--role-name", f.RoleName())
	if got, want := role.Role.AssumeRolePolicyDocument, decode(t, files["trust-policy.json"]); !reflect.DeepEqual(got, want) {
		t.Errorf("%s: trust: got %v, want %v", v, got, want)
	}
	if text, ok := files["execution-policy.json"]; ok {
		var inline struct{ PolicyDocument any }
		read(t, dir, &inline, "iam", "get-role-policy", "--role-name", f.RoleName(), "--policy-name", "execution")
		if want := decode(t, text); !reflect.DeepEqual(inline.PolicyDocument, want) {
			t.Errorf("%s: execution: got %v, want %v", v, inline.PolicyDocument, want)
		}
	}
	if len(f.Triggers) == 0 {
		return
	}
	var resource struct{ Policy string }
	read(t, dir, &resource, "lambda", "get-policy", "--function-name", f.Name)
	var document struct {
		Statement []struct {
			Sid, Effect, Action, Resource string
			Principal                     map[string]string
			Condition                     map[string]map[string]string
		}
	}
	if err := json.Unmarshal([]byte(resource.Policy), &document); err != nil {
		t.Fatal(err)
	}
	requests := 0
	for name, text := range files {
		if !strings.HasPrefix(name, "invocation-policy.") {
			continue
		}
		requests++
		var request struct{ FunctionName, StatementID, Action, Principal, SourceArn, SourceAccount string }
		if err := json.Unmarshal([]byte(text), &request); err != nil {
			t.Fatal(err)
		}
		found := false
		for _, s := range document.Statement {
			found = found || s.Sid == request.StatementID && s.Effect == "Allow" && s.Action == request.Action &&
				s.Principal["Service"] == request.Principal && s.Condition["ArnLike"]["AWS:SourceArn"] == request.SourceArn &&
				s.Condition["StringEquals"]["AWS:SourceAccount"] == request.SourceAccount &&
				strings.HasSuffix(s.Resource, ":function:"+request.FunctionName)
		}
		if !found {
			t.Errorf("%s: %s: got %s, want the statement of\n%s", v, name, resource.Policy, text)
		}
	}
	if requests != len(document.Statement) {
		t.Errorf("%s: got %d statements, want %d", v, len(document.Statement), requests)
	}
}

// read runs a command and decodes what it prints.
func read(t *testing.T, dir string, into any, args ...string) {
	t.Helper()
	results := awscli.Batch(t, dir, [][]string{args})
	if results[0].Code != 0 {
		t.Fatalf("aws %q: exit %d\n%s", args, results[0].Code, results[0].Stderr)
	}
	if err := json.Unmarshal([]byte(results[0].Stdout), into); err != nil {
		t.Fatal(err)
	}
}

func decode(t *testing.T, text string) (value any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		t.Fatal(err)
	}
	return value
}
