package gotype

import (
	"fmt"
	"go/ast"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// shape is what JSON a Go type takes, and how generated code writes the type.
type shape struct {
	kind    spec.KeyType
	code    string
	zero    string    // as code
	absent  spec.JSON // the zero value
	sample  spec.JSON
	imports []string

	plain   bool // a basic type
	decoded bool // encoding/json reads it
	time    bool
	any     bool
	binary  bool    // base64
	text    bool    // a type that reads a text by itself
	low, up float64 // of a number, where it is not all that JSON can write
	length  int     // of an array that has one; 0: any
	element *shape
	members map[string]*shape
}

const maxExact = 1<<53 - 1

// basics are the types that the language has.
var basics = map[string]shape{
	"string": {kind: spec.String, zero: `""`, absent: `""`, sample: `"sample"`}, "bool": {kind: spec.Boolean, zero: "false", absent: "false", sample: "true"},
	"float64": {kind: spec.Number, zero: "0", absent: "0", sample: "1.5"}, "float32": {kind: spec.Number, zero: "0", absent: "0", sample: "1.5", low: -math.MaxFloat32, up: math.MaxFloat32},
	"int": integer(-maxExact, maxExact), "int8": integer(math.MinInt8, math.MaxInt8), "int16": integer(math.MinInt16, math.MaxInt16),
	"int32": integer(math.MinInt32, math.MaxInt32), "rune": integer(math.MinInt32, math.MaxInt32), "int64": integer(-maxExact, maxExact),
	"uint": integer(0, maxExact), "uint8": integer(0, math.MaxUint8), "byte": integer(0, math.MaxUint8), "uint16": integer(0, math.MaxUint16),
	"uint32": integer(0, math.MaxUint32), "uint64": integer(0, maxExact),
}

// unsayable are the other types of the language.
var unsayable = map[string]bool{"complex64": true, "complex128": true, "uintptr": true, "error": true}

func integer(low, up float64) shape {
	return shape{kind: spec.Integer, zero: "0", absent: "0", sample: "11", low: low, up: up}
}

// shape finds out what JSON a type takes. What it cannot be is a problem at the type.
func (r *reader) shape(in *source, file *ast.File, typ ast.Expr, depth int) *shape {
	if !r.spend(in, typ) {
		return &shape{kind: spec.String, zero: `""`, sample: `""`}
	} else if depth > maxNested {
		return r.unsupported(in, typ, "of types that lie deep in one another", fmt.Sprintf("want at most %d", maxNested))
	}
	s := r.shapeOf(in, file, typ, depth)
	if len(s.sample) > maxSample || len(s.code) > maxSample {
		return r.unsupported(in, typ, "of a type with very much in it", fmt.Sprintf("want one whose sample has at most %d bytes", maxSample))
	}
	return s
}

func (r *reader) shapeOf(in *source, file *ast.File, typ ast.Expr, depth int) *shape {
	switch t := typ.(type) {
	case *ast.ParenExpr:
		return r.shape(in, file, t.X, depth)
	case *ast.StarExpr:
		if depth == 0 {
			return r.unsupported(in, t, "a pointer to a pointer", "want one pointer at most")
		}
		return r.shape(in, file, t.X, depth)
	case *ast.Ident:
		if basic, ok := basics[t.Name]; ok && in.types[t.Name] == nil {
			basic.code, basic.plain = t.Name, t.Name == "string" || t.Name == "bool" || t.Name == "int" || t.Name == "float64"
			return &basic
		}
		if t.Name == "any" && in.types["any"] == nil {
			return &shape{any: true, code: "any", zero: "nil", sample: `"sample"`, decoded: true}
		}
		return r.named(in, file, t, depth)
	case *ast.SelectorExpr:
		return r.named(in, file, t, depth)
	case *ast.ArrayType:
		return r.array(in, file, t, depth)
	case *ast.MapType:
		return r.mapping(in, file, t, depth)
	case *ast.StructType:
		if depth == 0 {
			return r.unsupported(in, t, "a struct without a name", "want a type with a name")
		}
		return r.structure(in, file, t, depth)
	case *ast.InterfaceType:
		if len(t.Methods.List) == 0 {
			return &shape{any: true, code: "any", zero: "nil", sample: `"sample"`, decoded: true}
		}
	case *ast.IndexExpr, *ast.IndexListExpr:
		return r.unsupported(in, t, "a generic type", "want a type without parameters")
	}
	return r.unsupported(in, typ, "of a type that JSON cannot say", "want a string, number, boolean, time, slice, map or struct")
}

// unsupported notes that a type is no key, and returns something to go on with.
func (r *reader) unsupported(in *source, node ast.Node, is, want string) *shape {
	r.refuse(in, node, "the key is "+is, want)
	return &shape{kind: spec.String, zero: `""`, sample: `""`}
}

// find finds the declaration of a type that has a name.
func (r *reader) find(in *source, file *ast.File, typ ast.Expr) (*declared, error) {
	switch t := typ.(type) {
	case *ast.Ident:
		if d := in.types[t.Name]; d != nil {
			return d, nil
		}
		if unsayable[t.Name] {
			return nil, fmt.Errorf("want a type that JSON can say")
		}
		return nil, fmt.Errorf("want a type that is there: the package has no type %s", t.Name)
	case *ast.SelectorExpr:
		qualifier, ok := t.X.(*ast.Ident)
		if !ok {
			break
		}
		other, err := r.imported(file, qualifier.Name)
		if err != nil {
			return nil, fmt.Errorf("want a type that can be found: %w", err)
		}
		if d := other.types[t.Sel.Name]; d != nil {
			return d, nil
		}
		return nil, fmt.Errorf("want a type that is there: the package %s has no type %s", other.path, t.Sel.Name)
	}
	return nil, fmt.Errorf("want a type with a name")
}

// well known types of the standard library need not be looked for.
func wellKnown(file *ast.File, typ ast.Expr) *shape {
	t, ok := typ.(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	qualifier, _ := t.X.(*ast.Ident)
	if qualifier == nil || qualifier.Name != "time" || !slices.ContainsFunc(file.Imports, func(s *ast.ImportSpec) bool { return s.Path.Value == `"time"` }) {
		return nil
	}
	switch t.Sel.Name {
	case "Time":
		return &shape{
			kind: spec.String, code: "time.Time", zero: "time.Time{}", absent: `"0001-01-01T00:00:00Z"`, sample: `"2026-01-02T03:04:05Z"`,
			imports: []string{"time"}, time: true,
		}
	case "Duration":
		s := integer(-maxExact, maxExact)
		s.code, s.imports = "time.Duration", []string{"time"}
		return &s
	}
	return nil
}

func (r *reader) named(in *source, file *ast.File, typ ast.Expr, depth int) *shape {
	if s := wellKnown(file, typ); s != nil {
		return s
	}
	d, err := r.find(in, file, typ)
	if err != nil {
		return r.unsupported(in, typ, "of a type that cannot be read", err.Error())
	}
	name := d.spec.Name.Name
	switch {
	case d.spec.TypeParams != nil:
		return r.unsupported(in, typ, "of a generic type", "want a type without parameters")
	case d.source.path != "" && !ast.IsExported(name):
		return r.unsupported(in, typ, "of the type "+name+", which is hidden in its package", "want an exported type")
	case d.source.has(name, "UnmarshalJSON"):
		return r.unsupported(in, typ, "of the type "+name+", which reads JSON in a way of its own", "want a type without UnmarshalJSON")
	case r.inside[d]:
		return &shape{kind: spec.Object, code: name, zero: "nil", sample: "null", decoded: true, any: true} // it holds itself
	}
	r.inside[d] = true
	defer delete(r.inside, d)
	s := &shape{}
	if d.source.has(name, "UnmarshalText") {
		s = &shape{kind: spec.String, absent: `""`, zero: "*new(" + name + ")", sample: `"sample"`, decoded: true, text: true}
	} else {
		*s = *r.shape(d.source, d.file, d.spec.Type, depth+1)
	}
	s.plain = false
	if d.spec.Assign.IsValid() && s.code != "" && d.source.path == "" {
		return s // another name for the type
	}
	if s.code = name; d.source.path != "" {
		s.code = d.source.name + "." + name
		s.imports = []string{d.source.path}
	}
	if _, isStruct := d.spec.Type.(*ast.StructType); isStruct {
		s.zero = s.code + "{}"
	} else if s.text {
		s.zero = "*new(" + s.code + ")"
	}
	return s
}

func (r *reader) array(in *source, file *ast.File, t *ast.ArrayType, depth int) *shape {
	element := r.shape(in, file, t.Elt, depth+1)
	if element.code == "byte" || element.code == "uint8" {
		if t.Len != nil {
			return r.unsupported(in, t, "an array of bytes", "want a slice of bytes, or a list of another type")
		}
		return &shape{kind: spec.String, code: "[]" + element.code, zero: "nil", absent: `""`, sample: `"c2FtcGxl"`, decoded: true, binary: true}
	}
	s := &shape{
		kind: spec.Array, code: "[]" + element.code, zero: "nil", absent: "[]", sample: "[" + element.sample + "]", decoded: true,
		imports: element.imports, element: element,
	}
	if t.Len != nil {
		size, ok := t.Len.(*ast.BasicLit)
		if !ok {
			return r.unsupported(in, t, "an array whose length is no number", "want a slice")
		}
		length, err := strconv.ParseInt(size.Value, 0, 32)
		if err != nil {
			return r.unsupported(in, t, "an array whose length is no number", "want a slice")
		}
		s.length, s.code = int(length), "["+size.Value+"]"+element.code
		s.zero = s.code + "{}"
	}
	return s
}

func (r *reader) mapping(in *source, file *ast.File, t *ast.MapType, depth int) *shape {
	key := r.shape(in, file, t.Key, depth+1)
	if key.kind != spec.String || key.decoded || key.time {
		return r.unsupported(in, t, "a map whose names are no strings", "want map[string]...")
	}
	element := r.shape(in, file, t.Value, depth+1)
	return &shape{
		kind: spec.Object, code: "map[" + key.code + "]" + element.code, zero: "nil", absent: "{}", sample: `{"sample":` + element.sample + "}", decoded: true,
		imports: append(slices.Clone(key.imports), element.imports...), element: element,
	}
}

// structure is an object with the struct's fields as members.
func (r *reader) structure(in *source, file *ast.File, t *ast.StructType, depth int) *shape {
	s := &shape{kind: spec.Object, absent: "{}", decoded: true, members: map[string]*shape{}}
	var members []string
	for _, f := range r.shallowest(r.fields(in, &declared{source: in, file: file}, t, 1)) {
		member := r.shape(f.in, f.file, f.node.Type, depth+1)
		s.members[f.key] = member
		if member.sample != "null" {
			members = append(members, string(spec.Text(f.key))+":"+string(member.sample))
		}
	}
	s.sample = spec.JSON("{" + strings.Join(members, ",") + "}")
	return s
}

// takes returns why a JSON value does not fit the type, "" where it does.
func (s *shape) takes(v spec.Value) string {
	number, _ := strconv.ParseFloat(v.Text, 64)
	switch {
	case s.any || v.Type == spec.Null:
		return ""
	case s.kind != v.Type && !(s.kind == spec.Number && v.Type == spec.Integer):
		return fmt.Sprintf("want %s where the type is %s", s.kind, s.code)
	case s.up != 0 && (number < s.low || number > s.up):
		return fmt.Sprintf("want a number from %.17g to %.17g, as its type holds", s.low, s.up)
	case s.length > 0 && len(v.Elements) > s.length:
		return fmt.Sprintf("want %d elements at most, as its type holds", s.length)
	case s.time:
		if _, err := time.Parse(time.RFC3339, v.Text); err != nil {
			return "want a time such as 2026-01-02T03:04:05Z"
		}
	}
	for _, element := range v.Elements {
		if want := s.element.takes(element); want != "" {
			return want
		}
	}
	for _, m := range v.Members {
		within := s.element
		if s.members != nil {
			if within = s.members[m.Name]; within == nil {
				return fmt.Sprintf("want members of the struct, which are %s", strings.Join(slices.Sorted(maps.Keys(s.members)), ", "))
			}
		}
		if want := within.takes(m.Value); want != "" {
			return want
		}
	}
	return ""
}
