package generator

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// values fills the holes of texts from package aws for one trigger or access of one function.
type values struct {
	names     map[string]filled // what stands for no parameter: function, account, region, partition, trigger, group ...
	params    []aws.Param
	given     map[string]any           // by parameter name, as in spec.Use
	prefix    string                   // of placeholders, UPLOADS_ for example
	suffix    string                   // of placeholders, _2 for example
	open      map[string]string        // the placeholders of what is not known yet, by parameter name
	keySample func(name string) string // the sample text of an event key or path parameter
	clash     map[string][]string      // values that an example must not have, by parameter name
	stack     *stack                   // where texts are made for Fn::Sub; nil elsewhere
}

// Placeholders and examples of what stands for no parameter.
var unknown = map[string]struct{ placeholder, example string }{
	"account":   {"AWS_ACCOUNT_ID", "123456789012"},
	"region":    {"AWS_REGION", "eu-west-1"},
	"partition": {"AWS_PARTITION", "aws"},
}

// filled is what stands in a hole: a value, or the placeholder of one that is not known yet; both are empty where an
// optional parameter has no value.
type filled struct{ value, placeholder string }

// text fills the holes of pattern. What is not known yet is written as its placeholder.
func (v *values) text(pattern string) string {
	if arn := v.arn(pattern); arn != "" {
		return arn
	}
	return v.write(pattern, func(f filled) string {
		switch {
		case v.stack != nil:
			return v.stack.sub(f)
		case f.placeholder != "":
			return "${" + f.placeholder + "}"
		}
		return f.value
	})
}

// arn is the value of a parameter that was given as a whole ARN where pattern is the ARN of what it names: a key of another
// account, a secret with the characters at its end. It is "" elsewhere.
func (v *values) arn(pattern string) string {
	if !strings.HasPrefix(pattern, "arn:") {
		return ""
	}
	for h := range holes(pattern) {
		param, value := aws.FindParam(v.params, h.name), paramText(v.given[h.name])
		if param != nil && h.form == "" && param.WholeARN(value) {
			return value
		}
	}
	return ""
}

// name fills the holes of a member's name, in which a reference to a resource is the resource's name.
func (v *values) name(pattern string) string {
	return v.write(pattern, func(f filled) string { return f.value + strings.TrimPrefix(f.placeholder, "@") })
}

func (v *values) write(pattern string, show func(filled) string) string {
	var out strings.Builder
	for h := range holes(pattern) {
		if h.name == "" {
			out.WriteString(h.literal)
		} else {
			out.WriteString(show(v.fill(h)))
		}
	}
	return out.String()
}

// has tells whether every hole of pattern has one value.
func (v *values) has(pattern string) bool {
	for h := range holes(pattern) {
		if h.name == "" {
			continue
		}
		if elements, ok := v.given[h.name].([]string); ok && len(elements) != 1 || v.fill(h).value == "" {
			return false
		}
	}
	return true
}

// lacks tells whether pattern holds {name?} and that parameter has no value: its part is left out.
func (v *values) lacks(pattern string) bool {
	for h := range holes(pattern) {
		if h.optional && v.fill(h) == (filled{}) {
			return true
		}
	}
	return false
}

// list fills pattern once for each element of the list parameter in it, once where it has none.
func (v *values) list(pattern string) []string {
	var texts []string
	for _, one := range v.fan(pattern) {
		texts = append(texts, one.text(pattern))
	}
	return texts
}

// fan is v once for each element of the list parameter in pattern, with that element alone.
func (v *values) fan(pattern string) []*values {
	for h := range holes(pattern) {
		elements, ok := v.given[h.name].([]string)
		if !ok {
			continue
		}
		var all []*values
		for _, element := range elements {
			one := *v
			one.given = maps.Clone(v.given)
			one.given[h.name] = element
			all = append(all, one.fan(pattern)...)
		}
		return all
	}
	return []*values{v}
}

// fill finds what stands in a hole.
func (v *values) fill(h hole) filled {
	if named, ok := v.names[h.name]; ok && named != (filled{}) {
		return named
	}
	if u, ok := unknown[h.name]; ok {
		if h.form == aws.FormSample {
			return filled{value: u.example}
		}
		return filled{placeholder: u.placeholder}
	}
	param := aws.FindParam(v.params, h.name)
	if param == nil {
		panic("package aws: no parameter fills the hole {" + h.name + "}")
	}
	value := paramText(v.given[h.name])
	switch {
	case h.form == aws.FormSample:
		return filled{value: v.sample(param, value)}
	case value != "":
		return filled{value: aws.InForm(h.form, value)}
	case param.Placeholder != "":
		return filled{placeholder: v.open[param.Name]}
	case param.Else != "":
		return v.fill(hole{name: param.Else})
	}
	return filled{}
}

// nameOpen gives each parameter that is not known yet its placeholder.
func (v *values) nameOpen(taken *scope) {
	v.open = map[string]string{}
	for _, param := range v.params {
		if param.Placeholder != "" && paramText(v.given[param.Name]) == "" && v.names[param.Name] == (filled{}) {
			v.open[param.Name] = taken.give(v.prefix+param.Placeholder+v.suffix, "_")
		}
	}
}

// sample is the value as an event has it: the one given, or the parameter's example in a variant that no other trigger
// of the function was given, so that their events stay apart.
func (v *values) sample(param *aws.Param, value string) string {
	if value == "" && (param.Placeholder != "" || param.Identifies) {
		value = param.Example
		for n := 0; slices.Contains(v.clash[param.Name], value); n++ {
			number := strconv.Itoa(n)
			value = param.Example[:len(param.Example)-len(number)] + number
		}
	}
	if param.Sample != nil {
		return param.Sample(value, v.keySample)
	}
	return value
}

// paramText writes a parameter's value as text, a list as its first element; "" is not given.
func paramText(value any) string {
	switch value := value.(type) {
	case string:
		return value
	case int:
		return strconv.Itoa(value)
	case bool:
		return strconv.FormatBool(value)
	case []string:
		if len(value) > 0 {
			return value[0]
		}
	case spec.JSON:
		return string(value)
	}
	return ""
}
