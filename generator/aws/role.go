package aws

// What people say of the roles of a function: names and paths as IAM takes them, and as the ARN of a role may be written in
// CreateFunction.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
// https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
const (
	RoleNamePattern = `[A-Za-z0-9_+=,.@-]{1,64}`
	RolePathPattern = `/|/[A-Za-z0-9_+=,.@/-]{0,509}[A-Za-z0-9_+=,.@-]/`

	// A boundary is a policy by its name, with its path in front where it has one, or by its ARN.
	// https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
	BoundaryNamePattern = `[A-Za-z0-9_+=,.@-]{1,128}|[A-Za-z0-9_+=,.@-][A-Za-z0-9_+=,.@/-]{0,510}/[A-Za-z0-9_+=,.@-]{1,128}`
	BoundaryARNPattern  = `arn:aws[a-z-]*:iam::\d{12}:policy/[A-Za-z0-9_+=,.@/-]{0,511}[A-Za-z0-9_+=,.@-]{1,128}|arn:aws[a-z-]*:iam::aws:policy/[A-Za-z0-9_+=,.@/-]{0,511}[A-Za-z0-9_+=,.@-]{1,128}`
)

// CheckRoleName returns why text is no name of a role, "" where it is one.
func CheckRoleName(text string) string {
	return wanted(text, RoleNamePattern, "want 1 to 64 letters, digits and _ + = , . @ -")
}

// CheckRolePath returns why text is no path of a role, "" where it is one.
func CheckRolePath(text string) string {
	return wanted(text, RolePathPattern, "want letters, digits and _ + = , . @ - between slashes, one at each end, at most 512 in all")
}

// CheckBoundary returns why text names no policy that can be a permissions boundary, "" where it does.
func CheckBoundary(text string) string {
	return wanted(text, BoundaryNamePattern+"|"+BoundaryARNPattern, "want the name of a policy, team/limits for one with a path, or its ARN")
}

func wanted(text, pattern, want string) string {
	if matches(pattern, text) {
		return ""
	}
	return want
}
