package generator

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
	"github.com/seed-0554dd89/scaffold/generator/visible"
)

// Generator renders functions with one set of templates. It may be used by several goroutines at once.
type Generator struct {
	templates fs.FS
	mu        sync.Mutex
	languages map[languageKey]*language // parsed when the first function needs them
	names     map[string]bool           // of the files that templates make, once they are asked for
}

// New returns a Generator that renders with templates, folders as package templates describes them.
func New(templates fs.FS) *Generator {
	return &Generator{templates: templates, languages: map[languageKey]*language{}}
}

// Render makes the files of the function that a resolved Spec describes. The error is a spec.Problems where the Spec asks
// for what cannot be generated.
func (g *Generator) Render(s spec.Spec) (*tree.FileSet, error) {
	f, err := g.Function(s)
	if err != nil {
		return nil, err
	}
	return g.Files(f)
}

// Function makes the model of the function that a resolved Spec describes; errors as Render.
func (g *Generator) Function(s spec.Spec) (*Function, error) {
	l, err := g.language(s.Language, s.Style)
	if err != nil {
		return nil, err
	}
	return newFunction(s, l)
}

// Edition is the edition of the templates of a language and style: javascript-async 1 for example. A function keeps the
// name for life, and the number goes up.
func (g *Generator) Edition(language, style string) (tree.Edition, error) {
	l, err := g.language(language, style)
	if err != nil {
		return tree.Edition{}, err
	}
	name := language
	if style != "" {
		name += "-" + style
	}
	return tree.Edition{Name: name, Number: l.Edition}, nil
}

// languageKey is a language and a handler style, whose templates are parsed together.
type languageKey struct{ name, style string }

func (g *Generator) language(name, style string) (*language, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	key := languageKey{name, style}
	if l := g.languages[key]; l != nil {
		return l, nil
	}
	l, err := readLanguage(g.templates, name, style)
	if err == nil {
		g.languages[key] = l
	}
	return l, err
}

// Files makes the files of a function.
func (g *Generator) Files(f *Function) (*tree.FileSet, error) {
	var code []tree.File
	for _, name := range f.language.made {
		var out strings.Builder
		if err := f.language.template.ExecuteTemplate(&out, name, f); err != nil {
			return nil, fmt.Errorf("render %s: %w", name, err)
		}
		if text := layOut(name, strings.TrimLeft(out.String(), "\n")); text != "" {
			code = append(code, f.file(name, text))
		}
	}
	if err := tidyGo(code); err != nil {
		return nil, err
	}
	documents := append(code, f.documents()...)
	if f.Spec.Deploy == spec.SAM {
		text, err := f.Template()
		if err != nil {
			return nil, err
		}
		documents = append(documents, tree.File{Path: "template.yaml", Data: text, Owner: tree.Team})
	}
	files := new(tree.FileSet)
	for _, file := range documents {
		if err := files.Add(file); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// local are the files that say something of one function alone, so that one further up does not stand in for them: a
// .gitignore at the top of a repository knows nothing of a function's ready/ or dist/.
var local = []string{"README.md", ".gitignore"}

// file is the file that the template called name makes: javascript/team/src/index.mjs.tmpl makes src/index.mjs.
func (f *Function) file(name, text string) tree.File {
	parts := strings.SplitN(strings.TrimSuffix(name, ".tmpl"), "/", 3)
	file := tree.File{Path: parts[2], Data: []byte(text), Owner: tree.Tool}
	if parts[1] == "team" {
		file.Owner = tree.Team
	}
	if slices.Contains(local, file.Path) {
		file.Ecosystem, file.Local = true, true
	}
	if slices.Contains(f.language.Ecosystem, file.Path) {
		file.Ecosystem = true
	}
	return file
}

// layOut breaks lines that are wider than the formatters of a language leave them, and names the characters of Markdown that
// nobody sees. Names and values of people can be of any width and hold any character, so that templates cannot.
func layOut(name, text string) string {
	switch {
	case strings.HasSuffix(name, ".py.tmpl"):
		return foldPython(text)
	case strings.HasSuffix(name, ".md.tmpl"):
		return string(visible.Text([]byte(text)))
	}
	return text
}
