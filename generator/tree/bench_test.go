package tree

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fourteen is a set of as many files, of the sizes and in the places of a function's.
func fourteen(t testing.TB) *FileSet {
	set := new(FileSet)
	for i, path := range []string{
		"README.md", "events/direct.json", "events/apigateway-rest.json", "events/s3.json", "package.json",
		"policies/README.md", "policies/execution-policy.json", "policies/invocation-policy.apigateway-rest.json",
		"policies/trust-policy.json", "scaffold.yaml", "src/event.gen.mjs", "src/index.mjs", "test/event.gen.test.mjs",
		"test/index.test.mjs",
	} {
		f := File{Path: path, Data: []byte(strings.Repeat(fmt.Sprintf("line of text %d\n", i), 100))}
		switch path {
		case "src/index.mjs", "test/index.test.mjs":
			f.Owner = Team
		case "package.json":
			f.Owner, f.Ecosystem = Team, true
		case "README.md":
			f.Owner, f.Ecosystem, f.Local = Team, true, true
		case "scaffold.yaml":
			f.Owner = Person
		}
		add(t, set, f)
	}
	return set
}

func BenchmarkFileSet(b *testing.B) {
	b.ReportAllocs()
	all := fourteen(b).files
	for b.Loop() {
		var set FileSet
		for _, f := range all {
			if err := set.Add(f); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkCompare(b *testing.B) {
	want := fourteen(b)
	missing, there := filepath.Join(b.TempDir(), "missing"), b.TempDir()
	if _, err := Apply(b.Context(), compare(b, there, want, Options{Lock: &stamp}), there); err != nil {
		b.Fatal(err)
	}
	for name, dir := range map[string]string{"missing": missing, "same": there} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				compare(b, dir, want, Options{Lock: &stamp})
			}
		})
	}
}

func BenchmarkApply(b *testing.B) {
	want := fourteen(b)
	for name, there := range map[string]bool{"fresh": false, "there": true} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			top := b.TempDir()
			plan := compare(b, filepath.Join(top, "none"), want, Options{Lock: &stamp})
			for n := 0; b.Loop(); n++ {
				dir := filepath.Join(top, fmt.Sprint(n))
				if there {
					if err := os.Mkdir(dir, 0o777); err != nil {
						b.Fatal(err)
					}
				}
				if _, err := Apply(b.Context(), plan, dir); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkDiff(b *testing.B) {
	b.ReportAllocs()
	plan := compare(b, filepath.Join(b.TempDir(), "missing"), fourteen(b), Options{})
	for b.Loop() {
		if err := plan.WriteDiff(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParseLock(b *testing.B) {
	b.ReportAllocs()
	var all []File
	for f := range fourteen(b).All() {
		all = append(all, f)
	}
	text := NewLock(stamp, all).Encode()
	for b.Loop() {
		if _, err := ParseLock(text); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkUnmoved(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "fn")
	plan := compare(b, dir, fourteen(b), Options{Lock: &stamp})
	if _, err := Apply(b.Context(), plan, dir); err != nil {
		b.Fatal(err)
	}
	r := NewReader()
	for b.Loop() {
		r.Open(dir)
		if ok, err := r.Unmoved(stamp, func(string, []byte) {}); !ok || err != nil {
			b.Fatal(ok, err)
		}
	}
}
