package policy

import "fmt"

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

// Evaluate decides a request by this document alone. It decides by what it understands and by nothing else: an error says
// what in the document, or in the request, it does not, so that no decision rests on a guess.
func (d Document) Evaluate(r Request) (Decision, error) {
	if err := r.check(); err != nil {
		return "", err
	}
	variables, err := d.variables()
	if err != nil {
		return "", err
	}
	decision := Unsaid
	for i, s := range d.Statement {
		if err := s.check(variables); err != nil {
			return "", fmt.Errorf("statement %d: %w", i+1, err)
		}
		applies, err := s.applies(r)
		switch {
		case err != nil:
			return "", fmt.Errorf("statement %d: %w", i+1, err)
		case applies && s.Effect == "Deny":
			decision = Denied
		case applies && decision == Unsaid:
			decision = Allowed
		}
	}
	return decision, nil
}

// variables tells whether ${...} is a variable in the document, as it is since the second version of the language.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
func (d Document) variables() (bool, error) {
	switch d.Version {
	case Version:
		return true, nil
	case "", "2008-10-17":
		return false, nil
	}
	return false, fmt.Errorf("the version is %q: want %s or 2008-10-17", d.Version, Version)
}

// applies tells whether all that the statement names is in the request.
func (s Statement) applies(r Request) (bool, error) {
	condition, err := holds(s.Condition, r.Context)
	if err != nil {
		return false, err
	}
	action := anyMatches(s.Action, r.Action, matchAction)
	if s.NotAction != nil {
		action = !anyMatches(s.NotAction, r.Action, matchAction)
	}
	resource := s.Resource == nil || anyMatches(s.Resource, r.Resource, matchResource)
	if s.NotResource != nil {
		resource = !anyMatches(s.NotResource, r.Resource, matchResource)
	}
	return s.about(r.Principal) && action && resource && condition, nil
}

// about tells whether the statement is about the principal. One of an identity's policy names none: it is about that identity.
func (s Statement) about(principal string) bool {
	switch {
	case s.Principal != nil:
		return s.Principal.is(principal)
	case s.NotPrincipal != nil:
		return principal != "" && !s.NotPrincipal.is(principal)
	}
	return principal == ""
}
