package spec

import "strings"

// keyName writes the name of a key as -k has it: as it is, or as a JSON string where it would be read as something else.
func keyName(name string) string {
	if name == "" || strings.ContainsAny(name, ":=") || name[0] == '"' {
		return string(Text(name))
	}
	return name
}
