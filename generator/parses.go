package generator

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/token"
	"path"

	"go.yaml.in/yaml/v4"

	"github.com/seed-0554dd89/scaffold/generator/gosyntax"
)

// maxParsed is the greatest size in bytes of a text that is parsed.
const maxParsed = 1 << 20

// Parses says what is wrong with the text of a file of a function, nil where nothing is. It knows JSON, YAML, Go and
// JavaScript. Texts of other languages are taken as they are: for TypeScript and Python there is no parser that costs a
// process nothing to have, and their compilers and tests see at once what a merge made of a file.
func Parses(name string, text []byte) error {
	if len(text) > maxParsed {
		return fmt.Errorf("has %d bytes: want at most %d to be looked into", len(text), maxParsed)
	}
	switch path.Ext(name) {
	case ".json":
		if !json.Valid(text) {
			return errors.New("is no JSON")
		}
	case ".yaml", ".yml":
		var node yaml.Node // not a value: it could hold an alias many times over
		if err := yaml.Unmarshal(text, &node); err != nil {
			return err
		}
		return namedOnce(&node)
	case ".go":
		_, err := gosyntax.Parse(token.NewFileSet(), name, text, 0)
		return err
	case ".js", ".mjs", ".cjs":
		return parsesJavaScript(text)
	}
	return nil
}

// namedOnce finds a name that stands twice in one mapping.
func namedOnce(n *yaml.Node) error {
	names := map[string]bool{}
	for i, child := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 && child.Kind == yaml.ScalarNode {
			if names[child.Value] {
				return fmt.Errorf("line %d: %s is there a second time", child.Line, child.Value)
			}
			names[child.Value] = true
		}
		if err := namedOnce(child); err != nil {
			return err
		}
	}
	return nil
}
