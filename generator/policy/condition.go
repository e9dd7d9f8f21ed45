package policy

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// operator is a condition operator that this package understands: whether one value of the request matches one of the policy,
// and whether the line holds where none does.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
type operator struct {
	match   func(policy, request string) bool
	negated bool
}

var operators = map[string]operator{
	"StringEquals":              {equal, false},
	"StringNotEquals":           {equal, true},
	"StringEqualsIgnoreCase":    {strings.EqualFold, false},
	"StringNotEqualsIgnoreCase": {strings.EqualFold, true},
	"StringLike":                {matchText, false},
	"StringNotLike":             {matchText, true},
	"ArnEquals":                 {matchARN, false},
	"ArnNotEquals":              {matchARN, true},
	"ArnLike":                   {matchARN, false},
	"ArnNotLike":                {matchARN, true},
	"Bool":                      {strings.EqualFold, false},
}

func equal(policy, request string) bool { return policy == request }

// holds tells whether all lines of a Condition block hold.
func holds(block json.RawMessage, context map[string][]string) (bool, error) {
	all, err := readLines(block)
	if err != nil {
		return false, err
	}
	held := true
	for _, l := range all {
		ok, err := l.holds(valuesOf(context, l.key))
		if err != nil {
			return false, fmt.Errorf("condition %s of %s: %w", l.name, l.key, err)
		}
		held = held && ok
	}
	return held, nil
}

// holds tells whether one value of the policy matches the request's; of a negated operator none may. Where the request has no
// such key a negated one holds, and one that ends in IfExists. Null asks whether the key is absent. Of a key with several
// values the operator says whether all must be so or any, and one that does not is an error.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
func (l line) holds(request []string) (bool, error) {
	one := func(value string) bool {
		return anyMatches(l.values, value, l.match) != l.negated
	}
	switch {
	case l.name == "Null":
		return anyMatches(l.values, strconv.FormatBool(len(request) == 0), strings.EqualFold), nil
	case l.set == "ForAllValues":
		return !slices.ContainsFunc(request, func(value string) bool { return !one(value) }), nil
	case len(request) == 0:
		return l.ifExists || l.negated && l.set == "", nil
	case l.set == "" && len(request) > 1:
		return false, errors.New("the request has several values: want ForAllValues or ForAnyValue")
	}
	return slices.ContainsFunc(request, one), nil
}

func valuesOf(context map[string][]string, key string) []string {
	for name, values := range context {
		if strings.EqualFold(name, key) {
			return values
		}
	}
	return nil
}
