package generator

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// How Python writes texts and values: the encoders of its templates.

// pythonText writes a text as a string literal in which every character can be seen, in the quotes that need fewer
// escapes, as Python's formatters have it: 'say "hi"'.
func pythonText(text string) string {
	quote := '"'
	if strings.Count(text, `"`) > strings.Count(text, "'") {
		quote = '\''
	}
	var out strings.Builder
	out.WriteRune(quote)
	for _, c := range text {
		switch {
		case c == quote || c == '\\':
			out.WriteRune('\\')
			out.WriteRune(c)
		case c == '\n':
			out.WriteString(`\n`)
		case c == '\r':
			out.WriteString(`\r`)
		case c == '\t':
			out.WriteString(`\t`)
		case !hidden(c):
			out.WriteRune(c)
		case c <= 0xff:
			fmt.Fprintf(&out, `\x%02x`, c)
		case c <= 0xffff:
			fmt.Fprintf(&out, `\u%04x`, c)
		default:
			fmt.Fprintf(&out, `\U%08x`, c)
		}
	}
	out.WriteRune(quote)
	return out.String()
}

// pythonValue writes a JSON value as a literal: {"state": "open", "done": False}.
func pythonValue(v Value) string { return pythonLiteral(v.json.Value()) }

func pythonLiteral(value spec.Value) string {
	var parts []string
	switch value.Type {
	case spec.Object:
		for _, m := range value.Members {
			parts = append(parts, pythonText(m.Name)+": "+pythonLiteral(m.Value))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case spec.Array:
		for _, element := range value.Elements {
			parts = append(parts, pythonLiteral(element))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case spec.String:
		return pythonText(value.Text)
	case spec.Boolean, spec.Null:
		return pythonWords[string(value.JSON())]
	}
	return strings.ToLower(string(value.JSON()))
}

var pythonWords = map[string]string{"true": "True", "false": "False", "null": "None"}

// pythonShown is what str() makes of a value that is neither an object nor a list: True, 1e-07.
// https://docs.python.org/3/library/stdtypes.html#numeric-types-int-float-complex
func pythonShown(v Value) string {
	value := v.json.Value()
	if value.Type == spec.String {
		return value.Text
	}
	literal := pythonLiteral(value)
	number, err := strconv.ParseFloat(literal, 64)
	if err != nil || !strings.ContainsAny(literal, ".e") {
		return literal
	}
	shortest := strconv.FormatFloat(number, 'e', -1, 64)
	if _, exponent, _ := strings.Cut(shortest, "e"); number != 0 {
		if power, err := strconv.Atoi(exponent); err == nil && (power < -4 || power >= 16) {
			return shortest
		}
	}
	shortest = strconv.FormatFloat(number, 'f', -1, 64)
	if !strings.Contains(shortest, ".") {
		shortest += ".0"
	}
	return shortest
}

// pythonGreeting is what the generated handler answers, as an expression: "Hello from Lambda 1.5 " + json.dumps([1]).
// The values of the keys are those of the sample events, or their defaults.
func pythonGreeting(f *Function, defaults bool) string {
	var parts []string
	text := "Hello from Lambda"
	for _, k := range f.Keys {
		v := k.Sample
		if defaults {
			v = *k.Default
		}
		text += " "
		if k.Scalar() {
			text += pythonShown(v)
			continue
		}
		parts = append(parts, pythonText(text), "json.dumps("+pythonValue(v)+")")
		text = ""
	}
	if text != "" {
		parts = append(parts, pythonText(text))
	}
	return strings.Join(parts, " + ")
}

// pythonImport imports names from a module beside, and the sources of kinds of triggers, in the order of Python's sorters
// of imports: constants, classes, functions. A name that is "" is none.
func pythonImport(module string, kinds []*Trigger, names ...string) string {
	for _, t := range kinds {
		names = append(names, t.Names.Source)
	}
	names = slices.DeleteFunc(names, func(name string) bool { return name == "" })
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(pythonRank(a), pythonRank(b)), strings.Compare(strings.ToLower(a), strings.ToLower(b)))
	})
	return "from " + module + " import " + strings.Join(names, ", ")
}

func pythonRank(name string) int {
	switch {
	case strings.ToUpper(name) == name:
		return 0
	case name[0] >= 'A' && name[0] <= 'Z':
		return 1
	}
	return 2
}
