package generator_test

import (
	"testing"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/templates"
)

// TestMakes holds the names that a lock may list against all that is generated: every file of every runtime and style, and none
// of those that people have beside them.
func TestMakes(t *testing.T) {
	g := generator.New(templates.FS)
	files := 0
	for _, runtime := range aws.Runtimes() {
		for _, style := range []string{"", "async", "callback", "context"} {
			s, err := spec.Resolve(spec.Spec{
				Name: "hello", Runtime: runtime.ID, Style: style, Deploy: spec.SAM,
				Triggers: []spec.Use{{ID: "sns", Name: "news", Params: map[string]any{"topic": "news"}}, {ID: "sqs", Params: map[string]any{"queue": "q"}}},
			})
			if err != nil {
				continue // the runtime has no such style
			}
			made, err := g.Render(s)
			if err != nil {
				t.Fatal(err)
			}
			for file := range made.All() {
				files++
				if !g.Makes(file.Path) {
					t.Errorf("%s %s: %s is made, and a lock may not list it", runtime.ID, style, file.Path)
				}
			}
		}
	}
	if files < 50 {
		t.Errorf("%d files only", files)
	}
	for _, name := range []string{".env", "scaffold.yaml", "scaffold.lock", "LICENSE", "src/mine.mjs", "events/mine.txt", "events/a/b.json", "policies/.env", "EVENTS/a.json", "optional/x", ""} {
		if g.Makes(name) {
			t.Errorf("a lock may list %q", name)
		}
	}
}
