// Package awscli gives tests an AWS account that is moto on 127.0.0.1, and AWS's real command line to speak to it. The
// account forgets everything with the test process. It accepts actions, principals and trust policies that AWS refuses, so
// it is never the only judge of a policy.
package awscli

import (
	"bufio"
	_ "embed"
	"io"
	"net/http"
	"os/exec"
	"strings"
	"sync"
	"testing"

	"github.com/seed-0554dd89/scaffold/internal/driver"
	"github.com/seed-0554dd89/scaffold/internal/parts"
)

//go:embed account.py
var accountScript string

// account is the one server of this test process. Its standard input stays open as long as we live, and its end is the
// server's end: no test has to stop it, and none leaves it behind.
var account struct {
	sync.Mutex
	endpoint string
	stdin    io.WriteCloser
}

// Endpoint starts the account with the first call and returns the URL that stands for every service of AWS.
func Endpoint(t testing.TB) string {
	t.Helper()
	python := parts.Python(t)
	account.Lock()
	defer account.Unlock()
	if account.endpoint != "" {
		return account.endpoint
	}
	command := driver.Python(python, accountScript)
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Env = driver.Env("/nonexistent")
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatalf("start moto: %v", err)
	}
	line, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		t.Fatalf("start moto: %v, %v", err, cmd.Wait())
	}
	account.endpoint, account.stdin = strings.TrimSpace(line), stdin
	return account.endpoint
}

// Reset empties the account. Tests that share one give their functions names of their own, or reset it and do not run in
// parallel.
func Reset(t testing.TB) {
	t.Helper()
	response, err := http.Post(Endpoint(t)+"/moto-api/reset", "", nil)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		t.Fatalf("reset the account: %s", response.Status)
	}
}
