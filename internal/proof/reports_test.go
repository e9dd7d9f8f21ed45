package proof

import (
	"context"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/internal/botomodel"
	"github.com/seed-0554dd89/scaffold/internal/lambdaapi"
	"github.com/seed-0554dd89/scaffold/internal/parts"
)

// heard is a request that a function made to tell a service what became of an event.
type heard struct {
	method, contentType string
	operation           string // PutJobSuccessResult; "" of what is PUT
	body                []byte
}

// services stands for all services of AWS, and for the bucket that CloudFormation reads answers from. It takes whatever it is
// told.
type services struct {
	*httptest.Server
	mu  sync.Mutex
	all []heard
}

func startServices(t *testing.T) *services {
	t.Helper()
	s := new(services)
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Errorf("read what is told: %v", err)
		}
		_, operation, _ := strings.Cut(r.Header.Get("X-Amz-Target"), ".")
		s.mu.Lock()
		defer s.mu.Unlock()
		s.all = append(s.all, heard{r.Method, r.Header.Get("Content-Type"), operation, body})
		w.Header().Set("Content-Type", "application/x-amz-json-1.1")
		_, _ = io.WriteString(w, "{}")
	}))
	t.Cleanup(s.Close)
	return s
}

func (s *services) take() []heard {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := s.all
	s.all = nil
	return all
}

// A function under AWS's own runtime client and with AWS's own SDK tells services what became of an event: what its handler
// returned, and where it failed that too. AWS's model takes what they are told. The parts are installed by bash .ci/parts.
func TestReports(t *testing.T) {
	t.Parallel()
	sdk := parts.AWSSDK(t)
	var requests []botomodel.Request
	for _, face := range javascript.faces[1:3] { // an ES module, and a CommonJS module
		for _, handler := range []string{"", "no luck"} {
			service := startServices(t)
			f, server := startReporting(t, service, sdk, face, handler)
			for i, trigger := range f.Triggers {
				facts := f.Spec.Triggers[i].Trigger().Reply.Report
				name := trigger.Name + " " + face.name + " " + handler
				answer, err := server.Invoke(reportedEvent(t, f, trigger.Name, service))
				if err != nil {
					t.Errorf("%s: %v", name, err)
					continue
				}
				for _, request := range service.take() {
					requests = append(requests, check(t, name, facts, handler != "", request)...)
				}
				if failed := answer.Err != nil; failed != (handler != "" && facts.Failed == nil) {
					t.Errorf("%s: the invocation failed: %v %v", name, failed, answer.Err)
				}
			}
		}
	}
	if len(requests) < 8 {
		t.Errorf("got %d requests, want more", len(requests))
	}
	for _, problem := range botomodel.Check(t, requests) {
		t.Errorf("%v", problem)
	}
}

// startReporting starts a function with all triggers whose services are told; its handler fails where why says so.
func startReporting(t *testing.T, service *services, sdk string, face option, why string) (*generator.Function, *lambdaapi.Server) {
	t.Helper()
	args := slices.Concat([]string{"hello", "--key", "key1=a"}, face.args)
	for _, kind := range aws.Triggers() {
		if kind.Reply.Kind == aws.Reported {
			args = append(args, "--trigger", flag(using(kind, onlyRequired)))
		}
	}
	f := function(t, parse(t, args))
	dir := write(t, render(t, f))
	if err := os.Symlink(sdk, filepath.Join(dir, "node_modules")); err != nil {
		t.Fatal(err)
	}
	if why != "" {
		name := filepath.Join(dir, "src", "index.mjs")
		text := `import { handle } from "./event.gen.mjs"; export const handler = handle(async () => { throw new Error("` + why + `"); });`
		if f.Module == "cjs" {
			name = filepath.Join(dir, "src", "index.cjs")
			text = `exports.handler = require("./event.gen.cjs").handle((keys, source, context, callback) => callback(new Error("` + why + `")));`
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	home := lambdaapi.Node(t, nodeMajor(face.name), dir, "src/"+f.Handler())
	maps.Copy(home.Env, map[string]string{"AWS_ENDPOINT_URL": service.URL, "AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b", "AWS_MAX_ATTEMPTS": "1"})
	server, err := lambdaapi.Start(context.Background(), home)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	return f, server
}

// reportedEvent is the sample event of a trigger, whose answer comes to the services here.
func reportedEvent(t *testing.T, f *generator.Function, trigger string, service *services) []byte {
	t.Helper()
	sample, _ := render(t, f).Lookup("events/" + trigger + ".json")
	var event map[string]any
	if err := json.Unmarshal(sample.Data, &event); err != nil {
		t.Fatal(err)
	}
	if event["ResponseURL"] != nil {
		event["ResponseURL"] = service.URL + "/answer?X-Amz-Signature=sample"
	}
	text, err := json.Marshal(event)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// check looks at one request, and returns it for AWS's model to look at.
func check(t *testing.T, name string, facts *aws.Report, failed bool, request heard) []botomodel.Request {
	t.Helper()
	call := facts.Done
	if failed && facts.Failed == nil {
		t.Errorf("%s: told of a failure: %s", name, request.body)
	} else if failed {
		call = *facts.Failed
	}
	if request.operation != call.Operation {
		t.Errorf("%s: got %s, want %s", name, request.operation, call.Operation)
	}
	if failed && !strings.Contains(string(request.body), "no luck") && strings.Contains(call.Input, "{error") {
		t.Errorf("%s: %s does not say what went wrong", name, request.body)
	}
	if len(facts.URL) == 0 {
		return []botomodel.Request{{Name: name, Service: facts.Service.CLI, Operation: call.Operation, JSON: request.body}}
	}
	// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html
	var answer map[string]any
	if err := json.Unmarshal(request.body, &answer); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	for _, field := range []string{"Status", "PhysicalResourceId", "StackId", "RequestId", "LogicalResourceId"} {
		if text, _ := answer[field].(string); text == "" {
			t.Errorf("%s: there is no %s in %s", name, field, request.body)
		}
	}
	if request.method != http.MethodPut || request.contentType != "" {
		t.Errorf("%s: got %s with the content type %q, want PUT without one", name, request.method, request.contentType)
	}
	return nil
}
