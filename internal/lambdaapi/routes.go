package lambdaapi

import (
	"encoding/base64"
	"encoding/json"
	"io"
	"net/http"
	"strconv"
)

const prefix = "/2018-06-01/runtime/"

// Trailers of a streamed answer that failed on the way.
const (
	trailerType = "Lambda-Runtime-Function-Error-Type"
	trailerBody = "Lambda-Runtime-Function-Error-Body"
)

func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+prefix+"invocation/next", s.next)
	mux.HandleFunc("POST "+prefix+"invocation/{id}/response", s.response)
	mux.HandleFunc("POST "+prefix+"invocation/{id}/error", s.failure)
	mux.HandleFunc("POST "+prefix+"init/error", s.initFailure)
	return mux
}

// next holds the runtime client until there is an event for it. One that goes away meanwhile takes no event with it.
func (s *Server) next(w http.ResponseWriter, r *http.Request) {
	s.settle()
	select {
	case in := <-s.queue:
		s.handOver(in)
		h := w.Header()
		h.Set("Content-Type", "application/json")
		h.Set("Lambda-Runtime-Aws-Request-Id", in.id)
		h.Set("Lambda-Runtime-Deadline-Ms", strconv.FormatInt(in.deadline.UnixMilli(), 10))
		h.Set("Lambda-Runtime-Invoked-Function-Arn", arn)
		h.Set("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Parent=0000000000000000;Sampled=0")
		_, _ = w.Write(in.event)
	case <-r.Context().Done():
	}
}

// settle notes that the runtime client asks for an event: it has initialized, or is through with the one it had.
func (s *Server) settle() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.asked {
		s.asked = true
		close(s.ready)
	}
	if s.current != nil && s.current.handed {
		s.current.handed = false
		close(s.current.done)
	}
}

func (s *Server) handOver(in *invocation) {
	s.mu.Lock()
	defer s.mu.Unlock()
	in.handed = true
}

// response takes the answer, which may come in chunks; the trailers after the last one say whether it is an error.
func (s *Server) response(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	result := Result{Body: body}
	if kind := r.Trailer.Get(trailerType); kind != "" {
		report, _ := base64.StdEncoding.DecodeString(r.Trailer.Get(trailerBody))
		result.Err = decode(report, kind)
	}
	s.answer(w, r, result)
}

func (s *Server) failure(w http.ResponseWriter, r *http.Request) {
	report, _ := io.ReadAll(r.Body)
	s.answer(w, r, Result{Err: decode(report, r.Header.Get(trailerType))})
}

// answer keeps the first result of the invocation that is under way. Lambda refuses the others, and those of other
// invocations, in the same manner.
func (s *Server) answer(w http.ResponseWriter, r *http.Request, result Result) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.current == nil || s.current.id != r.PathValue("id") || s.current.result != nil {
		http.Error(w, `{"errorType":"InvalidRequestID"}`, http.StatusBadRequest)
		return
	}
	s.current.result = &result
	w.WriteHeader(http.StatusAccepted)
}

func (s *Server) initFailure(w http.ResponseWriter, r *http.Request) {
	report, _ := io.ReadAll(r.Body)
	select {
	case s.init <- decode(report, r.Header.Get(trailerType)):
	default: // only the first counts
	}
	w.WriteHeader(http.StatusAccepted)
}

// decode reads an error report; kind is the type that the header names, for a report without one or none at all.
func decode(report []byte, kind string) *FunctionError {
	e := new(FunctionError)
	if err := json.Unmarshal(report, e); err != nil {
		e.Message = string(report)
	}
	if e.Type == "" {
		e.Type = kind
	}
	return e
}
