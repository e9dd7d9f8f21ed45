//go:build unix

package main

import (
	"bytes"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

const twoKeys = "name: hello\nlanguage: javascript\nruntime: nodejs24.x\nstyle: async\nkeys:\n  a: x\n  b: y\n"

// attempt runs scaffold and returns its exit code and what it said.
func attempt(t *testing.T, args ...string) (code int, said string) {
	t.Helper()
	var out bytes.Buffer
	cmd := exec.Command("scaffold", args...)
	cmd.Stdout, cmd.Stderr = &out, &out
	err := cmd.Run()
	var failed *exec.ExitError
	if err != nil && !errors.As(err, &failed) {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), out.String()
}

// wantAttempt wants an exit code, and a sentence.
func wantAttempt(t *testing.T, code int, sentence string, args ...string) {
	t.Helper()
	if got, said := attempt(t, args...); got != code || !strings.Contains(said, sentence) {
		t.Errorf("scaffold %s: exit code %d, want %d and %q:\n%s", strings.Join(args, " "), got, code, sentence, said)
	}
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// changed is a function whose spec has changed since it was generated.
func changed(t *testing.T) (dir string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "hello")
	scaffold(t, "new", "hello", "-y", "-k", "a=x", "-C", dir)
	put(t, filepath.Join(dir, specName), twoKeys)
	return dir
}

// TestDiskFull fills a disk: nothing of the function changes, and with room again the next run does all.
func TestDiskFull(t *testing.T) {
	const script = `set -e
mount -t tmpfs -o size=512k scaffold "$1"
cp -r "$2" "$1/hello"
dd if=/dev/zero of="$1/fill" bs=4k 2>/dev/null || true
code=0; scaffold generate "$1/hello" || code=$?
cp -r "$1/hello" "$3"
rm "$1/fill"
scaffold generate "$1/hello"
scaffold check "$1/hello"
exit $code`
	if err := exec.Command("unshare", "-rm", "mount", "-t", "tmpfs", "scaffold", t.TempDir()).Run(); err != nil {
		t.Skip("no disk of its own to fill: ", err)
	}
	dir, left := changed(t), t.TempDir()
	cmd := exec.Command("unshare", "-rm", "sh", "-c", script, "sh", t.TempDir(), dir, left)
	out, _ := cmd.CombinedOutput()
	if cmd.ProcessState.ExitCode() != exitWrong || !strings.Contains(string(out), "no space left on device") {
		t.Errorf("exit code %d\n%s", cmd.ProcessState.ExitCode(), out)
	}
	if is := read(t, filepath.Join(left, "hello")); !maps.Equal(is, read(t, dir)) {
		t.Errorf("the full disk has another function now: %q", is)
	}
}

// TestFileLimit has the system refuse to write a file on, which is the same where no disk can be filled.
func TestFileLimit(t *testing.T) {
	dir := changed(t)
	before := read(t, dir)
	out, err := exec.Command("sh", "-c", `ulimit -f 1; exec scaffold generate "$1"`, "sh", dir).CombinedOutput()
	if err == nil || !maps.Equal(before, read(t, dir)) {
		t.Errorf("%v: %s", err, out)
	}
	scaffold(t, "generate", dir)
	scaffold(t, "check", dir)
}

// TestReadOnly has a file that may not be written, which a rename replaces and leaves as it is, and a directory, in which
// nothing can be done. Root may do everything: the run is somebody else's then.
func TestReadOnly(t *testing.T) {
	dir := changed(t)
	tool := filepath.Join(dir, "src", "event.gen.mjs")
	must(t, os.Chmod(tool, 0o444))
	scaffold(t, "generate", dir)
	if info, err := os.Stat(tool); err != nil || info.Mode().Perm() != 0o444 {
		t.Errorf("a read-only file has the mode %v, %v", info.Mode(), err)
	}
	put(t, filepath.Join(dir, specName), strings.Replace(twoKeys, "b: y", "c: z", 1))
	must(t, os.Chmod(filepath.Join(dir, "src"), 0o555))
	defer os.Chmod(filepath.Join(dir, "src"), 0o755)
	before := read(t, dir)
	cmd := exec.Command("scaffold", "generate", dir)
	if os.Geteuid() == 0 {
		nobody(t, cmd, dir)
	}
	out, err := cmd.CombinedOutput()
	if err == nil || !strings.Contains(string(out), "permission denied") {
		t.Errorf("%v: %s", err, out)
	}
	if !maps.Equal(before, read(t, dir)) {
		t.Error("something was written")
	}
	must(t, os.Chmod(filepath.Join(dir, "src"), 0o755))
	scaffold(t, "generate", dir)
	scaffold(t, "check", dir)
}

// nobody has a command run by a user who may do nothing, but for the function, which is that user's.
func nobody(t *testing.T, cmd *exec.Cmd, dir string) {
	t.Helper()
	const id = 65534
	binary, err := os.ReadFile(cmd.Path)
	must(t, err)
	home, err := os.MkdirTemp("", "scaffold-nobody-")
	must(t, err)
	t.Cleanup(func() { os.RemoveAll(home) })
	cmd.Path = filepath.Join(home, "scaffold")
	must(t, os.WriteFile(cmd.Path, binary, 0o755))
	must(t, filepath.WalkDir(dir, func(name string, _ os.DirEntry, err error) error { return errors.Join(err, os.Lchown(name, id, id)) }))
	must(t, errors.Join(os.Chmod(home, 0o755), os.Chown(home, id, id)))
	for above := filepath.Dir(dir); above != os.TempDir() && above != filepath.Dir(above); above = filepath.Dir(above) {
		must(t, os.Chmod(above, 0o755))
	}
	cmd.Env = append(os.Environ(), "HOME="+home, "XDG_CACHE_HOME="+home, "TMPDIR="+home)
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: id, Gid: id}}
}

// TestDirectoryIsLink has a directory of the function replaced by a link to another place: nothing is written there.
func TestDirectoryIsLink(t *testing.T) {
	dir := changed(t)
	elsewhere := filepath.Join(t.TempDir(), "src")
	must(t, os.Rename(filepath.Join(dir, "src"), elsewhere))
	must(t, os.Symlink(elsewhere, filepath.Join(dir, "src")))
	before := read(t, elsewhere)
	wantAttempt(t, exitRefused, "src is a symbolic link: want a directory", "generate", dir)
	wantAttempt(t, exitFound, "src is a symbolic link: want a directory", "check", dir)
	wantAttempt(t, exitRefused, "src is a symbolic link: want a directory", "add", "key", "more", "-C", dir)
	text, err := os.ReadFile(filepath.Join(dir, specName))
	if !maps.Equal(before, read(t, elsewhere)) || err != nil || string(text) != twoKeys {
		t.Error("something was written")
	}
}

// TestWindowsCheckout converts a whole function to line ends of Windows, as git does: it is up to date, and stays so.
func TestWindowsCheckout(t *testing.T) {
	dir := changed(t)
	scaffold(t, "generate", dir)
	for name, text := range read(t, dir) {
		put(t, filepath.Join(dir, name), strings.ReplaceAll(text, "\n", "\r\n"))
	}
	index := filepath.Join(dir, "src", "index.mjs")
	mine := strings.Replace(read(t, dir)["src/index.mjs"], "import", "// mine\r\nimport", 1)
	put(t, index, mine)
	before := read(t, dir)
	scaffold(t, "check", dir)
	scaffold(t, "generate", dir)
	if !maps.Equal(before, read(t, dir)) {
		t.Error("something was written")
	}
	scaffold(t, "add", "key", "c=z", "-C", dir)
	scaffold(t, "check", dir)
	for name, text := range read(t, dir) {
		if strings.Count(text, "\n") != strings.Count(text, "\r\n") {
			t.Errorf("%s has line ends of both kinds: %q", name, text)
		}
	}
	if text := read(t, dir)["src/index.mjs"]; !strings.Contains(text, "// mine\r\n") || !strings.Contains(text, "c }") {
		t.Errorf("the merge is %q", text)
	}
}

// TestModes leaves executable bits as they are.
func TestModes(t *testing.T) {
	dir := changed(t)
	modes := map[string]os.FileMode{"src/event.gen.mjs": 0o755, "src/index.mjs": 0o700, specName: 0o640, "scaffold.lock": 0o664}
	for name, mode := range modes {
		must(t, os.Chmod(filepath.Join(dir, name), mode))
	}
	scaffold(t, "add", "key", "c=z", "-C", dir)
	for name, mode := range modes {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Mode().Perm() != mode {
			t.Errorf("%s has the mode %v, want %v: %v", name, info.Mode().Perm(), mode, err)
		}
	}
}

// TestOtherCase has files that differ from generated ones in case alone: on some systems they are the same files.
func TestOtherCase(t *testing.T) {
	dir := changed(t)
	must(t, os.Rename(filepath.Join(dir, "src", "event.gen.mjs"), filepath.Join(dir, "src", "Event.gen.mjs")))
	before := read(t, dir)
	wantAttempt(t, exitRefused, "src/Event.gen.mjs is there: the names differ only in case", "generate", dir)
	wantAttempt(t, exitFound, "the names differ only in case", "check", dir)
	must(t, os.Rename(filepath.Join(dir, "policies"), filepath.Join(dir, "Policies")))
	wantAttempt(t, exitRefused, "Policies is there: the names differ only in case", "generate", dir)
	must(t, os.Rename(filepath.Join(dir, "Policies"), filepath.Join(dir, "policies")))
	if !maps.Equal(before, read(t, dir)) {
		t.Error("something was written")
	}
}
