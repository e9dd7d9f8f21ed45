package policy

import (
	"fmt"
	"slices"
	"strings"
)

// Principal is whom a statement of a resource's policy is about: services, and accounts or identities in them. Everybody is *
// among the latter.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
type Principal struct {
	Service List `json:",omitempty"`
	AWS     List `json:",omitempty"`
}

// UnmarshalJSON reads "*" or an object. Principals of other kinds are an error: nothing here decides about them.
func (p *Principal) UnmarshalJSON(data []byte) error {
	if string(data) == `"*"` {
		p.AWS = List{"*"}
		return nil
	}
	return object(data, map[string]func([]byte) error{
		"Service": into(&p.Service), "AWS": into(&p.AWS),
	})
}

// principalOf is the principal that a request to add a permission names.
// https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
func principalOf(name string) *Principal {
	if isService(name) {
		return &Principal{Service: List{name}}
	}
	return &Principal{AWS: List{name}}
}

// Outside tells whether the permission lets in identities of other accounts than the function's, not a service alone. Who has
// no account yet may be anybody.
func (p Permission) Outside(account string) bool {
	return !isService(p.Principal) && (account == "" || accountOf(p.Principal) != account)
}

// isService tells whether name is that of a service; Alexa's end otherwise than all others.
func isService(name string) bool {
	return strings.HasSuffix(name, ".amazonaws.com") || strings.HasSuffix(name, ".amazon.com")
}

// identity tells whether name is an account or the ARN of something in one.
func identity(name string) bool { return accountOf(name) != "" }

// accountOf is the account of an account's id or an identity's ARN, "" of anything else.
func accountOf(name string) string {
	if parts := strings.SplitN(name, ":", 6); len(parts) == 6 && parts[0] == "arn" {
		name = parts[4]
	}
	if len(name) != 12 || strings.Trim(name, "0123456789") != "" {
		return ""
	}
	return name
}

// check refuses names that the evaluator does not understand: ids of identities that are gone, and parts with wildcards.
func (p *Principal) check() error {
	if p == nil {
		return nil
	}
	for _, name := range p.AWS {
		if name != "*" && !identity(name) || name != "*" && strings.ContainsAny(name, "*?") {
			return fmt.Errorf("principal %q: want *, an account, or the ARN of an identity", name)
		}
	}
	for _, name := range p.Service {
		if strings.ContainsAny(name, "*?") || !isService(name) {
			return fmt.Errorf("principal %q: want the name of a service", name)
		}
	}
	return nil
}

// is tells whether the statement is about the principal. An account stands for every identity in it.
func (p *Principal) is(principal string) bool {
	if principal == "" {
		return false
	}
	return slices.Contains(p.Service, principal) || slices.ContainsFunc(p.AWS, func(name string) bool {
		return name == "*" || name == principal || wholeAccount(name) && accountOf(name) == accountOf(principal)
	})
}

func wholeAccount(name string) bool {
	return name == accountOf(name) || strings.HasSuffix(name, ":root")
}
