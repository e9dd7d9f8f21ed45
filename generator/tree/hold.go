package tree

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// holdPause is how long Hold waits before it looks again.
const holdPause = 20 * time.Millisecond

// Hold takes dir for one run, so that no two write into it at once, and returns what gives it back. Where another run
// has it, Hold calls waiting once and waits, until ctx ends.
//
// What is locked is the directory itself: nothing lies in it or beside it for that, and all who write there meet at it,
// whoever they are and whatever their environment says. The lock is the system's and ends with the process, however that
// ends. Where directories cannot be locked (Windows, some network file systems) a file is, in the directory that locks
// names, under a name made from dir's path: there only runs of one user wait for each other.
func Hold(ctx context.Context, dir string, locks func() (string, error), waiting func()) (release func() error, err error) {
	for told := false; ; {
		lock, err := tryHold(dir, locks)
		if err != nil {
			return nil, fmt.Errorf("hold directory: %w", err)
		}
		if lock != nil {
			return lock.Close, nil
		}
		if !told {
			waiting()
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
func tryHold(dir string, locks func() (string, error)) (*flock.Flock, error) {
	real, err := Physical(dir)
	if err != nil {
		return nil, err
	}
	lock, taken, err := tryLock(real, os.O_RDONLY)
	if lock != nil || taken {
		return lock, nil
	}
	if _, missing := os.Stat(real); missing != nil {
		return nil, errors.Join(err, missing)
	}
	place, err := locks()
	if err != nil {
		return nil, err
	}
	key := sha256.Sum256([]byte(real))
	lock, _, err = tryLock(filepath.Join(place, hex.EncodeToString(key[:16])+".lock"), os.O_RDWR|os.O_CREATE)
	return lock, err
}

// tryLock locks a file or directory that is no link. It reports whether another has it; an error is one that cannot be
// locked at all. What it locks is what is at that place: a directory may be replaced by another meanwhile.
func tryLock(name string, flag int) (lock *flock.Flock, taken bool, err error) {
	lock = flock.New(name, flock.SetFlag(flag|noFollow))
	ok, err := lock.TryLock()
	if err != nil {
		return nil, false, errors.Join(err, lock.Close())
	}
	have, err := lock.Stat()
	is, errPlace := os.Lstat(name)
	if !ok || err != nil || errPlace != nil || !os.SameFile(have, is) {
		return nil, true, lock.Close()
	}
	return lock, false, nil
}
