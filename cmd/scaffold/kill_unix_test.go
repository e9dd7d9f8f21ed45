//go:build unix

package main

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// TestKill kills generate at any moment, again and again, while the spec changes and a person has edited a file. Then one
// run that is left alone has brought the function to where it would have come anyway, check is clean, and nothing that the
// person wrote is lost.
func TestKill(t *testing.T) {
	rounds := 3
	if os.Getenv("SCAFFOLD_PROOF") != "" {
		rounds = 270
	}
	random := rand.New(rand.NewPCG(1, 2))
	dir, twin := filepath.Join(t.TempDir(), "hello"), filepath.Join(t.TempDir(), "hello")
	const mine = "// A line of a person's.\n"
	for _, at := range []string{dir, twin} {
		scaffold(t, "new", "hello", "-y", "-C", at)
		index := filepath.Join(at, "src", "index.mjs")
		text, err := os.ReadFile(index)
		if err == nil {
			err = os.WriteFile(index, append(text, mine...), 0o666)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	killed, whole := 0, 10*time.Millisecond
	for round := range rounds {
		text := fmt.Sprintf("name: hello\nlanguage: javascript\nruntime: nodejs24.x\nstyle: async\nkeys:\n  key%d: x\n", random.IntN(3))
		if random.IntN(2) == 0 {
			text += "triggers:\n  - s3:\n      bucket: my-uploads\n"
		}
		for _, at := range []string{dir, twin} {
			if err := os.WriteFile(filepath.Join(at, specName), []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		began := time.Now()
		scaffold(t, "generate", twin)
		whole = time.Since(began)
		for range 3 {
			cmd := exec.Command("scaffold", "generate", dir)
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Duration(random.Int64N(int64(whole))))
			if cmd.Process.Kill() == nil && cmd.Wait() != nil {
				killed++
			}
		}
		scaffold(t, "generate", dir)
		scaffold(t, "check", dir)
		for name, want := range read(t, twin) {
			if got := read(t, dir)[name]; got != want {
				t.Fatalf("round %d: %s is\n%s\nwant\n%s", round, name, got, want)
			}
		}
		if is, want := len(read(t, dir)), len(read(t, twin)); is != want {
			t.Fatalf("round %d: %d files, want %d", round, is, want)
		}
		if !strings.Contains(read(t, dir)["src/index.mjs"], mine) {
			t.Fatalf("round %d: the person's line is lost", round)
		}
	}
	t.Logf("killed %d of %d runs", killed, 3*rounds)
	// When a run ends is the machine's affair: only over many runs must some have been cut off.
	if rounds > 3 && killed == 0 {
		t.Errorf("killed %d of %d runs only: hardly any is cut off", killed, 3*rounds)
	}
}

// TestKillAdd ends add at any moment: the same command again does what is left, or finds nothing to do.
func TestKillAdd(t *testing.T) {
	rounds := 3
	if os.Getenv("SCAFFOLD_PROOF") != "" {
		rounds = 70
	}
	random := rand.New(rand.NewPCG(3, 4))
	dir, twin := filepath.Join(t.TempDir(), "hello"), filepath.Join(t.TempDir(), "hello")
	for _, at := range []string{dir, twin} {
		scaffold(t, "new", "hello", "-y", "-k", "key=x", "-C", at)
	}
	for round := range rounds {
		add := []string{"add", "key", fmt.Sprintf("key%d:=%d", round, round), "-C", dir}
		if round%3 == 2 {
			add = []string{"add", "log", "json:level=" + []string{"debug", "error"}[round%2], "-C", dir}
		}
		began := time.Now()
		scaffold(t, append(slices.Clone(add[:4]), twin)...)
		whole := time.Since(began)
		for range 3 {
			cmd := exec.Command("scaffold", add...)
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Duration(random.Int64N(int64(whole))))
			_, _ = cmd.Process.Kill(), cmd.Wait()
		}
		scaffold(t, add...)
		scaffold(t, "check", dir)
		is, want := read(t, dir), read(t, twin)
		if !maps.Equal(is, want) {
			t.Fatalf("round %d: %s\nwant\n%s", round, is[specName], want[specName])
		}
	}
}

func scaffold(t *testing.T, args ...string) {
	t.Helper()
	var out bytes.Buffer
	cmd := exec.Command("scaffold", args...)
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Run(); err != nil {
		t.Fatalf("scaffold %s: %v\n%s", strings.Join(args, " "), err, out.String())
	}
}

// read is all files of a directory by their names.
func read(t *testing.T, dir string) map[string]string {
	t.Helper()
	texts := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		if tree.IsTemp(entry.Name()) {
			t.Errorf("%s is left", path)
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		texts[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}
