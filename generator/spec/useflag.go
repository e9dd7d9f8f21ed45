package spec

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// useFlag reads a trigger, an access or a log choice as -t, -a and -l have it:
//
//	id
//	id:param=value,param=value     commas and = inside ()[]{}"" do not split
//	id:{...}                       the parameters as a JSON object
//
// A value that begins with a double quote is a JSON string; (a,b) is a list; param:=json has the value as JSON; and
// param=@file is the text of a file without its last line feed. The name of a trigger is given as name=.
func (r *specReader) useFlag(path, text string, c catalogue, readFile func(string) ([]byte, error)) Use {
	id, rest, _ := strings.Cut(text, ":")
	params, known := c.find(id)
	if !known {
		r.problems = append(r.problems, c.unknownID(path, id))
		return Use{ID: id}
	}
	if strings.HasPrefix(rest, "{") {
		v, err := parseJSON(rest)
		if err != nil {
			r.problems.Add(path, "the parameters of "+id+" are no JSON", err.Error())
			return Use{ID: id}
		}
		return r.use(path, id, v, c)
	}
	parts, err := splitOutside(rest)
	if err != nil {
		r.problems.Add(path, strconv.Quote(rest), err.Error())
		return Use{ID: id}
	}
	given := Value{Type: Object}
	for _, part := range parts {
		if r.problems.full() {
			break
		}
		name, value, ok := r.paramFlag(path, id, part, params, readFile)
		if !ok {
			continue
		}
		if _, twice := given.Member(name); twice {
			r.problems.Add(path+"."+name, fmt.Sprintf("%q is given twice", name), "want it once; a list is written "+name+"=(a,b)")
			continue
		}
		given.Members = append(given.Members, Member{name, value})
	}
	return r.use(path, id, given, c)
}

// paramFlag reads param=value, param:=json or param=@file.
func (r *specReader) paramFlag(path, id, text string, params []aws.Param, readFile func(string) ([]byte, error)) (name string, v Value, ok bool) {
	name, value, found := strings.Cut(text, "=")
	if !found {
		p := r.problems.Add(path, fmt.Sprintf("%q in %s", text, id), "want param=value")
		if p.Hint = didYouMean(text, paramNames(params)); aws.FindParam(params, text) != nil {
			p.Hint = fmt.Sprintf("%s:%s=...", id, text)
		}
		return "", v, false
	}
	if plain, isJSON := strings.CutSuffix(name, ":"); isJSON {
		v, err := parseJSON(value)
		if err != nil {
			r.problems.Add(path, plain+" is no JSON", err.Error()).Hint = fmt.Sprintf("a text is %s=...", plain)
		}
		return plain, v, err == nil
	}
	if file, isFile := strings.CutPrefix(value, "@"); isFile {
		data, err := readFile(file)
		if err != nil {
			r.problems.Add(path, fmt.Sprintf("%s is the file %q", name, file), "want one that can be read: "+err.Error()).
				Hint = fmt.Sprintf("a text that begins with @ is %s:=%s", name, Text(value))
			return name, v, false
		}
		value = strings.TrimSuffix(strings.TrimSuffix(string(data), "\n"), "\r")
		return name, Value{Type: String, Text: value}.as(aws.FindParam(params, name)), true
	}
	v, err := flagValue(value, aws.FindParam(params, name))
	if err != nil {
		r.problems.Add(path, fmt.Sprintf("%s is %q", name, value), err.Error())
	}
	return name, v, err == nil
}

func paramNames(params []aws.Param) (names []string) {
	for _, p := range params {
		names = append(names, p.Name)
	}
	return names
}

// FlagParam reads the value of a parameter from what stands after param= in a flag. It says what is wanted where the text is no
// value of the parameter's type.
func FlagParam(p *aws.Param, text string) (value any, want string) {
	v, err := flagValue(text, p)
	if err != nil {
		return nil, err.Error()
	}
	return paramValue(p, v)
}

// flagValue reads what stands after param= as its parameter has it.
func flagValue(text string, p *aws.Param) (Value, error) {
	if strings.HasPrefix(text, `"`) {
		v, err := parseJSON(text)
		return v.as(p), err
	}
	if p == nil || p.Type != aws.List || !strings.HasPrefix(text, "(") || !strings.HasSuffix(text, ")") {
		return Value{Type: String, Text: text}.as(p), nil
	}
	list := Value{Type: Array}
	elements, err := splitOutside(text[1 : len(text)-1])
	for _, e := range elements {
		v := Value{Type: String, Text: e}
		if strings.HasPrefix(e, `"`) && err == nil {
			v, err = parseJSON(e)
		}
		list.Elements = append(list.Elements, v)
	}
	return list, err
}

// as takes a text from a flag for what its parameter is: on a command line nothing else tells 30 from "30".
func (v Value) as(p *aws.Param) Value {
	if p == nil || v.Type != String {
		return v
	}
	switch p.Type {
	case aws.Integer, aws.Boolean:
		return unquotedValue(v.Text)
	case aws.Object:
		if object, err := parseJSON(v.Text); err == nil {
			return object
		}
	case aws.Text:
		// A shell of Windows takes a path that begins with / for one of its own: hello stands for /hello.
		isPath := strings.HasPrefix(p.Example, "/")
		if isPath && v.Text != "" && p.Check(v.Text) != "" && p.Check("/"+v.Text) == "" {
			v.Text = "/" + v.Text
		}
	}
	return v
}

// splitOutside splits text at the commas that are not inside ()[]{}"". Nothing is no part.
func splitOutside(text string) (parts []string, err error) {
	if text == "" {
		return nil, nil
	}
	var open []byte
	start, quoted := 0, false
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '(' || c == '[' || c == '{':
			open = append(open, c)
		case c == ')' || c == ']' || c == '}':
			if len(open) == 0 || open[len(open)-1] != opening(c) {
				return nil, fmt.Errorf("want a %c before the %c, or the value as a JSON string: param=\"...\"", opening(c), c)
			}
			open = open[:len(open)-1]
		case c == ',' && len(open) == 0:
			parts, start = append(parts, text[start:i]), i+1
		}
	}
	switch {
	case quoted:
		return nil, errors.New(`want the double quote closed, or the value as a JSON string: param="...\"..."`)
	case len(open) > 0:
		return nil, fmt.Errorf("want the %c closed, or the value as a JSON string: param=\"...\"", open[len(open)-1])
	}
	return append(parts, text[start:]), nil
}

func opening(closing byte) byte { return "([{"[strings.IndexByte(")]}", closing)] }
