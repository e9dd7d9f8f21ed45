package nodetest

import (
	"bufio"
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/seed-0554dd89/scaffold/internal/driver"
)

//go:embed reporter.mjs
var reporter []byte

// limit is how long a process may take for so many test files: far more than it needs, so that only a hanging one
// is ended.
func limit(files int) time.Duration {
	return 20*time.Second + time.Duration(files)*100*time.Millisecond
}

// start runs the files and returns what the reporter said, what node said beside it, and whether node failed.
func start(node string, major int, home string, files []string) (events []event, output string, failed bool) {
	ctx, cancel := context.WithTimeout(context.Background(), limit(len(files)))
	defer cancel()
	script, answer := filepath.Join(home, "reporter.mjs"), filepath.Join(home, "report.jsonl")
	if err := errors.Join(os.WriteFile(script, reporter, 0o600), os.WriteFile(answer, nil, 0o600)); err != nil {
		return nil, err.Error(), true
	}
	args := []string{"--test", isolation(major), "--test-reporter=" + script, "--test-reporter-destination=" + answer}
	cmd := exec.CommandContext(ctx, node, append(args, files...)...)
	cmd.Dir, cmd.Env = home, driver.Env(home)
	cmd.WaitDelay = time.Second
	said, err := cmd.CombinedOutput()
	if err != nil {
		said = fmt.Appendf(said, "node --test: %v", err)
	}
	report, readErr := os.ReadFile(answer)
	if readErr != nil {
		return nil, readErr.Error(), true
	}
	lines := bufio.NewScanner(bytes.NewReader(report))
	lines.Buffer(nil, len(report)+1)
	for lines.Scan() {
		var e event
		if json.Unmarshal(lines.Bytes(), &e) == nil {
			events = append(events, e)
		}
	}
	return events, string(said), err != nil
}

// isolation is the flag for one process; it lost its prefix in Node.js 23.6.
func isolation(major int) string {
	if major < 24 {
		return "--experimental-test-isolation=none"
	}
	return "--test-isolation=none"
}
