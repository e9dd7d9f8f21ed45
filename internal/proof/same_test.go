package proof

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
	"github.com/seed-0554dd89/scaffold/templates"
)

// The same Spec gives the same bytes: from another generator, from several goroutines at once, in another directory,
// environment and time zone. No part is needed.
func TestSameBytes(t *testing.T) {
	all := pairwise()
	if long {
		all = pure()
	}
	var specs []spec.Spec
	for _, v := range all {
		specs = append(specs, v.function(t).Spec)
	}
	want := archives(t, functions, specs)
	t.Run("at once", func(t *testing.T) {
		var group sync.WaitGroup
		shared := generator.New(templates.FS)
		for range 2 {
			group.Go(func() { compare(t, all, archives(t, shared, specs), want) })
		}
		group.Wait()
	})
	t.Run("elsewhere", func(t *testing.T) {
		t.Chdir(t.TempDir())
		for name, value := range map[string]string{
			"TZ": "Asia/Kathmandu", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "HOME": "/nowhere", "USER": "nobody", "AWS_REGION": "us-west-2",
			"AWS_PROFILE": "other", "AWS_ACCOUNT_ID": "999999999999", "NO_COLOR": "1", "GOFLAGS": "-mod=vendor",
		} {
			t.Setenv(name, value)
		}
		local := time.Local
		time.Local = time.FixedZone("elsewhere", 5*3600+2700)
		defer func() { time.Local = local }()
		compare(t, all, archives(t, generator.New(templates.FS), specs), want)
	})
}

// archives are all files of each function as one text.
func archives(t *testing.T, g *generator.Generator, specs []spec.Spec) [][]byte {
	var texts [][]byte
	for _, s := range specs {
		files, err := g.Render(s)
		if err != nil {
			t.Errorf("%q: %v", spec.Args(s), err)
			files = &tree.FileSet{}
		}
		var text bytes.Buffer
		for file := range files.All() {
			fmt.Fprintf(&text, "%s %v %v %v %v\n%s", file.Path, file.Owner, file.Exec, file.Ecosystem, file.Local, file.Data)
		}
		texts = append(texts, text.Bytes())
	}
	return texts
}

func compare(t *testing.T, all []variant, got, want [][]byte) {
	for i, v := range all {
		if !bytes.Equal(got[i], want[i]) {
			t.Errorf("%s: got other bytes than the first time", v)
		}
	}
}

// What was written is what was rendered, and a second run has nothing to do and touches nothing.
func TestSecondRun(t *testing.T) {
	for _, v := range few(t) {
		files := render(t, v.function(t))
		dir := write(t, files)
		before := modified(t, dir)
		plan, err := tree.Compare(dir, files, tree.Options{})
		if err != nil || !plan.Empty() || len(plan.Changes) != files.Len() {
			t.Fatalf("%s: %v: got %v, want %d files the same", v, err, plan.Counts(), files.Len())
		}
		if _, err := tree.Apply(t.Context(), plan, dir); err != nil {
			t.Fatalf("%s: %v", v, err)
		}
		if after := modified(t, dir); after != before || len(before) == 0 {
			t.Fatalf("%s: got %s\nwant %s", v, after, before)
		}
	}
}

// modified lists the files below dir with their sizes and times.
func modified(t *testing.T, dir string) (list string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			list += fmt.Sprintln(path, info.Size(), info.ModTime().UnixNano())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}
