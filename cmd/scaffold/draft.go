package main

import (
	"bytes"
	"fmt"
	"reflect"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/plain"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
	"github.com/seed-0554dd89/scaffold/templates"
)

const specName = "scaffold.yaml"

// draft is a function before it is written.
type draft struct {
	function *generator.Function
	files    *tree.FileSet // scaffold.yaml among them
	dir      string        // as a person writes it
	plan     tree.Plan
	warning  string // about the runtime
}

// draft renders the function that a request is for and compares it with its directory.
func (o *newOptions) draft(r *request) (*draft, error) {
	resolved, err := spec.Resolve(r.spec)
	if err != nil {
		return nil, spec.Locate(err, r.source)
	}
	refused, warning := spec.Lifecycle(resolved.Runtime, o.Now())
	if refused != nil {
		return nil, spec.Locate(spec.Problems{refused}, r.source)
	}
	d := &draft{dir: o.target(resolved.Name), warning: warning}
	g := generator.New(templates.FS)
	keyed, err := o.withKeys(d.dir, resolved)
	if err != nil {
		return nil, spec.Locate(err, r.source)
	}
	if d.function, err = g.Function(keyed); err != nil {
		return nil, spec.Locate(err, r.source)
	}
	if d.files, err = g.Files(d.function); err != nil {
		return nil, err
	}
	edition, err := g.Edition(resolved.Language, resolved.Style)
	if err != nil {
		return nil, err
	}
	text, err := pinnedText(r.spec, r.text)
	if err != nil {
		return nil, err
	}
	text, input := o.existing(d.dir, resolved, keyed.Keys, text, edition)
	if err := d.files.Add(tree.File{Path: specName, Data: text, Owner: tree.Person}); err != nil {
		return nil, err
	}
	if d.plan, err = tree.Compare(o.path(d.dir), d.files, tree.Options{Lock: &tree.Stamp{Edition: edition, Input: input}}); err != nil {
		return nil, fmt.Errorf("%s: %w", d.dir, err)
	}
	return d, nil
}

// pinnedText is the scaffold.yaml of a Spec: the person's own text where there is one, with what must be said of the
// runtime put under it, so that comments and order stay.
func pinnedText(s spec.Spec, text []byte) ([]byte, error) {
	pinned := spec.Pin(s)
	if text == nil {
		return spec.Write(pinned)
	}
	if doc, err := spec.ParseFile(specName, text); err == nil && reflect.DeepEqual(doc.Spec, pinned) {
		return text, nil
	} else if err == nil {
		longer := bytes.TrimRight(text, "\n")
		longer = append(longer[:len(longer):len(longer)], '\n')
		for _, line := range []struct{ field, was, is string }{
			{"name", doc.Spec.Name, pinned.Name},
			{"language", doc.Spec.Language, pinned.Language},
			{"runtime", doc.Spec.Runtime, pinned.Runtime},
			{"style", doc.Spec.Style, pinned.Style},
		} {
			if line.was != line.is && line.was == "" {
				longer = fmt.Appendf(longer, "%s: %s\n", line.field, line.is)
			}
		}
		if doc, err := spec.ParseFile(specName, longer); err == nil && reflect.DeepEqual(doc.Spec, pinned) {
			return longer, nil
		}
	}
	return spec.Write(pinned)
}

// existing looks for a scaffold.yaml in dir that says the same Spec. Then its text stays, however it is written, and so does
// the digest of the lock beside it: there is nothing to do for new.
func (s *System) existing(dir string, resolved spec.Spec, keys []spec.Key, text []byte, edition tree.Edition) ([]byte, tree.Digest) {
	there, err := s.readOwn(dir, specName, plain.Spec)
	if err != nil || bytes.Equal(there, text) {
		return text, inputDigest(text, keys)
	}
	if _, other, err := spec.Load(specName, there); err != nil || !reflect.DeepEqual(other, resolved) {
		return text, inputDigest(text, keys)
	}
	if data, err := s.readOwn(dir, tree.LockName, plain.Lock); err == nil {
		if lock, err := tree.ParseLock(data); err == nil && lock.Edition == edition {
			return there, lock.Input
		}
	}
	return there, inputDigest(there, keys)
}
