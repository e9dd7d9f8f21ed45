package policy

import (
	"errors"
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

// check refuses a request that is not one call: wildcards are a policy's, and a condition key has one value or one list.
func (r Request) check() error {
	if !isAction(r.Action) || strings.ContainsAny(r.Action, "*?") {
		return fmt.Errorf("the request's action is %q: want one, s3:GetObject for example", r.Action)
	}
	seen := map[string]bool{}
	for key := range r.Context {
		if seen[strings.ToLower(key)] {
			return fmt.Errorf("the request has the key %s twice", key)
		}
		seen[strings.ToLower(key)] = true
	}
	return nil
}

// check refuses a statement that is not one, and what in it nothing here understands. Every part is read, so that one which
// cannot be is an error for any request.
func (s Statement) check(variables bool) error {
	switch {
	case s.Effect != "Allow" && s.Effect != "Deny":
		return fmt.Errorf("the effect is %q: want Allow or Deny", s.Effect)
	case (len(s.Action) > 0) == (len(s.NotAction) > 0):
		return fmt.Errorf("want one of Action and NotAction")
	case s.Principal != nil && s.NotPrincipal != nil:
		return fmt.Errorf("want one of Principal and NotPrincipal")
	case len(s.Resource) > 0 && len(s.NotResource) > 0:
		return fmt.Errorf("want one of Resource and NotResource")
	case len(s.Resource)+len(s.NotResource) == 0 && s.Principal == nil && s.NotPrincipal == nil:
		return fmt.Errorf("want Resource or NotResource") // a trust policy has none: it is the role's own
	case s.NotPrincipal != nil && len(s.NotPrincipal.AWS) > 0:
		return fmt.Errorf("NotPrincipal: want services: an identity is excepted only together with its account and its session")
	}
	for _, action := range slices.Concat(s.Action, s.NotAction) {
		if action != "*" && !isAction(action) {
			return fmt.Errorf("the action is %q: want * or one of a service, s3:Get* for example", action)
		}
	}
	for _, resource := range slices.Concat(s.Resource, s.NotResource) {
		if resource != "*" && (!strings.HasPrefix(resource, "arn:") || len(arnParts(resource)) != 6) {
			return fmt.Errorf("the resource is %q: want * or an ARN of six parts", resource)
		}
	}
	for _, resource := range s.NotResource {
		if resource != "*" && len(strings.SplitN(resource, ":", 6)) != 6 {
			return fmt.Errorf("NotResource is %q: want all six parts of an ARN", resource)
		}
	}
	if variables {
		if err := known(slices.Concat(s.Resource, s.NotResource)); err != nil {
			return err
		}
	}
	return errors.Join(s.Principal.check(), s.NotPrincipal.check(), checkCondition(s.Condition, variables))
}

// isAction tells whether text is an action or a pattern of actions. The service stands for itself: wildcards come behind it.
func isAction(text string) bool {
	service, name, ok := strings.Cut(text, ":")
	plain := func(c rune) bool {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
	}
	return ok && service != "" && name != "" &&
		strings.TrimFunc(strings.ReplaceAll(service, "-", "a"), plain) == "" &&
		strings.TrimFunc(strings.NewReplacer("*", "a", "?", "a").Replace(name), plain) == ""
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
