//go:build unix

package main

import (
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestSwap swaps a directory for a link to another place while a run is at work, at any moment: what is there stays as it is.
// Once the directory is back, the next run does what is left.
func TestSwap(t *testing.T) {
	rounds := 6
	if os.Getenv("SCAFFOLD_PROOF") != "" {
		rounds = 450
	}
	random := rand.New(rand.NewPCG(5, 6))
	stopped := 0
	for round := range rounds {
		run := swappable[round%len(swappable)]
		top := t.TempDir()
		dir, elsewhere := filepath.Join(top, "hello"), filepath.Join(top, "elsewhere")
		began := time.Now()
		scaffold(t, "new", "hello", "-y", "-t", "sqs:queue=orders", "-C", dir)
		whole := time.Since(began)
		must(t, os.CopyFS(elsewhere, os.DirFS(dir)))
		run.before(t, dir)
		at := filepath.Join(dir, []string{"src", "policies", "events"}[random.IntN(3)])
		must(t, os.MkdirAll(at, 0o777))
		before := read(t, elsewhere)

		cmd := exec.Command("scaffold", strings.Fields(strings.ReplaceAll(run.line, "DIR", dir))...)
		must(t, cmd.Start())
		time.Sleep(time.Duration(random.Int64N(int64(whole))))
		must(t, os.Rename(at, at+".away"))
		must(t, os.Symlink(filepath.Join(elsewhere, filepath.Base(at)), at))
		if cmd.Wait() != nil {
			stopped++
		}
		if is := read(t, elsewhere); !maps.Equal(is, before) {
			t.Fatalf("round %d: scaffold %s wrote through a link at %s: %q", round, run.line, at, is)
		}
		must(t, os.Remove(at))
		must(t, os.Rename(at+".away", at))
		if _, err := os.Stat(filepath.Join(dir, specName)); err == nil {
			scaffold(t, "generate", dir)
			scaffold(t, "check", dir)
		}
		must(t, os.RemoveAll(top))
	}
	t.Logf("%d runs, %d of them stopped by what they found", rounds, stopped)
}

// swappable are commands that write, and what changes before each so that there is something to write.
var swappable = []struct {
	line   string
	before func(t *testing.T, dir string)
}{
	{"new hello -y -t sqs:queue=orders -C DIR", empty},
	{"generate DIR", more},
	{"add trigger s3:bucket=my-bucket -C DIR", nothing},
	{"remove trigger sqs -C DIR", nothing},
}

func nothing(*testing.T, string) {}

// empty leaves the directory of the function alone.
func empty(t *testing.T, dir string) {
	must(t, os.RemoveAll(dir))
	must(t, os.Mkdir(dir, 0o777))
}

// more has the Spec say more than was generated.
func more(t *testing.T, dir string) {
	text, err := os.ReadFile(filepath.Join(dir, specName))
	must(t, err)
	put(t, filepath.Join(dir, specName), string(text)+"  - s3:\n      bucket: my-bucket\n")
}
