package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestReadme makes the function of the README's session, and finds in the README what it wrote and said.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(text)
	line := "scaffold new worker -y -t s3:name=uploads,prefix=in/ -a s3:trigger=uploads -k limit:=10"
	if !strings.Contains(readme, "$ "+line+"\n") {
		t.Fatalf("the README does not type %q", line)
	}
	var out, said strings.Builder
	sys := machine()
	sys.Dir, sys.Out, sys.Err = t.TempDir(), &out, &said
	if code := run(sys, strings.Fields(line)[1:]); code != 0 {
		t.Fatalf("exit %d: %s", code, said.String())
	}
	if !strings.Contains(readme, said.String()) {
		t.Errorf("the README does not show what new says:\n%s", said.String())
	}
	for _, name := range []string{"src/index.mjs", "policies/invocation-policy.uploads.json"} {
		file, err := os.ReadFile(filepath.Join(sys.Dir, "worker", name))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(readme, string(file)) {
			t.Errorf("the README does not show %s as it is:\n%s", name, file)
		}
	}
}
