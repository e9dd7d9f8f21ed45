// Package guard is an AWS account that looks at permissions: a proxy in front of one that does not. It recognizes a call of AWS's
// SDKs, works out which actions on which resources the call takes, asks the caller's policy, and passes the call on or answers as the
// service does that denies it. What each call takes is written down here from the pages of AWS's services.
package guard

import (
	"bytes"
	"fmt"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/policy"
)

// Account is where the resources are, as moto has it, and Region the region.
const (
	Account = "123456789012"
	Region  = "eu-west-1"
)

// Start starts the account in front of the one at upstream and returns its URL. policies are those of callers, by access key id. It
// ends with the test.
func Start(t testing.TB, upstream string, policies map[string]policy.Document) string {
	t.Helper()
	to, err := url.Parse(upstream)
	if err != nil {
		t.Fatal(err)
	}
	g := &guard{pass: httputil.NewSingleHostReverseProxy(to), policies: policies}
	server := httptest.NewServer(g)
	t.Cleanup(server.Close)
	return server.URL
}

type guard struct {
	pass     http.Handler
	policies map[string]policy.Document
}

func (g *guard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	c := &call{r: r, body: body}
	c.key, c.service = credential(r.Header.Get("Authorization"))
	if why := g.refuses(c); why != "" {
		c.deny(w, why)
		return
	}
	g.pass.ServeHTTP(w, r)
}

// refuses says what the caller's policy does not allow of what the call takes. A call that is not recognized is refused too.
func (g *guard) refuses(c *call) string {
	document, known := g.policies[c.key]
	if !known {
		return "nobody has the access key " + c.key
	}
	needs, err := c.needs()
	if err != nil {
		return "not recognized: " + err.Error()
	}
	for _, need := range needs {
		got, err := document.Evaluate(need)
		if err != nil {
			return "not decided: " + err.Error()
		}
		if got != policy.Allowed {
			return fmt.Sprintf("not authorized to perform %s on resource %s: %s", need.Action, need.Resource, got)
		}
	}
	return ""
}

// credential finds the access key id and the service that a signature is for.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-signing-elements.html
func credential(authorization string) (key, service string) {
	_, rest, _ := strings.Cut(authorization, "Credential=")
	scope, _, _ := strings.Cut(rest, ",")
	if parts := strings.Split(scope, "/"); len(parts) == 5 {
		return parts[0], parts[3]
	}
	return "", ""
}

// deny answers in the way of the service's protocol.
func (c *call) deny(w http.ResponseWriter, why string) {
	switch {
	case c.service == "s3":
		w.WriteHeader(http.StatusForbidden)
		fmt.Fprintf(w, `<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>%s</Message></Error>`, html.EscapeString(why))
	case c.r.Header.Get("X-Amz-Target") == "" && c.form() != nil:
		w.WriteHeader(http.StatusForbidden)
		fmt.Fprintf(w, `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>%s</Message></Error></ErrorResponse>`, html.EscapeString(why))
	default:
		w.Header().Set("Content-Type", "application/x-amz-json-1.1")
		w.Header().Set("X-Amzn-Errortype", "AccessDeniedException")
		w.WriteHeader(http.StatusBadRequest)
		fmt.Fprintf(w, `{"__type": "AccessDeniedException", "message": %q, "Message": %q}`, why, why)
	}
}
