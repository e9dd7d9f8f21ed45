package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/seed-0554dd89/scaffold/cmd/scaffold/internal/prompt"
)

// System is all that commands take from the machine.
type System struct {
	In       io.Reader
	Out      io.Writer // results
	Err      io.Writer // conversation
	Dir      string    // the working directory, "" is the process's own
	Getenv   func(name string) string
	Now      func() time.Time
	Windows  bool                                   // people type commands into cmd.exe or PowerShell
	Terminal func(ctx context.Context) prompt.Asker // nil where there is no terminal to ask at
}

// machine is the System of the process.
func machine() *System {
	return &System{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Getenv:  os.Getenv,
		Now:     time.Now,
		Windows: runtime.GOOS == "windows",
		Terminal: func(ctx context.Context) prompt.Asker {
			return prompt.Terminal(ctx, os.Stdin, os.Stderr, os.Getenv)
		},
	}
}

// path is a path that a person gave, seen from the process's own working directory.
func (s *System) path(name string) string {
	if s.Dir == "" || filepath.IsAbs(name) {
		return filepath.Clean(name)
	}
	return filepath.Join(s.Dir, name)
}
