package generator

import (
	"fmt"
	"strconv"
	"strings"
	"text/template"

	"github.com/seed-0554dd89/scaffold/generator/visible"
)

// encoders let user text into files only as that file's format writes it.
var encoders = template.FuncMap{
	"json":    literal,
	"quoted":  goText,
	"raw":     rawString,
	"code":    markdownCode,
	"cell":    func(text string) string { return strings.ReplaceAll(markdownCode(text), "|", `\|`) },
	"prose":   markdownProse,
	"says":    markdownSentence,
	"doc":     func(text string) string { return strings.ReplaceAll(text, "*/", `*\/`) },
	"mermaid": mermaid,
	"short":   shortARN,
	"slip":    func(i int) int { return i - 1 },
	"indent":  func(by, text string) string { return strings.ReplaceAll(text, "\n", "\n"+by) },
	"list":    func(words ...string) []string { return words },

	"python":         pythonText,
	"pythonValue":    pythonValue,
	"pythonGreeting": pythonGreeting,
	"pythonImport":   pythonImport,
}

// goText writes text as a string literal of Go in which every character can be seen.
func goText(text string) string { return visible.Long(strconv.Quote(text)) }

// rawString writes text as a string literal of Go without escapes, where it can be written so.
func rawString(text string) string {
	if strconv.CanBackquote(text) && !visible.In(text) {
		return "`" + text + "`"
	}
	return goText(text)
}

// mermaid writes text for a quoted label of a diagram.
func mermaid(text string) string {
	var out strings.Builder
	for _, c := range text {
		if strings.ContainsRune("\"#;<>&`", c) {
			fmt.Fprintf(&out, "#%d;", c)
			continue
		}
		out.WriteRune(c)
	}
	return out.String()
}

// shortARN is the part of an ARN that names the resource: table/Orders.
func shortARN(arn string) string {
	if arn == "*" {
		return "any resource"
	}
	if parts := strings.SplitN(arn, ":", 6); len(parts) == 6 {
		return parts[2] + " " + parts[5]
	}
	return arn
}
