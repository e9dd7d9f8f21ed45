package generator

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// tidyGo formats the Go files among files. Of those that scaffold rewrites it leaves out the functions and types that
// nothing uses, and the imports with them, so that templates need not know what calls what.
func tidyGo(files []tree.File) error {
	var sources []*goSource
	for i := range files {
		if path.Ext(files[i].Path) == ".go" {
			source, err := readGo(&files[i])
			if err != nil {
				return fmt.Errorf("tidy %s: %w", files[i].Path, err)
			}
			sources = append(sources, source)
		}
	}
	used := reachable(sources)
	for _, source := range sources {
		text, err := format.Source(source.without(used))
		if err != nil {
			return fmt.Errorf("format %s: %w", source.file.Path, err)
		}
		source.file.Data = text
	}
	return nil
}

// goSource is one Go file with what it declares at its top.
type goSource struct {
	file   *tree.File
	set    *token.FileSet
	syntax *ast.File
	things []*goThing
}

// goThing is one declaration: a function, a method or a type, variable or constant.
type goThing struct {
	name, of   string // of is the type of a method
	node       ast.Node
	start, end token.Pos
	root       bool // used whatever the rest says
}

func readGo(file *tree.File) (*goSource, error) {
	s := &goSource{file: file, set: token.NewFileSet()}
	var err error
	s.syntax, err = parser.ParseFile(s.set, file.Path, file.Data, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	for _, declaration := range s.syntax.Decls {
		thing := &goThing{node: declaration, start: declaration.Pos(), end: declaration.End(), root: file.Owner == tree.Team}
		doc := (*ast.CommentGroup)(nil)
		switch d := declaration.(type) {
		case *ast.FuncDecl:
			doc, thing.name, thing.of = d.Doc, d.Name.Name, receiver(d)
			thing.root = thing.root || slices.Contains([]string{"adapt", "init"}, d.Name.Name) || strings.HasPrefix(d.Name.Name, "Test")
		case *ast.GenDecl:
			if d.Tok == token.IMPORT {
				continue
			}
			doc, thing.name = d.Doc, firstName(d.Specs[0])
		}
		if doc != nil {
			thing.start = doc.Pos()
		}
		s.things = append(s.things, thing)
	}
	return s, nil
}

// receiver is the type of a method, "" of a function.
func receiver(d *ast.FuncDecl) string {
	if d.Recv == nil {
		return ""
	}
	typ := d.Recv.List[0].Type
	if star, ok := typ.(*ast.StarExpr); ok {
		typ = star.X
	}
	if name, ok := typ.(*ast.Ident); ok {
		return name.Name
	}
	return ""
}

func firstName(spec ast.Spec) string {
	switch s := spec.(type) {
	case *ast.TypeSpec:
		return s.Name.Name
	case *ast.ValueSpec:
		return s.Names[0].Name
	}
	return ""
}

// without is the text of the file without what is not used.
func (s *goSource) without(used map[*goThing]bool) []byte {
	packages := map[string]bool{}
	text := slices.Clone(s.file.Data)
	for _, thing := range slices.Backward(s.things) {
		if used[thing] {
			maps.Copy(packages, qualifiers(thing.node))
		} else {
			text = s.cut(text, thing.start, thing.end)
		}
	}
	for _, spec := range slices.Backward(s.syntax.Imports) {
		imported, _ := strconv.Unquote(spec.Path.Value)
		if !packages[path.Base(imported)] {
			text = s.cut(text, spec.Pos(), spec.End())
		}
	}
	return text
}

// cut removes a part of the text with the end of its line, and the blank line before it.
func (s *goSource) cut(text []byte, from, to token.Pos) []byte {
	start, end := s.set.Position(from).Offset, s.set.Position(to).Offset
	if end < len(text) && text[end] == '\n' {
		end++
	}
	if bytes.HasSuffix(text[:start], []byte("\n\n")) {
		start--
	}
	return slices.Delete(text, start, end)
}
