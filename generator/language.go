package generator

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"text/template"
)

// language is what a language's folder of templates says of itself, in language.json.
type language struct {
	Edition    int                // bumped when the bytes of generated files change
	Identifier identifierRules    // how a key's name becomes an identifier
	Styles     map[string]variant // what a handler style changes; "" for a language with one style
	Code       string             // the folder that is deployed, src/ for example
	Ecosystem  []string           // files that are made only where none stands at their place or above
	Packages   map[string]string  // the versions of packages that functions install
	Types      []string           // types of the language itself that begin with a capital: code need not import them

	template *template.Template
	made     []string // names of the templates that make files
}

// variant is what a handler style changes.
type variant struct {
	Module  string   // the module system, esm or cjs
	Handler string   // the handler as Lambda's configuration names it, index.handler for example
	Without []string // endings of files that it does not make, so that their templates need not be parsed
}

// identifierRules say how a key's name becomes an identifier.
type identifierRules struct {
	Reserved []string // words that cannot name a variable
	Taken    []string // names that the generated handler uses itself
	Declared []string // names that generated files declare themselves, like those that they have for triggers
	Never    []string // names that cannot name a property
	Extra    string   // characters beside letters, digits and _ that an identifier may have
	Snake    bool     // properties are words in lower case, and reserved words end in _ there too: class_

	Pascal      bool     // properties are written so: UserName for user-name
	Initialisms []string // words that are then written in capitals: ID makes UserID of user-id
}

// readLanguage reads language.json of the folder called name, and parses the templates of a style.
func readLanguage(templates fs.FS, name, style string) (*language, error) {
	data, err := fs.ReadFile(templates, name+"/language.json")
	if err != nil {
		return nil, fmt.Errorf("read language %s: %w", name, err)
	}
	var l language
	if err := json.Unmarshal(data, &l); err != nil {
		return nil, fmt.Errorf("read language %s: %w", name, err)
	}
	slices.Sort(l.Identifier.Reserved)
	slices.Sort(l.Identifier.Taken)
	l.template, l.made, err = parseTemplates(templates, name, l.Styles[style].Without)
	return &l, err
}
