package main

import (
	"bytes"
	"context"
	"fmt"
	"reflect"
	"strings"
	"sync"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/plain"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// upkeep compares functions with what their specs and the templates say now.
type upkeep struct {
	*System
	generator *generator.Generator
	git       *tree.Git
	force     bool
	mark      bool
	reviewed  bool
}

// compared is one function beside what it should be.
type compared struct {
	dir      string // as a person writes it
	unmoved  bool   // all is as the last run left it: the rest but runtime is not known then
	name     string
	runtime  string
	made     *made
	function *generator.Function
	plan     tree.Plan
	open     []string // placeholders
	marked   []string // files with the conflict markers of generate --merge
	broad    []string // what statements allow far more than one thing
	orphaned []string // comments right above what remove took out
	written  bool
	err      error
}

// readers are kept from function to function. See tree.Reader.
var readers = sync.Pool{New: func() any { return tree.NewReader() }}

// unmoved takes the short cut: it tells whether all of a function is as the last run left it, and its runtime.
func (u *upkeep) unmoved(t target, look func(path string, text []byte)) (runtime string, unmoved bool) {
	r := readers.Get().(*tree.Reader)
	defer readers.Put(r)
	r.Open(u.path(t.dir), t.plain...)
	text, err := r.Read(specName)
	if err != nil || text == nil {
		return "", false
	}
	language, style, runtime := plainRuntime(text)
	if runtime == "" {
		return "", false
	}
	stamp, err := u.plainStamp(t.dir, language, style, text)
	foreign := false // the lock lists what no run writes, with a digest that is right
	if err == nil {
		unmoved, err = r.Unmoved(stamp, func(path string, text []byte) {
			foreign = foreign || !u.generator.Makes(path)
			look(path, text)
		})
	}
	return runtime, unmoved && !foreign && err == nil
}

// made is what a spec comes to. It is the same for the same text, whenever it is read.
type made struct {
	doc      *spec.Document
	resolved spec.Spec
	keyed    spec.Spec // with the keys of a Go type
	function *generator.Function
	files    *tree.FileSet
	before   *spec.Document // what the spec said before the command changed it, nil where it did not
}

// compare reads a function's spec and lock, and its files. It takes the short cut where nothing has moved. What an earlier
// comparison made of the spec is not made again.
func (u *upkeep) compare(t target, earlier *made, look func(path string, text []byte)) (c compared) {
	if c.dir = t.dir; t.err != nil {
		c.err = t.err
		return c
	}
	if c.runtime, c.unmoved = u.unmoved(t, look); c.unmoved {
		return c
	}
	text, err := u.readOwn(t.dir, specName, plain.Spec)
	if err != nil {
		c.err = err
		return c
	}
	if earlier != nil && bytes.Equal(earlier.doc.Data, text) {
		c.made = earlier
	} else {
		doc, resolved, err := spec.Load(pathIn(t.dir, specName), text)
		if err != nil {
			c.err = err
			return c
		}
		c.made = &made{doc: doc, resolved: resolved}
	}
	u.compareMade(&c, c.made.doc)
	return c
}

// compareMade compares a function with what its spec makes of it. source knows where the spec was written.
func (u *upkeep) compareMade(c *compared, source spec.Source) {
	m := c.made
	c.name, c.runtime = m.resolved.Name, m.resolved.Runtime
	keyed, err := u.withKeys(c.dir, m.resolved)
	if err != nil {
		c.err = spec.Locate(err, source)
		return
	}
	if m.files != nil && !reflect.DeepEqual(keyed.Keys, m.keyed.Keys) {
		m.files = nil // the Go type has changed meanwhile
	}
	m.keyed = keyed
	stamp, err := u.stamp(keyed.Language, keyed.Style, m.doc.Data, keyed.Keys)
	if err == nil {
		err = u.sameKind(c.dir, m.doc, stamp.Edition)
	}
	if err == nil && m.files == nil {
		err = u.render(m, source)
	}
	if err != nil {
		c.err = err
		return
	}
	c.function, c.open, c.broad = m.function, m.function.Placeholders(), m.function.Broad()
	c.plan, err = tree.CompareGenerated(u.path(c.dir), m.files, tree.GenerateOptions{
		Stamp: stamp, Force: u.force, Mark: u.mark, Reviewed: u.reviewed, Parses: generator.Parses, Proof: u.proof(c),
	})
	if err != nil {
		c.err = fmt.Errorf("%s: %w", c.dir, err)
	}
	c.marked = nil // the short cut may have seen some before it ended
	for _, change := range c.plan.Changes {
		if change.Owner == tree.Team && tree.Marked(change.Old) {
			c.marked = append(c.marked, change.Path)
		}
	}
}

// proof is what shows that files of a function are scaffold's own.
func (u *upkeep) proof(c *compared) *tree.Proof {
	proof := &tree.Proof{Makes: u.generator.Makes, Record: func() *tree.Record { return u.record(c.dir) }, Git: u.git}
	if before := c.made.before; before != nil {
		proof.Again = func() (*tree.FileSet, error) { return u.again(c.dir, before) }
	}
	return proof
}

// again makes the files of a function from what its spec said before.
func (u *upkeep) again(dir string, before *spec.Document) (*tree.FileSet, error) {
	resolved, err := spec.Resolve(before.Spec)
	if err == nil {
		resolved, err = u.withKeys(dir, resolved)
	}
	if err != nil {
		return nil, err
	}
	return u.generator.Render(resolved)
}

// render makes the files of a spec.
func (u *upkeep) render(m *made, source spec.Source) (err error) {
	if m.function, err = u.generator.Function(m.keyed); err != nil {
		return spec.Locate(err, source)
	}
	m.files, err = u.generator.Files(m.function)
	return err
}

// apply compares again, alone with the function, and writes what is to be written.
func (u *upkeep) apply(ctx context.Context, dir string, compare func() compared) compared {
	release, err := u.hold(ctx, dir)
	if err != nil {
		return compared{dir: dir, err: fmt.Errorf("%s: %w", dir, err)}
	}
	c := guarded(dir, compare)
	if c.err == nil && !c.unmoved && len(c.plan.Conflicts()) == 0 && !c.plan.Empty() {
		if err := u.System.apply(ctx, c.plan, dir); err != nil {
			c.err = fmt.Errorf("%s: %w", dir, err)
		} else {
			c.written = true
		}
	}
	if err := release(); err != nil && c.err == nil {
		c.err = fmt.Errorf("%s: %w", dir, err)
	}
	return c
}

// stamp is what the lock of a function says that is made from this spec now.
func (u *upkeep) stamp(language, style string, text []byte, keys []spec.Key) (tree.Stamp, error) {
	edition, err := u.generator.Edition(language, style)
	return tree.Stamp{Edition: edition, Input: inputDigest(text, keys)}, err
}

// plainStamp is the same of a spec that is not parsed. The Go type that it may name is read.
func (u *upkeep) plainStamp(dir, language, style string, text []byte) (tree.Stamp, error) {
	keyed, err := u.withKeys(dir, spec.Spec{Name: "x", Language: language, KeysFrom: plainKeysFrom(text)})
	if err != nil {
		return tree.Stamp{}, err
	}
	return u.stamp(language, style, text, keyed.Keys)
}

// plainRuntime finds what says language, style and runtime in a spec as new writes it, each on a line of its own. Nothing
// is found in one that says it otherwise.
func plainRuntime(text []byte) (language, style, runtime string) {
	for line := range strings.Lines(string(text)) {
		name, value, _ := strings.Cut(strings.TrimRight(line, "\r\n"), ": ")
		if strings.Trim(value, "abcdefghijklmnopqrstuvwxyz0123456789.") != "" {
			continue
		}
		switch name {
		case "language":
			language = value
		case "style":
			style = value
		case "runtime":
			runtime = value
		}
	}
	return language, style, runtime
}
