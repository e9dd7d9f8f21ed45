package spec_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// page is a scaffold.yaml as somebody might have written it.
func (r random) page() []byte {
	data, err := spec.Write(r.spec())
	if err != nil {
		panic(err)
	}
	var document yaml.Node
	if err := yaml.Unmarshal(data, &document); err != nil {
		panic(err)
	}
	root := document.Content[0]
	for i := 1; i < len(root.Content); i += 2 {
		if r.IntN(4) == 0 {
			inFlow(root.Content[i])
		}
	}
	if r.IntN(12) == 0 {
		inFlow(root)
		root.Content[0].HeadComment = ""
	}
	var b bytes.Buffer
	dumper, err := yaml.NewDumper(&b, yaml.WithIndent(pick(r, 2, 2, 4)), yaml.WithCompactSeqIndent(r.maybe()), yaml.WithLineWidth(-1))
	if err == nil {
		err = dumper.Dump(root)
	}
	if err != nil || dumper.Close() != nil {
		panic(err)
	}
	return r.commented(b.String())
}

func inFlow(n *yaml.Node) {
	if n.Kind != yaml.ScalarNode {
		n.Style |= yaml.FlowStyle
	}
	for _, part := range n.Content {
		inFlow(part)
	}
}

var (
	topLine  = regexp.MustCompile(`^[a-zA-Z]+:`)
	itemLine = regexp.MustCompile(`^( *(?:- )?)`)
	noted    = regexp.MustCompile(`# (item|within|behind) [0-9]+`)
)

// commented puts comments on and between the lines. Those that say item stand where one begins.
func (r random) commented(text string) []byte {
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	often := pick(r, 0, 2, 4, 8)
	var out strings.Builder
	indent, n := "", 0
	for i, line := range lines {
		switch {
		case topLine.MatchString(line):
			indent = "?"
		case indent == "?":
			indent = itemLine.FindString(line)
		}
		if often > 0 && r.IntN(often) == 0 && i > 0 {
			n++
			own := itemLine.FindString(line)
			blanks := strings.TrimSuffix(own, "- ")
			switch {
			case topLine.MatchString(line) || own == indent && !strings.HasPrefix(line, own+": "): // not behind a name after a question mark
				fmt.Fprintf(&out, "%s# item %d\n", blanks, n)
			default:
				fmt.Fprintf(&out, "%s# within %d\n", blanks, n)
			}
			if r.maybe() {
				out.WriteString(pick(r, "\n", "   \n", "\n\n"))
			}
		}
		out.WriteString(line)
		if often > 0 && r.IntN(2*often) == 0 {
			n++
			fmt.Fprintf(&out, "  # behind %d", n)
		}
		out.WriteString("\n")
	}
	text = out.String()
	if r.IntN(6) == 0 {
		text = "---\n" + text
	}
	if r.IntN(6) == 0 {
		text += "# item 0\n"
	}
	if r.IntN(8) == 0 {
		text = strings.TrimSuffix(text, "\n")
	}
	if r.IntN(4) == 0 {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	return []byte(text)
}
