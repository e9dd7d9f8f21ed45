package parts_test

import (
	"fmt"
	"runtime"
	"testing"
)

// verdict is how a test ended.
type verdict string

const (
	failed  verdict = "failed"
	skipped verdict = "skipped"
)

// spy is a test that writes down how it was ended instead of ending this one.
type spy struct {
	testing.TB
	verdict verdict
	said    string
}

func (s *spy) Fatalf(format string, args ...any) { s.end(failed, format, args) }
func (s *spy) Skipf(format string, args ...any)  { s.end(skipped, format, args) }

func (s *spy) end(v verdict, format string, args []any) {
	s.verdict, s.said = v, fmt.Sprintf(format, args...)
	runtime.Goexit()
}

// ends runs f to its end, be it a return or runtime.Goexit.
func ends(f func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		f()
	}()
	<-done
}
