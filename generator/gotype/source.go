package gotype

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
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
	entries, err := os.ReadDir(dir)
	if err != nil && !(os.IsNotExist(err) && importPath == "") {
		return nil, fmt.Errorf("read the package of the keys: %w", err)
	}
	for _, entry := range entries {
		name := entry.Name()
		if entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || name == generated && importPath == "" {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return nil, fmt.Errorf("read the package of the keys: %w", err)
		}
		file, _ := parser.ParseFile(s.set, filepath.Join(dir, name), text, parser.ParseComments|parser.SkipObjectResolution)
		if file != nil {
			s.add(file)
		}
	}
	return s, nil
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
func (r *reader) imported(in *source, file *ast.File, name string) (*source, error) {
	for _, spec := range file.Imports {
		importPath, err := strconv.Unquote(spec.Path.Value)
		if err != nil || spec.Name != nil && spec.Name.Name != name || spec.Name == nil && path.Base(importPath) != name && !versioned(importPath, name) {
			continue
		}
		return r.other(in, importPath)
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

// other finds another package. It asks go list where its files are, and no more: what it is made of may not compile yet.
func (r *reader) other(in *source, importPath string) (*source, error) {
	if s := r.byPath[importPath]; s != nil {
		return s, nil
	}
	dir, err := locate(in.dir, importPath)
	if err != nil {
		return nil, fmt.Errorf("find the package %s: %w", importPath, err)
	}
	s, err := r.open(dir, importPath)
	if err == nil {
		r.byPath[importPath] = s
	}
	return s, err
}

// locate returns the directory of a package as seen from dir. go/packages would do the same, by the same command: the type
// checker that is linked with it cost every start of scaffold half a millisecond.
func locate(dir, importPath string) (string, error) {
	command := exec.Command("go", "list", "-find", "-f", "{{.Dir}}", "--", importPath)
	command.Dir = dir
	out, err := command.Output()
	var failed *exec.ExitError
	if errors.As(err, &failed) && len(failed.Stderr) > 0 {
		return "", errors.New(strings.TrimSpace(string(failed.Stderr)))
	} else if err != nil {
		return "", err
	}
	return strings.TrimSpace(string(out)), nil
}

// refuse notes a problem where a node stands.
func (r *reader) refuse(in *source, node ast.Node, is, want string) {
	at := in.set.Position(node.Pos())
	file := at.Filename
	if inside, err := filepath.Rel(in.dir, file); err == nil && in == r.own {
		file = path.Join(filepath.ToSlash(r.shown), filepath.ToSlash(inside))
	}
	p := r.problems.Add("keysFrom", is, want)
	p.Where = fmt.Sprintf("%s:%d:%d", file, at.Line, at.Column)
	if r.order != nil {
		r.order[p] = at.Offset
	}
}

// where is the position of a node as problems have it.
func (r *reader) where(in *source, node ast.Node) string {
	var other reader
	other.shown, other.own = r.shown, r.own
	other.refuse(in, node, "", "")
	return other.problems[0].Where
}
