package tree

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// lay puts files into dir from pairs of path and text. A path with a slash at its end is a directory, a text
// "-> target" a symbolic link.
func lay(t testing.TB, dir string, pairs ...string) {
	t.Helper()
	for pair := range slices.Chunk(pairs, 2) {
		path := filepath.Join(dir, filepath.FromSlash(pair[0]))
		parent := filepath.Dir(path)
		if strings.HasSuffix(pair[0], "/") {
			parent = path
		}
		err := os.MkdirAll(parent, 0o777)
		if target, link := strings.CutPrefix(pair[1], "-> "); link && err == nil {
			if err = os.Symlink(target, path); err != nil && runtime.GOOS == "windows" {
				t.Skipf("no links without the right to make them: %v", err)
			}
		} else if parent != path && err == nil {
			err = os.WriteFile(path, []byte(pair[1]), 0o666)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// contents is all that is in dir, in the form that lay takes.
func contents(t testing.TB, dir string) []string {
	t.Helper()
	var pairs []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == dir {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		name = filepath.ToSlash(name)
		switch {
		case d.IsDir():
			if list, err := os.ReadDir(path); err != nil || len(list) == 0 {
				pairs = append(pairs, name+"/", "")
			}
		case d.Type()&fs.ModeSymlink != 0:
			target, _ := os.Readlink(path)
			pairs = append(pairs, name, "-> "+target)
		default:
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			pairs = append(pairs, name, string(data))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return pairs
}

func compare(t testing.TB, dir string, want *FileSet, opt Options) Plan {
	t.Helper()
	plan, err := Compare(dir, want, opt)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// text is a plan as lines of "action path: reason".
func text(p Plan) string {
	var out strings.Builder
	for _, c := range p.Changes {
		fmt.Fprintf(&out, "%s %s: %s\n", c.Action, c.Path, c.Reason)
	}
	return out.String()
}

func TestCompare(t *testing.T) {
	for _, test := range []struct {
		name string
		have []string // as lay takes it
		want []File
		opt  Options
		plan string
	}{
		{
			name: "an empty directory",
			want: []File{{Path: "b"}, {Path: "a/b"}},
			plan: "create a/b: is not there yet\ncreate b: is not there yet\n",
		},
		{
			name: "all there, one with line ends of Windows",
			have: []string{"a", "x\r\ny\r\n", "b", ""},
			want: []File{{Path: "a", Data: []byte("x\ny\n")}, {Path: "b"}},
			plan: "same a: has this text already\nsame b: has this text already\n",
		},
		{
			name: "several conflicts, all told",
			have: []string{"a", "other", "d/", "", "f", "", "way", "-> d", "link", "-> a", "gone", "-> nowhere"},
			want: []File{{Path: "a"}, {Path: "d"}, {Path: "f/x"}, {Path: "f/y"}, {Path: "way/x"}, {Path: "link"}, {Path: "gone"}, {Path: "new"}},
			plan: "conflict a: is there with another text\n" +
				"conflict d: is a directory: want a file\n" +
				"conflict f/x: f is a file: want a directory\n" +
				"conflict f/y: f is a file: want a directory\n" +
				"conflict gone: is a symbolic link: want a file\n" +
				"conflict link: is a symbolic link: want a file\n" +
				"create new: is not there yet\n" +
				"conflict way/x: way is a symbolic link: want a directory\n",
		},
		{
			name: "a link deep inside",
			have: []string{"a/b/", "", "a/l", "-> b"},
			want: []File{{Path: "a/b/x"}, {Path: "a/l/x"}},
			plan: "create a/b/x: is not there yet\nconflict a/l/x: a/l is a symbolic link: want a directory\n",
		},
		{
			name: "replace",
			have: []string{"a", "other", "b", "", "d/", ""},
			want: []File{{Path: "a"}, {Path: "b"}, {Path: "c"}, {Path: "d"}},
			opt:  Options{Replace: true},
			plan: "update a: is there with another text\nsame b: has this text already\ncreate c: is not there yet\n" +
				"conflict d: is a directory: want a file\n",
		},
		{
			name: "an ecosystem's files",
			have: []string{".gitignore", "theirs", "package.json", "ours", "tsconfig.json/", "", "README.md", "-> docs/README.md"},
			want: []File{
				{Path: ".gitignore", Data: []byte("ours"), Ecosystem: true},
				{Path: "README.md", Data: []byte("ours"), Ecosystem: true, Local: true},
				{Path: "go.mod", Data: []byte("ours"), Ecosystem: true, Local: true},
				{Path: "package.json", Data: []byte("ours"), Ecosystem: true},
				{Path: "tsconfig.json", Data: []byte("ours"), Ecosystem: true},
			},
			opt: Options{Replace: true},
			plan: "keep .gitignore: is there with a text of its own\n" +
				"keep README.md: is there, as a link or in other case\n" +
				"create go.mod: is not there yet\n" +
				"same package.json: has this text already\n" +
				"conflict tsconfig.json: is a directory: want a file\n",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			lay(t, dir, test.have...)
			want := new(FileSet)
			for _, f := range test.want {
				add(t, want, f)
			}
			before := contents(t, dir)
			plan := compare(t, dir, want, test.opt)
			if got := text(plan); got != test.plan {
				t.Errorf("got\n%swant\n%s", got, test.plan)
			}
			if after := contents(t, dir); !slices.Equal(before, after) {
				t.Errorf("Compare changed the directory from %q to %q", before, after)
			}
		})
	}
}

// On a disk that tells cases apart a name in other case is as much a conflict as on one that does not: the function
// could not be checked out elsewhere.
func TestCompareCase(t *testing.T) {
	dir := t.TempDir()
	lay(t, dir, "SRC/index.mjs", "", "readme.md", "theirs", "events/Direct.json", "", "events/direct2.json", "")
	want := files(t, "src/index.mjs", "", "src/other.mjs", "", "events/direct.json", "", "events/direct2.json", "")
	add(t, want, File{Path: "README.md", Ecosystem: true, Local: true})
	plan := compare(t, dir, want, Options{})
	const expected = "keep README.md: is there, as a link or in other case\n" +
		"conflict events/direct.json: events/Direct.json is there: the names differ only in case\n" +
		"same events/direct2.json: has this text already\n" +
		"conflict src/index.mjs: SRC is there: the names differ only in case\n" +
		"conflict src/other.mjs: SRC is there: the names differ only in case\n"
	if got := text(plan); got != expected {
		t.Errorf("got\n%swant\n%s", got, expected)
	}
}

func TestCompareDirectory(t *testing.T) {
	dir := t.TempDir()
	lay(t, dir, "file", "", "gone", "-> nowhere", "there/a", "", "link", "-> there")
	want := files(t, "a", "")
	add(t, want, File{Path: "p", Ecosystem: true}) // looked for above, too
	for name, expected := range map[string]string{
		"missing":     "create a: is not there yet\ncreate p: is not there yet\n",
		"missing/too": "create a: is not there yet\ncreate p: is not there yet\n",
		"there":       "same a: has this text already\ncreate p: is not there yet\n",
		"link":        "same a: has this text already\ncreate p: is not there yet\n", // the person named it
		"file":        "conflict .: file is a file: want a directory\ncreate a: is not there yet\ncreate p: is not there yet\n",
		"file/x":      "conflict .: file is a file: want a directory\ncreate a: is not there yet\ncreate p: is not there yet\n",
		"gone":        "conflict .: gone is a symbolic link to nothing: want a directory\ncreate a: is not there yet\ncreate p: is not there yet\n",
		"gone/x":      "conflict .: gone is a symbolic link to nothing: want a directory\ncreate a: is not there yet\ncreate p: is not there yet\n",
	} {
		plan := compare(t, filepath.Join(dir, filepath.FromSlash(name)), want, Options{})
		if got := strings.ReplaceAll(text(plan), dir+string(filepath.Separator), ""); got != expected {
			t.Errorf("%s: got\n%swant\n%s", name, got, expected)
		}
	}
	if _, err := os.Lstat(filepath.Join(dir, "missing")); err == nil {
		t.Error("Compare made the directory")
	}
}

func TestCompareLockName(t *testing.T) {
	want := files(t, "Scaffold.lock", "")
	if _, err := Compare(t.TempDir(), want, Options{Lock: &stamp}); err == nil {
		t.Error("a file in the lock's place is not refused")
	}
	compare(t, t.TempDir(), want, Options{})
}
