package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// renderName is the file by which policy render knows a directory as one that it wrote. It is a lock: it says for which account
// and region the files are, lists them with their digests, and says what is about to be written until that is done.
const renderName = "scaffold.render"

// write puts the ready files into the directory that --out names, all of them or, where they were there for another account or
// not all of them, one after the other with the marker first and last. What policy render did not write stays.
func (o *policyRenderOptions) write(ctx context.Context, f *generator.Function, files *tree.FileSet) error {
	stamp := o.stamp(f)
	for {
		if err := o.checkOut(); err != nil {
			return err
		}
		plan, again, err := o.writeOnce(ctx, files, stamp)
		if again {
			continue // another run has made the directory meanwhile
		}
		if err != nil {
			return err
		}
		plan.Changes = slices.DeleteFunc(plan.Changes, func(c tree.Change) bool { return c.Path == renderName })
		return plan.WriteText(o.people())
	}
}

// stamp says what the files are for: the edition's name the account and the region, the input the function.
func (o *policyRenderOptions) stamp(f *generator.Function) tree.Stamp {
	name := "render"
	for _, part := range []string{o.account, o.region} {
		if part != "" {
			name += "-" + part
		}
	}
	return tree.Stamp{Edition: tree.Edition{Name: name, Number: 1}, Input: tree.DigestText([]byte("policies of " + f.Name))}
}

func (o *policyRenderOptions) writeOnce(ctx context.Context, files *tree.FileSet, stamp tree.Stamp) (plan tree.Plan, again bool, err error) {
	if _, err := os.Stat(o.path(o.out)); errors.Is(err, fs.ErrNotExist) {
		o.sweep(o.out, func(name string) bool { return name == renderName || isRendered(name) })
		plan, err = tree.Compare(o.path(o.out), files, tree.Options{Lock: &stamp, LockIn: renderName})
		if err == nil {
			err = o.applyOut(ctx, plan)
		}
		_, there := os.Stat(o.path(o.out))
		return plan, err != nil && there == nil, err
	}
	release, err := o.hold(ctx, o.out)
	if err != nil {
		return plan, false, fmt.Errorf("%s: %w", o.out, err)
	}
	defer func() { err = errors.Join(err, release()) }()
	if err := o.checkOthers(stamp); err != nil {
		return plan, false, err
	}
	plan, err = tree.CompareGenerated(o.path(o.out), files, tree.GenerateOptions{Stamp: stamp, LockIn: renderName, Proof: o.proof()})
	if err == nil {
		err = o.applyOut(ctx, plan)
	}
	return plan, false, err
}

// isRendered reports whether policy render makes files of this name.
func isRendered(name string) bool { return path.Ext(name) == ".json" && !strings.Contains(name, "/") }

// proof is what shows that files in the directory are of an earlier run.
func (o *policyRenderOptions) proof() *tree.Proof {
	return &tree.Proof{
		Makes:  isRendered,
		Record: func() *tree.Record { return o.record(o.out) },
		Git:    new(tree.Git),
	}
}

// applyOut writes the plan unless it leaves anything to a person: files that are ready only in part are worse than none.
func (o *policyRenderOptions) applyOut(ctx context.Context, plan tree.Plan) error {
	var problems spec.Problems
	for _, c := range plan.Changes {
		if c.Action != tree.Conflict && !c.Edited && !c.Unproven {
			continue
		}
		p := problems.Add("", c.Reason, "want it moved away, or another directory")
		p.Where = pathIn(o.out, c.Path)
	}
	if len(problems) > 0 {
		problems[len(problems)-1].Hint = "nothing is written; -o names another directory"
		return problems
	}
	if plan.Empty() {
		return nil
	}
	if err := o.apply(ctx, plan, o.out); err != nil {
		return fmt.Errorf("%s: %w", o.out, err)
	}
	return nil
}
