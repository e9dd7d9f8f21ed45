package generator

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"text/template"
)

// pieces are the templates of a language's optional/ folder: what only some functions need. A piece is parsed when it is
// first included, as parsing costs more than executing.
type pieces struct {
	templates fs.FS
	folder    string
	all       *template.Template

	mu     sync.Mutex
	parsed map[string]bool
}

// include executes the piece called name with dot: "record tests" is what optional/record-tests.tmpl defines. Unlike the action
// template, it gives a text that another function can take; a part can be included too.
func (p *pieces) include(name string, dot any) (string, error) {
	if err := p.parse(name); err != nil {
		return "", err
	}
	var out strings.Builder
	err := p.all.ExecuteTemplate(&out, name, dot)
	return out.String(), err
}

func (p *pieces) parse(name string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.parsed[name] || p.all.Lookup(name) != nil {
		return nil
	}
	file := p.folder + "/optional/" + strings.ReplaceAll(name, " ", "-") + ".tmpl"
	text, err := fs.ReadFile(p.templates, file)
	if err != nil {
		return fmt.Errorf("include %q: %w", name, err)
	}
	if _, err := p.all.New(file).Parse(string(text)); err != nil {
		return err
	}
	p.parsed[name] = true
	return nil
}

// parseTemplates parses the language's templates and the shared ones, but for optional pieces. Templates of files are called by
// their path and are made; those of parts are called by what they define.
func parseTemplates(templates fs.FS, language string, without []string) (all *template.Template, made []string, err error) {
	optional := &pieces{templates: templates, folder: language, parsed: map[string]bool{}}
	all = template.New("").Funcs(encoders).Funcs(template.FuncMap{"include": optional.include})
	optional.all = all
	for _, folder := range []string{language, "shared"} {
		err := fs.WalkDir(templates, folder, func(name string, entry fs.DirEntry, err error) error {
			if err == nil && entry.IsDir() && entry.Name() == "optional" {
				return fs.SkipDir
			}
			file, isTemplate := strings.CutSuffix(name, ".tmpl")
			if err != nil || entry.IsDir() || !isTemplate || slices.Contains(without, path.Ext(file)) {
				return err
			}
			text, err := fs.ReadFile(templates, name)
			if err != nil {
				return err
			}
			if !strings.HasPrefix(name, folder+"/parts/") {
				made = append(made, name)
			}
			_, err = all.New(name).Parse(string(text))
			return err
		})
		if err != nil {
			return nil, nil, fmt.Errorf("read templates: %w", err)
		}
	}
	return all, made, nil
}
