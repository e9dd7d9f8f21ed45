package guard

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/policy"
)

// What the caller's policy allows is passed on; all else is answered here: what it does not allow, what is not recognized, and
// callers whom nobody knows.
func TestGuard(t *testing.T) {
	upstream := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTeapot) }))
	defer upstream.Close()
	url := Start(t, upstream.URL, map[string]policy.Document{"KEY": policy.New(policy.Statement{
		Effect: "Allow", Action: policy.List{"sqs:SendMessage"}, Resource: policy.List{"arn:aws:sqs:eu-west-1:123456789012:orders"},
	})})
	for _, c := range []struct {
		key, target, body string
		passed            bool
	}{
		{"KEY", "AmazonSQS.SendMessage", `{"QueueUrl": "http://a/123456789012/orders"}`, true},
		{"KEY", "AmazonSQS.SendMessageBatch", `{"QueueUrl": "http://a/123456789012/orders"}`, true},
		{"KEY", "AmazonSQS.SendMessage", `{"QueueUrl": "http://a/123456789012/orders2"}`, false},
		{"KEY", "AmazonSQS.ReceiveMessage", `{"QueueUrl": "http://a/123456789012/orders"}`, false},
		{"KEY", "", `{}`, false},
		{"OTHER", "AmazonSQS.SendMessage", `{"QueueUrl": "http://a/123456789012/orders"}`, false},
	} {
		r, err := http.NewRequest(http.MethodPost, url, strings.NewReader(c.body))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Authorization", "AWS4-HMAC-SHA256 Credential="+c.key+"/20260102/eu-west-1/sqs/aws4_request, SignedHeaders=host, Signature=a")
		if c.target != "" {
			r.Header.Set("X-Amz-Target", c.target)
		}
		response, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		if response.Body.Close(); (response.StatusCode == http.StatusTeapot) != c.passed {
			t.Errorf("%+v: got %s", c, response.Status)
		}
	}
}
