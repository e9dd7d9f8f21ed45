package generator

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// What the documents of a function ask of it: its role, its open placeholders, its configuration as the AWS CLI takes it.

// Pushed tells whether a permission on the function lets a trigger invoke it.
func (f *Function) Pushed() bool {
	return slices.ContainsFunc(f.Triggers, func(t *Trigger) bool { return len(t.kind.Invoke) > 0 })
}

// text fills the holes of a text that belongs to no trigger and no access.
func (f *Function) text(pattern string) string { return (&values{names: f.names}).text(pattern) }

// Placeholders are the names that are still open in the files of policies/, sorted.
func (f *Function) Placeholders() []string { return f.placeholders }

func placeholdersOf(files []tree.File) []string {
	texts := make([]string, len(files))
	for i, file := range files {
		texts[i] = string(file.Data)
	}
	return policy.Placeholders(texts...)
}

// Exports are the environment variables that the commands which create the function use: the region, and what is open.
func (f *Function) Exports() []string {
	return f.exports(append(policy.Placeholders(f.RoleARN(), f.Boundary()), f.Placeholders()...))
}

// WireExports are those that the commands use which connect sources to a function that its template has created.
func (f *Function) WireExports() []string {
	var open []string
	for _, t := range f.Triggers {
		for _, name := range policy.Placeholders(t.Wire()...) {
			if slices.Contains(f.placeholders, name) { // others are made by the commands themselves
				open = append(open, name)
			}
		}
	}
	if f.Spec.Deploy != spec.SAM || len(open) == 0 {
		return nil
	}
	return f.exports(open)
}

func (f *Function) exports(open []string) []string {
	region := cmp.Or(f.Spec.Region, unknown["region"].example)
	exports := []string{"AWS_REGION=" + region + " AWS_DEFAULT_REGION=" + region}
	slices.Sort(open)
	for _, name := range slices.Compact(open) {
		switch name {
		case unknown["account"].placeholder:
			exports = append(exports, name+"=$(aws sts get-caller-identity --query Account --output text)")
		case unknown["partition"].placeholder:
			exports = append(exports, name+"=aws # aws-cn in China, aws-us-gov in GovCloud")
		case unknown["region"].placeholder:
		default:
			exports = append(exports, name+"=...")
		}
	}
	return exports
}

// CreatesSources tells whether the template creates the source of a trigger.
func (f *Function) CreatesSources() bool { return slices.ContainsFunc(f.Triggers, (*Trigger).Created) }

// Ready is the directory whose files AWS takes as they are.
func (f *Function) Ready() string {
	if len(f.Placeholders()) > 0 {
		return "ready"
	}
	return "policies"
}

// RenderCommand fills in the placeholders.
func (f *Function) RenderCommand() string {
	command := "scaffold policy render"
	for _, name := range f.Placeholders() {
		switch name {
		case unknown["account"].placeholder:
			command += " --account 123456789012"
		case unknown["region"].placeholder:
			command += " --region eu-west-1"
		case unknown["partition"].placeholder:
			// It follows from the region.
		default:
			command += " --set " + name + "=..."
		}
	}
	return command + " -o ready"
}

// DeclaresLogGroup tells whether the log group is created before the function.
func (f *Function) DeclaresLogGroup() bool { return !f.Spec.Logging.None && *f.Spec.Logging.Create }

// Code is the folder that is deployed.
func (f *Function) Code() string { return f.language.Code }

// Handler is the handler as Lambda's configuration names it.
func (f *Function) Handler() string { return f.language.Styles[f.Style].Handler }

// RuntimeVersion is the version in the runtime's id: 22 for nodejs22.x.
func (f *Function) RuntimeVersion() string { return aws.RuntimeVersion(f.Spec.Runtime) }

// Version is the version of a package that functions of the language install.
func (f *Function) Version(name string) (string, error) {
	version := f.language.Packages[name]
	if version == "" {
		return "", fmt.Errorf("language.json says no version of %s", name)
	}
	return version, nil
}

// PackageName is the function's name as package registries have names: lower case, a letter or digit first.
func (f *Function) PackageName() string {
	name := strings.TrimLeft(strings.ToLower(f.Name), "-_")
	if name == "" {
		return "function"
	}
	return name
}

// LoggingConfig is the LoggingConfig of CreateFunction as JSON, "" where Lambda's own choice is meant.
// https://docs.aws.amazon.com/lambda/latest/api/API_LoggingConfig.html
func (f *Function) LoggingConfig() string {
	l := f.Spec.Logging
	var config struct {
		LogGroup            string `json:",omitempty"`
		LogFormat           string `json:",omitempty"`
		ApplicationLogLevel string `json:",omitempty"`
	}
	if l.Group != "/aws/lambda/"+f.Name && !l.None {
		config.LogGroup = l.Group
	}
	if l.Format == spec.FormatJSON {
		config.LogFormat, config.ApplicationLogLevel = "JSON", strings.ToUpper(l.Level)
	}
	if text := string(encodeJSON(config)); text != "{}" {
		return text
	}
	return ""
}

// EnvironmentConfig is the Environment of CreateFunction as a shell takes it, "" where there is none. Variables that tell
// triggers apart are filled in by the shell.
func (f *Function) EnvironmentConfig() string {
	variables := maps.Clone(f.Spec.Environment)
	if len(f.Variables()) > 0 && variables == nil {
		variables = map[string]string{}
	}
	for _, v := range f.Variables() {
		variables[v.Name] = "\x00" + v.Name + "\x00"
	}
	if len(variables) == 0 {
		return ""
	}
	config := string(encodeJSON(map[string]any{"Variables": variables}))
	var out strings.Builder
	for i, part := range strings.Split(config, `\u0000`) {
		if i%2 == 1 {
			out.WriteString(`"${` + part + `}"`)
		} else {
			out.WriteString(spec.Quote([]string{part}))
		}
	}
	return out.String()
}

// TagsConfig is the Tags of CreateFunction as JSON, "" where there are none.
func (f *Function) TagsConfig() string {
	if len(f.Spec.Tags) == 0 {
		return ""
	}
	return string(encodeJSON(f.Spec.Tags))
}

// Show says in Markdown what the function is allowed.
func (f *Function) Show() (string, error) {
	var out strings.Builder
	err := f.language.template.ExecuteTemplate(&out, "show", f)
	return out.String(), err
}
