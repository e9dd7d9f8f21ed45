package spec_test

import (
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

func BenchmarkParseFile(b *testing.B) {
	b.ReportAllocs()
	data := []byte(full)
	for b.Loop() {
		if _, err := spec.ParseFile("scaffold.yaml", data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkResolve(b *testing.B) {
	b.ReportAllocs()
	doc, err := spec.ParseFile("scaffold.yaml", []byte(full))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := spec.Resolve(doc.Spec); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFromFlags(b *testing.B) {
	b.ReportAllocs()
	doc, err := spec.ParseFile("scaffold.yaml", []byte(full))
	if err != nil {
		b.Fatal(err)
	}
	flags := parseArgs(spec.Args(doc.Spec))
	for b.Loop() {
		if _, _, err := spec.FromFlags(flags, noFile); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	b.ReportAllocs()
	doc, err := spec.ParseFile("scaffold.yaml", []byte(full))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := spec.Write(doc.Spec); err != nil {
			b.Fatal(err)
		}
	}
}
