package generator

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// RoleName is the name of the execution role: the one that the Spec says, or at most 64 characters like hello-execution-role.
func (f *Function) RoleName() string {
	if f.Spec.Role.Name != "" {
		return f.Spec.Role.Name
	}
	return roleName(f.Name, "-execution-role")
}

func roleName(name, suffix string) string {
	if len(name)+len(suffix) > 64 {
		sum := sha256.Sum256([]byte(name))
		name = name[:64-len(suffix)-9] + "-" + hex.EncodeToString(sum[:4])
	}
	return name + suffix
}

// checkRoles refuses a name of the execution role that a service's role has.
func (f *Function) checkRoles() (problems spec.Problems) {
	for _, t := range f.Triggers {
		if t.kind.Caller != nil && strings.EqualFold(f.RoleName(), t.CallerRole()) {
			problems.Add("role.name", "the role with which "+t.Name+" invokes is called "+t.CallerRole(), "want another name of the execution role")
		}
	}
	return problems
}

// RoleARN is the execution role's ARN.
func (f *Function) RoleARN() string {
	return f.text("arn:{partition}:iam::{account}:role/") + f.inPath(f.RoleName())
}

// inPath is the name of a role as its ARN has it, with its path.
func (f *Function) inPath(name string) string {
	return strings.TrimPrefix(f.Spec.Role.Path, "/") + name
}

// Boundary is the ARN of the policy that bounds what the roles may do, "" where none does.
func (f *Function) Boundary() string {
	switch boundary := f.Spec.Role.Boundary; {
	case boundary == "", strings.HasPrefix(boundary, "arn:"):
		return boundary
	default:
		return f.text("arn:{partition}:iam::{account}:policy/") + boundary
	}
}

// RoleFlags are what each role is created with beside its name and trust policy, "" where with nothing.
func (f *Function) RoleFlags() string {
	var flags string
	if path := f.Spec.Role.Path; path != "" {
		flags += " --path " + path
	}
	if boundary := f.Boundary(); boundary != "" {
		flags += " --permissions-boundary " + boundary
	}
	return flags
}
