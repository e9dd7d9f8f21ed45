package spec

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

const (
	maxListed   = 24  // words in one error
	maxUses     = 100 // triggers or accesses of one function
	maxElements = 100 // of a list
)

func (r *resolver) triggers() {
	r.s.Triggers = atMost(r, "triggers", r.s.Triggers, maxUses, "items")
	for i := range r.s.Triggers {
		before := len(r.Problems)
		r.use(Path("triggers", i), &r.s.Triggers[i], triggers)
		if len(r.Problems) == before {
			r.together(Path("triggers", i), r.s.Triggers[i], aws.FindTrigger(r.s.Triggers[i].ID).Refuse)
		}
	}
	r.Problems = append(r.Problems, CheckExcluded(r.s.Triggers)...)
	r.triggerNames()
	r.sameTriggers()
}

func (r *resolver) access() {
	r.s.Access = atMost(r, "access", r.s.Access, maxUses, "items")
	for i := range r.s.Access {
		u := &r.s.Access[i]
		path := Path("access", i)
		if u.Name != "" {
			r.Add(path+".name", is("name", u.Name), "want no name: an access has none")
		}
		before := len(r.Problems)
		r.use(path, u, accesses)
		r.accessTrigger(path, u)
		if len(r.Problems) == before {
			r.together(path, *u, aws.FindAccess(u.ID).Refuse)
		}
	}
}

// CheckExcluded finds triggers that cannot be beside each other.
func CheckExcluded(uses []Use) (problems Problems) {
	for i, u := range uses {
		for _, other := range uses[:i] {
			a, b := aws.FindTrigger(u.ID), aws.FindTrigger(other.ID)
			if a != nil && b != nil && a.ExcludesOther(b) {
				problems.Add(Path("triggers", i), fmt.Sprintf("the trigger %s stands beside %s", a.ID, b.ID), "want one of them: nothing in an event tells the two apart, or a function has only one")
			}
		}
	}
	return problems
}

// together checks the parameters of a use, each of which is right, against one another.
func (r *resolver) together(path string, u Use, refuse func(given func(param string) string) (param, why string)) {
	if refuse == nil {
		return
	}
	given := func(name string) string {
		if value, ok := u.Params[name]; ok {
			return fmt.Sprint(value)
		}
		return ""
	}
	if param, why := refuse(given); why != "" {
		r.Add(path+"."+param, is(param, given(param)), why)
	}
}

// atMost is all, or as many as there may be. It comes before what compares each with each.
func atMost[T any](r *resolver, path string, all []T, most int, what string) []T {
	if len(all) <= most {
		return all
	}
	r.Add(path, fmt.Sprintf("%s has %d %s", field(path), len(all), what), fmt.Sprintf("want at most %d", most))
	return all[:most]
}

// use checks the parameters of one use and fills in their defaults.
func (r *resolver) use(path string, u *Use, c catalogue) {
	params, ok := c.find(u.ID)
	if !ok {
		r.Problems = append(r.Problems, c.unknownID(path, u.ID))
		return
	}
	for _, name := range sortedNames(u.Params) {
		at := path + "." + name
		if p := aws.FindParam(params, name); p == nil {
			r.Add(at, fmt.Sprintf("%q is no parameter of %s", name, u.ID), "want one of "+strings.Join(c.names(params), ", ")).
				Hint = didYouMean(name, c.names(params))
		}
	}
	for i := range params {
		p := &params[i]
		at := path + "." + p.Name
		if value, given := u.Params[p.Name]; given {
			r.value(at, p, value)
			continue
		}
		if p.Required {
			r.Add(at, fmt.Sprintf("%s has no %s", u.ID, p.Name), "want "+p.Help)
		}
		if value := defaultOf(p, r.s.Name); value != nil {
			if u.Params == nil {
				u.Params = map[string]any{}
			}
			u.Params[p.Name] = value
		}
	}
}

func sortedNames(params map[string]any) []string {
	names := make([]string, 0, len(params))
	for name := range params {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// defaultOf is the value that a parameter takes where none is given, nil where it has no default.
func defaultOf(p *aws.Param, function string) any {
	if p.Default == "" {
		return nil
	}
	text := strings.ReplaceAll(p.Default, "{function}", function)
	switch p.Type {
	case aws.Integer:
		n, _ := strconv.Atoi(text)
		return n
	case aws.Boolean:
		return text == "true"
	case aws.List:
		return strings.Split(text, ",")
	case aws.Object:
		return JSON(text)
	}
	return text
}

// value checks the value of one parameter: its kind by the parameter's type, its text by the parameter's own rules.
func (r *resolver) value(path string, p *aws.Param, value any) {
	switch v := value.(type) {
	case string:
		if p.Type == aws.Text {
			r.text(path, p, v)
			return
		}
	case int:
		if p.Type == aws.Integer {
			r.text(path, p, strconv.Itoa(v))
			return
		}
	case bool:
		if p.Type == aws.Boolean {
			r.text(path, p, strconv.FormatBool(v))
			return
		}
	case []string:
		if p.Type == aws.List {
			r.elements(path, p, v)
			return
		}
	case JSON:
		if p.Type == aws.Object {
			r.object(path, p, v)
			return
		}
	}
	r.Add(path, fmt.Sprintf("%s is a %T", p.Name, value), "want "+article(string(p.Type)))
}

func (r *resolver) text(path string, p *aws.Param, text string) {
	what, want := CheckParam(p, text)
	if what != "" {
		r.Add(path, p.Name+" "+what, want).Hint = didYouMean(text, p.Enum)
	} else if p.TakesARN() {
		r.partition(path, p.Name, text)
	}
}

// CheckParam returns what is wrong with the text of a parameter and what is wanted; "" where nothing is.
func CheckParam(p *aws.Param, text string) (is, want string) {
	why := p.Check(text)
	switch {
	case len(p.Enum) > maxListed && text != "" && !slices.Contains(p.Enum, text):
		return "is " + strconv.Quote(text), fmt.Sprintf("want one of %s and %d more, which scaffold schema lists",
			strings.Join(p.Enum[:4], ", "), len(p.Enum)-4)
	case why == "":
		if want := checkText(text); want != "" {
			return "is " + strconv.Quote(text), want
		}
		return "", ""
	}
	quoted, err := strconv.QuotedPrefix(strings.TrimPrefix(why, "is "))
	if err != nil {
		is, want, _ = strings.Cut(why, ": ")
		return is, want
	}
	is = "is " + quoted
	return is, strings.TrimPrefix(why[len(is):], ": ")
}

func (r *resolver) elements(path string, p *aws.Param, texts []string) {
	if n := len(texts); n == 0 || n > maxElements {
		r.Add(path, fmt.Sprintf("%s has %d elements", p.Name, n), fmt.Sprintf("want 1 to %d", maxElements))
		texts = texts[:min(n, maxElements)]
	}
	for i, text := range texts {
		if slices.Contains(texts[:i], text) {
			r.Add(path+Path(i), fmt.Sprintf("%s has %q twice", p.Name, text), "want it once")
			continue
		}
		r.text(path+Path(i), p, text)
		for _, other := range texts[:i] {
			if p.Beside != nil && p.Beside(other, text) != "" {
				r.Add(path+Path(i), fmt.Sprintf("%s has %q beside %q", p.Name, text, other), p.Beside(other, text))
			}
		}
	}
}

func (r *resolver) object(path string, p *aws.Param, text JSON) {
	v, err := parseJSON(string(text))
	switch {
	case err != nil:
		r.Add(path, fmt.Sprintf("%s is %q", p.Name, text), err.Error())
	case v.Type != Object:
		r.Add(path, fmt.Sprintf("%s is %s", p.Name, text), "want an object")
	case len(text) > maxDefault:
		r.Add(path, fmt.Sprintf("%s has %d bytes", p.Name, len(text)), fmt.Sprintf("want at most %d", maxDefault))
	}
}
