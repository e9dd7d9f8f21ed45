package spec

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// Document is a scaffold.yaml as a person wrote it: its text, the Spec that it says and where it says what.
type Document struct {
	Name string // of the file, as in positions
	Data []byte
	Spec Spec

	root *yaml.Node // nil where the text is no YAML
}

// maxFile is the greatest size of a scaffold.yaml in bytes. The largest honest ones have a few thousand.
const maxFile = 256 << 10

// ParseFile reads a scaffold.yaml. It refuses what is not in the schema, reports all problems together with their
// positions, and leaves to Resolve whether the values fit one another. The Document is there beside an error as well.
func ParseFile(name string, data []byte) (*Document, error) {
	d := &Document{Name: name, Data: data}
	if len(data) > maxFile {
		return d, Problems{{Where: name, Is: fmt.Sprintf("the file has %d bytes", len(data)), Want: fmt.Sprintf("want at most %d", maxFile)}}
	}
	root, problem := d.load()
	if problem != nil {
		return d, Problems{problem}
	}
	d.root = root
	nodes := nodeReader{doc: d}
	value := nodes.value(root)
	reader := specReader{}
	d.Spec = reader.spec(value)
	for _, p := range reader.problems {
		d.locate(p)
	}
	return d, Together(nodes.problems.Err(), reader.problems.Err())
}

// Load reads a scaffold.yaml and resolves its Spec, and reports the problems of both together.
func Load(name string, data []byte) (*Document, Spec, error) {
	doc, err := ParseFile(name, data)
	if doc.root == nil {
		return doc, Spec{}, err
	}
	resolved, wrong := Resolve(doc.Spec)
	err = Together(err, Locate(wrong, doc))
	var problems Problems
	if errors.As(err, &problems) {
		slices.SortStableFunc(problems, byPosition)
	}
	return doc, resolved, err
}

// byPosition orders problems of one file as a person reads it.
func byPosition(a, b *Problem) int { return slices.Compare(lineColumn(a.Where), lineColumn(b.Where)) }

// lineColumn reads the end of a position, file:line:column.
func lineColumn(where string) []int {
	parts := strings.Split(where, ":")
	at := make([]int, 2)
	for i := range min(2, len(parts)-1) {
		at[1-i], _ = strconv.Atoi(parts[len(parts)-1-i])
	}
	return at
}

// load parses the YAML, which must be one document with one mapping.
func (d *Document) load() (*yaml.Node, *Problem) {
	loader, err := yaml.NewLoader(bytes.NewReader(d.Data), yaml.WithPlugin(nesting{}))
	if err != nil {
		return nil, d.syntax(err)
	}
	var document, next yaml.Node
	switch err := loader.Load(&document); {
	case errors.Is(err, io.EOF):
		return nil, &Problem{Where: d.at(1, 1), Is: "the file is empty", Want: "want a spec that says at least the name", Hint: "scaffold new"}
	case err != nil:
		return nil, d.syntax(err)
	}
	root := document.Content[0]
	switch err := loader.Load(&next); {
	case err == nil:
		return nil, &Problem{
			Where: d.at(next.Content[0].Line, next.Content[0].Column),
			Is:    "a second document begins", Want: "want one document: a file is one function", Hint: "remove the line ---",
		}
	case !errors.Is(err, io.EOF):
		return nil, d.syntax(err)
	}
	if root.Kind != yaml.MappingNode {
		return nil, &Problem{Where: d.at(root.Line, root.Column), Is: "the file is no mapping", Want: "want lines like name: hello"}
	}
	return root, nil
}

// nesting limits how deep the values of a file lie inside one another.
type nesting struct{}

func (nesting) CheckDepth(depth int, _ *yaml.DepthContext) error {
	if depth > maxDepth+8 {
		return fmt.Errorf("values lie more than %d deep inside one another", maxDepth+8)
	}
	return nil
}

func (nesting) CheckAlias(aliases, _ int) error { return nil }

// syntax is the problem of a text that is no YAML.
func (d *Document) syntax(err error) *Problem {
	p := &Problem{Where: d.at(1, 1), Is: "this is no YAML: " + err.Error()}
	var load *yaml.LoadError
	if !errors.As(err, &load) {
		return p
	}
	p.Is = "this is no YAML: " + load.Message
	mark := load.Mark
	if load.ContextMark.Line == mark.Line || load.ContextMark.Line > 0 && strings.Contains(load.ContextMsg, "quoted") ||
		strings.Contains(load.ContextMsg, "flow") {
		mark = load.ContextMark
	}
	if mark.Line > 0 {
		p.Where = d.at(mark.Line, mark.Column)
		p.Hint = d.quoteLine(mark.Line, 0)
	} else {
		p.Where = d.Name
	}
	return p
}

func (d *Document) at(line, column int) string { return fmt.Sprintf("%s:%d:%d", d.Name, line, column) }

// quoteLine is the hint to quote what follows the name on a line; "" where that would not help, and where it does not begin
// at column, which is 0 where any will do.
func (d *Document) quoteLine(line, column int) string {
	lines := strings.Split(string(d.Data), "\n")
	if line > len(lines) {
		return ""
	}
	text := strings.TrimRight(lines[line-1], " \t\r")
	name, value, ok := strings.Cut(text, ": ")
	name, value = strings.TrimLeft(name, " -"), strings.TrimLeft(value, " ")
	start := utf8.RuneCountInString(text) - utf8.RuneCountInString(value) + 1
	switch {
	case !ok, value == "", column > 0 && column != start:
		return ""
	case strings.ContainsAny(value[:1], `"'`), strings.ContainsAny(name, `"'{[`):
		return ""
	case !strings.ContainsAny(value[:1], "*&!?{}[]%@`|>,") && !strings.Contains(value, ": "):
		return ""
	}
	return fmt.Sprintf("quote this value: %s: %s", name, Text(value))
}

// Where returns the position of the value at path as file:line:column. A value that goes over several lines is where its
// name is.
func (d *Document) Where(path string) string {
	key, value := d.find(path)
	if value == nil {
		return d.Name
	}
	if key != nil && (value.Kind != yaml.ScalarNode || value.Value == "") {
		value = key
	}
	return d.at(value.Line, value.Column)
}

// locate gives a problem of reading its position, and a hint where YAML took a text for something else.
func (d *Document) locate(p *Problem) {
	key, value := d.find(p.Path)
	if p.atKey && key != nil {
		p.Where = d.at(key.Line, key.Column)
		return
	}
	p.Where = d.Where(p.Path)
	if p.text && p.Hint == "" && value != nil && value.Style&yaml.FlowStyle != 0 {
		p.Hint = d.quoteLine(value.Line, value.Column)
	}
}

// find returns the node at path, or the nearest around it, and the node of its name, nil where it has none.
func (d *Document) find(path string) (key, value *yaml.Node) {
	value = d.root
	if value == nil {
		return nil, nil
	}
	for _, part := range split(path) {
		k, v := child(value, part)
		if v == nil {
			break
		}
		key, value = k, v
	}
	return key, value
}

// child returns the part of a node that a part of a path names. The parameters of a trigger or access are one deeper in
// YAML, below its id.
func child(n *yaml.Node, part any) (key, value *yaml.Node) {
	if i, ok := part.(int); ok {
		if n.Kind == yaml.SequenceNode && i < len(n.Content) {
			return nil, n.Content[i]
		}
		return nil, nil
	}
	if n.Kind != yaml.MappingNode {
		return nil, nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == part {
			return n.Content[i], n.Content[i+1]
		}
	}
	if len(n.Content) == 2 && n.Content[1].Kind == yaml.MappingNode && n.Content[1] != n {
		for i := 0; i+1 < len(n.Content[1].Content); i += 2 {
			if n.Content[1].Content[i].Value == part {
				return n.Content[1].Content[i], n.Content[1].Content[i+1]
			}
		}
	}
	return nil, nil
}
