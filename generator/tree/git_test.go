package tree

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func gitIn(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=x", "-c", "user.email=x@example.com"}, args...)...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

// What git holds is what git says it holds, in each form of its index: a file that is staged and not changed since.
func TestGitHolds(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip(err)
	}
	for _, form := range [][]string{
		{"index.version=2"}, {"index.version=3"}, {"index.version=4"}, {"index.version=4", "index.skipHash=true"}, {"sha256"},
	} {
		t.Run(strings.Join(form, " "), func(t *testing.T) {
			top := t.TempDir()
			if form[0] == "sha256" {
				gitIn(t, top, "init", "-q", "--object-format=sha256")
			} else {
				gitIn(t, top, "init", "-q")
				for _, setting := range form {
					name, value, _ := strings.Cut(setting, "=")
					gitIn(t, top, "config", name, value)
				}
			}
			random := rand.New(rand.NewPCG(1, 2))
			staged := fillRepository(t, random, top)
			held, err := new(Git).under(filepath.Join(top, "fn"))
			if err != nil || held == nil {
				t.Fatal(held, err)
			}
			right := 0
			for name, want := range staged {
				text, err := os.ReadFile(filepath.Join(top, "fn", name))
				if err != nil {
					t.Fatal(err)
				}
				if is := held.text(name, text); is != want {
					t.Errorf("%s: held %v, want %v", name, is, want)
				}
				if want {
					right++
				}
			}
			if right < 50 {
				t.Errorf("git holds %d files only", right)
			}
		})
	}
}

// fillRepository makes files in all states that an index knows, and says of each whether git holds its text.
func fillRepository(t *testing.T, random *rand.Rand, top string) map[string]bool {
	t.Helper()
	names := []string{"a", "é", "with blank", strings.Repeat("long", 50)}
	for range 100 {
		dir := strings.Repeat("d/", random.IntN(3))
		names = append(names, dir+strings.Repeat("x", 1+random.IntN(12))+string(rune('a'+random.IntN(26))))
	}
	slices.Sort(names)
	names = slices.Compact(names)
	held := map[string]bool{}
	add, intend := []string{"add"}, []string{"add", "-N"}
	for i, name := range names {
		lay(t, top, "fn/"+name, strings.Repeat("text\n", random.IntN(5))+name)
		switch {
		case i%10 == 5:
			held[name] = false // untracked
		case i%10 == 6:
			intend = append(intend, "fn/"+name)
			held[name] = false
		default:
			add = append(add, "fn/"+name)
			held[name] = true
		}
	}
	gitIn(t, top, add...)
	gitIn(t, top, intend...)
	for i, name := range names {
		if i%10 == 7 {
			lay(t, top, "fn/"+name, "changed since\n")
			held[name] = false
		}
	}
	return held
}

// An index that is damaged, cut off or no index shows nothing, and ends nothing.
func TestGitIndexDamaged(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip(err)
	}
	top := t.TempDir()
	gitIn(t, top, "init", "-q")
	lay(t, top, "fn/a", "a\n", "fn/b", "b\n")
	gitIn(t, top, "add", ".")
	index := filepath.Join(top, ".git", "index")
	whole, err := os.ReadFile(index)
	if err != nil {
		t.Fatal(err)
	}
	for n := range len(whole) {
		if _, err := parseIndex(whole[:n]); err == nil && n < 12+2*72 {
			t.Errorf("%d bytes of an index are taken for one", n)
		}
		damaged := append([]byte{}, whole...)
		damaged[n] ^= 0xff
		_, _ = parseIndex(damaged)
	}
	lay(t, top, ".git/index", "none")
	held, err := new(Git).under(filepath.Join(top, "fn"))
	if err != nil || held == nil || held.text("a", []byte("a\n")) || held.tracks("a") {
		t.Errorf("%v, %v", held, err)
	}
}

// An index of version 4 whose paths each hold the one before is small, and its paths are not: it shows nothing.
func TestGitIndexGrows(t *testing.T) {
	const entries = 10_000
	data := binary.BigEndian.AppendUint32([]byte("DIRC\x00\x00\x00\x04"), entries)
	entry := append(make([]byte, 24), 0, 0, 0x81, 0xa4)
	entry = append(entry, make([]byte, 12+20+2)...) // the rest of stat, the hash and the flags
	entry = append(entry, "\x00aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\x00"...)
	data = append(data, bytes.Repeat(entry, entries)...)
	if _, err := parseIndex(data); err == nil {
		t.Error("an index with 1.6 GB of paths is read")
	}
}

// FuzzParseIndex reads any bytes.
func FuzzParseIndex(f *testing.F) {
	f.Add([]byte("DIRC\x00\x00\x00\x04\x00\x00\x00\x01"))
	f.Fuzz(func(_ *testing.T, data []byte) { _, _ = parseIndex(data) })
}
