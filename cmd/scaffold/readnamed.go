package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/seed-0554dd89/scaffold/generator/plain"
)

// What a person names on the command line may be a link, a pipe or a device: -t s3:suffix=@FILE, --spec /dev/stdin, --spec
// <(...). It is read as far as its limit, and an interrupt ends waiting for it. What lies in a function's directory is read
// by readOwn.

// readNamed returns what reads files that a person names.
func (s *System) readNamed(ctx context.Context, limit int) func(name string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		return until(ctx, func() ([]byte, error) {
			file, err := os.Open(s.path(name))
			if err != nil {
				return nil, plainError(err)
			}
			defer file.Close()
			text, err := plain.Stream(file, limit)
			return text, plainError(err)
		})
	}
}

// readInput reads standard input to its end.
func (s *System) readInput(ctx context.Context, limit int) ([]byte, error) {
	return until(ctx, func() ([]byte, error) { return plain.Stream(s.In, limit) })
}

// until returns what read returns, which may take for ever, or the error of ctx when that ends.
func until(ctx context.Context, read func() ([]byte, error)) ([]byte, error) {
	type result struct {
		text []byte
		err  error
	}
	done := make(chan result, 1)
	go func() {
		text, err := read()
		done <- result{text, err}
	}()
	select {
	case r := <-done:
		return r.text, r.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// readOwn reads the scaffold.yaml or the lock of the function in dir. The error begins with the file's name.
func (s *System) readOwn(dir, name string, limit int) ([]byte, error) {
	text, err := plain.Read(filepath.Join(s.path(dir), name), limit)
	var refused *plain.Problem
	switch where := pathIn(dir, name); {
	case errors.As(err, &refused):
		return nil, refuse(where, refused.Is, refused.Want, "")
	case err != nil:
		return nil, fmt.Errorf("%s: %w", where, plainError(err))
	}
	return text, nil
}

// readSpec reads the scaffold.yaml of the function in dir, which must be one; hint says how to name another.
func (s *System) readSpec(dir, hint string) ([]byte, error) {
	text, err := s.readOwn(dir, specName, plain.Spec)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, refuse(pathIn(dir, specName), "there is none", "want the directory of a function", hint)
	}
	return text, err
}
