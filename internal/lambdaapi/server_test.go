package lambdaapi

import (
	"context"
	"net"
	"strings"
	"testing"
	"time"
)

// Many events go to one process, and its output is kept. Node.js and aws-lambda-ric are installed by bash .ci/parts.
func TestInvokeAgain(t *testing.T) {
	s := start(t, Node(t, 22, testdata(t), "styles.callbackTimer"))
	for range 3 {
		if got := verdict(t, s.Invoke); got != `"early"` {
			t.Errorf("got %s", got)
		}
	}
	if n := strings.Count(s.Output(), "timer"); n != 3 {
		t.Errorf("the function logged %d times before the ends of its 3 invocations", n)
	}
}

// A function that exits is an error of that invocation and of every later one. Node.js and aws-lambda-ric are installed
// by bash .ci/parts.
func TestFunctionExits(t *testing.T) {
	s := start(t, Node(t, 24, testdata(t), "process.exit"))
	if got := verdict(t, s.Invoke); got != "Runtime.ExitError" {
		t.Errorf("got %s", got)
	}
	if _, err := s.Invoke([]byte("{}")); err == nil || !strings.Contains(err.Error(), "it is over: exit status 3") {
		t.Errorf("the next invocation: got %v", err)
	}
}

// An answer that comes in chunks is put together, and one that fails on the way is a failure, said in its trailers.
// Node.js and aws-lambda-ric are installed by bash .ci/parts.
func TestStreams(t *testing.T) {
	s := start(t, Node(t, 24, testdata(t), "process.streams"))
	whole, err := s.Invoke([]byte("{}"))
	if err != nil || whole.Err != nil || string(whole.Body) != "Hello from Lambda" {
		t.Errorf("got %q, %v, %v", whole.Body, whole.Err, err)
	}
	half, err := s.Invoke([]byte(`{"fail":true}`))
	if err != nil || half.Err == nil || half.Err.Type != "RangeError" || half.Err.Message != "half way" || len(half.Err.Trace) == 0 {
		t.Errorf("got %q, %+v, %v", half.Body, half.Err, err)
	}
}

// Close ends what the function started too. Node.js and aws-lambda-ric are installed by bash .ci/parts.
func TestCloseEndsTheGroup(t *testing.T) {
	s := start(t, Node(t, 24, testdata(t), "process.spawn"))
	address := strings.Trim(verdict(t, s.Invoke), `"`)
	if !listens(address) {
		t.Fatalf("nothing listens on %s while the function lives", address)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	for range 100 {
		if !listens(address) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("what listens on %s outlives the function", address)
}

func listens(address string) bool {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return false
	}
	_ = conn.Close()
	return true
}

// A function that never answers is ended at the time limit, one that never asks never started, and none outlives its
// context. These need no part: sleep stands for a runtime client.
func TestLimits(t *testing.T) {
	asleep := Function{Command: []string{"sleep", "60"}, Dir: t.TempDir(), Timeout: 50 * time.Millisecond}
	if _, err := Start(context.Background(), asleep); err == nil || !strings.Contains(err.Error(), "no /next within 50ms") {
		t.Errorf("a client that asks for nothing: got %v", err)
	}
	asleep.Timeout = time.Minute
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if _, err := Start(ctx, asleep); err == nil || !strings.Contains(err.Error(), "signal: killed") {
		t.Errorf("a context that ends: got %v", err)
	}
}

func start(t *testing.T, f Function) *Server {
	t.Helper()
	s, err := Start(context.Background(), f)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}
