package generator

import (
	"cmp"
	"slices"

	"github.com/seed-0554dd89/scaffold/generator/shell"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// The commands of policies/README.md and what they say in variables of the shell.

// Exports are the environment variables that the commands which create the function use: the region, and what is open.
func (f *Function) Exports() []shell.Command {
	return f.exports(f.exported())
}

// WireExports are those that the commands use which connect sources to a function that its template has created.
func (f *Function) WireExports() []shell.Command {
	var open []string
	for _, t := range f.Triggers {
		for _, command := range t.Wire() {
			for _, name := range command.Variables() {
				if slices.Contains(f.placeholders, name) { // others are made by the commands themselves
					open = append(open, name)
				}
			}
		}
	}
	if f.Spec.Deploy != spec.SAM || len(open) == 0 {
		return nil
	}
	return f.exports(open)
}

func (f *Function) exports(open []string) []shell.Command {
	region := cmp.Or(f.Spec.Region, unknown["region"].example)
	exports := []shell.Command{shell.New("export", "AWS_REGION="+region, "AWS_DEFAULT_REGION="+region)}
	slices.Sort(open)
	for _, name := range slices.Compact(open) {
		value := shell.Text("...")
		switch name {
		case unknown["account"].placeholder:
			value = shell.Output(shell.Parse("aws sts get-caller-identity --query Account --output text"))
		case unknown["partition"].placeholder:
			value = shell.Text("aws")
		case unknown["region"].placeholder:
			continue
		}
		exports = append(exports, shell.New("export").Word(shell.Join(shell.Text(name+"="), value)))
	}
	return exports
}

// ExportsPartition tells whether the partition is among the exports: aws stands for most, and not for all.
func (f *Function) ExportsPartition() bool {
	return slices.Contains(f.exported(), unknown["partition"].placeholder)
}

func (f *Function) exported() []string {
	return slices.Concat(f.roleARN().Variables(), f.boundary().Variables(), f.Placeholders())
}

// word fills the holes of an argument that belongs to no trigger and no access.
func (f *Function) word(pattern string) shell.Word {
	return (&values{names: f.names}).word(pattern)
}

// RenderCommand fills in the placeholders.
func (f *Function) RenderCommand() shell.Command {
	command := shell.New("scaffold", "policy", "render")
	for _, name := range f.Placeholders() {
		switch name {
		case unknown["account"].placeholder:
			command = command.With("--account", unknown["account"].example)
		case unknown["region"].placeholder:
			command = command.With("--region", unknown["region"].example)
		case unknown["partition"].placeholder:
			// It follows from the region.
		default:
			command = command.With("--set", name+"=...")
		}
	}
	return command.With("-o", "ready")
}

// CreateCommands create the function with the AWS CLI: role, policy, log group, code, and what may invoke it.
func (f *Function) CreateCommands() []shell.Command {
	commands := slices.Concat(f.roleCommands(), f.logCommands(), []shell.Command{shell.New("sleep", "10")}, f.BuildCommands())
	commands = append(commands, shell.New("rm", "-f", "function.zip"), f.zipCommand(), f.functionCommand())
	commands = append(commands, f.failureCommands()...)
	for _, t := range f.Triggers {
		commands = append(commands, t.allowCommands()...)
	}
	return commands
}

func (f *Function) roleCommands() []shell.Command {
	commands := []shell.Command{f.createRole(f.RoleName(), "trust-policy.json")}
	if len(f.ExecutionPolicy().Statement) > 0 {
		commands = append(commands, f.putRolePolicy(f.RoleName(), "execution", "execution-policy.json"))
	}
	return commands
}

func (f *Function) putRolePolicy(role, name, file string) shell.Command {
	return shell.New("aws", "iam", "put-role-policy").Option("--role-name", shell.Text(role)).
		Option("--policy-name", shell.Text(name)).Option("--policy-document", f.readyFile(file))
}

// readyFile is a file that AWS takes as it is, as the AWS CLI reads one.
func (f *Function) readyFile(name string) shell.Word {
	if len(f.Placeholders()) > 0 {
		return shell.Text("file://ready/" + name)
	}
	return shell.Text("file://policies/" + name)
}

func (f *Function) logCommands() []shell.Command {
	l := f.Spec.Logging
	if l.None || !*l.Create {
		return nil
	}
	commands := []shell.Command{shell.New("aws", "logs", "create-log-group").Option("--log-group-name", shell.Text(l.Group))}
	if l.Retention != 0 {
		commands = append(commands, shell.New("aws", "logs", "put-retention-policy").
			Option("--log-group-name", shell.Text(l.Group)).Option("--retention-in-days", number(l.Retention)))
	}
	return commands
}

// zipCommand packs the folder that is deployed.
func (f *Function) zipCommand() shell.Command {
	command := shell.New("zip", "-qr", "../function.zip", ".")
	for _, pattern := range f.language.LeftOut {
		command = command.With("-x", pattern)
	}
	return command.In(shell.Path(f.Code()))
}

// allowCommands let the trigger's source invoke the function.
func (t *Trigger) allowCommands() (commands []shell.Command) {
	f := t.Function
	for _, file := range t.PermissionFiles() {
		commands = append(commands, shell.New("aws", "lambda", "add-permission").Option("--cli-input-json", f.readyFile(file)))
	}
	if file := t.MappingFile(); file != "" {
		commands = append(commands, shell.New("aws", "lambda", "create-event-source-mapping").Option("--cli-input-json", f.readyFile(file)))
	}
	if t.Called() != "" {
		commands = append(commands, f.createRole(t.CallerRole(), t.CallerTrustFile()),
			f.putRolePolicy(t.CallerRole(), "invoke", t.CallerPolicyFile()))
	}
	return commands
}
