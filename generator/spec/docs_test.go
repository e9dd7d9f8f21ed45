package spec_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aymanbagabas/go-udiff"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

var docs = filepath.Join("..", "..", "docs", "spec.md")

// TestDocsCatalogue keeps the tables of parameters in docs/spec.md equal to the catalogue.
func TestDocsCatalogue(t *testing.T) {
	data, err := os.ReadFile(docs)
	if err != nil {
		t.Fatal(err)
	}
	var triggers, accesses strings.Builder
	for _, tr := range aws.Triggers() {
		writeTable(&triggers, tr.ID, tr.Sentence, tr.Doc, tr.Params)
	}
	for _, a := range aws.Accesses() {
		writeTable(&accesses, a.ID, a.Sentence, a.Doc, a.Params)
	}
	got := replaceBetween(t, string(data), "<!-- triggers:", triggers.String())
	got = replaceBetween(t, got, "<!-- access:", accesses.String())
	switch {
	case got == string(data):
	case *update:
		if err := os.WriteFile(docs, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s\nto accept it: go test ./generator/spec -update", udiff.Unified(docs, "catalogue", string(data), got))
	}
}

// replaceBetween puts text between the line that begins with start and the next end mark.
func replaceBetween(t *testing.T, doc, start, text string) string {
	t.Helper()
	before, rest, ok := strings.Cut(doc, start)
	mark, rest, ok2 := strings.Cut(rest, "\n")
	_, after, ok3 := strings.Cut(rest, "<!-- end -->")
	if !ok || !ok2 || !ok3 {
		t.Fatalf("%s: no %s ... <!-- end -->", docs, start)
	}
	return before + start + mark + "\n" + text + "\n<!-- end -->" + after
}

func writeTable(b *strings.Builder, id, sentence, doc string, params []aws.Param) {
	fmt.Fprintf(b, "\n### %s\n\n%s. [AWS on it](%s)\n", id, strings.ToUpper(sentence[:1])+sentence[1:], doc)
	if len(params) == 0 {
		return
	}
	b.WriteString("\n| parameter | type | default | what |\n| --- | --- | --- | --- |\n")
	for _, p := range params {
		name, def := "`"+p.Name+"`", "none"
		if p.Identifies {
			name += " *"
		}
		if p.Default != "" {
			def = "`" + strings.ReplaceAll(p.Default, "{function}", "NAME") + "`"
		}
		if p.Required {
			def = "required"
		}
		what := p.Help
		switch {
		case p.Want != "":
			what += "; " + p.Want
		case len(p.Enum) > 0:
			what += "; one of `" + strings.Join(p.Enum, "`, `") + "`"
		}
		if p.Example != "" {
			what += "; `" + p.Example + "` for example"
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s |\n", name, p.Type, def, strings.ReplaceAll(what, "|", `\|`))
	}
}

// TestDocsFields checks that each field has a section with what is read as an example of it.
func TestDocsFields(t *testing.T) {
	data, err := os.ReadFile(docs)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for _, field := range spec.Fields() {
		_, section, ok := strings.Cut(text, "# "+field+"\n")
		if section, _, _ = strings.Cut(section, "\n## "); !ok || !strings.Contains(section, "efault") && field != "name" {
			t.Errorf("%s: no section on %s that says its default", docs, field)
		}
		if !strings.Contains(section, "\n"+field+":") && field != "keysFrom" {
			t.Errorf("%s: no example of %s", docs, field)
		}
	}
	examples := strings.Split(text, "```yaml\n")[1:]
	for _, example := range examples {
		example, _, _ = strings.Cut(example, "```")
		if !strings.HasPrefix(example, "name:") {
			example = "name: hello\n" + example
		}
		if _, _, err := spec.Load("example", []byte(example)); err != nil {
			t.Errorf("%s\n%v", example, err)
		}
	}
	if len(examples) < len(spec.Fields()) {
		t.Errorf("%d examples of %d fields", len(examples), len(spec.Fields()))
	}
}
