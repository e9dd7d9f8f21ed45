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

// usageVariable names the file that a run of scaffold writes to what it took, in a test that wants to know.
const usageVariable = "SCAFFOLD_TEST_USAGE"

// TestMain makes scaffold a command of the sessions in testdata/golden/cli and on pseudo-terminals.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"scaffold": func() {
		sys := machine()
		sys.Now = func() time.Time { return today }
		code := run(sys, os.Args[1:])
		if name := os.Getenv(usageVariable); name != "" {
			writeUsage(name)
		}
		os.Exit(code)
	}})
}
