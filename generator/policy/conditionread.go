package policy

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

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
