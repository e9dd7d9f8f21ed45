package policy

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

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
	for _, check := range []func() error{s.checkElements, s.checkActions, s.checkResources, s.Principal.check, s.NotPrincipal.check} {
		if err := check(); err != nil {
			return err
		}
	}
	if variables {
		if err := known(slices.Concat(s.Resource, s.NotResource)); err != nil {
			return err
		}
	}
	return checkCondition(s.Condition, variables)
}

// checkElements looks at which elements there are. A trust policy names no resource: it is the role's own.
func (s Statement) checkElements() error {
	switch {
	case s.Effect != "Allow" && s.Effect != "Deny":
		return fmt.Errorf("the effect is %q: want Allow or Deny", s.Effect)
	case (len(s.Action) > 0) == (len(s.NotAction) > 0):
		return errors.New("want one of Action and NotAction")
	case s.Principal != nil && s.NotPrincipal != nil:
		return errors.New("want one of Principal and NotPrincipal")
	case len(s.Resource) > 0 && len(s.NotResource) > 0:
		return errors.New("want one of Resource and NotResource")
	case len(s.Resource)+len(s.NotResource) == 0 && s.Principal == nil && s.NotPrincipal == nil:
		return errors.New("want Resource or NotResource")
	case s.NotPrincipal != nil && len(s.NotPrincipal.AWS) > 0:
		return errors.New("NotPrincipal: want services: an identity is excepted only together with its account and its session")
	}
	return nil
}

func (s Statement) checkActions() error {
	for _, action := range slices.Concat(s.Action, s.NotAction) {
		if action != "*" && !isAction(action) {
			return fmt.Errorf("the action is %q: want * or one of a service, s3:Get* for example", action)
		}
	}
	return nil
}

// checkResources wants whole ARNs where they are excepted: of a short one nothing says what it leaves out.
func (s Statement) checkResources() error {
	for _, resource := range s.Resource {
		if resource != "*" && (!strings.HasPrefix(resource, "arn:") || len(arnParts(resource)) != 6) {
			return fmt.Errorf("the resource is %q: want * or an ARN of six parts", resource)
		}
	}
	for _, resource := range s.NotResource {
		if resource != "*" && (!strings.HasPrefix(resource, "arn:") || len(strings.SplitN(resource, ":", 6)) != 6) {
			return fmt.Errorf("NotResource is %q: want * or an ARN of six parts", resource)
		}
	}
	return nil
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
