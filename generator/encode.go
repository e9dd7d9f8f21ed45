package generator

import (
	"fmt"
	"strconv"
	"strings"
	"text/template"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// encoders let user text into files only as that file's format writes it.
var encoders = template.FuncMap{
	"json":    literal,
	"quoted":  strconv.Quote, // a string literal of Go
	"raw":     rawString,
	"shell":   func(text string) string { return spec.Quote([]string{text}) },
	"code":    markdownCode,
	"cell":    func(text string) string { return strings.ReplaceAll(markdownCode(text), "|", `\|`) },
	"prose":   markdownProse,
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

// rawString writes text as a string literal of Go without escapes, where it can be written so.
func rawString(text string) string {
	if strconv.CanBackquote(text) {
		return "`" + text + "`"
	}
	return strconv.Quote(text)
}

// markdownCode writes text as a code span, whatever backticks it holds.
func markdownCode(text string) string {
	text = visible(strings.ReplaceAll(text, "\n", " "))
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if fence == "`" && text != "" {
		return fence + text + fence
	}
	return fence + " " + text + " " + fence
}

// markdownProse writes text so that none of it is markup.
func markdownProse(text string) string {
	var out strings.Builder
	for _, c := range visible(text) {
		if strings.ContainsRune("\\`*_{}[]<>()#+-.!|&~$:", c) {
			out.WriteByte('\\')
		}
		out.WriteRune(c)
	}
	return out.String()
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
