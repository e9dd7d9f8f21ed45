// Package policy knows how permissions are written down: IAM policy documents and requests of the Lambda API. It is told
// what to allow; which statements a function needs is decided by package generator from the facts of package aws.
package policy

import (
	"bytes"
	"encoding/json"
	"reflect"
)

// Version is the version of the policy language that knows variables. A document without it is read as 2008-10-17.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
const Version = "2012-10-17"

// Limits of documents in characters, white space not counted.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
const (
	MaxInlinePolicies = 10240 // of all inline policies of a role together
	MaxTrustPolicy    = 2048
	MaxResourcePolicy = 20480 // bytes of a function's resource-based policy; https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
)

// Document is an IAM policy document.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
type Document struct {
	Version   string
	Statement []Statement
}

// Statement is one statement of a Document. Resource is empty in a trust policy, Principal elsewhere.
type Statement struct {
	Sid       string     `json:",omitempty"` // letters and digits
	Effect    string     // Allow or Deny
	Principal *Principal `json:",omitempty"`
	Action    List
	Resource  List            `json:",omitempty"`
	Condition json.RawMessage `json:",omitempty"` // operator to key to value

	// Why is the source of the statement in words: what in the Spec asked for it. It is not part of the document.
	Why string `json:"-"`
}

// SaysAs tells whether another statement says the same, whatever the two are called and why they are there.
func (s Statement) SaysAs(other Statement) bool {
	s.Sid, s.Why, other.Sid, other.Why = "", "", "", ""
	return reflect.DeepEqual(s, other)
}

// Principal is the services that may assume a role, one in most cases.
type Principal struct{ Service List }

// List is written as a text where it has one element, as people and AWS do.
type List []string

// MarshalJSON writes one element as a string and several as an array.
func (l List) MarshalJSON() ([]byte, error) {
	if len(l) == 1 {
		return encode(l[0])
	}
	return encode([]string(l))
}

// UnmarshalJSON reads a string or an array of strings.
func (l *List) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		*l = List{one}
		return nil
	}
	return json.Unmarshal(data, (*[]string)(l))
}

// New returns a document of the current version.
func New(statements ...Statement) Document {
	return Document{Version: Version, Statement: statements}
}

// Trust returns the trust policy of a role that the services assume.
// https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
func Trust(services ...string) Document {
	return New(Statement{Effect: "Allow", Principal: &Principal{Service: services}, Action: List{"sts:AssumeRole"}})
}

// Size counts the characters of the document as IAM does: white space between tokens is free.
func (d Document) Size() int {
	data, err := encode(d)
	if err != nil {
		return 0
	}
	return len([]rune(string(data)))
}

// Encode writes a document or request as the text of a file: two blanks of indent, a line feed at the end, and <, > and &
// as they are.
func Encode(v any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(v)
	return out.Bytes(), err
}

func encode(v any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(v)
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), err
}
