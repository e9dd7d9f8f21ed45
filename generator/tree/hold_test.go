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

// The second run waits, says for whom, and goes on when the first is done; by a link it is the same directory.
func TestHoldWaits(t *testing.T) {
	top := t.TempDir()
	dir, link, locks := filepath.Join(top, "fn"), filepath.Join(top, "link"), filepath.Join(top, "cache", "locks")
	lay(t, top, "fn/", "", "link", "-> fn")
	release, err := Hold(t.Context(), dir, locks, "process 1", func(other string) { t.Errorf("waits for %q", other) })
	if err != nil {
		t.Fatal(err)
	}
	told := make(chan string, 10)
	done := make(chan error)
	go func() {
		release, err := Hold(t.Context(), link, locks, "process 2", func(other string) { told <- other })
		if err == nil {
			err = release()
		}
		done <- err
	}()
	if other := <-told; other != "process 1" {
		t.Errorf("waits for %q", other)
	}
	elsewhere, err := Hold(t.Context(), top, locks, "process 3", func(string) { t.Error("waits for another directory") })
	if err = errors.Join(err, elsewhere()); err != nil {
		t.Error(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*holdPause)
	defer cancel()
	if _, err := Hold(ctx, dir, locks, "process 4", func(string) {}); !errors.Is(err, context.DeadlineExceeded) {
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
	if left, err := os.ReadDir(locks); err != nil || len(left) > 0 && os.PathSeparator == '/' {
		t.Errorf("left %v, %v", left, err)
	}
}

// Whoever comes and goes, one at a time has the directory.
func TestHoldOne(t *testing.T) {
	dir := t.TempDir()
	locks := filepath.Join(dir, "locks")
	var inside atomic.Int32
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 5 {
				release, err := Hold(t.Context(), dir, locks, "", func(string) {})
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
