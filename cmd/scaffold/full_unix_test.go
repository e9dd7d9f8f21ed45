//go:build unix

package main

import (
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// fill has a command run in a copy of a function on a disk of its own, once for each limit of a disk, and brings out what
// became of the function.
const fill = `set -u
from=$1 to=$2 disk=$3 line=$4; shift 4
n=0
for limit in "$@"; do
  mount -t tmpfs -o "$limit" scaffold "$disk" || exit 9
  if cp -r "$from" "$disk/hello" 2> /dev/null; then
    n=$((n + 1)) code=0
    (cd "$disk/hello" && scaffold $line > /dev/null 2>&1) || code=$?
    cp -r "$disk/hello" "$to/$n"
    printf '%s %s %s\n' "$n" "$code" "$limit"
  fi
  umount "$disk"
done`

// TestNoRoom runs commands on disks with little room, in bytes and in files: each file is as it was or as it should be, none
// is gone, and with room the next run does the rest.
func TestNoRoom(t *testing.T) {
	if err := exec.Command("unshare", "-rm", "mount", "-t", "tmpfs", "scaffold", t.TempDir()).Run(); err != nil {
		t.Skip("no disk of its own to fill: ", err)
	}
	runs, full := 0, 0
	for _, line := range []string{"generate", "add key c=z", "add trigger sqs:queue=orders"} {
		before, after, to := changed(t), filepath.Join(t.TempDir(), "hello"), t.TempDir()
		if line != "generate" {
			scaffold(t, "generate", before)
		}
		must(t, os.CopyFS(after, os.DirFS(before)))
		scaffoldIn(t, after, line)
		out, err := exec.Command("unshare", append([]string{"-rm", "sh", "-c", fill, "sh", before, to, t.TempDir(), line}, rooms(t, before)...)...).Output()
		must(t, err)
		for result := range strings.Lines(string(out)) {
			words := strings.Fields(result)
			if runs++; words[1] != "0" {
				full++
			}
			wantEither(t, line+" on "+words[2], filepath.Join(to, words[0]), read(t, before), read(t, after))
			if next := line; words[1] != "0" {
				if read(t, filepath.Join(to, words[0]))[specName] != read(t, before)[specName] {
					next = "generate" // the spec came first, and says the rest
				}
				scaffoldIn(t, filepath.Join(to, words[0]), next)
			}
			if is := read(t, filepath.Join(to, words[0])); !maps.Equal(is, read(t, after)) {
				t.Errorf("%s on %s: with room it comes to another function", line, words[2])
			}
		}
	}
	t.Logf("%d runs, %d of them without room", runs, full)
	if full == 0 || full == runs {
		t.Errorf("%d of %d runs had no room: want some of each", full, runs)
	}
}

func scaffoldIn(t *testing.T, dir, line string) {
	t.Helper()
	cmd := exec.Command("scaffold", strings.Fields(line)...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("scaffold %s: %v\n%s", line, err, out)
	}
}

// wantEither wants each file as it was or as it should be, and none gone that should be there.
func wantEither(t *testing.T, what, dir string, was, should map[string]string) {
	t.Helper()
	is := read(t, dir)
	for name, text := range is {
		if text != was[name] && text != should[name] {
			t.Errorf("%s: %s is neither as it was nor as it should be:\n%s", what, name, text)
		}
	}
	for name := range should {
		if _, there := is[name]; !there && was[name] != "" {
			t.Errorf("%s: %s is gone", what, name)
		}
	}
}

// rooms are limits of disks: a few pages and a few files more than the function takes.
func rooms(t *testing.T, dir string) (limits []string) {
	t.Helper()
	most := 4
	if os.Getenv("SCAFFOLD_PROOF") != "" {
		most = 140
	}
	pages, files := 0, 2
	must(t, filepath.WalkDir(dir, func(_ string, entry fs.DirEntry, err error) error {
		must(t, err)
		info, err := entry.Info()
		if files++; err == nil && !entry.IsDir() {
			pages += int(info.Size()+4095) / 4096
		}
		return err
	}))
	random := rand.New(rand.NewPCG(7, 8))
	for range most {
		limits = append(limits, fmt.Sprintf("size=%dk,nr_inodes=%d", 4*(pages+random.IntN(30)), files+random.IntN(30)))
	}
	return limits
}
