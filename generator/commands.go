package generator

import (
	"fmt"
	"strings"
)

// TestCommands are what it takes to see the function's tests pass in its directory: node --test for example.
func (f *Function) TestCommands() []string { return f.commands("install", "test") }

// RequireCommands make a file further up, which stands in for the function's own, name what the function needs.
func (f *Function) RequireCommands(file string) []string {
	if f.language.template.Lookup("require "+file) == nil {
		return nil
	}
	return f.commands("require " + file)
}

// BuildCommands make the folder that is deployed; none where it holds what people write.
func (f *Function) BuildCommands() []string {
	if build := f.commands("build"); len(build) > 0 {
		return append(f.commands("install"), build...)
	}
	return nil
}

// DeployCommands deploy the function's template. CloudFormation wants to hear of roles that are named.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-template.html#using-iam-capabilities
func (f *Function) DeployCommands() []string {
	capability := "CAPABILITY_IAM"
	if f.Spec.Role.Name != "" {
		capability = "CAPABILITY_NAMED_IAM"
	}
	return append(f.BuildCommands(), "sam deploy --guided --capabilities "+capability)
}

// commands are the lines of the language's templates called so.
func (f *Function) commands(templates ...string) (lines []string) {
	for _, name := range templates {
		var out strings.Builder
		if err := f.language.template.ExecuteTemplate(&out, name, f); err != nil {
			panic(fmt.Sprintf("render %s: %v", name, err)) // the templates are scaffold's own
		}
		if text := strings.TrimSpace(out.String()); text != "" {
			lines = append(lines, strings.Split(text, "\n")...)
		}
	}
	return lines
}
