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

// line is one line of a Condition block: an operator, a key and its values.
type line struct {
	operator
	name     string // of the operator, without what stands before and behind it
	set      string // ForAllValues or ForAnyValue, "" where the key has one value
	ifExists bool
	key      string
	values   List
}

// readLines reads a Condition block.
func readLines(block json.RawMessage) (all []line, err error) {
	if len(block) == 0 {
		return nil, nil
	}
	seen := map[string]bool{}
	once := func(what string) error {
		if seen[what] {
			return fmt.Errorf("%s stands twice", what)
		}
		seen[what] = true
		return nil
	}
	err = members(block, func(name string, keys []byte) error {
		one, err := lineOf(name)
		if err = errors.Join(err, once(name)); err != nil {
			return err
		}
		return members(keys, func(key string, values []byte) error {
			one.key, one.values = key, nil
			all = append(all, one)
			return errors.Join(once(name+" of "+strings.ToLower(key)), json.Unmarshal(values, &all[len(all)-1].values))
		})
	})
	return all, err
}

// lineOf reads an operator with what stands before and behind its name.
func lineOf(name string) (line, error) {
	l := line{name: name}
	if set, rest, ok := strings.Cut(name, ":"); ok && (set == "ForAllValues" || set == "ForAnyValue") {
		l.set, l.name = set, rest
	}
	if name == "Null" {
		return l, nil
	}
	l.name, l.ifExists = strings.CutSuffix(l.name, "IfExists")
	found, ok := operators[l.name]
	// Of a set with IfExists it is said nowhere what holds where the key is absent.
	if l.operator = found; !ok || l.set != "" && l.ifExists {
		return l, fmt.Errorf("%s: this operator is not known here", name)
	}
	return l, nil
}

// checkCondition refuses a block that the evaluator does not understand.
func checkCondition(block json.RawMessage, variables bool) error {
	all, err := readLines(block)
	if err != nil {
		return fmt.Errorf("read the condition: %w", err)
	}
	for _, l := range all {
		if variables {
			err = known(append(List{l.key}, l.values...))
		}
		if err = errors.Join(err, l.check()); err != nil {
			return fmt.Errorf("condition %s of %s: %w", l.name, l.key, err)
		}
	}
	return nil
}

func (l line) check() error {
	if len(l.values) == 0 {
		return errors.New("want a value")
	}
	for _, value := range l.values {
		if text := strings.ToLower(value); (l.name == "Bool" || l.name == "Null") && text != "true" && text != "false" {
			return fmt.Errorf("the value is %q: want true or false", value)
		}
		if strings.HasPrefix(l.name, "Arn") && len(strings.SplitN(value, ":", 6)) != 6 {
			return fmt.Errorf("the value is %q: want an ARN of six parts", value)
		}
	}
	return nil
}

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
