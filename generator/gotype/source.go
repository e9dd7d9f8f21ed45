package gotype

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/gosyntax"
	"github.com/seed-0554dd89/scaffold/generator/plain"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// source is a package as its files are written.
type source struct {
	path    string // of its imports, "" for the function's own
	name    string
	dir     string
	set     *token.FileSet
	types   map[string]*declared
	methods map[string][]string // of each type
}

// declared is a type where it is declared.
type declared struct {
	source *source
	file   *ast.File
	spec   *ast.TypeSpec
	doc    *ast.CommentGroup
}

// generated is the file that scaffold writes: it is made from the type and says nothing of it.
const generated = "event.gen.go"

// open parses the files of the package in dir, but for tests and the generated one. A file that does not parse gives what
// could be read of it.
func (r *reader) open(dir, importPath string) (*source, error) {
	s := &source{path: importPath, dir: dir, set: token.NewFileSet(), types: map[string]*declared{}, methods: map[string][]string{}}
	if importPath == "" {
		r.own = s
	}
	names, err := goFiles(dir)
	if err != nil && !(errors.Is(err, fs.ErrNotExist) && importPath == "") {
		return nil, fmt.Errorf("read the package of the keys: %w", err)
	}
	for _, name := range names {
		if name == generated && importPath == "" {
			continue
		}
		file := filepath.Join(dir, name)
		text, err := plain.Read(file, min(plain.GoFile, r.bytes))
		r.bytes -= len(text)
		var refused *plain.Problem
		switch {
		case errors.As(err, &refused):
			return nil, &spec.Problem{Where: r.shownAs(s, file), Is: refused.Is, Want: refused.Want, Hint: "the files of all packages that keysFrom needs are read"}
		case err != nil:
			return nil, fmt.Errorf("read the package of the keys: %w", err)
		}
		parsed, err := gosyntax.Parse(s.set, file, text, parser.ParseComments)
		if parsed == nil {
			return nil, &spec.Problem{Where: r.shownAs(s, file), Is: "it cannot be read", Want: err.Error()}
		}
		s.add(parsed)
		parsed.Decls, parsed.Comments = nil, nil // types have what they need; the rest is let go
	}
	return s, nil
}

// goFiles are the names of the files in dir that a package is made of.
func goFiles(dir string) (names []string, err error) {
	entries, err := plain.ReadDir(dir, plain.GoFiles)
	for _, entry := range entries {
		name := entry.Name()
		if !entry.IsDir() && strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names, err
}

// add takes in what a file declares.
func (s *source) add(file *ast.File) {
	s.name = file.Name.Name
	for _, declaration := range file.Decls {
		switch d := declaration.(type) {
		case *ast.GenDecl:
			for _, one := range d.Specs {
				if t, ok := one.(*ast.TypeSpec); ok && s.types[t.Name.Name] == nil {
					s.types[t.Name.Name] = &declared{source: s, file: file, spec: t, doc: d.Doc}
				}
			}
		case *ast.FuncDecl:
			if d.Recv == nil || len(d.Recv.List) != 1 {
				continue
			}
			typ := d.Recv.List[0].Type
			if star, ok := typ.(*ast.StarExpr); ok {
				typ = star.X
			}
			if name, ok := typ.(*ast.Ident); ok {
				s.methods[name.Name] = append(s.methods[name.Name], d.Name.Name)
			}
		}
	}
}

// has tells whether the type called name has a method.
func (s *source) has(name, method string) bool { return slices.Contains(s.methods[name], method) }

// imported is the package that a file calls name; nil where it imports none, or where that cannot be found.
func (r *reader) imported(file *ast.File, name string) (*source, error) {
	for _, i := range file.Imports {
		importPath, err := strconv.Unquote(i.Path.Value)
		if err != nil || i.Name != nil && i.Name.Name != name || i.Name == nil && path.Base(importPath) != name && !versioned(importPath, name) {
			continue
		}
		return r.other(importPath)
	}
	return nil, fmt.Errorf("no import is called %s", name)
}

// versioned tells whether the last part of a path is a version and the one before it the name, as in example.com/orders/v2,
// or the name with a version, as in gopkg.in/yaml.v3.
func versioned(importPath, name string) bool {
	base := path.Base(importPath)
	if strings.HasPrefix(base, "v") && strings.Trim(base[1:], "0123456789") == "" {
		base = path.Base(path.Dir(importPath))
	}
	before, _, _ := strings.Cut(base, ".v")
	return strings.TrimPrefix(before, "go-") == name || before == name
}

// other finds another package and reads its files, which need not compile. What it comes to is found out once.
func (r *reader) other(importPath string) (*source, error) {
	if found, known := r.byPath[importPath]; known {
		return found.source, found.err
	}
	var found opened
	dir, err := r.finder.find(importPath)
	if err == nil {
		found.source, err = r.open(dir, importPath)
	}
	found.err = err
	r.byPath[importPath] = found
	return found.source, found.err
}

// opened is what came of another package.
type opened struct {
	source *source
	err    error
}

// refuse notes a problem where a node stands.
func (r *reader) refuse(in *source, node ast.Node, is, want string) {
	at := in.set.Position(node.Pos())
	p := r.problems.Add("keysFrom", is, want)
	p.Where = fmt.Sprintf("%s:%d:%d", r.shownAs(in, at.Filename), at.Line, at.Column)
	if r.order != nil {
		r.order[p] = at.Offset
	}
}

// shownAs is a file of a package as problems have it: those of the function as a person would write them from here.
func (r *reader) shownAs(in *source, file string) string {
	if inside, err := filepath.Rel(in.dir, file); err == nil && in == r.own {
		return path.Join(filepath.ToSlash(r.shown), filepath.ToSlash(inside))
	}
	return file
}

// where is the position of a node as problems have it.
func (r *reader) where(in *source, node ast.Node) string {
	var other reader
	other.shown, other.own = r.shown, r.own
	other.refuse(in, node, "", "")
	return other.problems[0].Where
}
