package main

import (
	"bytes"
	"errors"
	"path"
	"strconv"
	"strings"
	"time"

	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// Levels of findings, the gravest first.
const (
	levelError   = "error"
	levelWarning = "warning"
	levelInfo    = "info"
)

// finding is one thing that check found in a function.
type finding struct {
	Level     string `json:"level"`
	Kind      string `json:"kind"`
	Directory string `json:"directory"`
	Path      string `json:"path"` // of the file, in the directory
	Line      int    `json:"line,omitempty"`
	Message   string `json:"message"`
	Fix       string `json:"fix,omitempty"` // a command
}

// findings are what a comparison found.
func findings(c compared, asOf time.Time) (found []finding) {
	add := func(level, kind, file, message, fix string) {
		found = append(found, finding{Level: level, Kind: kind, Directory: c.dir, Path: file, Message: message, Fix: fix})
	}
	generate := "scaffold generate " + quoted(c.dir)
	if c.err != nil {
		return specFindings(c.dir, c.err)
	}
	if c.runtime != "" {
		if refused, warning := spec.Lifecycle(c.runtime, asOf); refused != nil {
			add(levelWarning, "runtime", specName, refused.Is+": "+refused.Want, "scaffold list runtimes")
		} else if warning != "" {
			add(levelWarning, "runtime", specName, warning, "scaffold list runtimes")
		}
	}
	for i, change := range c.plan.Changes {
		file, reason := change.Path, change.Reason
		switch isLock := i == len(c.plan.Changes)-1 && file == tree.LockName; {
		case change.Action == tree.Conflict && isLock:
			add(levelError, "conflict", file, reason, "git checkout "+quoted(pathIn(c.dir, file)))
		case change.Action == tree.Conflict:
			add(levelError, "conflict", file, reason+": want it moved away", generate)
		case isLock && change.Action == tree.Create:
			add(levelError, "no-lock", file, reason, generate)
		case isLock: // what it says beside the files is worth no finding
		case change.Edited:
			add(levelError, "modified", file, reason+": want "+instead(file), generate+" --force")
		case change.Action == tree.Create && reason == tree.Missing:
			add(levelError, "missing", file, reason, generate)
		case change.Action == tree.Remove:
			add(levelError, "orphaned", file, reason, generate)
		case change.Writes():
			add(levelError, "stale", file, reason, generate)
		case change.Action == tree.Review:
			add(levelWarning, "review", file, reason, generate+" --diff")
		}
	}
	for _, file := range c.marked {
		add(levelError, "marked", file, "has conflict markers that generate --merge left: want one text", "")
	}
	for _, what := range c.broad {
		add(levelWarning, "broad", "policies/execution-policy.json", what, "")
	}
	if len(c.open) > 0 {
		add(levelInfo, "placeholder", "policies", "open: "+strings.Join(c.open, ", "), "scaffold policy render "+quoted(c.dir))
	}
	return found
}

// failure says why a function could not be looked at.
func failure(c compared) finding {
	message := strings.TrimPrefix(c.err.Error(), pathIn(c.dir, specName)+": ")
	return finding{Level: levelError, Kind: "failed", Directory: c.dir, Path: specName, Message: strings.TrimPrefix(message, c.dir+": ")}
}

// specFindings are the problems of a spec, each with its line.
func specFindings(dir string, err error) (found []finding) {
	var problems spec.Problems
	var problem *spec.Problem
	if errors.As(err, &problem) {
		problems = spec.Problems{problem}
	} else if !errors.As(err, &problems) {
		return nil
	}
	for _, p := range problems {
		f := finding{Level: levelError, Kind: "spec", Directory: dir, Path: specName, Message: p.Is}
		if p.Want != "" {
			f.Message += ": " + p.Want
		}
		if strings.HasPrefix(p.Hint, "scaffold ") {
			f.Fix = p.Hint
		} else if p.Hint != "" {
			f.Message += " (" + p.Hint + ")"
		}
		if inside, ok := strings.CutPrefix(p.Where, strings.TrimSuffix(pathIn(dir, specName), specName)); ok {
			f.place(inside)
		}
		found = append(found, f)
	}
	return found
}

// lookedAt is what the files of a function say by themselves, while they are read.
type lookedAt struct {
	policies []string // texts with placeholders
	marked   []string // files with conflict markers
	broad    []string // what statements allow far more than one thing
}

func (l *lookedAt) look(file string, text []byte) {
	if path.Dir(file) == "policies" && path.Ext(file) == ".json" && bytes.Contains(text, []byte("${")) {
		l.policies = append(l.policies, string(text))
	}
	if file == "policies/execution-policy.json" {
		l.broad = policy.Broad(text)
	}
	if tree.Marked(text) {
		l.marked = append(l.marked, file)
	}
}

func (l *lookedAt) placeholders() []string { return policy.Placeholders(l.policies...) }

// place takes the file and line of a finding from a position inside the function: scaffold.yaml:4:7, or where a Go type is.
func (f *finding) place(where string) {
	name, rest, ok := strings.Cut(where, ":")
	line, _, _ := strings.Cut(rest, ":")
	if n, err := strconv.Atoi(line); ok && err == nil {
		f.Path, f.Line = name, n
	}
}
