package main

import (
	"flag"
	"os"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write what the golden files show")

// today is the day of all tests: runtimes age.
var today = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// TestMain makes scaffold a command of the sessions in testdata/golden/cli and on pseudo-terminals.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"scaffold": func() {
		sys := machine()
		sys.Now = func() time.Time { return today }
		os.Exit(run(sys, os.Args[1:]))
	}})
}
