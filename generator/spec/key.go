package spec

import (
	"fmt"
	"strings"
)

// KeyTypes are the types of keys, in the order in which people meet them.
func KeyTypes() []string {
	return []string{string(String), string(Integer), string(Number), string(Boolean), string(Object), string(Array)}
}

var keyFields = []string{"type", "default", "required", "nullable", "description"}

// key reads one key: a scalar or list is its default and gives its type, a mapping is the long form.
func (r *specReader) key(name string, v Value) Key {
	path := Path("keys", name)
	switch v.Type {
	case Object:
		return r.longKey(name, v)
	case Null:
		r.nullKey(path, name)
		return Key{Name: name, Type: String}
	}
	return Key{Name: name, Type: v.Type, Default: v.JSON()}
}

func (r *specReader) nullKey(path, name string) {
	r.problems.Add(path, fmt.Sprintf("the key %q is null", name), "null is a value only where a key says nullable: true").
		Hint = `"" is the empty text; a key without a default says required: true`
}

func (r *specReader) longKey(name string, v Value) Key {
	k := Key{Name: name}
	given := Value{}
	for _, m := range v.Members {
		path, value := Path("keys", name, m.Name), m.Value
		switch m.Name {
		case "type":
			k.Type = r.keyType(path, value)
		case "default":
			given, k.Default = value, value.JSON()
		case "required":
			k.Required = r.boolean(path, value)
		case "nullable":
			k.Nullable = r.boolean(path, value)
		case "description":
			k.Description = r.text(path, value)
		default:
			r.unknown(path, m.Name, keyFields)
			if p := r.problems[len(r.problems)-1]; p.Hint == "" {
				p.Hint = "a mapping is the long form of a key; an object as default stands below default:"
			}
		}
	}
	if text, ok := textOf(given); ok && k.Type == String {
		k.Default = Text(text)
	}
	if k.Type == "" {
		k.Type = typeOf(given)
	}
	return k
}

// typeOf is the type that a default gives its key. Null gives none, and what is not said is a string.
func typeOf(v Value) KeyType {
	if v.Type == Null || v.Type == "" {
		return String
	}
	return v.Type
}

func (r *specReader) keyType(path string, v Value) KeyType {
	for _, t := range KeyTypes() {
		if v.Type == String && v.Text == t {
			return KeyType(t)
		}
	}
	p := r.problems.Add(path, "type is "+kind(v), "want one of "+strings.Join(KeyTypes(), ", "))
	p.Hint = didYouMean(v.Text, KeyTypes())
	return ""
}
