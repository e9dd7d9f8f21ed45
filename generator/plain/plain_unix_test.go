//go:build unix

package plain_test

import (
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/seed-0554dd89/scaffold/generator/plain"
)

// TestHostile reads what is no file to read, by its name and in an opened directory: each is refused at once.
func TestHostile(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.WriteFile(at("file"), []byte("secret"), 0o600))
	must(os.Symlink("file", at("link")))
	must(os.Symlink("loop", at("loop")))
	must(os.Symlink("nothing", at("dangling")))
	must(os.Symlink("/dev/zero", at("device")))
	must(os.Symlink("/proc/self/environ", at("proc")))
	must(os.Mkdir(at("directory"), 0o700))
	must(syscall.Mkfifo(at("fifo"), 0o600))
	socket, err := net.ListenUnix("unix", &net.UnixAddr{Name: at("socket")})
	must(err)
	defer socket.Close()
	must(os.WriteFile(at("sparse"), nil, 0o600))
	must(os.Truncate(at("sparse"), 1<<40))
	root, err := os.OpenRoot(dir)
	must(err)
	defer root.Close()
	for name, want := range map[string]string{
		"link": "is a symbolic link: want a file", "loop": "is a symbolic link: want a file", "dangling": "is a symbolic link: want a file",
		"device": "is a symbolic link: want a file", "proc": "is a symbolic link: want a file", "directory": "is a directory: want a file",
		"fifo": "is not a regular file: want one", "socket": "is not a regular file: want one", "sparse": "has 1099511627776 bytes: want at most 10",
	} {
		began := time.Now()
		text, err := plain.Read(at(name), 10)
		inside, errInside := plain.ReadIn(root, name, 10)
		var problem *plain.Problem
		if len(text)+len(inside) > 0 || !errors.As(err, &problem) || err.Error() != want || errInside == nil || errInside.Error() != want {
			t.Errorf("%s: got %q, %v and %q, %v, want %s", name, text, err, inside, errInside, want)
		}
		if time.Since(began) > 5*time.Second {
			t.Errorf("%s: took %v", name, time.Since(began))
		}
	}
	if _, err := plain.Read(at("none"), 10); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("none: got %v", err)
	}
}

// TestReadDir lists directories, and what has come into the place of one: a pipe keeps nobody.
func TestReadDir(t *testing.T) {
	dir := t.TempDir()
	if list, err := plain.ReadDir(dir, 2); len(list) > 0 || err != nil {
		t.Errorf("an empty one: got %v, %v", list, err)
	}
	fifo := filepath.Join(dir, "fifo")
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{fifo, filepath.Join(dir, "none")} {
		if list, err := plain.ReadDir(name, 2); len(list) > 0 || err == nil {
			t.Errorf("%s: got %v, %v", name, list, err)
		}
	}
	for _, name := range []string{"a", "b"} {
		var problem *plain.Problem
		if list, err := plain.ReadDir(dir, 2); len(list) == 0 || err != nil {
			t.Errorf("before %s: got %v, %v", name, list, err)
		}
		if err := os.Mkdir(filepath.Join(dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
		if _, err := plain.ReadDir(dir, 1); !errors.As(err, &problem) {
			t.Errorf("one more than at most: got %v", err)
		}
	}
}

// TestLimit reads files up to the limit and beyond it, and one whose size says nothing.
func TestLimit(t *testing.T) {
	name := filepath.Join(t.TempDir(), "file")
	for _, size := range []int{0, 1, 511, 512, 513, 1000, 1001} {
		if err := os.WriteFile(name, []byte(strings.Repeat("x", size)), 0o600); err != nil {
			t.Fatal(err)
		}
		if text, err := plain.Read(name, 1000); len(text) != min(size, 1000)*b(size <= 1000) || (err == nil) != (size <= 1000) {
			t.Errorf("%d bytes: got %d, %v", size, len(text), err)
		}
		if text, err := plain.Stream(strings.NewReader(strings.Repeat("x", size)), 1000); (err == nil) != (size <= 1000) || err == nil && len(text) != size {
			t.Errorf("%d bytes of a stream: got %d, %v", size, len(text), err)
		}
	}
	if _, err := os.Stat("/proc/self/smaps"); err != nil {
		t.Skip("no /proc: no file that grows while it is read")
	}
	if text, err := plain.Read("/proc/self/smaps", 1<<20); len(text) < 1000 || err != nil {
		t.Errorf("/proc/self/smaps: got %d, %v", len(text), err)
	}
	if _, err := plain.Read("/proc/self/smaps", 100); err == nil || err.Error() != "has more than 100 bytes: want fewer" {
		t.Errorf("/proc/self/smaps: got %v", err)
	}
}

func b(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
