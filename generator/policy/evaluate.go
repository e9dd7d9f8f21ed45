package policy

import (
	"fmt"
	"slices"
	"strings"
)

// Request is one call that IAM decides about.
type Request struct {
	Principal string              // service that calls, s3.amazonaws.com; "" is the identity that the policy belongs to
	Action    string              // sqs:SendMessage
	Resource  string              // ARN, or * of an action that knows no resource
	Context   map[string][]string // values of condition keys; keys compare without case
}

// Decision is what a document says about a request.
type Decision string

// The decisions. What no statement speaks of is denied too.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
const (
	Allowed Decision = "allowed"
	Denied  Decision = "denied"   // by a statement, whatever others allow
	Unsaid  Decision = "not said" // by no statement, and so denied
)

// Evaluate decides a request by this document alone. It understands what this package writes; an error says what in the
// document it does not, so that no decision rests on a guess.
func (d Document) Evaluate(r Request) (Decision, error) {
	decision := Unsaid
	for i, s := range d.Statement {
		applies, err := s.applies(r)
		switch {
		case err != nil:
			return "", fmt.Errorf("statement %d: %w", i+1, err)
		case s.Effect != "Allow" && s.Effect != "Deny":
			return "", fmt.Errorf("statement %d: the effect is %q: want Allow or Deny", i+1, s.Effect)
		case applies && s.Effect == "Deny":
			decision = Denied
		case applies && decision == Unsaid:
			decision = Allowed
		}
	}
	return decision, nil
}

// applies tells whether all that the statement names is in the request. Every part is read, so that one which cannot be
// is an error for any request.
func (s Statement) applies(r Request) (bool, error) {
	condition, err := holds(s.Condition, r.Context)
	if err != nil {
		return false, err
	}
	if err := known(slices.Concat(s.Action, s.Resource)); err != nil {
		return false, err
	}
	// A trust policy has no Resource: it is the role's own.
	resource := s.Resource == nil || anyMatches(s.Resource, r.Resource, matchResource)
	return s.Principal.is(r.Principal) && anyMatches(s.Action, r.Action, matchAction) && resource && condition, nil
}

// is tells whether the statement is about the principal. One of an identity's policy has none: it is about that identity.
func (p *Principal) is(principal string) bool {
	if p == nil {
		return principal == ""
	}
	return slices.Contains(p.Service, principal) || slices.Contains(p.Service, "*")
}

func anyMatches(patterns []string, text string, match func(pattern, text string) bool) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool { return match(pattern, text) })
}

// known refuses texts with policy variables or placeholders, for nothing says what they stand for.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
func known(texts []string) error {
	for _, text := range texts {
		if _, rest, found := strings.Cut(text, "${"); found {
			name, _, _ := strings.Cut(rest, "}")
			return fmt.Errorf("%q: nothing says what ${%s} stands for", text, name)
		}
	}
	return nil
}

// matchAction compares actions, in which case is of no account.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
func matchAction(pattern, action string) bool {
	return matchText(strings.ToLower(pattern), strings.ToLower(action))
}

// matchText tells whether the whole text matches a pattern in which * is any characters, or none, and ? any one.
func matchText(pattern, text string) bool {
	return match(pattern, text, func(string) bool { return true })
}

// matchResource compares ARNs. Within a segment * and ? stand for characters of that segment; a * at a segment's end goes on
// beyond the colon. * alone is every resource.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
func matchResource(pattern, arn string) bool {
	return match(pattern, arn, func(rest string) bool { return rest == "" || rest[0] == ':' })
}

// match follows all ways through the pattern at once. beyond tells whether a * with that rest of the pattern behind it
// stands for colons too.
func match(pattern, text string, beyond func(rest string) bool) bool {
	reached := make([]bool, len(text)+1)
	reached[0] = true
	for i := range len(pattern) {
		next := make([]bool, len(text)+1)
		for at, here := range reached {
			switch {
			case !here:
			case pattern[i] == '*':
				colons := beyond(pattern[i+1:])
				next[at] = true
				for ; at < len(text) && (colons || text[at] != ':'); at++ {
					next[at+1] = true
				}
			case at < len(text) && (pattern[i] == text[at] || pattern[i] == '?' && text[at] != ':'):
				next[at+1] = true
			}
		}
		reached = next
	}
	return reached[len(text)]
}
