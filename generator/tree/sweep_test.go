package tree

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

func makesAll(string) bool { return true }

// What a run left that was cut off is removed; what one that is alive writes is not, however long it takes, and neither is what
// only looks alike.
func TestSweep(t *testing.T) {
	dir := t.TempDir()
	dead, live, young := ".scaffold-0000000000000001.tmp", ".scaffold-0000000000000002.tmp", ".scaffold-0000000000000003.tmp"
	lay(t, dir, dead+"/src/", "", live+"/src/", "", young+"/", "", ".scaffold-1.tmp/", "", ".scaffold-0000000000000004.tmp", "-> "+dead, "other/", "")
	old := time.Now().Add(-time.Hour)
	for _, name := range []string{dead, live, ".scaffold-1.tmp", "other"} {
		if err := os.Chtimes(filepath.Join(dir, name), old, old); err != nil {
			t.Fatal(err)
		}
	}
	lock, _, err := tryLock(filepath.Join(dir, live), os.O_RDONLY)
	if err != nil {
		t.Skip("directories cannot be locked here: ", err)
	}
	if removed := Sweep(dir, time.Now(), makesAll); !slices.Equal(removed, []string{dead}) {
		t.Errorf("removed %v, want %v alone", removed, dead)
	}
	if err := lock.Close(); err != nil {
		t.Fatal(err)
	}
	if removed := Sweep(dir, time.Now(), makesAll); !slices.Equal(removed, []string{live}) {
		t.Errorf("removed %v, want %v alone", removed, live)
	}
	for _, name := range []string{young, ".scaffold-1.tmp", ".scaffold-0000000000000004.tmp", "other"} {
		if _, err := os.Lstat(filepath.Join(dir, name)); errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s is gone", name)
		}
	}
}

// A directory that only has the name of a temporary one stays with all that is in it.
func TestSweepForeign(t *testing.T) {
	dir := t.TempDir()
	names := []string{".scaffold-0000000000000001.tmp", ".scaffold-0000000000000002.tmp", ".scaffold-0000000000000003.tmp", ".scaffold-0000000000000004.tmp"}
	lay(t, dir, names[0]+"/src/a", "a", names[1]+"/src/.env", "SECRET=1", names[2]+"/src/a", "-> ../../other", names[3]+"/src/a", "edited since", "other", "")
	if _, err := exec.LookPath("git"); err == nil {
		gitIn(t, dir, "init", "-q")
		gitIn(t, dir, "add", names[3])
	} else {
		names = names[:3]
	}
	for _, name := range names {
		old := time.Now().Add(-time.Hour)
		if err := os.Chtimes(filepath.Join(dir, name), old, old); err != nil {
			t.Fatal(err)
		}
	}
	if removed := Sweep(dir, time.Now(), func(path string) bool { return path == "src/a" }); !slices.Equal(removed, names[:1]) {
		t.Errorf("removed %v, want %v alone", removed, names[0])
	}
}
