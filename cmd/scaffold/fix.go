package main

import (
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/shell"
)

// fix is a command that does away with a finding, in one function or in several.
type fix struct {
	command string // "" is none
	of      int
	file    string // in the function
	flag    string
}

// What the arguments of a fix are.
const (
	noArguments = iota
	functionsThemselves
	oneFunction // the command takes no more
	filesInThem
)

// with is the fix with a flag behind its arguments.
func (f fix) with(flag string) fix {
	f.flag = flag
	return f
}

// line is the command for functions in directories.
func (f fix) line(dirs ...string) string {
	if f.command == "" {
		return ""
	}
	c := shell.Parse(f.command)
	switch {
	case f.of == oneFunction && len(dirs) > 1:
		c = c.With("DIR")
	case f.of == functionsThemselves && len(dirs) > 3:
		c = c.With("./...")
	case f.of == filesInThem:
		for _, dir := range dirs {
			c = c.Word(inGit(pathIn(dir, f.file)))
		}
	case f.of != noArguments:
		for _, dir := range dirs {
			c = c.Word(shell.Path(dir))
		}
	}
	if f.flag != "" {
		c = c.With(f.flag)
	}
	return c.String()
}

// inGit is one file as an argument of git, which knows patterns.
// https://git-scm.com/docs/gitglossary#Documentation/gitglossary.txt-pathspec
func inGit(path string) shell.Word {
	if strings.ContainsAny(path, `*?[\`) || strings.HasPrefix(path, ":") {
		return shell.Text(":(literal)" + path)
	}
	return shell.Text(path)
}
