package guard

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/policy"
)

// call is one call of a service.
type call struct {
	r            *http.Request
	body         []byte
	key, service string
}

// services say what the calls of a service take, by the name under which they are signed.
var services = map[string]func(c *call, action string, params params) []policy.Request{
	"dynamodb": dynamodb, "sqs": sqs, "sns": sns, "kinesis": kinesis, "secretsmanager": secretsmanager, "ssm": ssm, "kms": kms,
	"events": events, "states": states, "logs": logs, "firehose": firehose, "ses": ses, "lambda": lambda,
}

// needs are the requests that IAM decides about before the service does what it is called for.
func (c *call) needs() ([]policy.Request, error) {
	if c.service == "s3" {
		return c.s3()
	}
	needs := services[c.service]
	if needs == nil {
		return nil, fmt.Errorf("the service %q", c.service)
	}
	action, params, err := c.action()
	if err != nil {
		return nil, err
	}
	requests := needs(c, action, params)
	if len(requests) == 0 {
		return nil, fmt.Errorf("%s of %s", action, c.service)
	}
	return requests, nil
}

// action finds the operation and its parameters: in a header and JSON, in a form, or in the path and JSON.
// https://smithy.io/2.0/aws/protocols/index.html
func (c *call) action() (string, params, error) {
	if target := c.r.Header.Get("X-Amz-Target"); target != "" {
		p, err := c.json()
		return target[strings.LastIndex(target, ".")+1:], p, err
	}
	if form := c.form(); form != nil {
		p := params{}
		for name := range form {
			p[name] = form.Get(name)
		}
		return form.Get("Action"), p, nil
	}
	switch path := c.r.URL.Path; {
	case strings.HasSuffix(path, "/invocations"):
		name := strings.Split(path, "/")[3]
		return "Invoke", params{"FunctionName": name}, nil
	case path == "/v2/email/outbound-emails":
		p, err := c.json()
		return "SendEmail", p, err
	case path == "/v2/email/outbound-bulk-emails":
		p, err := c.json()
		return "SendBulkEmail", p, err
	}
	return "", nil, errors.New(c.r.Method + " " + c.r.URL.Path)
}

func (c *call) json() (params, error) {
	p := params{}
	err := json.Unmarshal(c.body, &p)
	return p, err
}

// form is the form of a call in the query protocol, nil of any other.
func (c *call) form() url.Values {
	form, err := url.ParseQuery(string(c.body))
	if err != nil || form.Get("Action") == "" {
		return nil
	}
	return form
}

// params are the parameters of a call.
type params map[string]any

func (p params) text(names ...string) string {
	for _, name := range names {
		if text, _ := p[name].(string); text != "" {
			return text
		}
	}
	return ""
}

func (p params) list(name string) []any {
	list, _ := p[name].([]any)
	return list
}

// in are the parameters below a member.
func in(v any) params {
	object, _ := v.(map[string]any)
	return object
}

// arn is a resource of the account; a name that is an ARN already is one itself.
func arn(service, prefix, name string) string {
	if strings.HasPrefix(name, "arn:") {
		return name
	}
	return "arn:aws:" + service + ":" + Region + ":" + Account + ":" + prefix + name
}

func one(action, resource string) []policy.Request {
	return []policy.Request{{Action: action, Resource: resource}}
}
