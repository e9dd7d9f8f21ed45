package generator

import (
	"fmt"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/js"
)

// parsesJavaScript says what is wrong with a program, nil where nothing is. A name that is imported and declared, or imported
// twice, is wrong too: the parser leaves that to others, and two texts that each bring an import along come to it.
func parsesJavaScript(text []byte) error {
	program, err := js.Parse(parse.NewInputBytes(text), js.Options{})
	if err != nil {
		return err
	}
	taken := map[string]bool{}
	for _, v := range program.Scope.Declared {
		taken[string(v.Data)] = true
	}
	for _, statement := range program.List {
		imported, ok := statement.(*js.ImportStmt)
		if !ok {
			continue
		}
		for _, alias := range append(imported.List, js.Alias{Binding: imported.Default}) {
			name := string(alias.Binding)
			if name != "" && taken[name] {
				return fmt.Errorf("%s is declared twice", name)
			}
			taken[name] = true
		}
	}
	return nil
}
