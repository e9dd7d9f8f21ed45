package generator_test

import (
	"testing"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/templates"
)

func articleSpec(b *testing.B) spec.Spec {
	s, err := spec.Resolve(spec.Spec{
		Name: "hello", Runtime: "nodejs22.x", Style: "callback",
		Keys: []spec.Key{
			{Name: "key1", Type: spec.String, Default: `"Default Key 1"`},
			{Name: "key2", Type: spec.String, Default: `"Default Key 2"`},
		},
		Triggers: []spec.Use{{ID: "apigateway-rest"}},
	})
	if err != nil {
		b.Fatal(err)
	}
	return s
}

// BenchmarkRender renders the article's function: cold parses the templates too, as a process that makes one function does.
func BenchmarkRender(b *testing.B) {
	s := articleSpec(b)
	b.Run("cold", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := generator.New(templates.FS).Render(s); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("warm", func(b *testing.B) {
		g := generator.New(templates.FS)
		b.ReportAllocs()
		for b.Loop() {
			if _, err := g.Render(s); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("sam", func(b *testing.B) {
		g, s := generator.New(templates.FS), s
		s.Deploy = spec.SAM
		b.ReportAllocs()
		for b.Loop() {
			if _, err := g.Render(s); err != nil {
				b.Fatal(err)
			}
		}
	})
}
