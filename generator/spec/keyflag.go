package spec

import (
	"errors"
	"fmt"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/visible"
)

// ParseKey reads a key as -k has it:
//
//	name=text     a string with a default; everything after = is the text
//	name:=json    a default of any type
//	name          a required string
//	name:type     required
//	name:{...}    the long form as JSON
//
// The leftmost of := , = and : splits. A name in which one of them occurs, or that begins with a double quote, is written
// as a JSON string. The problems have the places of the key in a Spec as their paths.
func ParseKey(text string) (Key, Problems) {
	name, sep, rest, err := cutName(text, "=", ":")
	if err != nil {
		return Key{}, Problems{{Path: Path("keys", ""), Is: "the name is no JSON string", Want: err.Error()}}
	}
	r := specReader{}
	k := Key{Name: name, Type: String}
	switch {
	case name == "":
		r.problems.Add(Path("keys", ""), "the key has no name", "want name=default, name:=json, name or name:type")
	case sep == "":
		k.Required = true
	case sep == "=":
		k.Default = Text(rest)
	case sep == ":=":
		k = r.jsonKey(k, rest)
	case strings.HasPrefix(rest, "{"):
		if v, err := parseJSON(rest); err != nil {
			r.problems.Add(Path("keys", name), fmt.Sprintf("the long form of the key %q is no JSON", name), err.Error())
		} else {
			k = r.longKey(name, v)
		}
	default:
		k.Required = true
		k.Type = r.keyType(Path("keys", name, "type"), Value{Type: String, Text: rest})
	}
	return k, r.problems
}

func (r *specReader) jsonKey(k Key, text string) Key {
	path := Path("keys", k.Name, "default")
	v, err := parseJSON(text)
	switch {
	case err != nil:
		r.problems.Add(path, fmt.Sprintf("the default of %q is no JSON", k.Name), err.Error()).
			Hint = fmt.Sprintf("a text is -k %s", quoteWord(keyName(k.Name)+"="+text))
	case v.Type == Null:
		r.nullKey(Path("keys", k.Name), k.Name)
	default:
		k.Type, k.Default = v.Type, v.JSON()
	}
	return k
}

// cutName cuts text at the leftmost of := and the separators. A name that begins with a double quote is a JSON string and
// ends with it.
func cutName(text string, separators ...string) (name, sep, rest string, err error) {
	if strings.HasPrefix(text, `"`) {
		p := jsonParser{text: text}
		name = p.string()
		if p.err != nil {
			return "", "", "", p.err
		}
		rest = text[p.i:]
		if rest == "" {
			return name, "", "", nil
		}
		for _, s := range append([]string{":="}, separators...) {
			if after, ok := strings.CutPrefix(rest, s); ok {
				return name, s, after, nil
			}
		}
		return "", "", "", errors.New("want " + strings.Join(separators, " or ") + " after the name in quotes")
	}
	at := len(text)
	for _, s := range separators {
		if i := strings.Index(text, s); i >= 0 && i < at {
			at, sep = i, s
		}
	}
	if sep == ":" && strings.HasPrefix(text[at:], ":=") {
		sep = ":="
	}
	return text[:at], sep, text[at+len(sep):], nil
}

// keyName writes the name of a key as -k has it: as it is, or as a JSON string where it would be read as something else.
func keyName(name string) string {
	if name == "" || strings.ContainsAny(name, ":=") || name[0] == '"' || visible.In(name) {
		return visible.Escaped(string(Text(name)))
	}
	return name
}

// keyArg writes a key as -k has it.
func keyArg(k Key) string {
	name := keyName(k.Name)
	bare := Key{Name: k.Name, Type: k.Type, Default: k.Default, Required: k.Required}
	switch v := k.Default.Value(); {
	case k != bare:
	case k.Required && k.Default == "" && k.Type == String:
		return name
	case k.Required && k.Default == "" && k.Type != "":
		return name + ":" + string(k.Type)
	case k.Required || k.Default == "" || v.Type != k.Type || v.Type == Null:
	case v.Type == String && !visible.In(v.Text): // an argument cannot hold the character 0, and none should hold its like
		return name + "=" + v.Text
	default:
		return name + ":=" + visible.Escaped(string(k.Default))
	}
	return name + ":" + visible.Escaped(string(longKeyValue(k).JSON()))
}

func longKeyValue(k Key) Value {
	long := Value{Type: Object}
	if k.Type != "" {
		long.Members = append(long.Members, Member{"type", Value{Type: String, Text: string(k.Type)}})
	}
	if k.Default != "" {
		long.Members = append(long.Members, Member{"default", k.Default.Value()})
	}
	yes := Value{Type: Boolean, Text: "true"}
	if k.Required {
		long.Members = append(long.Members, Member{"required", yes})
	}
	if k.Nullable {
		long.Members = append(long.Members, Member{"nullable", yes})
	}
	if k.Description != "" {
		long.Members = append(long.Members, Member{"description", Value{Type: String, Text: k.Description}})
	}
	return long
}
