package spec

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/seed-0554dd89/scaffold/generator/plain"
)

// Document is a scaffold.yaml as a person wrote it: its text, the Spec that it says and where it says what.
type Document struct {
	Name string // of the file, as in positions
	Data []byte
	Spec Spec

	Orphaned []int // after Edit: lines of comments that stood right above what was taken out, and stay

	root *yaml.Node // nil where the text is no YAML
}

// ParseFile reads a scaffold.yaml. It refuses what is not in the schema, reports all problems together with their
// positions, and leaves to Resolve whether the values fit one another. The Document is there beside an error as well.
func ParseFile(name string, data []byte) (*Document, error) {
	d := &Document{Name: name, Data: data}
	if len(data) > plain.Spec {
		return d, Problems{{Where: name, Is: fmt.Sprintf("the file has %d bytes", len(data)), Want: fmt.Sprintf("want at most %d", plain.Spec)}}
	}
	if problem := d.checkBytes(); problem != nil {
		return d, Few(Problems{problem})
	}
	root, problem := d.load()
	if problem != nil {
		return d, Few(Problems{problem})
	}
	d.root = root
	nodes := nodeReader{doc: d}
	value := nodes.value(root)
	reader := specReader{}
	d.Spec = reader.spec(value)
	for _, p := range reader.problems {
		d.locate(p)
	}
	return d, Few(sorted(Together(nodes.problems.Err(), reader.problems.Err())))
}

// Load reads a scaffold.yaml and resolves its Spec, and reports the problems of both together.
func Load(name string, data []byte) (*Document, Spec, error) {
	doc, err := ParseFile(name, data)
	if doc.root == nil {
		return doc, Spec{}, err
	}
	resolved, wrong := Resolve(doc.Spec)
	return doc, resolved, Few(sorted(Together(err, Locate(wrong, doc))))
}

// sorted orders the problems of one file as a person reads it.
func sorted(err error) error {
	var problems Problems
	if errors.As(err, &problems) {
		slices.SortStableFunc(problems, func(a, b *Problem) int { return slices.Compare(lineColumn(a.Where), lineColumn(b.Where)) })
	}
	return err
}

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
