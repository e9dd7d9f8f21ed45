package generator

import (
	"io/fs"
	"path"
	"strings"
)

// Makes reports whether functions have files of this name, in any language, that scaffold makes: those that templates are
// named for, and documents. A lock that lists another one is not as scaffold wrote it.
func (g *Generator) Makes(name string) bool {
	dir, base := path.Split(name)
	switch dir {
	case "events/":
		return path.Ext(base) == ".json"
	case "policies/":
		return path.Ext(base) == ".json" || base == "README.md"
	}
	return name == "template.yaml" || g.templateNames()[name]
}

// templateNames are the files that templates make: javascript/team/src/index.mjs.tmpl makes src/index.mjs.
func (g *Generator) templateNames() map[string]bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.names != nil {
		return g.names
	}
	g.names = map[string]bool{}
	_ = fs.WalkDir(g.templates, ".", func(name string, _ fs.DirEntry, err error) error {
		file, isTemplate := strings.CutSuffix(name, ".tmpl")
		parts := strings.SplitN(file, "/", 3)
		if isTemplate && len(parts) == 3 && (parts[1] == "team" || parts[1] == "tool") {
			g.names[parts[2]] = true
		}
		return err
	})
	return g.names
}
