package gotype_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/seed-0554dd89/scaffold/generator/gotype"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

var update = flag.Bool("update", false, "write what is read into the goldens")

// TestGolden reads the type Event of the package in fn, and holds its keys or problems against the golden's last file.
func TestGolden(t *testing.T) {
	t.Setenv("GOFLAGS", "") // what the go command says of a package that is not there depends on them
	names, err := filepath.Glob("../../testdata/golden/gotype/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no goldens: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			dir := lay(t, archive)
			want := &archive.Files[len(archive.Files)-1]
			got := said(t, want.Name, dir)
			if got == string(want.Data) {
				return
			}
			if *update {
				want.Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			t.Errorf("got\n%s\nwant\n%s\nto accept it: go test ./generator/gotype -update", got, want.Data)
		})
	}
}

// lay writes the files of an archive into a directory.
func lay(t testing.TB, archive *txtar.Archive) string {
	t.Helper()
	dir := t.TempDir()
	for _, file := range archive.Files {
		path := filepath.Join(dir, filepath.FromSlash(file.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, file.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// said is what is read of the type, a key or a problem a line.
func said(t *testing.T, what, dir string) string {
	t.Helper()
	keys, err := gotype.Read(filepath.Join(dir, "fn"), "fn", "Event", os.Getenv)
	if err == nil {
		_, err = spec.WithKeys(spec.Spec{Name: "hello", Language: "go", KeysFrom: "Event"}, keys)
	}
	if (err != nil) != (what == "problems") {
		t.Fatalf("got the error %v", err)
	}
	if err != nil {
		return err.Error() + "\n"
	}
	var out strings.Builder
	for _, k := range keys {
		held := *k.Held
		k.Held = nil
		for _, part := range []any{k, held} {
			text, err := json.Marshal(part)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&out, "%s\n", text)
		}
	}
	return out.String()
}

// A type that is not there, or is no struct, and a package that is not there.
func TestNoType(t *testing.T) {
	dir := lay(t, txtar.Parse([]byte("-- fn/a.go --\npackage main\n\ntype Level int\n")))
	for _, c := range []struct{ dir, name, want string }{
		{"fn", "Event", `keysFrom is "Event": want a struct type of the package in fn: it has no type Event`},
		{"fn", "Level", "fn/a.go:3:6: the type Level is no struct: want a struct type"},
		{"none", "Event", `keysFrom is "Event": want a struct type of the package in none: it has no type Event`},
	} {
		if _, err := gotype.Read(filepath.Join(dir, c.dir), c.dir, c.name, os.Getenv); err == nil || err.Error() != c.want {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
}

// A struct of types that the language and the package have is read without starting anything: there is no go to be found.
func TestSpawnsNothing(t *testing.T) {
	dir := lay(t, txtar.Parse([]byte(local)))
	t.Setenv("PATH", "")
	keys, err := gotype.Read(filepath.Join(dir, "fn"), "fn", "Event", os.Getenv)
	if err != nil || len(keys) != 4 {
		t.Errorf("got %d keys, %v", len(keys), err)
	}
}

const local = "-- fn/event.go --\npackage main\n\nimport \"time\"\n\n" +
	"type Event struct {\n\tUserID string `json:\"user-id\" required:\"true\"`\n\tLimit int `default:\"10\"`\n\tTags []Tag\n\tSince time.Time\n}\n\ntype Tag string\n"

// BenchmarkRead reads a local struct.
func BenchmarkRead(b *testing.B) {
	dir := filepath.Join(lay(b, txtar.Parse([]byte(local))), "fn")
	for b.Loop() {
		if _, err := gotype.Read(dir, "fn", "Event", os.Getenv); err != nil {
			b.Fatal(err)
		}
	}
}
