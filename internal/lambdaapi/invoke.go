package lambdaapi

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// Result is what became of one invocation: the body of the answer, or the function's error.
type Result struct {
	Body []byte
	Err  *FunctionError
}

// FunctionError is an error as a runtime client reports it, of an invocation or of the initialization. Lambda's own are
// Sandbox.Timedout and Runtime.ExitError.
type FunctionError struct {
	Type    string
	Message string
	Trace   []string
}

func (e *FunctionError) Error() string { return e.Type + ": " + e.Message }

// UnmarshalJSON reads the report of a runtime client; the trace has two names, one of Node.js and one of Python and Go.
func (e *FunctionError) UnmarshalJSON(text []byte) error {
	var report struct {
		ErrorType    string          `json:"errorType"`
		ErrorMessage string          `json:"errorMessage"`
		Trace        []string        `json:"trace"`
		Stack        json.RawMessage `json:"stackTrace"`
		StackLines   []string        `json:"stack"`
	}
	if err := json.Unmarshal(text, &report); err != nil {
		return fmt.Errorf("read an error report: %w", err)
	}
	*e = FunctionError{Type: report.ErrorType, Message: report.ErrorMessage, Trace: report.Trace}
	if e.Trace == nil {
		e.Trace = report.StackLines
	}
	if e.Trace == nil && len(report.Stack) > 0 {
		e.Trace = strings.Split(string(report.Stack), "\n")
	}
	return nil
}

// invocation is one event on its way to the function, and what came back.
type invocation struct {
	id       string
	event    []byte
	deadline time.Time
	done     chan struct{} // closed when the runtime client asks for the next event
	handed   bool          // the runtime client has it and has not asked for the next one
	result   *Result
}

// Invoke hands the function one event and returns when the runtime client asks for the next one: an answer is not yet the
// end of an invocation. A function that exits or overruns the time limit answers with Lambda's error for it, and is over.
// The error says that no event could be handed over any more.
func (s *Server) Invoke(event []byte) (Result, error) {
	s.invoking.Lock()
	defer s.invoking.Unlock()
	in := s.begin(event)
	timer := time.NewTimer(s.limit)
	defer timer.Stop()
	select {
	case s.queue <- in:
	case <-s.child.ended:
		return Result{}, fmt.Errorf("invoke the function: it is over: %w\n%s", s.child.exit(), s.Output())
	case <-timer.C:
		return Result{}, fmt.Errorf("invoke the function: it asked for no event within %v\n%s", s.limit, s.Output())
	}
	select {
	case <-in.done:
		return s.finish(FunctionError{Type: "Runtime.NoResponse", Message: "the next event was asked for without an answer"}), nil
	case <-s.child.ended:
		return s.finish(FunctionError{Type: "Runtime.ExitError", Message: s.child.exit().Error()}), nil
	case <-timer.C:
		s.child.end()
		return s.finish(FunctionError{Type: "Sandbox.Timedout", Message: fmt.Sprintf("Task timed out after %v", s.limit)}), nil
	}
}

func (s *Server) begin(event []byte) *invocation {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.number++
	s.current = &invocation{
		id:       fmt.Sprintf("00000000-0000-4000-8000-%012d", s.number),
		event:    event,
		deadline: time.Now().Add(s.limit),
		done:     make(chan struct{}),
	}
	return s.current
}

// finish returns the result of the current invocation; otherwise stands for one that never answered.
func (s *Server) finish(otherwise FunctionError) Result {
	s.mu.Lock()
	defer s.mu.Unlock()
	result := s.current.result
	s.current = nil
	if result == nil {
		return Result{Err: &otherwise}
	}
	return *result
}
