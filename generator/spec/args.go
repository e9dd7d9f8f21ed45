package spec

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Args returns the arguments of scaffold new that say the same Spec, the name first. Quote makes a line of them.
func Args(s Spec) []string {
	var args []string
	if s.Name != "" {
		args = append(args, s.Name)
	}
	flag := func(name, text string) {
		if text != "" {
			args = append(args, name, text)
		}
	}
	flag("--language", s.Language)
	flag("--runtime", s.Runtime)
	flag("--style", s.Style)
	for _, k := range s.Keys {
		flag("--key", keyArg(k))
	}
	flag("--keys-from", s.KeysFrom)
	for _, u := range logUses(s.Logging) {
		flag("--log", useArg(u, logChoices))
	}
	for _, u := range s.Triggers {
		flag("--trigger", useArg(u, triggers))
	}
	for _, u := range s.Access {
		flag("--access", useArg(u, accesses))
	}
	flag("--on-failure", s.OnFailure)
	flag("--role-boundary", s.Role.Boundary)
	flag("--role-path", s.Role.Path)
	flag("--role-name", s.Role.Name)
	flag("--memory", number(s.Memory))
	flag("--timeout", number(s.Timeout))
	flag("--arch", s.Architecture)
	for _, name := range slices.Sorted(maps.Keys(s.Environment)) {
		flag("--env", pairName(name)+"="+s.Environment[name])
	}
	for _, name := range slices.Sorted(maps.Keys(s.Tags)) {
		flag("--tag", pairName(name)+"="+s.Tags[name])
	}
	flag("--account", s.Account)
	flag("--region", s.Region)
	flag("--deploy", s.Deploy)
	return args
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// pairName writes a name as --env and --tag have it.
func pairName(name string) string {
	if name == "" || strings.Contains(name, "=") || name[0] == '"' {
		return string(Text(name))
	}
	return name
}

// useArg writes a use as its flag has it.
func useArg(u Use, c catalogue) string {
	var parts []string
	if u.Name != "" {
		parts = append(parts, "name"+valueArg(u.Name))
	}
	for _, name := range paramOrder(u, c) {
		parts = append(parts, name+valueArg(u.Params[name]))
	}
	if len(parts) == 0 {
		return u.ID
	}
	return u.ID + ":" + strings.Join(parts, ",")
}

// valueArg writes the value of a parameter with its = or := before it.
func valueArg(value any) string {
	switch value := value.(type) {
	case int:
		return "=" + strconv.Itoa(value)
	case bool:
		return "=" + strconv.FormatBool(value)
	case JSON:
		return ":=" + string(value)
	case []string:
		return listArg(value)
	case string:
		if bare(value) {
			return "=" + value
		}
		return ":=" + string(Text(value))
	}
	return "="
}

func listArg(texts []string) string {
	list, plain := Value{Type: Array}, len(texts) > 1
	for _, text := range texts {
		list.Elements = append(list.Elements, Value{Type: String, Text: text})
		plain = plain && bare(text)
	}
	switch {
	case plain:
		return "=(" + strings.Join(texts, ",") + ")"
	case len(texts) == 1 && bare(texts[0]) && texts[0][0] != '(':
		return "=" + texts[0]
	}
	return ":=" + string(list.JSON())
}

// bare tells whether a text stands after param= as it is.
func bare(text string) bool {
	if text == "" || text[0] == '@' || strings.Contains(text, `"`) {
		return false
	}
	parts, err := splitOutside(text)
	return err == nil && len(parts) == 1
}
