package policy

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// broad is a statement as far as it matters for how much it allows. The elements that begin with Not stand in documents of
// people alone.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html
type broad struct {
	Sid, Effect                              string
	Action, NotAction, Resource, NotResource List
}

// escalating are actions by which whoever may use them on everything may come to do everything.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
var escalating = []string{
	"iam:AttachRolePolicy", "iam:CreateAccessKey", "iam:CreatePolicyVersion", "iam:PassRole", "iam:PutRolePolicy", "iam:SetDefaultPolicyVersion",
	"iam:UpdateAssumeRolePolicy", "lambda:AddPermission", "lambda:UpdateFunctionCode", "sts:AssumeRole",
}

// Broad says of each statement of a document that allows far more than one thing what it allows: every action, all of a service on
// everything, all but what it names, or actions that lead to all others on everything. It is nil for a document that it
// cannot read.
func Broad(document []byte) (all []string) {
	if !mayBeBroad(document) {
		return nil
	}
	var d struct{ Statement json.RawMessage }
	if json.Unmarshal(document, &d) != nil {
		return nil
	}
	statements := make([]broad, 1) // one may stand without a list
	if json.Unmarshal(d.Statement, &statements[0]) != nil && json.Unmarshal(d.Statement, &statements) != nil {
		return nil
	}
	for i, s := range statements {
		name := shown(s.Sid)
		if name == "" {
			name = strconv.Itoa(i + 1)
		}
		if what := s.what(); what != "" && s.Effect == "Allow" {
			all = append(all, fmt.Sprintf("the statement %s allows %s: let it name what the function needs", name, what))
		}
	}
	return all
}

// mayBeBroad reports whether a document has a text of which a broad statement has one. It costs a tenth of reading the document,
// which check asks of every function.
func mayBeBroad(document []byte) bool {
	if bytes.IndexByte(document, '\\') >= 0 || bytes.Contains(bytes.ToLower(document), []byte(`"not`)) {
		return true
	}
	for rest := document; ; {
		end := bytes.Index(rest, []byte(`*"`)) + 1
		if end == 0 {
			return false
		}
		if start := bytes.LastIndexByte(rest[:end], '"') + 1; everything(string(rest[start:end])) {
			return true
		}
		rest = rest[end+1:]
	}
}

// what is what a statement allows, "" where that is little.
func (s broad) what() string {
	on, wide := s.on()
	switch {
	case len(s.NotAction) > 0:
		return "every action but " + shown(s.NotAction...) + on
	case slices.ContainsFunc(s.Action, func(a string) bool { return strings.Trim(a, "*:") == "" }):
		return "every action" + on
	case len(s.NotResource) > 0:
		return shown(s.Action...) + on
	case !wide:
		return ""
	}
	for _, action := range s.Action {
		service, name, _ := strings.Cut(action, ":")
		if strings.Trim(name, "*") == "" {
			return "every action of " + shown(service) + on
		}
		leads := func(to string) bool { return matchText(strings.ToLower(action), strings.ToLower(to)) }
		if slices.ContainsFunc(escalating, leads) {
			return shown(action) + on + ", by which it may come to do anything"
		}
	}
	return ""
}

// on says on what the statement allows it, and whether that is everything of a kind.
func (s broad) on() (on string, wide bool) {
	if len(s.NotResource) > 0 {
		return " on everything but " + shown(s.NotResource...), true
	}
	if i := slices.IndexFunc(s.Resource, everything); i >= 0 {
		return " on " + shown(s.Resource[i]), true
	}
	return " on " + shown(s.Resource...), false
}

// shown writes texts of a document for people: on one line, of bounded length, with nothing in it that a terminal obeys.
func shown(texts ...string) string {
	text := strings.Trim(strconv.QuoteToASCII(strings.Join(texts[:min(len(texts), 9)], ", ")), `"`)
	if len(text) > 200 || len(texts) > 9 {
		text = text[:min(len(text), 200)] + "..."
	}
	return text
}

// everything tells whether a resource is all there is of a kind: *, arn:aws:s3:::*, arn:aws:iam::123456789012:role/*. Behind
// the slash of a bucket's ARN are objects of one bucket.
func everything(resource string) bool {
	parts := strings.SplitN(resource, ":", 6)
	if len(parts) < 6 {
		return strings.HasSuffix(resource, "*")
	}
	name := parts[5]
	if i := strings.IndexAny(name, "/:"); i >= 0 && parts[2] != "s3" {
		name = name[i+1:]
	}
	return strings.Trim(name, "*") == ""
}
