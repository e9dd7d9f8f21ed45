package gotype

import (
	"fmt"
	"go/ast"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// field is one field that encoding/json would fill, its own or that of an embedded struct.
type field struct {
	in    *source
	file  *ast.File
	node  *ast.Field
	name  string // as code selects it
	key   string
	tag   reflect.StructTag
	depth int // of the embedded struct
}

// structOf is the struct that a type is, through other names for it; nil where it is none.
func (r *reader) structOf(d *declared) *ast.StructType {
	for range 100 {
		switch t := d.spec.Type.(type) {
		case *ast.StructType:
			return t
		case *ast.Ident:
			if d = d.source.types[t.Name]; d == nil {
				return nil
			}
		default:
			return nil
		}
	}
	return nil
}

// fields are those of a struct in the order in which they are written. Of two with one key the one that is embedded less
// deeply counts, as encoding/json has it; two at one depth are refused.
func (r *reader) fields(in *source, d *declared, structure *ast.StructType, depth int) (all []field) {
	for _, node := range structure.Fields.List {
		if !r.spend(in, node) {
			return all
		}
		tag := tagOf(node)
		name, options, _ := strings.Cut(tag.Get("json"), ",")
		if tag.Get("json") == "-" {
			continue
		}
		if len(node.Names) == 0 {
			all = append(all, r.embedded(in, d, node, tag, name, depth)...)
			continue
		}
		for _, ident := range node.Names {
			if !ident.IsExported() || !r.spend(in, ident) {
				continue
			}
			if slices.Contains(strings.Split(options, ","), "string") {
				r.refuse(in, node, "the field "+ident.Name+" is a number in a text", "want no option string")
			}
			f := field{in: in, file: d.file, node: node, name: ident.Name, key: ident.Name, tag: tag, depth: depth}
			if name != "" {
				f.key = name
			}
			all = append(all, f)
		}
	}
	if depth > 0 {
		return all
	}
	return r.shallowest(all)
}

// embedded are the fields of an embedded struct, or the field that it is where a tag names it.
func (r *reader) embedded(in *source, d *declared, node *ast.Field, tag reflect.StructTag, name string, depth int) []field {
	typ := node.Type
	if _, pointer := typ.(*ast.StarExpr); pointer {
		r.refuse(in, node, "an embedded struct is a pointer", "want the struct itself, so that its fields are there")
		return nil
	}
	target, err := r.find(in, d.file, typ)
	if err != nil {
		r.refuse(in, node, "an embedded type cannot be found", err.Error())
		return nil
	}
	if name != "" {
		return []field{{in: in, file: d.file, node: node, name: target.spec.Name.Name, key: name, tag: tag, depth: depth}}
	}
	structure := r.structOf(target)
	if structure == nil || depth > 20 {
		r.refuse(in, node, "the embedded type "+target.spec.Name.Name+" is no struct", "want a struct, or a field with a name")
		return nil
	}
	return r.fields(target.source, target, structure, depth+1)
}

// shallowest leaves out fields that another one hides.
func (r *reader) shallowest(all []field) (kept []field) {
	for i, f := range all {
		hidden := false
		for j, other := range all {
			if i == j || other.key != f.key && other.name != f.name {
				continue
			}
			if hidden = hidden || other.depth < f.depth; other.depth == f.depth && j < i {
				r.refuse(f.in, f.node, fmt.Sprintf("two fields are the key %q", f.key), "want names that stay apart")
			}
		}
		if !hidden {
			kept = append(kept, f)
		}
	}
	return kept
}

func tagOf(node *ast.Field) reflect.StructTag {
	if node.Tag == nil {
		return ""
	}
	text, err := strconv.Unquote(node.Tag.Value)
	if err != nil {
		return ""
	}
	return reflect.StructTag(text)
}

// keys are what the fields say.
func (r *reader) keys(fields []field) (keys []spec.Key) {
	for _, f := range fields {
		if k, ok := r.keyOf(f); ok {
			keys = append(keys, k)
		}
	}
	return keys
}

func (r *reader) keyOf(f field) (k spec.Key, ok bool) {
	before := len(r.problems)
	typ := f.node.Type
	if star, pointer := typ.(*ast.StarExpr); pointer {
		k.Nullable, typ = true, star.X
	}
	s := r.shape(f.in, f.file, typ, 0)
	for _, p := range r.problems[before:] {
		p.Is = strings.Replace(p.Is, "the key is ", "the field "+f.name+" is ", 1)
	}
	if len(r.problems) > before {
		return k, false
	}
	k.Name, k.Type, k.Description = f.key, s.kind, description(f.node)
	k.Held = &spec.Held{
		Where: r.where(f.in, f.node), Field: f.name, Type: s.code, Zero: s.zero, Plain: s.plain, Decoded: s.decoded, Time: s.time,
		Imports: slices.Sorted(slices.Values(s.imports)),
	}
	if s.any {
		r.refuse(f.in, f.node, "the field "+f.name+" may be anything", "want a type that says which JSON it is")
	}
	r.required(f, &k)
	r.preset(f, s, &k)
	r.sample(f, s, &k)
	return k, len(r.problems) == before
}

// required reads the tag that says that a key must be there.
func (r *reader) required(f field, k *spec.Key) {
	switch text, given := f.tag.Lookup("required"); {
	case !given || text == "false":
	case text == "true":
		k.Required = true
	default:
		r.refuse(f.in, f.node, fmt.Sprintf("required is %q", text), "want true or false")
	}
}

// preset reads the default, which is JSON but for a key that is a text. Without one an absent key leaves the zero value.
func (r *reader) preset(f field, s *shape, k *spec.Key) {
	text, given := f.tag.Lookup("default")
	switch {
	case k.Required && given:
		r.refuse(f.in, f.node, "the field "+f.name+" has a default and is required", "want one of the two")
		return
	case k.Required:
		return
	case !given && k.Nullable:
		k.Default = "null"
		return
	case !given:
		k.Default, k.Held.Absent = s.absent, true
		return
	case k.Type == spec.String:
		k.Default = spec.Text(text)
	default:
		k.Default = spec.JSON(text)
	}
	if want := spec.CheckDefault(k.Type, k.Nullable, k.Default); want != "" {
		r.refuse(f.in, f.node, fmt.Sprintf("default is %q", text), want)
	} else if want := s.takes(k.Default.Value()); want != "" && k.Default != "null" {
		r.refuse(f.in, f.node, fmt.Sprintf("default is %q", text), want)
	} else {
		k.Default = k.Default.Value().JSON()
	}
}

// sample finds a value for sample events and tests: of a type that reads texts by itself it has to be said.
func (r *reader) sample(f field, s *shape, k *spec.Key) {
	text, given := f.tag.Lookup("sample")
	switch {
	case given && k.Type == spec.String:
		k.Held.Sample = spec.Text(text)
	case given:
		k.Held.Sample = spec.JSON(text)
	case s.text && (k.Held.Absent || k.Required || k.Default == "null"):
		r.refuse(f.in, f.node, "the field "+f.name+" has a type that reads texts in a way of its own", `want a text that it reads, for tests: the tag sample:"..."`)
	case s.text:
		k.Held.Sample = k.Default
	case s.decoded || s.time:
		k.Held.Sample = s.sample
	}
	if !given {
		return
	}
	want := spec.CheckDefault(k.Type, false, k.Held.Sample)
	if want == "" {
		want = s.takes(k.Held.Sample.Value())
	}
	if want != "" {
		r.refuse(f.in, f.node, fmt.Sprintf("sample is %q", text), want)
	}
}

// description is the comment above a field, or behind it.
func description(node *ast.Field) string {
	for _, comment := range []*ast.CommentGroup{node.Doc, node.Comment} {
		if text := strings.TrimSpace(comment.Text()); text != "" {
			return text
		}
	}
	return ""
}
