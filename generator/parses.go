package generator

import (
	"encoding/json"
	"errors"
	"go/parser"
	"go/token"
	"path"

	"go.yaml.in/yaml/v4"
)

// Parses says what is wrong with the text of a file of a function, nil where nothing is. It knows JSON, YAML, Go and
// JavaScript. Texts of other languages are taken as they are: for TypeScript and Python there is no parser that costs a
// process nothing to have, and their compilers and tests see at once what a merge made of a file.
func Parses(name string, text []byte) error {
	switch path.Ext(name) {
	case ".json":
		if !json.Valid(text) {
			return errors.New("is no JSON")
		}
	case ".yaml", ".yml":
		var value any // not a node: names that stand twice are wrong too
		return yaml.Unmarshal(text, &value)
	case ".go":
		_, err := parser.ParseFile(token.NewFileSet(), name, text, parser.SkipObjectResolution)
		return err
	case ".js", ".mjs", ".cjs":
		return parsesJavaScript(text)
	}
	return nil
}
