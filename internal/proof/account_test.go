package proof

import (
	"archive/zip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
	"github.com/seed-0554dd89/scaffold/internal/awscli"
)

// AWS's real command line makes role, policy, function and permissions of the rendered files, and reads them back as they
// are in the files. All commands are one batch. Everyday there is a function for each set of the catalogue's triggers. The
// account is moto's; both are installed by bash .ci/parts.
func TestAccount(t *testing.T) {
	t.Parallel()
	awscli.Reset(t)
	var commands [][]string
	var checks []func(stdout string)
	for i, v := range accountVariants(t) {
		s := v.spec(t)
		s.Name = fmt.Sprintf("hello-%d", i)
		s.Account, s.Region = "", "" // those of the account
		if i%2 == 1 {
			s.Role = spec.Role{Boundary: "arn:aws:iam::aws:policy/PowerUserAccess", Path: "/team/", Name: fmt.Sprintf("role-%d", i)}
		}
		f := function(t, s)
		files := render(t, f)
		dir := writeReady(t, f, files)
		archive(t, filepath.Join(dir, "function.zip"), files, f.Code())
		for _, args := range createCommands(f, dir) {
			commands, checks = append(commands, args), append(checks, func(string) {})
		}
		own := account{t, v, f, ready(t, f)}
		commands = append(commands, []string{"iam", "get-role", "--role-name", f.RoleName()})
		checks = append(checks, own.checkTrust)
		if len(f.ExecutionPolicy().Statement) > 0 {
			commands = append(commands, []string{"iam", "get-role-policy", "--role-name", f.RoleName(), "--policy-name", "execution"})
			checks = append(checks, own.checkExecution)
		}
		if f.Pushed() {
			commands = append(commands, []string{"lambda", "get-policy", "--function-name", f.Name})
			checks = append(checks, own.checkInvocation)
		}
	}
	for i, r := range awscli.Batch(t, t.TempDir(), commands) {
		if r.Code != 0 {
			t.Fatalf("aws %q: exit %d\n%s", r.Args, r.Code, r.Stderr)
		}
		checks[i](r.Stdout)
	}
}

func accountVariants(t *testing.T) (chosen []variant) {
	t.Helper()
	if long {
		return spread(few(t), 30)
	}
	for _, set := range catalogueSets() {
		if i := slices.IndexFunc(pairwise(), func(v variant) bool { return v.chose(set.name) }); i >= 0 {
			chosen = append(chosen, pairwise()[i])
		}
	}
	return chosen
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
		append([]string{"iam", "create-role", "--role-name", f.RoleName(), "--assume-role-policy-document", "file://" + dir + "/ready/trust-policy.json"}, strings.Fields(f.RoleFlags())...),
		{"lambda", "create-function", "--function-name", f.Name, "--runtime", f.Spec.Runtime, "--handler", f.Handler(),
			"--role", policy.Fill(f.RoleARN(), known), "--zip-file", "fileb://" + filepath.Join(dir, "function.zip")},
	}
	if len(f.ExecutionPolicy().Statement) > 0 {
		commands = append(commands, []string{"iam", "put-role-policy", "--role-name", f.RoleName(), "--policy-name", "execution",
			"--policy-document", "file://" + dir + "/ready/execution-policy.json"})
	}
	for _, trigger := range f.Triggers {
		for _, name := range trigger.PermissionFiles() {
			commands = append(commands, []string{"lambda", "add-permission", "--cli-input-json", "file://" + dir + "/ready/" + name})
		}
	}
	return commands
}

// account is what the account should have of one function.
type account struct {
	t     *testing.T
	v     variant
	f     *generator.Function
	files map[string]string // ready
}

func (a account) checkTrust(stdout string) {
	var got struct {
		Role struct{ AssumeRolePolicyDocument any }
	}
	decode(a.t, stdout, &got)
	a.equal("trust-policy.json", got.Role.AssumeRolePolicyDocument)
}

func (a account) checkExecution(stdout string) {
	var got struct{ PolicyDocument any }
	decode(a.t, stdout, &got)
	a.equal("execution-policy.json", got.PolicyDocument)
}

func (a account) equal(name string, got any) {
	a.t.Helper()
	var want any
	decode(a.t, a.files[name], &want)
	if !reflect.DeepEqual(got, want) {
		a.t.Errorf("%s: %s: got %v, want %v", a.v, name, got, want)
	}
}

// checkInvocation compares the function's resource-based policy with the requests that it was made of: a statement each.
func (a account) checkInvocation(stdout string) {
	var answer struct{ Policy string }
	decode(a.t, stdout, &answer)
	var document struct {
		Statement []struct {
			Sid, Effect, Action, Resource string
			Principal                     any
			Condition                     map[string]map[string]string
		}
	}
	decode(a.t, answer.Policy, &document)
	requests := 0
	for name, text := range a.files {
		if !strings.HasPrefix(name, "invocation-policy.") {
			continue
		}
		requests++
		var request struct{ FunctionName, StatementID, Action, Principal, SourceArn, SourceAccount string }
		decode(a.t, text, &request)
		found := false
		for _, s := range document.Statement {
			found = found || s.Sid == request.StatementID && s.Effect == "Allow" && s.Action == request.Action &&
				isPrincipal(s.Principal, request.Principal) && s.Condition["ArnLike"]["AWS:SourceArn"] == request.SourceArn &&
				s.Condition["StringEquals"]["AWS:SourceAccount"] == request.SourceAccount &&
				strings.HasSuffix(s.Resource, ":function:"+request.FunctionName)
		}
		if !found {
			a.t.Errorf("%s: %s: got %s, want the statement of\n%s", a.v, name, answer.Policy, text)
		}
	}
	if requests != len(document.Statement) {
		a.t.Errorf("%s: got %d statements, want %d", a.v, len(document.Statement), requests)
	}
}

// isPrincipal tells whether a policy's principal is the one that a request names: a service, an identity, or everybody.
func isPrincipal(got any, name string) bool {
	kinds, _ := got.(map[string]any)
	for _, value := range kinds {
		text, _ := value.(string)
		return text == name || strings.HasSuffix(text, "::"+name+":root")
	}
	return got == name
}

func decode(t *testing.T, text string, into any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), into); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
}
