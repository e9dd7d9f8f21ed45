//go:build unix

package main

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"golang.org/x/tools/txtar"
)

const hostileModule = `
-- go.mod --
module example.com/shop

go 1.99.1

toolchain go1.99.9

tool example.com/direct/cmd

require (
	example.com/direct v1.0.0
	example.com/elsewhere v1.0.0
)

replace example.com/elsewhere => ../../../../..
-- go.env --
GOFLAGS=-toolexec=/bin/false
-- hello/scaffold.yaml --
name: hello
language: go
runtime: provided.al2023
keysFrom: Event
-- hello/event.go --
package main

// #cgo pkg-config: x
import "C"

import (
	"encoding/json"

	"example.com/direct/types"
	"example.com/elsewhere"
)

//go:generate /bin/false

type Event struct {
	A types.A
	B elsewhere.B
	C json.Number
	D int
}
`

// TestStartsNothing runs the commands that look into a repository in one whose go.mod asks for a toolchain and for modules, with
// programs in PATH that note that they were started, and a proxy for modules that notes who asks.
func TestStartsNothing(t *testing.T) {
	top := t.TempDir()
	for _, file := range txtar.Parse([]byte(hostileModule)).Files {
		name := filepath.Join(top, file.Name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, file.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	bin, started := filepath.Join(top, "bin"), filepath.Join(top, "started")
	if err := os.Mkdir(bin, 0o777); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"go", "git", "ssh", "hg", "svn", "bzr", "fossil", "curl", "gcc", "pkg-config", "sh"} {
		stub := fmt.Sprintf("#!/bin/sh\necho %s >> %s\n", name, started)
		if err := os.WriteFile(filepath.Join(bin, name), []byte(stub), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	proxy, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer proxy.Close()
	var asked atomic.Bool
	go func() {
		for {
			conn, err := proxy.Accept()
			if err != nil {
				return
			}
			asked.Store(true)
			conn.Close()
		}
	}()
	program, err := exec.LookPath("scaffold")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{bin, os.Getenv("PATH")} {
		for _, args := range [][]string{
			{"check", "./..."}, {"generate", "./..."}, {"policy", "show", "hello"}, {"add", "trigger", "sqs", "-C", "hello"}, {"event", "sqs"},
			{"new", "hello", "-y", "--language", "go", "--keys-from", "Event"},
		} {
			cmd := exec.CommandContext(t.Context(), program, args...)
			cmd.Dir = top
			cmd.Env = append(os.Environ(), "PATH="+path, "GOPROXY=http://"+proxy.Addr().String(), "GONOSUMDB=*", "GOFLAGS=-mod=mod", "GOTOOLCHAIN=auto")
			out, _ := cmd.CombinedOutput()
			if looked := args[0] != "event"; looked && !strings.Contains(string(out), "is not downloaded") {
				t.Errorf("%v: %s", args, out)
			}
		}
	}
	if text, err := os.ReadFile(started); err == nil {
		t.Errorf("started:\n%s", text)
	}
	if asked.Load() {
		t.Error("the proxy was asked")
	}
}
