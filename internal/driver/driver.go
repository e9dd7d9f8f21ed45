// Package driver runs a small embedded script in a real tool's own language, JSON in and JSON out: one process for a
// whole batch, where the tool's command would cost its start-up for each piece. It knows nothing of the tools.
package driver

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"
)

// limit is how long one batch may take: far above what any does, so that a hanging tool is reported and not waited for.
const limit = 5 * time.Minute

// Python returns the command that runs a script in that interpreter, out of reach of the machine's own Python settings.
func Python(interpreter, script string, args ...string) []string {
	return append([]string{interpreter, "-I", "-c", script}, args...)
}

// Node returns the command that runs a module in that node.
func Node(node, script string, args ...string) []string {
	return append([]string{node, "--input-type=module", "-e", script, "--"}, args...)
}

// Run starts the command, writes in as JSON to its standard input and decodes its standard output into out. The test
// fails where the script does, with what it said.
func Run(t testing.TB, command []string, in, out any) {
	t.Helper()
	if err := run(t.TempDir(), command, in, out); err != nil {
		t.Fatal(err)
	}
}

func run(dir string, command []string, in, out any) error {
	input, err := json.Marshal(in)
	if err != nil {
		return fmt.Errorf("encode the batch: %w", err)
	}
	var stdout, stderr bytes.Buffer
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Dir, cmd.Env = dir, Env(dir)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(input), &stdout, &stderr
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("start the driver: %w", err)
	}
	timer := time.AfterFunc(limit, func() { _ = cmd.Process.Kill() })
	defer timer.Stop()
	if err := cmd.Wait(); err != nil {
		return fmt.Errorf("run the driver: %w\n%s", err, stderr.Bytes())
	}
	if err := json.Unmarshal(stdout.Bytes(), out); err != nil {
		return fmt.Errorf("read the driver's answer: %w\n%s%s", err, stdout.Bytes(), stderr.Bytes())
	}
	return nil
}

// Env returns an environment without the machine's settings: the path to find programs and home, an empty directory,
// where tools look for configuration.
func Env(home string) []string {
	return []string{
		"PATH=" + os.Getenv("PATH"),
		"HOME=" + home,
		"TMPDIR=" + os.TempDir(),
		"LANG=C.UTF-8",
		"TZ=UTC",
	}
}
