package generator

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/templates"
)

func TestScope(t *testing.T) {
	s := newScope([]string{"Keys", "Keys2"})
	s.never = func(name string) bool { return strings.HasPrefix(name, "never") }
	for _, test := range [][3]string{
		{"Keys", "", "Keys3"}, {"Other", "", "Other"}, {"Other", "_", "Other_2"}, {"Other", "_", "Other_3"}, {"Other_2", "_", "Other_2_2"},
	} {
		if got := s.give(test[0], test[1]); got != test[2] {
			t.Errorf("give(%q, %q) = %q, want %q", test[0], test[1], got, test[2])
		}
	}
}

// What the templates of a language declare, and what is called as triggers may be, is known to be taken.
func TestDeclared(t *testing.T) {
	declared := regexp.MustCompile(`(?m)(?:class|def|function|interface|type|const) (\w+)\b(?:[^{\w]|$)`)
	like := regexp.MustCompile(`^(?:Test|test_handles_|test_answers_|test_keys_come_from_|serve_|which_|serve[A-Z]|which[A-Z])|.Source$`)
	for _, name := range []string{"javascript", "typescript", "python", "go"} {
		l, err := readLanguage(templates.FS, name, "")
		if err != nil {
			t.Fatal(err)
		}
		found := 0
		err = fs.WalkDir(templates.FS, name, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || name == "go" { // nothing in Go is called as a trigger is
				return err
			}
			text, err := fs.ReadFile(templates.FS, path)
			for _, match := range declared.FindAllSubmatch(text, -1) {
				found++
				if word := string(match[1]); like.MatchString(word) && !slices.Contains(l.Identifier.Declared, word) {
					t.Errorf("%s declares %s: want it in declared of language.json", path, word)
				}
			}
			return err
		})
		if err != nil || found == 0 && name != "go" {
			t.Errorf("%s: %d declarations: %v", name, found, err)
		}
	}
}
