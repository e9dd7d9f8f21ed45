package spec_test

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// FuzzParseFile wants no panic, and the same Spec by every road where the file is accepted.
func FuzzParseFile(f *testing.F) {
	f.Add([]byte(full))
	files, _ := filepath.Glob(filepath.Join("..", "..", "testdata", "golden", "spec", "*.txtar"))
	for _, file := range files {
		if archive, err := txtar.ParseFile(file); err == nil {
			f.Add(archive.Files[0].Data)
		}
	}
	for seed := range uint64(20) {
		data, _ := spec.Write(newRandom(seed).spec())
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, resolved, err := spec.Load("scaffold.yaml", data)
		if err != nil {
			for _, p := range err.(spec.Problems) {
				if p.Where == "" || p.Is == "" {
					t.Errorf("a problem without position or subject: %#v", p)
				}
			}
			return
		}
		checkRoads(t, doc.Spec)
		checkRoads(t, resolved)
	})
}

// FuzzKeyFlag wants no panic, and that an accepted key is written so that it is read again.
func FuzzKeyFlag(f *testing.F) {
	for _, key := range []string{"a", "a=b", "a:=1", "a:integer", `a:{"type":"array","default":[1]}`, `"a:b"=c`, `"":=null`, "a=:=", "=", ":", "a:{"} {
		f.Add(key)
	}
	for seed := range uint64(30) {
		for _, key := range parseArgs(spec.Args(newRandom(seed).spec())).Keys {
			f.Add(key)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, _, err := spec.FromFlags(spec.Flags{Name: "hello", Keys: []string{text}}, noFile)
		if err == nil && spec.Check(s) == nil {
			checkRoads(t, s)
		}
	})
}

// FuzzTriggerFlag wants the same of triggers, and of accesses and log choices, which share their grammar.
func FuzzTriggerFlag(f *testing.F) {
	for seed := range uint64(30) {
		flags := parseArgs(spec.Args(newRandom(seed).spec()))
		for _, text := range append(append(flags.Triggers, flags.Access...), flags.Logs...) {
			f.Add(text)
		}
	}
	for _, text := range []string{"s3:", "s3:=", "s3:prefix=", `s3:prefix="`, `s3:prefix="a\`, "s3:events=()", "s3:events=(,)", "s3:{}", "s3:a:=1", ":", "s3:prefix=@x"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, flags := range []spec.Flags{{Triggers: []string{text}}, {Access: []string{text}}, {Logs: []string{text}}} {
			flags.Name = "hello"
			s, _, err := spec.FromFlags(flags, func(string) ([]byte, error) { return []byte("in/\n"), nil })
			if err == nil && spec.Check(s) == nil {
				checkRoads(t, s)
			}
		}
	})
}

// FuzzName wants that an accepted name is one that AWS takes, and a directory on every system.
func FuzzName(f *testing.F) {
	for _, name := range []string{"hello", "", ".", "..", "a/b", "-x", "CON", "com1", "a b", "日本", "\xff"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if spec.CheckName(name) != nil {
			return
		}
		if aws.CheckFunctionName(name) != "" || !filepath.IsLocal(name) || filepath.Base(name) != name || os.IsPathSeparator(name[0]) {
			t.Errorf("accepted %q", name)
		}
		checkRoads(t, spec.Spec{Name: name})
		if again, err := spec.Resolve(spec.Spec{Name: name}); err != nil || !reflect.DeepEqual(again.Name, name) {
			t.Errorf("Resolve: %v", err)
		}
	})
}

// FuzzEdit wants that whatever a file looks like it can be changed without harm, or is left to a person: Edit says which.
func FuzzEdit(f *testing.F) {
	f.Add([]byte(full))
	f.Add([]byte("{name: a, keys: {a: 1, ? b : 2,}, triggers: [sqs, s3: {bucket: abc},], access}"))
	f.Add([]byte("\ufeffname: a\n? keys\n: a: |+\n    text\n\n\nlogging: # none\n...\n"))
	for seed := range uint64(40) {
		f.Add(newRandom(seed).page())
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := spec.ParseFile("scaffold.yaml", data)
		if err != nil {
			return
		}
		r := newRandom(uint64(len(data)))
		for range 3 {
			want, _ := r.change(doc.Spec)
			edited, err := doc.Edit(want)
			if err != nil {
				if _, byHand := err.(*spec.ByHand); !byHand {
					t.Errorf("%v", err)
				}
				continue
			}
			again, err := spec.ParseFile("scaffold.yaml", edited.Data)
			if err != nil || !reflect.DeepEqual(again.Spec, want) {
				t.Errorf("%v\n%s\n-->\n%s", err, data, edited.Data)
			}
		}
	})
}
