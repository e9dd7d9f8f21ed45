package awscli

import (
	_ "embed"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/driver"
	"github.com/seed-0554dd89/scaffold/internal/parts"
)

//go:embed batch.py
var batchScript string

// Region is where the account's things are.
const Region = "eu-west-1"

// Result is what one command came to.
type Result struct {
	Args   []string
	Code   int    `json:"code"`
	Stdout string `json:"stdout"`
	Stderr string `json:"stderr"`
}

// Batch runs the arguments of many aws commands, one after the other, in one process of AWS's command line, which takes
// most of a second to start. Each is aimed at the account; a relative file:// is looked for in dir.
func Batch(t testing.TB, dir string, commands [][]string) []Result {
	t.Helper()
	endpoint := Endpoint(t)
	aimed := make([][]string, len(commands))
	for i, args := range commands {
		aimed[i] = append([]string{"--endpoint-url", endpoint, "--region", Region, "--output", "json"}, args...)
	}
	var results []Result
	driver.Run(t, driver.Python(parts.Python(t), batchScript, dir), aimed, &results)
	for i := range results {
		results[i].Args = commands[i]
	}
	return results
}

// Run runs one aws command and returns its standard output; the test fails where the command does.
func Run(t testing.TB, dir string, args ...string) string {
	t.Helper()
	result := Batch(t, dir, [][]string{args})[0]
	if result.Code != 0 {
		t.Fatalf("aws %q: exit %d\n%s", args, result.Code, result.Stderr)
	}
	return result.Stdout
}
