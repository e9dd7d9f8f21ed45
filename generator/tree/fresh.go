package tree

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// applyFresh is Apply where dir is not there: the files are written into a temporary directory beside it, which then
// takes its name. So dir is there with all its files or not at all, whatever happens, and a file costs half.
func applyFresh(ctx context.Context, plan Plan, dir string) ([]string, error) {
	temp := filepath.Join(filepath.Dir(dir), tempName())
	if err := os.Mkdir(temp, 0o777); err != nil {
		return nil, err
	}
	if lock, _, _ := tryLock(temp, os.O_RDONLY); lock != nil { // Sweep can tell then that somebody writes there
		defer lock.Close()
	}
	written, err := fillTemp(ctx, plan, temp)
	if err == nil {
		err = os.Rename(temp, dir) // at most an empty directory is replaced
		if err != nil && exists(dir) {
			err = changed(Change{Path: ".", Owner: Person}, dir+" is there now")
		}
	}
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(temp))
	}
	return written, nil
}

// fillTemp writes the files and closes what it opened: Windows renames no directory that is open.
func fillTemp(ctx context.Context, plan Plan, temp string) (written []string, err error) {
	root, err := openDisk(temp)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	return fill(ctx, plan, root)
}

// fill writes a plan's files into an empty directory that nobody else knows of.
func fill(ctx context.Context, plan Plan, l layer) (written []string, err error) {
	made := make(map[string]bool)
	for _, c := range plan.Changes {
		if !c.Writes() {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := CheckPath(c.Path); err != nil {
			return nil, err
		}
		if c.Action != Create {
			return nil, changed(c, "is gone")
		}
		for dir := range parents(c.Path) {
			if made[dir] {
				continue
			}
			if err := l.Mkdir(dir, 0o777); err != nil {
				return nil, fmt.Errorf("make directory: %w", err)
			}
			made[dir] = true
		}
		if err := l.WriteNew(c.Path, c.New, c.mode(), false); err != nil {
			return nil, fmt.Errorf("write new %s: %w", c.Path, err)
		}
		written = append(written, c.Path)
	}
	return written, ctx.Err()
}
