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
	"strings"
	"sync"
	"testing"
	"time"
)

// twoFunctions are two functions beside each other.
func twoFunctions(t *testing.T) (hello, other string) {
	top := t.TempDir()
	hello, other = filepath.Join(top, "hello"), filepath.Join(top, "other")
	scaffold(t, "new", "hello", "-y", "-t", "s3:name=uploads,bucket=my-uploads", "-t", "sns:topic=news", "-C", hello)
	scaffold(t, "new", "other", "-y", "-C", other)
	return hello, other
}

func renderArgs(dir, account, out string) []string {
	return []string{"policy", "render", dir, "--account", account, "--region", "eu-west-1", "-o", out}
}

// TestRenderRefuses tries directories that policy render did not write, by every way to them: not a byte in them changes.
func TestRenderRefuses(t *testing.T) {
	hello, other := twoFunctions(t)
	top := filepath.Dir(hello)
	for name, to := range map[string]string{"link": "hello/policies", "deep": "hello", "foreign": "other/policies", "person": "mine"} {
		if err := os.Symlink(to, filepath.Join(top, name)); err != nil {
			t.Fatal(err)
		}
	}
	write(t, filepath.Join(top, "mine", "trust-policy.json"), "mine\n")
	write(t, filepath.Join(top, "notes", "todo.txt"), "mine\n")
	write(t, filepath.Join(top, "false", renderName), "mine\n")
	scaffold(t, renderArgs(other, "123456789012", filepath.Join(top, "others"))...)
	scaffold(t, renderArgs(hello, "123456789012", filepath.Join(top, "edited"))...)
	write(t, filepath.Join(top, "edited", "trust-policy.json"), "mine\n")
	if err := os.Symlink("../mine/trust-policy.json", filepath.Join(top, "false", "trust-policy.json")); err != nil {
		t.Fatal(err)
	}
	before := read(t, top)
	for _, out := range []string{
		"hello/policies", "./hello/policies/", "hello/src/../policies", top + "/hello/policies", "hello", "hello/events", "hello/policies/ready",
		"link", "link/ready", "deep/policies", "deep", "foreign", "other/policies", "other", "person", "mine", "notes", "false", "others", "edited",
	} {
		cmd := exec.Command("scaffold", renderArgs(hello, "210987654321", out)...)
		cmd.Dir = top
		said, err := cmd.CombinedOutput()
		if cmd.ProcessState.ExitCode() != 2 || !strings.Contains(string(said), "want") {
			t.Errorf("-o %s: %v, want exit code 2:\n%s", out, err, said)
		}
	}
	if after := read(t, top); !maps.Equal(before, after) {
		t.Error("something has changed")
	}
}

// TestRenderUnlisted renders over what an earlier scaffold wrote, which kept no list: nothing changes, and the hint works.
func TestRenderUnlisted(t *testing.T) {
	hello, _ := twoFunctions(t)
	out := filepath.Join(t.TempDir(), "ready")
	scaffold(t, renderArgs(hello, "123456789012", out)...)
	if err := os.Remove(filepath.Join(out, renderName)); err != nil {
		t.Fatal(err)
	}
	before := read(t, out)
	cmd := exec.Command("scaffold", renderArgs(hello, "123456789012", out)...)
	said, _ := cmd.CombinedOutput()
	if cmd.ProcessState.ExitCode() != 2 || !strings.Contains(string(said), "no "+renderName) || !strings.Contains(string(said), "remove it if an earlier scaffold") {
		t.Errorf("want exit code 2, the missing list and the way out:\n%s", said)
	}
	if after := read(t, out); !maps.Equal(before, after) {
		t.Error("something has changed")
	}
	if err := os.RemoveAll(out); err != nil {
		t.Fatal(err)
	}
	scaffold(t, renderArgs(hello, "123456789012", out)...)
}

// TestRenderKilled ends policy render at any moment, for one account and the other: whatever is there, it passes as whole only
// if all of it is for one account, and the next run that is left alone finishes it.
func TestRenderKilled(t *testing.T) {
	rounds := 8
	if os.Getenv("SCAFFOLD_PROOF") != "" {
		rounds = 200
	}
	hello, _ := twoFunctions(t)
	out := filepath.Join(t.TempDir(), "ready")
	accounts := []string{"111111111111", "222222222222"}
	random := rand.New(rand.NewPCG(5, 6))
	whole := 20 * time.Millisecond
	for round := range rounds {
		if round%5 == 0 {
			if err := os.RemoveAll(out); err != nil {
				t.Fatal(err)
			}
		}
		cmd := exec.Command("scaffold", renderArgs(hello, accounts[random.IntN(2)], out)...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.Int64N(int64(whole))))
		_, _ = cmd.Process.Kill(), cmd.Wait()
		passes(t, out, accounts)
		if round%2 == 0 {
			began := time.Now()
			scaffold(t, renderArgs(hello, accounts[round/2%2], out)...)
			whole = time.Since(began)
			if is := passes(t, out, accounts); is != accounts[round/2%2] {
				t.Fatalf("round %d: the directory is for account %q", round, is)
			}
		}
	}
}

// TestRenderTogether has runs for two accounts write into one directory at once: it is one account's at the end.
func TestRenderTogether(t *testing.T) {
	hello, _ := twoFunctions(t)
	out := filepath.Join(t.TempDir(), "ready")
	accounts := []string{"111111111111", "222222222222"}
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			cmd := exec.Command("scaffold", renderArgs(hello, accounts[i%2], out)...)
			cmd.Env = append(os.Environ(), fmt.Sprintf("XDG_STATE_HOME=%s/state%d", t.TempDir(), i%2))
			// The other user's files are not shown to be scaffold's here, but the lock says their texts: no git is near.
			if said, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, said)
			}
		})
	}
	all.Wait()
	if passes(t, out, accounts) == "" {
		t.Error("the directory is no account's")
	}
}

// passes is the account that a directory is for as a whole, by its marker, "" where it says that it is not whole. One that
// says it is whole must be.
func passes(t *testing.T, out string, accounts []string) (account string) {
	t.Helper()
	marker, err := os.ReadFile(filepath.Join(out, renderName))
	if err != nil || bytes.Contains(marker, []byte("\nbefore ")) {
		if list, _ := os.ReadDir(out); err != nil && len(list) > 0 {
			t.Errorf("%v, and there is %v", err, list)
		}
		return ""
	}
	for _, one := range accounts {
		if bytes.Contains(marker, []byte("edition render-"+one+"-eu-west-1 1\n")) {
			account = one
		}
	}
	files, _ := filepath.Glob(filepath.Join(out, "*.json"))
	if len(files) != bytes.Count(marker, []byte("\nfile tool ")) {
		t.Errorf("the marker lists other files than %v:\n%s", files, marker)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		for _, other := range accounts {
			if err != nil || other != account && bytes.Contains(text, []byte(other)) {
				t.Errorf("%s is for account %s, and the marker says %s (%v)", name, other, account, err)
			}
		}
	}
	return account
}

func write(t *testing.T, name, text string) {
	t.Helper()
	err := os.MkdirAll(filepath.Dir(name), 0o777)
	if err == nil {
		err = os.WriteFile(name, []byte(text), 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
}
