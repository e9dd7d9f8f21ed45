package spec

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// is says what a field is: name is "a b".
func is(field, value string) string { return field + " is " + strconv.Quote(value) }

func (r *resolver) between(field string, n, least, most int, unit string) {
	if n < least || n > most {
		r.Add(field, fmt.Sprintf("%s is %d", field, n), fmt.Sprintf("want %d to %d %s", least, most, unit))
	}
}

func (r *resolver) oneOf(path, value string, words []string) {
	if slices.Contains(words, value) {
		return
	}
	r.Add(path, is(field(path), value), "want one of "+strings.Join(words, ", ")).Hint = didYouMean(value, words)
}

// CheckName returns what is wrong with the name of a function, nil where nothing is. The name is also that of its
// directory, on every system.
func CheckName(name string) *Problem {
	p := &Problem{Path: "name", Is: is("name", name)}
	switch {
	case name == "":
		p.Is, p.Want, p.Hint = "name is missing", "want the name of the function", ""
	case aws.CheckFunctionName(name) != "":
		p.Want = aws.CheckFunctionName(name)
		if near := nearName(name); near != "" && near != name {
			p.Hint = fmt.Sprintf("%s would do", near)
		}
	case name[0] == '-':
		p.Want, p.Hint = "want no - first, where it looks like a flag", strings.TrimLeft(name, "-")+" would do"
	case windowsName(name):
		p.Want = "want a name that Windows does not keep for a device: it is the name of a directory too"
	default:
		return nil
	}
	return p
}

// nearName makes a function name of a text, "" where nothing is left of it.
func nearName(text string) string {
	var b strings.Builder
	for _, c := range text {
		switch {
		case c < utf8.RuneSelf && nameByte(byte(c)):
			b.WriteRune(c)
		case c == ' ', c == '.', c == '/':
			b.WriteByte('-')
		}
	}
	name := strings.Trim(b.String(), "-")
	return name[:min(len(name), 64)]
}

// windowsName tells whether Windows keeps the name for a device.
// https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
func windowsName(name string) bool {
	switch name = strings.ToLower(name); name {
	case "con", "prn", "aux", "nul":
		return true
	}
	return len(name) == 4 && (name[:3] == "com" || name[:3] == "lpt") && '1' <= name[3] && name[3] <= '9'
}

func (r *resolver) name() {
	if p := CheckName(r.s.Name); p != nil {
		r.Problems = append(r.Problems, p)
	}
}

// maxEnvironment is the greatest size of all variables together, in bytes.
// https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
const maxEnvironment = 4 << 10

func (r *resolver) environment() {
	size := 0
	for name, value := range r.s.Environment {
		size += len(name) + len(value)
	}
	if size > maxEnvironment {
		r.Add("environment", fmt.Sprintf("environment has %d bytes", size), fmt.Sprintf("want at most %d, names and values together", maxEnvironment))
		return
	}
	for _, name := range slices.Sorted(maps.Keys(r.s.Environment)) {
		value := r.s.Environment[name]
		path := Path("environment", name)
		if want := aws.CheckVariable(name); want != "" {
			r.Add(path, fmt.Sprintf("the variable is %q", name), want).atKey = true
		} else if want := checkText(value); want != "" {
			r.Add(path, is(name, value), want)
		}
	}
}

// tags checks tags by the rules that all services share.
// https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
func (r *resolver) tags() {
	if n := len(r.s.Tags); n > 50 {
		r.Add("tags", fmt.Sprintf("tags has %d tags", n), "want at most 50")
		return
	}
	for _, name := range slices.Sorted(maps.Keys(r.s.Tags)) {
		value, path := r.s.Tags[name], Path("tags", name)
		switch n := utf8.RuneCountInString(name); {
		case n == 0 || n > 128:
			r.Add(path, fmt.Sprintf("the tag %q has %d characters", name, n), "want 1 to 128")
		case checkText(name) != "":
			r.Add(path, fmt.Sprintf("the tag is %q", name), checkText(name))
		case len(name) >= 4 && strings.EqualFold(name[:4], "aws:"):
			r.Add(path, fmt.Sprintf("the tag is %q", name), "want no tag that begins with aws: those are Amazon's own")
		case utf8.RuneCountInString(value) > 256:
			r.Add(path, fmt.Sprintf("the value of the tag %q has %d characters", name, utf8.RuneCountInString(value)), "want at most 256")
		case checkText(value) != "":
			r.Add(path, is(name, value), checkText(value))
		}
	}
}
