package spec

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Flags are the flags of scaffold new that say something of the Spec, as they were given. "" and nil are not given.
type Flags struct {
	Name      string // the argument
	Runtime   string
	Language  string
	Style     string
	Keys      []string
	KeysFrom  string
	Triggers  []string
	Access    []string
	OnFailure string
	Boundary  string // --role-boundary
	RolePath  string
	RoleName  string
	Logs      []string
	Memory    string
	Timeout   string
	Arch      string
	Env       []string
	Tags      []string
	Account   string
	Region    string
	Deploy    string
}

// FromFlags reads a Spec from flags. readFile opens what param=@file names. The Source says which flag each part of the
// Spec comes from; the problems of all flags come together, and each begins with its flag.
func FromFlags(f Flags, readFile func(string) ([]byte, error)) (Spec, Source, error) {
	r := flagReader{where: Positions{}, readFile: readFile}
	s := Spec{
		Name:      r.text("name", "", f.Name),
		Language:  r.text("language", "--language", f.Language),
		Runtime:   r.text("runtime", "--runtime", f.Runtime),
		Style:     r.text("style", "--style", f.Style),
		Keys:      r.keys("--key", f.Keys),
		KeysFrom:  r.text("keysFrom", "--keys-from", f.KeysFrom),
		Logging:   r.logging("--log", f.Logs),
		Triggers:  r.uses("triggers", 0, "--trigger", f.Triggers, triggers),
		Access:    r.uses("access", 0, "--access", f.Access, accesses),
		OnFailure: r.text("onFailure", "--on-failure", f.OnFailure),
		Role: Role{
			Boundary: r.text("role.boundary", "--role-boundary", f.Boundary),
			Path:     r.text("role.path", "--role-path", f.RolePath),
			Name:     r.text("role.name", "--role-name", f.RoleName),
		},
		Memory:       r.integer("memory", "--memory", f.Memory),
		Timeout:      r.integer("timeout", "--timeout", f.Timeout),
		Architecture: r.text("architecture", "--arch", f.Arch),
		Environment:  r.pairs("environment", "--env", f.Env),
		Tags:         r.pairs("tags", "--tag", f.Tags),
		Account:      r.text("account", "--account", f.Account),
		Region:       r.text("region", "--region", f.Region),
		Deploy:       r.text("deploy", "--deploy", f.Deploy),
	}
	return s, r.where, Few(r.problems.Err())
}

// flagReader reads flags and remembers which of them says what.
type flagReader struct {
	where    Positions
	problems Problems
	readFile func(string) ([]byte, error)
}

// took notes that a part of the Spec comes from a flag, and tells whether its text is one.
func (r *flagReader) took(path, flag, text string) bool {
	where := shown(flag, text)
	r.where[path] = where
	if !utf8.ValidString(text) {
		r.problems.Add(path, "this is no text", "want valid UTF-8").Where = where
		return false
	}
	return true
}

// keep takes over the problems of one flag.
func (r *flagReader) keep(problems Problems, flag, text string) {
	for _, p := range problems {
		p.Where = shown(flag, text)
	}
	r.problems = append(r.problems, problems...)
}

// shown writes a flag on one line, as a person would type it where that is possible.
func shown(flag, text string) string {
	word := quoteWord(text)
	if checkText(text) != "" || strings.Contains(text, "\n") {
		word = strconv.Quote(text)
	}
	if len(word) > 120 {
		word = strings.ToValidUTF8(word[:120], "") + "..."
	}
	return strings.TrimSpace(flag + " " + word)
}

func (r *flagReader) text(path, flag, text string) string {
	if text != "" {
		r.took(path, flag, text)
	}
	return text
}

func (r *flagReader) integer(path, flag, text string) int {
	if text == "" || !r.took(path, flag, text) {
		return 0
	}
	n, err := strconv.Atoi(text)
	if err != nil || n <= 0 {
		r.keep(Problems{{Path: path, Is: is(path, text), Want: "want a whole number above 0"}}, flag, text)
		return 0
	}
	return n
}

func (r *flagReader) keys(flag string, flags []string) (keys []Key) {
	seen := map[string]bool{}
	for _, text := range flags {
		k, problems := ParseKey(text)
		path := Path("keys", k.Name)
		if !r.took(path, flag, text) {
			continue
		}
		if len(problems) == 0 && seen[k.Name] {
			problems.Add(path, fmt.Sprintf("the key %q is given twice", k.Name), "want it once")
			r.keep(problems, flag, text)
			continue
		}
		r.keep(problems, flag, text)
		if seen[k.Name] = true; k.Name != "" {
			keys = append(keys, k)
		}
	}
	return keys
}

// uses reads the uses of a list, of which the first is the one at from.
func (r *flagReader) uses(field string, from int, flag string, flags []string, c catalogue) (uses []Use) {
	for i, text := range flags {
		path := Path(field, from+i)
		u := Use{}
		if r.took(path, flag, text) {
			reader := specReader{}
			u = reader.useFlag(path, text, c, r.readFile)
			r.keep(reader.problems, flag, text)
		}
		uses = append(uses, u)
	}
	return uses
}

// pairs reads K=V flags. A name in which = occurs is written as a JSON string.
func (r *flagReader) pairs(field, flag string, flags []string) map[string]string {
	var pairs map[string]string
	for _, text := range flags {
		name, sep, value, err := cutName(text, "=")
		path := Path(field, name)
		_, twice := pairs[name]
		switch {
		case !r.took(path, flag, text):
			continue
		case err != nil:
			r.keep(Problems{{Path: path, Is: "the name is no JSON string", Want: err.Error()}}, flag, text)
		case sep != "=":
			r.keep(Problems{{Path: path, Is: fmt.Sprintf("%q has no =", text), Want: "want NAME=value"}}, flag, text)
		case twice:
			r.keep(Problems{{Path: path, Is: fmt.Sprintf("%q is given twice", name), Want: "want it once"}}, flag, text)
		default:
			if pairs == nil {
				pairs = map[string]string{}
			}
			pairs[name] = value
		}
	}
	return pairs
}
