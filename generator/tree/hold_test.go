package tree

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// noPlace is for directories that can be locked themselves.
func noPlace() (string, error) { return "", errors.New("no place for locks is asked for") }

// The second run waits, says so once, and goes on when the first is done; by a link it is the same directory.
func TestHoldWaits(t *testing.T) {
	top := t.TempDir()
	dir, link := filepath.Join(top, "fn"), filepath.Join(top, "link")
	lay(t, top, "fn/", "", "link", "-> fn")
	release, err := Hold(t.Context(), dir, noPlace, func() { t.Error("waits") })
	if err != nil {
		t.Fatal(err)
	}
	told := make(chan bool, 10)
	done := make(chan error)
	go func() {
		release, err := Hold(t.Context(), link, noPlace, func() { told <- true })
		if err == nil {
			err = release()
		}
		done <- err
	}()
	<-told
	elsewhere, err := Hold(t.Context(), top, noPlace, func() { t.Error("waits for another directory") })
	if err = errors.Join(err, elsewhere()); err != nil {
		t.Error(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*holdPause)
	defer cancel()
	if _, err := Hold(ctx, dir, noPlace, func() {}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("did not wait: %v", err)
	}
	select {
	case err := <-done:
		t.Fatalf("did not wait: %v", err)
	default:
	}
	if err := errors.Join(release(), <-done); err != nil || len(told) > 0 {
		t.Errorf("%v; told once more: %d", err, len(told))
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left %v, %v", left, err)
	}
}

// Whoever comes and goes, one at a time has the directory.
func TestHoldOne(t *testing.T) {
	dir := t.TempDir()
	var inside atomic.Int32
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 5 {
				release, err := Hold(t.Context(), dir, noPlace, func() {})
				if err != nil {
					t.Error(err)
					return
				}
				if inside.Add(1) != 1 {
					t.Error("two have the directory")
				}
				time.Sleep(time.Millisecond)
				inside.Add(-1)
				if err := release(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
}
