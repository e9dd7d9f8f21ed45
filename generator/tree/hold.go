package tree

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"github.com/seed-0554dd89/scaffold/generator/plain"
)

// holdPause is how long Hold waits before it looks again.
const holdPause = 20 * time.Millisecond

// Hold takes dir for one run, so that no two write into it at once, and returns what gives it back. Where another run
// has it, Hold tells waiting once who that is and waits, until ctx ends. who says who we are, to others that wait.
//
// The lock lies in the directory locks, under a name made from dir's path: in dir itself it would go where dir is
// renamed to. It is the system's and ends with the process, however that ends.
func Hold(ctx context.Context, dir, locks, who string, waiting func(other string)) (release func() error, err error) {
	real, err := physical(dir)
	if err != nil {
		return nil, fmt.Errorf("hold directory: %w", err)
	}
	if err := os.MkdirAll(locks, 0o700); err != nil {
		return nil, fmt.Errorf("hold directory: %w", err)
	}
	key := sha256.Sum256([]byte(real))
	name := filepath.Join(locks, hex.EncodeToString(key[:16]))
	for told := false; ; {
		release, err := tryHold(name+".lock", name+".who", who)
		if release != nil || err != nil {
			return release, err
		}
		if !told {
			other, _ := plain.Read(name+".who", plain.Note) // not written yet, perhaps
			waiting(strings.TrimSpace(string(other)))
			told = true
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(holdPause):
		}
	}
}

// tryHold takes the lock, or returns nothing where another has it.
func tryHold(lock, whoFile, who string) (func() error, error) {
	f := flock.New(lock)
	ok, err := f.TryLock()
	if err != nil || !ok {
		return nil, errors.Join(err, f.Close())
	}
	// Whoever gives the lock back removes its file: what we have may be gone from its place meanwhile.
	have, err := f.Stat()
	is, errPlace := os.Lstat(lock)
	if err != nil || errPlace != nil || !os.SameFile(have, is) {
		return nil, f.Close()
	}
	if err := os.WriteFile(whoFile, []byte(who+"\n"), 0o600); err != nil {
		return nil, errors.Join(fmt.Errorf("hold directory: %w", err), f.Close())
	}
	return func() error {
		os.Remove(whoFile)
		os.Remove(lock) // Windows removes no file that is open: there it stays
		return f.Close()
	}, nil
}
