package policy

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// operators are the condition operators that this package's documents use: whether one value of the request matches one of
// the policy.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
var operators = map[string]func(policy, request string) bool{
	"StringEquals":           func(policy, request string) bool { return policy == request },
	"StringEqualsIgnoreCase": strings.EqualFold,
	"StringLike":             matchText,
	"ArnEquals":              matchARN,
	"ArnLike":                matchARN,
	"Bool":                   strings.EqualFold,
}

// matchARN compares ARNs part by part, of which there are six: a wildcard ends with its part, but the last is all the rest.
func matchARN(policy, request string) bool {
	want, have := strings.SplitN(policy, ":", 6), strings.SplitN(request, ":", 6)
	return len(want) == 6 && len(have) == 6 && slices.EqualFunc(want, have, matchText)
}

// holds tells whether all lines of a Condition block hold: in each, one value of the policy matches one of the request.
// Of a negated operator, StringNotEquals, none may; it holds too where the request has no such key, and so does
// one that ends in IfExists. Null asks whether the key is absent.
func holds(block json.RawMessage, context map[string][]string) (bool, error) {
	if len(block) == 0 {
		return true, nil
	}
	var lines map[string]map[string]List
	if err := json.Unmarshal(block, &lines); err != nil {
		return false, fmt.Errorf("read the condition: %w", err)
	}
	all := true
	for operator, keys := range lines {
		for key, values := range keys {
			ok, err := lineHolds(operator, values, valuesOf(context, key))
			if err != nil {
				return false, fmt.Errorf("condition %s of %s: %w", operator, key, err)
			}
			all = all && ok
		}
	}
	return all, nil
}

func lineHolds(operator string, policy, request []string) (bool, error) {
	if err := known(policy); err != nil {
		return false, err
	}
	if operator == "Null" {
		return slices.Contains(policy, strconv.FormatBool(len(request) == 0)), nil
	}
	base, ifExists := strings.CutSuffix(operator, "IfExists")
	positive := strings.Replace(base, "Not", "", 1)
	match := operators[positive]
	switch {
	case match == nil:
		return false, fmt.Errorf("this operator is not known here")
	case len(request) == 0:
		return ifExists || positive != base, nil
	}
	found := slices.ContainsFunc(request, func(value string) bool { return anyMatches(policy, value, match) })
	return found == (positive == base), nil
}

func valuesOf(context map[string][]string, key string) []string {
	for name, values := range context {
		if strings.EqualFold(name, key) {
			return values
		}
	}
	return nil
}
