package policy

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Documents are read strictly: an element that is unknown, or stands twice, is an error and not left out, for what is left
// out of a statement changes what it allows.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html

// UnmarshalJSON reads a document, whose statement may stand alone without a list.
func (d *Document) UnmarshalJSON(data []byte) error {
	var id string
	return object(data, map[string]func([]byte) error{
		"Version": into(&d.Version), "Id": into(&id),
		"Statement": func(data []byte) error {
			if bytes.HasPrefix(data, []byte("[")) {
				return json.Unmarshal(data, &d.Statement)
			}
			d.Statement = make([]Statement, 1)
			return json.Unmarshal(data, &d.Statement[0])
		},
	})
}

// UnmarshalJSON reads a statement.
func (s *Statement) UnmarshalJSON(data []byte) error {
	return object(data, map[string]func([]byte) error{
		"Sid": into(&s.Sid), "Effect": into(&s.Effect), "Condition": into(&s.Condition),
		"Principal": into(&s.Principal), "NotPrincipal": into(&s.NotPrincipal),
		"Action": into(&s.Action), "NotAction": into(&s.NotAction),
		"Resource": into(&s.Resource), "NotResource": into(&s.NotResource),
	})
}

// into reads a value that is there: null is none.
func into(to any) func([]byte) error {
	return func(data []byte) error {
		if string(data) == "null" {
			return fmt.Errorf("null is no value")
		}
		return json.Unmarshal(data, to)
	}
}

// object reads the members of a JSON object, each by the reader of its name.
func object(data []byte, readers map[string]func([]byte) error) error {
	seen := map[string]bool{}
	return members(data, func(name string, value []byte) error {
		read := readers[name]
		switch {
		case read == nil:
			return fmt.Errorf("%q is not an element known here", name)
		case seen[name]:
			return fmt.Errorf("%q stands twice", name)
		}
		seen[name] = true
		if err := read(value); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		return nil
	})
}

// members goes through the members of a JSON object in order, those of one name too.
func members(data []byte, each func(name string, value []byte) error) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	if token, err := decoder.Token(); err != nil || token != json.Delim('{') {
		return fmt.Errorf("want an object")
	}
	for decoder.More() {
		name, err := decoder.Token()
		if err != nil {
			return err
		}
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			return err
		}
		if err := each(name.(string), value); err != nil {
			return err
		}
	}
	_, err := decoder.Token()
	return err
}
