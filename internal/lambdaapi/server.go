// Package lambdaapi is AWS Lambda's side of a function: the Runtime API that a runtime client polls, on 127.0.0.1. Tests
// run generated functions under AWS's own clients with it. What a runtime makes of a handler is the client's to say;
// this package knows the protocol only. It follows https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
package lambdaapi

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync"
	"time"
)

// Function is a function as Lambda is told of it, and the command that starts its runtime client.
type Function struct {
	Command []string          // program and arguments
	Dir     string            // the function's directory, LAMBDA_TASK_ROOT
	Handler string            // module and export, such as src/index.handler
	Env     map[string]string // its environment variables
	Timeout time.Duration     // for the initialization and for each invocation; 0 is 20 seconds
}

// Server is one running instance of a function: an execution environment in Lambda's words.
type Server struct {
	limit time.Duration
	http  *http.Server
	child *child
	queue chan *invocation // what the runtime client will be given by its next /next
	ready chan struct{}    // closed when the runtime client asks for the first event
	init  chan *FunctionError

	invoking sync.Mutex // held for one invocation: an instance runs one at a time
	mu       sync.Mutex // guards asked, current, what is in it, and number
	asked    bool       // ready is closed
	current  *invocation
	number   int
}

// Start starts the function and waits until its runtime client asks for the first event. An error of the function's
// initialization is a *FunctionError. The function ends with ctx or Close.
func Start(ctx context.Context, f Function) (*Server, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("start the runtime API: %w", err)
	}
	s := &Server{
		limit: cmp.Or(f.Timeout, 20*time.Second),
		queue: make(chan *invocation),
		ready: make(chan struct{}),
		init:  make(chan *FunctionError, 1),
	}
	s.http = &http.Server{Handler: s.routes(), ReadHeaderTimeout: s.limit}
	go func() { _ = s.http.Serve(listener) }()
	if s.child, err = startChild(ctx, f, listener.Addr().String()); err != nil {
		_ = s.http.Close()
		return nil, err
	}
	if err := s.initialize(); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// initialize waits for the first /next, an init error, the end of the child or the time limit.
func (s *Server) initialize() error {
	timer := time.NewTimer(s.limit)
	defer timer.Stop()
	select {
	case <-s.ready:
		return nil
	case failure := <-s.init:
		return failure
	case <-s.child.ended:
	case <-timer.C:
		return fmt.Errorf("initialize the function: no /next within %v\n%s", s.limit, s.Output())
	}
	select { // the report of an error and the end that follows it may be seen in either order
	case failure := <-s.init:
		return failure
	default:
		return fmt.Errorf("initialize the function: %w\n%s", s.child.exit(), s.Output())
	}
}

// Output returns what the function and its runtime client have written to standard output and error so far.
func (s *Server) Output() string { return s.child.output.String() }

// Close ends the function with everything that it started, and the server.
func (s *Server) Close() error {
	s.child.end()
	if err := s.http.Close(); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("close the runtime API: %w", err)
	}
	return nil
}
