package generator

import (
	"slices"
	"strings"

	"golang.org/x/text/width"
)

// pythonWidth is how wide a line of Python may be before its formatters break it.
const pythonWidth = 88

// foldPython breaks the lines of a module that are too wide: a call or literal into its elements, one a line and each with a
// comma behind it, a condition and a sum before their operators. Formatters leave such code as it is, and never join it again.
func foldPython(text string) string {
	lines := strings.Split(text, "\n")
	var out []string
	docstring := false
	for _, line := range lines {
		marks := strings.Count(line, `"""`)
		if docstring || marks > 0 || strings.HasPrefix(strings.TrimLeft(line, " "), "#") {
			out = append(out, line)
		} else {
			out = append(out, foldLine(line)...)
		}
		docstring = docstring != (marks%2 == 1)
	}
	return strings.Join(out, "\n")
}

// foldLine breaks one line, and what becomes of it, until each is narrow enough or cannot be broken.
func foldLine(line string) []string {
	if columns(line) <= pythonWidth {
		return []string{line}
	}
	code := strings.TrimLeft(line, " ")
	indent := line[:len(line)-len(code)]
	inner := indent + "    "
	if condition, ok := strings.CutPrefix(code, "if "); ok {
		if folded := foldCondition(indent, strings.TrimSuffix(condition, ":")); folded != nil {
			return folded
		}
	}
	if module, names, ok := strings.Cut(code, " import "); ok && strings.HasPrefix(code, "from ") {
		return exploded(indent+module+" import (", inner, names, indent+")")
	}
	if pattern, ok := strings.CutPrefix(code, "case "); ok {
		if parts := splitPython(strings.TrimSuffix(pattern, ":"), " | "); len(parts) > 1 {
			return chain(indent+"case (", inner, "| ", parts, indent+"):")
		}
	}
	if name, value, ok := strings.Cut(code, " = "); ok {
		for _, operator := range []string{"| ", "+ "} {
			parts := splitPython(value, " "+operator)
			if open, shut := lastBracket(code); len(parts) == 2 && shut == len(code)-1 && columns(indent+code[:open+1]) <= pythonWidth {
				return []string{indent + code[:open+1], inner + code[open+1:shut], indent + code[shut:]}
			}
			if len(parts) > 1 {
				return chain(indent+name+" = (", inner, operator, parts, indent+")")
			}
		}
	}
	for _, operator := range []string{"or ", "+ "} {
		if parts := splitPython(code, " "+operator); len(parts) > 1 && !strings.HasPrefix(code, "return ") {
			return operands(indent, operator, parts)
		}
	}
	if value := splitPython(code, " if "); len(value) == 2 && strings.HasPrefix(code, `"`) {
		if choice := splitPython(value[1], " else "); len(choice) == 2 {
			return []string{indent + value[0], indent + "if " + choice[0], indent + "else " + choice[1]}
		}
	}
	if open, shut := lastBracket(code); open >= 0 && !strings.HasPrefix(code, "return f") {
		return exploded(indent+code[:open+1], inner, code[open+1:shut], indent+code[shut:])
	}
	if name, value, ok := strings.Cut(code, " = "); ok {
		return foldAssignment(indent, name, value)
	}
	if value, ok := strings.CutPrefix(code, "return "); ok {
		if lines := foldText(inner, value); lines != nil {
			return slices.Concat([]string{indent + "return ("}, lines, []string{indent + ")"})
		}
	}
	return []string{line}
}

// foldAssignment breaks an assignment of a text, which cannot be broken itself: behind its operator, else in the brackets of
// the one element that it is assigned to.
func foldAssignment(indent, name, value string) []string {
	head, inner := indent+name+" = (", indent+"    "
	target, element, ok := strings.Cut(name, "[")
	switch {
	case strings.IndexByte(`"'`, value[0]) < 0:
		return []string{indent + name + " = " + value}
	case columns(head) <= pythonWidth && columns(inner+value) <= pythonWidth:
		return []string{head, inner + value, indent + ")"}
	case columns(head) <= pythonWidth || !ok || strings.Contains(element, "["):
		return []string{indent + name + " = " + value}
	}
	return []string{indent + target + "[", inner + strings.TrimSuffix(element, "]"), indent + "] = " + value}
}

// foldText breaks a string into several, which Python joins: a formatted one before its values, another one nowhere. It is
// nil where no line of them would be narrow enough.
func foldText(indent, text string) []string {
	if columns(indent+text) <= pythonWidth {
		return []string{indent + text}
	}
	inside, ok := strings.CutPrefix(text, `f"`)
	if !ok {
		return nil
	}
	var lines []string
	line := indent + `f"`
	for i, part := range strings.Split(strings.TrimSuffix(inside, `"`), " {") {
		if i > 0 {
			part = " {" + part
		}
		if i > 1 && columns(line+part+`"`) > pythonWidth {
			lines = append(lines, line+`"`)
			line = indent + `f"`
		}
		line += part
	}
	return append(lines, line+`"`)
}

// foldCondition breaks a condition before each and; nil leaves one to be broken in its last brackets: one that is a single
// comparison, or the last of two where what stands before those brackets is narrow enough. Formatters do the same. What
// is too wide even then is a list of conditions, which can be broken anywhere.
func foldCondition(indent, condition string) []string {
	parts := splitPython(condition, " and ")
	open, _ := lastBracket("if " + condition)
	hugs := len(parts) == 2 && strings.HasSuffix(condition, ")") && columns(indent+"if "+condition[:max(0, open-2)]) <= pythonWidth
	inner := indent + "    "
	if len(parts) == 1 || hugs {
		return nil
	}
	if len(parts) == 2 && strings.HasSuffix(parts[1], ")") && !strings.HasSuffix(parts[0], ")") {
		slices.Reverse(parts) // formatters break one of two that ends with brackets in its first ones
	}
	for _, part := range parts {
		if columns(inner+"and "+part) > pythonWidth {
			return exploded(indent+"if all(", inner, "("+strings.Join(parts, ", ")+")", indent+"):")
		}
	}
	return folded(indent+"if (", inner, "and ", parts, indent+"):")
}

// exploded is a call or a literal with each element on a line of its own; a comprehension has no elements, but parts.
func exploded(head, indent, body, tail string) []string {
	out := []string{head}
	parts, comma := splitPython(body, " for "), ""
	switch {
	case len(parts) == 1:
		parts, comma = splitPython(strings.TrimSuffix(body, ","), ", "), ","
	case columns(indent+body) <= pythonWidth:
		parts = []string{body}
	default:
		return folded(head, indent, "for ", parts, tail)
	}
	for _, part := range parts {
		out = append(out, foldLine(indent+part+comma)...)
	}
	return append(out, tail)
}

// chain are operands in brackets, in one line where that is narrow enough.
func chain(head, indent, operator string, parts []string, tail string) []string {
	if whole := indent + strings.Join(parts, " "+operator); columns(whole) <= pythonWidth {
		return []string{head, whole, tail}
	}
	return folded(head, indent, operator, parts, tail)
}

// folded are parts on lines of their own, the operator before each but the first.
func folded(head, indent, operator string, parts []string, tail string) []string {
	out := []string{head}
	for i, part := range parts {
		if i > 0 {
			part = operator + part
		}
		out = append(out, foldLine(indent+part)...)
	}
	return append(out, tail)
}

// operands are the operands of a sum or choice that is an argument: the operator before each but the first.
func operands(indent, operator string, parts []string) []string {
	out := foldLine(indent + parts[0])
	for _, part := range parts[1:] {
		out = append(out, foldLine(indent+operator+part)...)
	}
	return out
}

// columns is how wide a line is where East Asian characters take two columns.
func columns(line string) int {
	n := 0
	for _, c := range line {
		switch width.LookupRune(c).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}

// splitPython splits code at a separator that stands in no string and in no brackets.
func splitPython(code, separator string) []string {
	var parts []string
	begin := 0
	walkPython(code, func(i, depth int) {
		if depth == 0 && i >= begin && strings.HasPrefix(code[i:], separator) {
			parts = append(parts, code[begin:i])
			begin = i + len(separator)
		}
	})
	return append(parts, code[begin:])
}

// lastBracket is where the last call or literal of a line opens and shuts that stands in no other; -1 where there is none.
func lastBracket(code string) (open, shut int) {
	open, shut = -1, -1
	opened := 0
	walkPython(code, func(i, depth int) {
		switch c := code[i]; {
		case depth == 0 && strings.IndexByte("([{", c) >= 0:
			opened = i
		case depth == 1 && strings.IndexByte(")]}", c) >= 0 && i > opened+1 && !subscript(code, opened):
			open, shut = opened, i
		}
	})
	return open, shut
}

// subscript tells whether the bracket takes an element out of something.
func subscript(code string, open int) bool {
	return code[open] == '[' && open > 0 && strings.IndexByte(" ([{=", code[open-1]) < 0
}

// walkPython visits each byte of code that stands in no string, with the number of brackets around it.
func walkPython(code string, visit func(i, depth int)) {
	depth := 0
	var quote byte
	for i := 0; i < len(code); i++ {
		c := code[i]
		switch {
		case quote != 0:
			if c == '\\' {
				i++
			} else if c == quote {
				quote = 0
			}
			continue
		case c == '"' || c == '\'':
			quote = c
			continue
		}
		visit(i, depth)
		switch {
		case strings.IndexByte("([{", c) >= 0:
			depth++
		case strings.IndexByte(")]}", c) >= 0:
			depth--
		}
	}
}
