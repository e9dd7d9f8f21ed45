package gotype

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestFindsAsGo holds where packages are found against go list, in modules of every kind.
func TestFindsAsGo(t *testing.T) {
	top := laid(t, `
-- plain/go.mod --
module example.com/shop

go 1.26

require (
	example.com/moved v1.0.0
	example.com/old v1.2.3
	example.com/nested v0.0.0
)

replace example.com/moved => ./moved
replace example.com/old v1.2.3 => ./older
replace example.com/old v1.0.0 => ./nowhere
replace example.com/nested => ./moved/nested
-- plain/fn/a.go --
package main
-- plain/orders/a.go --
package orders
-- plain/moved/go.mod --
module example.com/moved
-- plain/moved/a.go --
package moved
-- plain/moved/deep/a.go --
package deep
-- plain/moved/nested/go.mod --
module example.com/nested
-- plain/moved/nested/a.go --
package nested
-- plain/older/go.mod --
module example.com/old
-- plain/older/sub/a.go --
package sub
-- vendored/go.mod --
module example.com/shop

go 1.26

require example.com/lib v1.0.0
-- vendored/fn/a.go --
package main
-- vendored/vendor/modules.txt --
# example.com/lib v1.0.0
## explicit
example.com/lib/types
-- vendored/vendor/example.com/lib/types/a.go --
package types
-- work/go.work --
go 1.26

use (
	./one
	two
)
-- work/one/go.mod --
module example.com/one

go 1.26
-- work/one/fn/a.go --
package main
-- work/two/go.mod --
module example.com/two

go 1.26
-- work/two/types/a.go --
package types
`)
	ours, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	for dir, packages := range map[string][]string{
		filepath.Join(top, "plain", "fn"): {
			"time", "net/netip", "example.com/shop/orders", "example.com/moved", "example.com/moved/deep", "example.com/old/sub", "example.com/nested",
		},
		filepath.Join(top, "vendored", "fn"):    {"example.com/lib/types", "encoding/json"},
		filepath.Join(top, "work", "one", "fn"): {"example.com/two/types", "example.com/one/fn"},
		ours:                                    {"github.com/spf13/cobra", "go.yaml.in/yaml/v4", "github.com/AlecAivazis/survey/v2/core", "github.com/aws/aws-lambda-go/events", "github.com/seed-0554dd89/scaffold/generator/spec"},
	} {
		for _, importPath := range packages {
			f := finder{dir: dir, getenv: os.Getenv}
			got, err := f.find(importPath)
			if want := listed(t, dir, importPath); err != nil || real(t, got) != want {
				t.Errorf("%s: got %q, %v, want %s", importPath, got, err, want)
			}
		}
	}
}

// listed is where the go command finds a package.
func listed(t *testing.T, dir, importPath string) string {
	t.Helper()
	command := exec.Command("go", "list", "-find", "-e", "-f", "{{.Dir}}", importPath)
	command.Dir = dir
	command.Env = append(os.Environ(), "GOPROXY=off", "GOFLAGS=")
	out, err := command.Output()
	if err != nil {
		t.Fatalf("go list %s: %v", importPath, err)
	}
	return real(t, strings.TrimSpace(string(out)))
}

func real(t *testing.T, dir string) string {
	t.Helper()
	if dir == "" {
		return ""
	}
	found, err := filepath.EvalSymlinks(dir)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// laid writes files into a directory.
func laid(t *testing.T, files string) string {
	t.Helper()
	dir := t.TempDir()
	for _, file := range txtar.Parse([]byte(files)).Files {
		name := filepath.Join(dir, filepath.FromSlash(file.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, file.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestFindsNothingOutside asks for packages that a hostile repository says are somewhere else.
func TestFindsNothingOutside(t *testing.T) {
	dir := laid(t, `
-- outside/a.go --
package outside

type Secret struct{ A string }
-- outside/go.mod --
module example.com/outside
-- repo/.git/HEAD --
-- repo/go.mod --
module example.com/shop

go 1.99

toolchain go1.99.9

require (
	127.0.0.1/direct v1.0.0
	example.com/up v1.0.0
	example.com/absolute v1.0.0
	example.com/linked v1.0.0
	example.com/gone v1.0.0
)

replace example.com/up => ../outside
replace example.com/absolute => OUTSIDE
replace example.com/linked => ./link
replace example.com/gone => ./gone
-- repo/fn/a.go --
package main
-- work/.git/HEAD --
-- work/go.work --
go 1.26

use ./fn
use ../outside
-- work/fn/go.mod --
module example.com/fn
-- work/fn/a.go --
package main
`)
	outside := filepath.Join(dir, "outside")
	mod := filepath.Join(dir, "repo", "go.mod")
	text, err := os.ReadFile(mod)
	if err == nil {
		err = os.WriteFile(mod, []byte(strings.ReplaceAll(string(text), "OUTSIDE", outside)), 0o600)
	}
	if err == nil {
		err = os.Symlink(outside, filepath.Join(dir, "repo", "link"))
	}
	if err == nil {
		err = os.Symlink(outside, filepath.Join(dir, "repo", "fn", "link"))
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ in, importPath, want string }{
		{"repo/fn", "example.com/up", "the module example.com/up: lies outside of the repository: want it inside"},
		{"repo/fn", "example.com/absolute", "the module example.com/absolute: lies outside of the repository: want it inside"},
		{"repo/fn", "example.com/linked", "the module example.com/linked: link is a link or a file: want a directory"},
		{"repo/fn", "example.com/shop/fn/link", "the package example.com/shop/fn/link: link is a link or a file: want a directory"},
		{"repo/fn", "example.com/gone", "the module example.com/gone: find gone: file does not exist"},
		{"repo/fn", "127.0.0.1/direct", "the module 127.0.0.1/direct@v1.0.0 is not downloaded: want: go mod download"},
		{"repo/fn", "../../outside", `want another import: malformed import path "../../outside": invalid path element ".."`},
		{"work/fn", "example.com/outside", "the module ../outside of go.work: lies outside of the repository: want it inside"},
	} {
		f := finder{dir: filepath.Join(dir, c.in), getenv: os.Getenv}
		if got, err := f.find(c.importPath); err == nil || err.Error() != c.want {
			t.Errorf("%s: got %q, %v, want %s", c.importPath, got, err, c.want)
		}
	}
}
