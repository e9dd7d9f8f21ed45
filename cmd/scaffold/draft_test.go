package main

import (
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// TestCommentsStay writes a comment behind every line of the spec files of all function goldens: the text that new writes
// says the same Spec and keeps every one of them.
func TestCommentsStay(t *testing.T) {
	names, err := filepath.Glob("../../testdata/golden/functions/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no goldens: %v", err)
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text, comments := commented(string(archive.Files[0].Data))
		document, err := spec.ParseFile("scaffold.yaml", []byte(text))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		written, err := pinnedText(document.Spec, []byte(text))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, comment := range comments {
			if !strings.Contains(string(written), comment) {
				t.Errorf("%s: %q is lost:\n%s", name, comment, written)
			}
		}
		again, err := spec.ParseFile("scaffold.yaml", written)
		if err != nil || !reflect.DeepEqual(again.Spec, spec.Pin(document.Spec)) {
			t.Errorf("%s: %v: another Spec is written:\n%s", name, err, written)
		}
	}
}

// commented puts a comment above each line that is not inside a text of several lines.
func commented(text string) (out string, comments []string) {
	inside := false
	var b strings.Builder
	for i, line := range strings.SplitAfter(text, "\n") {
		deep := strings.HasPrefix(line, "      ")
		inside = inside && deep
		if !inside && line != "" {
			comment := fmt.Sprintf("# comment %d.\n", i)
			comments = append(comments, comment)
			b.WriteString(comment)
		}
		b.WriteString(line)
		inside = inside || strings.HasSuffix(line, "|-\n")
	}
	return b.String(), comments
}
