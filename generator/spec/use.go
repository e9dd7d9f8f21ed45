package spec

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// catalogue is the part of package aws that a list of uses is about.
type catalogue struct {
	one    string // what one of it is called
	find   func(id string) ([]aws.Param, bool)
	ids    func() []string
	naming bool // uses have names
}

var triggers = catalogue{
	one: "trigger", naming: true,
	find: func(id string) ([]aws.Param, bool) {
		if t := aws.FindTrigger(id); t != nil {
			return t.Params, true
		}
		return nil, false
	},
	ids: aws.TriggerIDs,
}

var accesses = catalogue{
	one: "access",
	find: func(id string) ([]aws.Param, bool) {
		if a := aws.FindAccess(id); a != nil {
			return a.Params, true
		}
		return nil, false
	},
	ids: aws.AccessIDs,
}

var logChoices = catalogue{
	one: "log choice",
	find: func(id string) ([]aws.Param, bool) {
		if c := aws.FindLogChoice(id); c != nil {
			return c.Params, true
		}
		return nil, false
	},
	ids: func() (ids []string) {
		for _, c := range aws.LogChoices() {
			ids = append(ids, c.ID)
		}
		return ids
	},
}

// unknownID is the problem of an id that the catalogue does not have.
func (c catalogue) unknownID(path, id string) *Problem {
	ids := c.ids()
	p := &Problem{Path: path, Is: fmt.Sprintf("%q is no %s", id, c.one), Want: "want one of " + strings.Join(ids, ", ")}
	if len(ids) > maxListed {
		p.Want = fmt.Sprintf("want one of %s and %d more, which scaffold list %ss shows", strings.Join(ids[:4], ", "), len(ids)-4, c.one)
	}
	p.Hint = didYouMean(id, ids)
	return p
}

// names are what the mapping of one use may hold.
func (c catalogue) names(params []aws.Param) (names []string) {
	if c.naming {
		names = append(names, "name")
	}
	for _, p := range params {
		names = append(names, p.Name)
	}
	return names
}

// uses reads a list whose items are ids, alone or with parameters below them.
func (r *specReader) uses(path string, v Value, c catalogue) []Use {
	if v.Type == Null {
		return nil
	}
	if v.Type != Array {
		r.problems.Add(path, path+" is "+kind(v), "want a list").Hint = "each item begins with a dash: - " + c.ids()[0]
		return nil
	}
	var uses []Use
	for i, item := range v.Elements {
		if r.problems.full() {
			break
		}
		uses = append(uses, r.item(Path(path, i), item, c))
	}
	return uses
}

func (r *specReader) item(path string, v Value, c catalogue) Use {
	switch {
	case v.Type == String:
		return r.use(path, v.Text, Value{Type: Object}, c)
	case v.Type == Object && len(v.Members) == 1:
		return r.use(path, v.Members[0].Name, v.Members[0].Value, c)
	case v.Type == Object && len(v.Members) > 1:
		var names []string
		for _, m := range v.Members {
			names = append(names, m.Name)
		}
		r.problems.Add(path, fmt.Sprintf("one item holds %s", strings.Join(names, ", ")), "want one id, and its parameters indented below it").
			Hint = fmt.Sprintf("indent %s further than %s", names[1], names[0])
	default:
		r.problems.Add(path, "the item is "+kind(v), "want the id of "+article(c.one)+", with its parameters below it")
	}
	return Use{}
}

func article(noun string) string {
	if strings.ContainsAny(noun[:1], "aeio") {
		return "an " + noun
	}
	return "a " + noun
}

// use reads the parameters of a trigger, an access or a log choice.
func (r *specReader) use(path, id string, v Value, c catalogue) Use {
	u := Use{ID: id}
	params, known := c.find(id)
	if !known {
		r.problems = append(r.problems, c.unknownID(path, id))
		return u
	}
	if v.Type != Object && v.Type != Null {
		r.problems.Add(path, fmt.Sprintf("%s is %s", id, kind(v)), "want its parameters as a mapping")
		return u
	}
	for _, m := range v.Members {
		if r.problems.full() {
			break
		}
		at := path + "." + m.Name
		if !plainName(m.Name) {
			at = path + Path(m.Name)
		}
		param := aws.FindParam(params, m.Name)
		switch {
		case m.Name == "name" && c.naming:
			u.Name = r.text(at, m.Value)
		case param == nil:
			r.unknownParam(at, id, m.Name, c.names(params))
		default:
			r.param(&u, at, param, m.Value)
		}
	}
	return u
}

func (r *specReader) unknownParam(path, id, name string, known []string) {
	want := "want one of " + strings.Join(known, ", ")
	if len(known) == 0 {
		want = id + " has no parameters"
	}
	p := r.problems.Add(path, fmt.Sprintf("%q is no parameter of %s", name, id), want)
	p.Hint, p.atKey = didYouMean(name, known), true
}

// param reads one parameter into the use.
func (r *specReader) param(u *Use, path string, p *aws.Param, v Value) {
	value, want := paramValue(p, v)
	if want != "" {
		problem := r.problems.Add(path, fmt.Sprintf("%s is %s", p.Name, kind(v)), want)
		problem.text, problem.Hint = p.Type == aws.Text, unquoted(p.Type, v)
		return
	}
	if u.Params == nil {
		u.Params = map[string]any{}
	}
	u.Params[p.Name] = value
}

// unquoted is the hint for a number or boolean in quotes.
func unquoted(typ aws.ParamType, v Value) string {
	if (typ == aws.Integer || typ == aws.Boolean) && v.Type == String && unquotedValue(v.Text).Type != String {
		return "without quotes: " + v.Text
	}
	return ""
}

// paramValue takes a value as the parameter's type has it. want says what is wanted where it cannot.
func paramValue(p *aws.Param, v Value) (value any, want string) {
	switch p.Type {
	case aws.Integer:
		if n, err := strconv.Atoi(v.Text); err == nil && v.Type == Integer {
			return n, ""
		}
		return nil, "want a whole number"
	case aws.Boolean:
		if v.Type == Boolean {
			return v.Text == "true", ""
		}
		return nil, "want true or false"
	case aws.Object:
		if v.Type == Object {
			return v.JSON(), ""
		}
		return nil, "want a mapping"
	case aws.List:
		return listValue(v)
	}
	if text, ok := textOf(v); ok {
		return text, ""
	}
	return nil, "want a text"
}

// listValue takes a list of texts; a text alone is a list of one.
func listValue(v Value) (value any, want string) {
	if text, ok := textOf(v); ok {
		return []string{text}, ""
	}
	if v.Type != Array {
		return nil, "want a list of texts"
	}
	texts := []string{}
	for _, e := range v.Elements {
		text, ok := textOf(e)
		if !ok {
			return nil, "want a list of texts alone"
		}
		texts = append(texts, text)
	}
	return texts, ""
}
