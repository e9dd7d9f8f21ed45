package generator

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/shell"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// functionCommand creates the function itself.
func (f *Function) functionCommand() shell.Command {
	s := f.Spec
	command := shell.New("aws", "lambda", "create-function").Option("--function-name", shell.Text(f.Name)).
		With("--runtime", s.Runtime, "--handler", f.Handler()).
		Line().Option("--role", f.roleARN()).With("--zip-file", "fileb://function.zip").
		Line().Option("--memory-size", number(s.Memory)).Option("--timeout", number(s.Timeout)).With("--architectures", s.Architecture)
	if config := f.loggingConfig(); config != "" {
		command = command.Line().With("--logging-config", config)
	}
	if s.Logging.Tracing {
		command = command.Line().With("--tracing-config", "Mode=Active")
	}
	for _, setting := range f.Settings() {
		command = command.Line().Option(setting.Flag, shell.Text(setting.JSON))
	}
	if variables := f.variables(); len(variables) > 0 {
		command = command.Line().Option("--environment", jsonObject(wordMember{"Variables", jsonObject(variables...)}))
	}
	if tags := texts(s.Tags); len(tags) > 0 {
		command = command.Line().Option("--tags", jsonObject(tags...))
	}
	return command
}

func number(n int) shell.Word { return shell.Text(strconv.Itoa(n)) }

// loggingConfig is the LoggingConfig of CreateFunction as JSON, "" where Lambda's own choice is meant.
// https://docs.aws.amazon.com/lambda/latest/api/API_LoggingConfig.html
func (f *Function) loggingConfig() string {
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

// wordMember is a member of a JSON object whose value is JSON with variables of the shell in it.
type wordMember struct {
	name  string
	value shell.Word
}

// jsonObject writes a JSON object as one argument.
func jsonObject(members ...wordMember) shell.Word {
	words := []shell.Word{shell.Text("{")}
	for i, m := range members {
		if i > 0 {
			words = append(words, shell.Text(","))
		}
		words = append(words, shell.Text(literal(m.name)+":"), m.value)
	}
	return shell.Join(append(words, shell.Text("}"))...)
}

// variables are the function's environment, sorted. Those that tell triggers apart are filled in by the shell.
func (f *Function) variables() []wordMember {
	variables := texts(f.Spec.Environment)
	for _, v := range f.Variables() {
		variables = append(variables, wordMember{v.Name, shell.Join(shell.Text(`"`), shell.Variable(v.Name), shell.Text(`"`))})
	}
	slices.SortFunc(variables, func(a, b wordMember) int { return strings.Compare(a.name, b.name) })
	return variables
}

// texts are members whose values are texts, sorted.
func texts(of map[string]string) (members []wordMember) {
	for _, name := range slices.Sorted(maps.Keys(of)) {
		members = append(members, wordMember{name, shell.Text(literal(of[name]))})
	}
	return members
}
