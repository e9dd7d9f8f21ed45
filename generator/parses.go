package generator

import (
	"encoding/json"
	"errors"
	"go/parser"
	"go/token"
	"path"

	"go.yaml.in/yaml/v4"
)

// Parses says what is wrong with the text of a file of a function, nil where nothing is. It knows JSON, YAML and Go; texts
// of other languages are taken as they are.
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
	}
	return nil
}
