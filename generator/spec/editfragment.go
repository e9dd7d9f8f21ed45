package spec

import (
	"bytes"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/seed-0554dd89/scaffold/generator/visible"
)

// dumped writes a mapping or list in block style as lines, each level indented by step. flat lists begin where their
// names do.
func dumped(n *yaml.Node, step int, flat bool) string {
	return dump(n, yaml.WithIndent(step), yaml.WithCompactSeqIndent(flat))
}

func dump(n *yaml.Node, options ...yaml.Option) string {
	var b bytes.Buffer
	dumper, err := yaml.NewDumper(&b, append(options, yaml.WithLineWidth(-1))...)
	if err == nil {
		err = dumper.Dump(n)
	}
	if err == nil {
		err = dumper.Close()
	}
	if err != nil {
		return "" // does not read as what is wanted
	}
	return string(visible.YAML(b.Bytes()))
}

// flowed writes the one item of a mapping or list in flow style, without what it stands in.
func flowed(n *yaml.Node) string {
	text := strings.TrimSuffix(dump(inFlow(n)), "\n")
	if len(text) < 2 {
		return ""
	}
	return text[1 : len(text)-1]
}

// inFlow is a copy of n in flow style.
func inFlow(n *yaml.Node) *yaml.Node {
	c := *n
	c.Content = nil
	if n.Kind != yaml.ScalarNode {
		c.Style |= yaml.FlowStyle
	}
	for _, part := range n.Content {
		c.Content = append(c.Content, inFlow(part))
	}
	return &c
}

// indented moves lines to the right by n blanks.
func indented(lines string, n int) string {
	var b strings.Builder
	for line := range strings.Lines(lines) {
		b.WriteString(strings.Repeat(" ", n) + line)
	}
	return b.String()
}
