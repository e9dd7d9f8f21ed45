package spec

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Limits of keys, far above what a function can use and far below what hurts.
const (
	maxKeys        = 256
	maxKeyName     = 128      // characters
	maxDefault     = 16 << 10 // bytes of JSON
	maxDescription = 1024     // characters
)

func (r *resolver) keys() {
	r.s.Keys = atMost(r, "keys", r.s.Keys, maxKeys, "keys")
	seen := make(map[string]bool, len(r.s.Keys))
	for i := range r.s.Keys {
		k := &r.s.Keys[i]
		if seen[k.Name] {
			r.Add(Path("keys", k.Name), fmt.Sprintf("the key %q is given twice", k.Name), "want it once").atKey = true
			continue
		}
		seen[k.Name] = true
		if want := CheckKeyName(k.Name); want != "" {
			r.Add(Path("keys", k.Name), fmt.Sprintf("the key is %q", k.Name), want).atKey = true
		}
		r.key(k)
	}
	r.Problems = append(r.Problems, CheckRequired(r.s.Keys, r.s.Triggers)...)
}

// CheckKeyName returns why name cannot be the name of a key, "" where it can.
func CheckKeyName(name string) string {
	switch n := utf8.RuneCountInString(name); {
	case n == 0:
		return "want a name"
	case n > maxKeyName:
		return fmt.Sprintf("want at most %d characters", maxKeyName)
	case strings.ContainsAny(name, "\n\t"):
		return "want no control characters"
	}
	return checkText(name)
}

// key checks one key and fills in its type and the default null.
func (r *resolver) key(k *Key) {
	path := func(field string) string { return Path("keys", k.Name, field) }
	var v Value
	if k.Default != "" {
		var err error
		if v, err = parseJSON(string(k.Default)); err != nil {
			r.Add(path("default"), fmt.Sprintf("default is %q", k.Default), err.Error())
			return
		}
		k.Default = v.JSON()
	}
	if k.Type == "" {
		k.Type = typeOf(v)
	}
	if !slices.Contains(KeyTypes(), string(k.Type)) {
		r.oneOf(path("type"), string(k.Type), KeyTypes())
		return
	}
	if want := checkText(k.Description); want != "" {
		r.Add(path("description"), is("description", k.Description), want)
	} else if n := utf8.RuneCountInString(k.Description); n > maxDescription {
		r.Add(path("description"), fmt.Sprintf("description has %d characters", n), fmt.Sprintf("want at most %d", maxDescription))
	}
	switch {
	case k.Default != "" && k.Required:
		r.Add(path("required"), fmt.Sprintf("the key %q has a default and is required", k.Name), "want one of the two: a required key never takes its default")
	case k.Default != "":
		r.keyDefault(k, v, path("default"))
	case k.Required:
	case k.Nullable:
		k.Default = "null"
	default:
		r.Add(Path("keys", k.Name), fmt.Sprintf("the key %q has no default and is not required", k.Name), "want one of the two, or nullable: true, where null is the default").
			hint(fmt.Sprintf("-k %s or -k %s", quoteWord(keyName(k.Name)), quoteWord(keyName(k.Name)+"=...")), "required: true")
	}
}

func (r *resolver) keyDefault(k *Key, v Value, path string) {
	if want := CheckDefault(k.Type, k.Nullable, k.Default); want != "" {
		shown := string(k.Default)
		if len(shown) > 80 {
			shown = strings.ToValidUTF8(shown[:80], "") + "..."
		}
		p := r.Add(path, fmt.Sprintf("the default of %q is %s", k.Name, shown), want)
		if v.Type == Null && !k.Nullable {
			p.Hint = `"" is the empty text`
		}
	}
}

// CheckDefault returns why a default is none for a key of the type, "" where it is one.
func CheckDefault(typ KeyType, nullable bool, text JSON) string {
	if len(text) > maxDefault {
		return fmt.Sprintf("want at most %d bytes of JSON", maxDefault)
	}
	v, err := parseJSON(string(text))
	switch {
	case err != nil:
		return err.Error()
	case v.Type == Null && nullable:
		return ""
	case v.Type == Null:
		return "null is a value only where a key says nullable: true"
	case typ == Number && v.Type == Integer:
		return ""
	case typ == Integer && v.Type == Number:
		return "want a whole number without fraction and exponent, or type: number"
	case typ != v.Type:
		return "want " + article(string(typ)) + ", as its type says"
	case typ == Integer && v.Text == "-0":
		return "want 0"
	case typ == Integer && !exact(v.Text):
		return "want a whole number within 9007199254740991 of 0, which every language reads as the same number"
	}
	return ""
}

// CheckRequired finds required keys that a trigger's events can never carry: its every invocation would fail.
func CheckRequired(keys []Key, triggers []Use) (problems Problems) {
	var keyless []string
	for _, u := range triggers {
		if t := u.Trigger(); t != nil && len(t.Event.Keys) == 0 && !slices.Contains(keyless, u.ID) {
			keyless = append(keyless, u.ID)
		}
	}
	if len(keyless) == 0 {
		return nil
	}
	for _, k := range keys {
		if k.Required && k.Default == "" {
			problems.Add(Path("keys", k.Name, "required"),
				fmt.Sprintf("the key %q is required and events of the trigger %s carry no keys", k.Name, strings.Join(keyless, " and ")),
				"want a default for the key, or a function of its own for the trigger").
				hint("-k "+quoteWord(keyArg(withZero(k))), "default: "+string(withZero(k).Default))
		}
	}
	return problems
}

// withZero is the key with the plainest default of its type instead of required.
func withZero(k Key) Key {
	zero := JSON(`""`)
	switch k.Type {
	case Integer, Number:
		zero = "0"
	case Boolean:
		zero = "false"
	case Object:
		zero = "{}"
	case Array:
		zero = "[]"
	}
	return Key{Name: k.Name, Type: k.Type, Default: zero}
}

// keysFrom checks the name of the Go type that holds the keys.
func (r *resolver) keysFrom() {
	name := r.s.KeysFrom
	switch {
	case name == "":
		return
	case len(r.s.Keys) > 0:
		r.Add("keysFrom", is("keysFrom", name), "want keys or keysFrom: the keys are said in one place")
	case r.s.Language != "go":
		r.Add("keysFrom", is("keysFrom", name), "want keys: only functions in go take them from a type")
	case !goName(name):
		r.Add("keysFrom", is("keysFrom", name), "want the name of a struct type of the package, Event for example")
	case slices.Contains(generatedTypes, name):
		r.Add("keysFrom", is("keysFrom", name), "want a type with another name: the generated file has one of that name")
	}
}

// generatedTypes are the exported types of the file that is generated beside the type.
var generatedTypes = []string{"Handler", "InputError", "Response", "Source"}

func goName(name string) bool {
	return plainName(name) && !strings.Contains(name, "-") && (name[0] < '0' || name[0] > '9')
}
