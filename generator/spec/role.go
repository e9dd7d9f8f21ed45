package spec

import (
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// Role is what an organization asks of the roles that a function brings: the execution role, and those with which services
// invoke the function.
type Role struct {
	Boundary string // the policy that bounds what the roles may do: its name, or its ARN
	Path     string // of the roles, with a slash at both ends
	Name     string // of the execution role
}

var roleFields = []string{"boundary", "path", "name"}

func (r *Role) field(name string) *string {
	switch name {
	case "boundary":
		return &r.Boundary
	case "path":
		return &r.Path
	}
	return &r.Name
}

// checks are what is wanted of each field.
var roleChecks = []func(text string) string{aws.CheckBoundary, aws.CheckRolePath, aws.CheckRoleName}

// role checks what is said of the roles.
func (r *resolver) role() {
	for i, name := range roleFields {
		text := *r.s.Role.field(name)
		if want := roleChecks[i](text); text != "" && want != "" {
			r.Add(Path("role", name), is(name, text), want)
		}
	}
	if strings.Contains(r.s.Role.Path, "//") {
		r.Add("role.path", is("path", r.s.Role.Path), "want no two slashes in a row")
	}
	r.partition("role.boundary", "boundary", r.s.Role.Boundary)
}

func (r *specReader) role(v Value) (role Role) {
	switch {
	case v.Type == Null:
		return role
	case v.Type != Object:
		r.problems.Add("role", "role is "+kind(v), "want a mapping").Hint = "role: {boundary: limits}"
		return role
	}
	for _, m := range v.Members {
		path := Path("role", m.Name)
		switch m.Name {
		case "boundary", "path", "name":
			*role.field(m.Name) = r.text(path, m.Value)
		default:
			r.unknown(path, m.Name, roleFields)
		}
	}
	return role
}

func roleNode(role Role) *yaml.Node {
	m := mappingNode()
	for _, name := range roleFields {
		if text := *role.field(name); text != "" {
			add(m, name, textNode(text))
		}
	}
	return orNil(m)
}

func roleSchema() Value {
	pattern := func(description, pattern string) Value {
		return described(description, "type", anyText(), "pattern", text("^(?:"+pattern+")$"))
	}
	return described("The execution role, and the roles with which services invoke the function.",
		"type", words("object", "null"),
		"additionalProperties", boolean(false),
		"properties", object(
			"boundary", pattern("Permissions boundary of the roles: the name of a policy, or its ARN.", aws.BoundaryNamePattern+"|"+aws.BoundaryARNPattern),
			"path", pattern("Path of the roles, with a slash at both ends.", aws.RolePathPattern),
			"name", pattern("Name of the execution role.", aws.RoleNamePattern),
		))
}
