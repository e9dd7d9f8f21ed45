package supply

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/aymanbagabas/go-udiff"
)

const root = "../.."

var update = flag.Bool("update", false, "write docs/licences.md")

// docs/licences.md names every module of go.mod with its licence, read from the file that the module brings.
func TestLicences(t *testing.T) {
	name := filepath.Join(root, "docs", "licences.md")
	want := licences(t)
	if *update {
		if err := os.WriteFile(name, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if is := read(t, name); is != want {
		t.Errorf("docs/licences.md: go test ./internal/supply -update\n%s", udiff.Unified("is", "want", is, want))
	}
}

// licences is the text of docs/licences.md.
func licences(t *testing.T) string {
	linked := linkedModules(t)
	var program, tests strings.Builder
	for _, m := range modules(t) {
		table := &tests
		if slices.Contains(linked, m.Path) {
			table = &program
		}
		file, id := licence(t, m.Dir)
		fmt.Fprintf(table, "| %s | %s | %s |\n", m.Path, id, file)
	}
	return fmt.Sprintf(licencesText, program.String(), tests.String())
}

const licencesText = `# Licences of what scaffold is built with

Written by ` + "`go test ./internal/supply -run TestLicences -update`" + `, from go.mod and the files of its modules; the test fails when the
two differ. Whoever passes a binary on passes on these notices too: ` + "`go mod download -json`" + ` says where each module's files are.

In the program, on one system or another:

| module | licence | file |
| --- | --- | --- |
%s
In tests alone:

| module | licence | file |
| --- | --- | --- |
%s`

// module is one of go.mod, with the directory of its files.
type module struct{ Path, Dir string }

// modules are those that go.mod names. Those that this system builds nothing of are downloaded.
func modules(t *testing.T) (named []module) {
	t.Helper()
	for decoder := json.NewDecoder(bytes.NewReader(goCommand(t, nil, "mod", "download", "-json"))); ; {
		var m module
		if err := decoder.Decode(&m); errors.Is(err, io.EOF) {
			return named
		} else if err != nil {
			t.Fatal(err)
		}
		named = append(named, m)
	}
}

// linkedModules are those of which the program takes a package, on any of the systems that it is built for.
func linkedModules(t *testing.T) (paths []string) {
	t.Helper()
	for _, system := range []string{"linux", "darwin", "windows"} {
		out := goCommand(t, []string{"GOOS=" + system}, "list", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", "./cmd/scaffold")
		paths = append(paths, strings.Fields(string(out))...)
	}
	return paths
}

func goCommand(t *testing.T, env []string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command("go", args...)
	cmd.Dir, cmd.Env = root, append(os.Environ(), env...)
	var said strings.Builder
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, said.String())
	}
	return out
}

// licence names the files in which a module states its licences, and what SPDX calls those.
func licence(t *testing.T, dir string) (files, ids string) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "LICEN[CS]E*"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("%q has no licence: %v", dir, err)
	}
	var bases, all []string
	for _, path := range paths {
		if strings.HasSuffix(path, "-SUMMARY") {
			continue // which of the others holds for what
		}
		bases, all = append(bases, filepath.Base(path)), append(all, identify(t, path))
	}
	return strings.Join(bases, ", "), strings.Join(all, " AND ")
}

func identify(t *testing.T, path string) string {
	t.Helper()
	text := strings.Join(strings.Fields(read(t, path)), " ")
	for _, k := range known {
		if strings.Contains(text, k.says) {
			return k.id
		}
	}
	t.Fatalf("%s: an unknown licence: want one that lets others use, change and pass on\n%.300s", path, text)
	return ""
}

// known are the licences that go well with one another, by a sentence that only they have. The first that fits is meant.
var known = []struct{ id, says string }{
	{"Apache-2.0", "Apache License Version 2.0, January 2004"},
	{"MIT", "The above copyright notice and this permission notice shall be included in all copies or substantial portions"},
	{"MIT-0", "Permission is hereby granted, free of charge, to any person obtaining a copy"},
	{"ISC", "Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee"},
	{"BSD-3-Clause", "may be used to endorse or promote products derived from this software"},
	{"BSD-2-Clause", "Redistributions in binary form must reproduce the above copyright notice"},
}
