package main

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
)

// guarded is what work over the function in dir comes to. A panic is an error of this function: others are worth their report.
func guarded(dir string, work func() compared) (c compared) {
	defer func() {
		if p := recover(); p != nil {
			c = compared{dir: dir, err: fmt.Errorf("%s: %w", dir, internal(p))}
		}
	}()
	return work()
}

// internal is the error of a panic that was just recovered from: what it says, and where in our code it was.
func internal(panicked any) error {
	var callers [64]uintptr
	frames := runtime.CallersFrames(callers[:runtime.Callers(2, callers[:])])
	at, inPanic := "", false
	for frame, more := frames.Next(); more && at == ""; frame, more = frames.Next() {
		inside := strings.HasPrefix(frame.Function, "runtime.")
		if inPanic && !inside {
			at = fmt.Sprintf(" at %s:%d", filepath.Base(frame.File), frame.Line)
		}
		inPanic = inPanic || inside
	}
	return fmt.Errorf("internal error%s: %q: please report it", at, fmt.Sprint(panicked))
}
