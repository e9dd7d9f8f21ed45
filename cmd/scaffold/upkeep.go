package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// upkeep compares functions with what their specs and the templates say now.
type upkeep struct {
	*System
	generator *generator.Generator
	force     bool
	mark      bool
}

// compared is one function beside what it should be.
type compared struct {
	dir      string // as a person writes it
	unmoved  bool   // all is as the last run left it: the rest but runtime is not known then
	name     string
	runtime  string
	function *generator.Function
	plan     tree.Plan
	open     []string // placeholders
	orphaned []string // comments right above what remove took out
	written  bool
	err      error
}

// compare reads a function's spec and lock, and its files. It takes the short cut where nothing has moved.
func (u *upkeep) compare(dir string, look func(path string, text []byte)) (c compared) {
	c.dir = dir
	where := pathIn(dir, specName)
	text, err := os.ReadFile(filepath.Join(u.path(dir), specName))
	if err != nil {
		c.err = fmt.Errorf("%s: %w", where, plainError(err))
		return c
	}
	if language, style, runtime := plainRuntime(text); runtime != "" {
		if stamp, err := u.stamp(language, style, text); err == nil {
			if c.unmoved, err = tree.Unmoved(u.path(dir), stamp, look); err == nil && c.unmoved {
				c.runtime = runtime
				return c
			}
		}
	}
	doc, resolved, err := spec.Load(where, text)
	if err != nil {
		c.err = err
		return c
	}
	u.compareSpec(&c, doc, resolved, doc)
	return c
}

// compareSpec compares a function with what a spec that is right makes of it. source knows where the spec was written.
func (u *upkeep) compareSpec(c *compared, doc *spec.Document, resolved spec.Spec, source spec.Source) {
	c.name, c.runtime = resolved.Name, resolved.Runtime
	stamp, err := u.stamp(resolved.Language, resolved.Style, doc.Data)
	if err == nil {
		err = u.sameKind(c.dir, doc, stamp.Edition)
	}
	if err != nil {
		c.err = err
		return
	}
	f, err := u.generator.Function(resolved)
	if err != nil {
		c.err = spec.Locate(err, source)
		return
	}
	c.function = f
	c.open = f.Placeholders()
	files, err := u.generator.Files(f)
	if err == nil {
		c.plan, err = tree.CompareGenerated(u.path(c.dir), files, tree.GenerateOptions{
			Stamp: stamp, Force: u.force, Mark: u.mark, Parses: generator.Parses,
		})
	}
	if err != nil {
		c.err = fmt.Errorf("%s: %w", c.dir, err)
	}
}

// apply compares again, alone with the function, and writes what is to be written.
func (u *upkeep) apply(ctx context.Context, dir string, compare func() compared) compared {
	release, err := u.hold(ctx, dir)
	if err != nil {
		return compared{dir: dir, err: fmt.Errorf("%s: %w", dir, err)}
	}
	c := compare()
	if c.err == nil && !c.unmoved && len(c.plan.Conflicts()) == 0 && !c.plan.Empty() {
		if _, err := tree.Apply(ctx, c.plan, u.path(dir)); err != nil {
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
func (u *upkeep) stamp(language, style string, text []byte) (tree.Stamp, error) {
	edition, err := u.generator.Edition(language, style)
	return tree.Stamp{Edition: edition, Input: inputDigest(text)}, err
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
