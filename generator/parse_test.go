package generator

import (
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"text/template"
)

// TestInclude includes a piece from many goroutines at once, one that includes another, and one that is not there.
func TestInclude(t *testing.T) {
	folder := fstest.MapFS{
		"tongue/tool/file.tmpl":            {Data: []byte(`{{include "outer piece" .}}`)},
		"tongue/optional/outer-piece.tmpl": {Data: []byte("{{define \"outer piece\"}}<{{include \"inner\" .}}{{template \"own\"}}>{{end}}\n{{define \"own\"}}!{{end}}")},
		"tongue/optional/inner.tmpl":       {Data: []byte(`{{define "inner"}}{{.}}{{end}}`)},
		"tongue/optional/broken.tmpl":      {Data: []byte(`{{never parsed`)},
		"tongue/tool/missing.tmpl":         {Data: []byte(`{{include "absent" .}}`)},
		"shared/README.md":                 {},
	}
	all, made, err := parseTemplates(folder, "tongue", nil)
	if err != nil || len(made) != 2 {
		t.Fatalf("parseTemplates makes %q: %v; want two files, and broken.tmpl not looked at", made, err)
	}
	var wait sync.WaitGroup
	for range 20 {
		wait.Go(func() {
			if got := execute(t, all, "tongue/tool/file.tmpl", "dot"); got != "<dot!>" {
				t.Errorf("got %q, want <dot!>", got)
			}
		})
	}
	wait.Wait()
	var out strings.Builder
	if err := all.ExecuteTemplate(&out, "tongue/tool/missing.tmpl", nil); err == nil || !strings.Contains(err.Error(), `include "absent"`) {
		t.Errorf("error %v, want it to name the piece that is not there", err)
	}
}

func execute(t *testing.T, all *template.Template, name string, dot any) string {
	var out strings.Builder
	if err := all.ExecuteTemplate(&out, name, dot); err != nil {
		t.Error(err)
	}
	return out.String()
}
