package proof

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/internal/botomodel"
)

// roleWords are parts of names and paths, some of which IAM or CreateFunction takes, and lengths around the limits.
var roleWords = []string{
	"a", "team", "team/limits", "A_b+c=d,e.f@g-h", "/", "//", "/team/", "/a/b/", "/a//b/", " ", "é", "!", "a!", "*", "${aws:username}", "", ":", "..", "~",
	"arn:aws:iam::aws:policy/PowerUserAccess", "arn:aws:iam::123456789012:policy/team/limits", "arn:aws:iam::123456789012:role/a", "arn:aws:iam::1:policy/a",
	strings.Repeat("a", 64), strings.Repeat("a", 65), strings.Repeat("a", 128), strings.Repeat("a", 129), "/" + strings.Repeat("a", 510) + "/", "/" + strings.Repeat("a", 511) + "/",
}

// What a Spec may say of the roles is what IAM takes when they are made and what CreateFunction takes as ARN: AWS's own models
// are asked about the commands that are printed. botocore is installed by bash .ci/parts.
func TestRoles(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	word := func() string { return roleWords[random.IntN(len(roleWords))] }
	var requests []botomodel.Request
	for i := range 600 {
		s := spec.Spec{Name: "hello", Account: "123456789012", Region: "eu-west-1", Role: spec.Role{Boundary: "limits", Path: "/team/"}, Triggers: []spec.Use{{ID: "appsync-resolver"}}}
		switch i % 4 {
		case 0:
			s.Role.Boundary = word()
		case 1:
			s.Role.Path = word()
		case 2:
			s.Role.Path = "/" + strings.Trim(word()+"/"+word(), "/") + "/"
		default:
			s.Role.Name = word()
		}
		if spec.Check(s) != nil {
			continue
		}
		f := function(t, s)
		readme, _ := render(t, f).Lookup("policies/README.md")
		for j, args := range roleCommands(t, string(readme.Data)) {
			input := map[string]string{"AssumeRolePolicyDocument": "{}"}
			for k := 0; k < len(args); k += 2 {
				switch args[k] {
				case "--role-name":
					input["RoleName"] = args[k+1]
				case "--path":
					input["Path"] = args[k+1]
				case "--permissions-boundary":
					input["PermissionsBoundary"] = args[k+1]
				}
			}
			if (input["Path"] != s.Role.Path) || (input["PermissionsBoundary"] == "") != (s.Role.Boundary == "") || j == 0 && s.Role.Name != "" && input["RoleName"] != s.Role.Name {
				t.Errorf("%+v: the role is made with %q", s.Role, args)
			}
			requests = append(requests, roleRequest(t, fmt.Sprint(i, " ", s.Role), "iam", "CreateRole", input))
		}
		requests = append(requests, roleRequest(t, fmt.Sprint(i, " ", s.Role), "lambda", "UpdateFunctionConfiguration", map[string]string{"FunctionName": "hello", "Role": f.RoleARN()}))
	}
	if len(requests) < 300 {
		t.Errorf("got %d requests, want more", len(requests))
	}
	for _, problem := range botomodel.Check(t, requests) {
		t.Errorf("%v", problem)
	}
}

var createRole = regexp.MustCompile(`(?m)^aws iam create-role (.*)$`)

// roleCommands are the arguments of the commands that make roles: for the function, then for its services.
func roleCommands(t *testing.T, readme string) (commands [][]string) {
	t.Helper()
	for _, match := range createRole.FindAllStringSubmatch(readme, -1) {
		commands = append(commands, strings.Fields(match[1]))
	}
	if len(commands) != 2 {
		t.Fatalf("got %d commands that make a role, want 2\n%s", len(commands), readme)
	}
	return commands
}

func roleRequest(t *testing.T, name, service, operation string, input map[string]string) botomodel.Request {
	t.Helper()
	text, err := json.Marshal(input)
	if err != nil {
		t.Fatal(err)
	}
	return botomodel.Request{Name: name, Service: service, Operation: operation, JSON: text}
}

// Two roles of one function are not called alike, as IAM compares names without case.
func TestRolesApart(t *testing.T) {
	s, err := spec.Resolve(spec.Spec{Name: "hello", Role: spec.Role{Name: "Hello-appsync-resolver-Caller"}, Triggers: []spec.Use{{ID: "appsync-resolver"}}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := functions.Function(s); err == nil || !strings.Contains(err.Error(), "hello-appsync-resolver-caller") {
		t.Errorf("got %v, want the name refused", err)
	}
}
