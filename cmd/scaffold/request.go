package main

import (
	"context"
	"fmt"
	"reflect"
	"strings"

	"github.com/seed-0554dd89/scaffold/cmd/scaffold/internal/prompt"
	"github.com/seed-0554dd89/scaffold/generator/plain"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// request is what a person wants of new, wherever it was said.
type request struct {
	spec   spec.Spec   // as it was said, defaults not filled in
	source spec.Source // where it was said, nil for answers
	text   []byte      // of the file that says it, nil where it was no file
	asker  prompt.Asker
	asked  bool // questions were asked
}

// request reads the Spec from --spec or from flags, and asks for what is missing.
func (o *newOptions) request(ctx context.Context) (*request, error) {
	if o.specFile != "" {
		return o.fileRequest(ctx)
	}
	s, source, err := spec.FromFlags(o.flags, o.readNamed(ctx, plain.Param))
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	said := s
	if !o.yes && s.Name == "" {
		said.Name = "hello" // it is asked for
	}
	_, wrong := spec.Resolve(said)
	if err := spec.Together(err, spec.Locate(wrong, source)); err != nil || o.yes {
		return &request{spec: s, source: source}, err
	}
	return o.ask(ctx, s, source)
}

// fileRequest reads --spec. The name may be given beside a file that says none, so that several functions can share it.
func (o *newOptions) fileRequest(ctx context.Context) (*request, error) {
	if given := o.given(); len(given) > 0 {
		return nil, refuse("--spec "+o.specFile, "it says the whole spec, and "+strings.Join(given, ", ")+" too", "want one or the other", "")
	}
	name, read := o.specFile, o.readNamed(ctx, plain.Spec)
	if name == "-" {
		name = "standard input"
		read = func(string) ([]byte, error) { return o.readInput(ctx, plain.Spec) }
	}
	text, err := read(o.specFile)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		return nil, refuse("--spec "+o.specFile, "it cannot be read", "want a scaffold.yaml: "+err.Error(), "")
	}
	doc, err := spec.ParseFile(name, text)
	s := doc.Spec
	if given := o.flags.Name; given != "" && s.Name != "" && s.Name != given {
		return nil, refuse(doc.Where("name"), fmt.Sprintf("name is %q and the argument %q", s.Name, given), "want one of them", "")
	} else if given != "" {
		s.Name = given
	}
	if err != nil && reflect.DeepEqual(doc.Spec, spec.Spec{}) {
		return nil, err
	}
	_, wrong := spec.Resolve(s)
	return &request{spec: s, source: doc, text: text}, spec.Together(err, spec.Locate(wrong, doc))
}
