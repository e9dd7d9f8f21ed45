package policy

import (
	"slices"
	"strings"
)

// A placeholder is exactly ${UPPER_CASE}: a letter, then letters, digits and _. Whatever else stands in ${...}, such as
// ${aws:username}, is IAM's own.

// Fill replaces each placeholder of text for which value knows a text.
func Fill(text string, value func(name string) (string, bool)) string {
	if !strings.Contains(text, "${") {
		return text
	}
	same := func(text string) string { return text }
	return Map(text, same, func(name string) string {
		if filled, ok := value(name); ok {
			return filled
		}
		return "${" + name + "}"
	})
}

// Map writes the placeholders of text anew, and what stands between them.
func Map(text string, between, placeholder func(string) string) string {
	var out strings.Builder
	for rest := text; rest != ""; {
		before, name, after := nextPlaceholder(rest)
		out.WriteString(between(before))
		if name != "" {
			out.WriteString(placeholder(name))
		}
		rest = after
	}
	return out.String()
}

// Placeholders returns the names of the placeholders in texts, sorted, each once.
func Placeholders(texts ...string) []string {
	var names []string
	for _, text := range texts {
		for _, name, rest := nextPlaceholder(text); name != ""; _, name, rest = nextPlaceholder(rest) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// nextPlaceholder splits text at its first placeholder; name is "" where there is none.
func nextPlaceholder(text string) (before, name, after string) {
	for from := 0; ; {
		start := strings.Index(text[from:], "${")
		if start < 0 {
			return text, "", ""
		}
		start += from
		end := strings.IndexByte(text[start:], '}')
		if end < 0 {
			return text, "", ""
		}
		if name := text[start+2 : start+end]; IsPlaceholder(name) {
			return text[:start], name, text[start+end+1:]
		}
		from = start + 2
	}
}

// IsPlaceholder tells whether name can stand in ${...} as a placeholder.
func IsPlaceholder(name string) bool {
	if name == "" || name[0] < 'A' || name[0] > 'Z' {
		return false
	}
	for _, c := range []byte(name) {
		if (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '_' {
			return false
		}
	}
	return true
}
