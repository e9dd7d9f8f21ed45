package main

import (
	"context"
	"path/filepath"

	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// hold takes a directory for this run, and says so where it has to wait for another one.
func (s *System) hold(ctx context.Context, dir string) (release func() error, err error) {
	return tree.Hold(ctx, s.path(dir), s.ownDir, func() {
		voice{s.Err}.say("%s: waiting for another process, which writes there", dir)
	})
}

// sweep removes what runs left beside a directory that were killed while they made one there, of files that makes says.
func (s *System) sweep(dir string, makes func(path string) bool) {
	for _, name := range tree.Sweep(filepath.Dir(s.path(dir)), s.Now(), makes) {
		voice{s.Err}.say("%s: removed: a run left it that was cut off", name)
	}
}

// apply writes a plan for a directory and keeps the record of it.
func (s *System) apply(ctx context.Context, plan tree.Plan, dir string) error {
	return s.record(dir).Around(plan, func() ([]string, error) { return tree.Apply(ctx, plan, s.path(dir)) })
}

// record is what runs on this machine generated into a directory; nil where nothing can be kept.
func (s *System) record(dir string) *tree.Record {
	own, err := s.ownDir()
	if err != nil {
		return nil
	}
	record, err := tree.OpenRecord(own, s.path(dir))
	if err != nil {
		return nil
	}
	return record
}
