package spec

import (
	"errors"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// ParseParam reads the value of a parameter as a person answers it in a prompt, and checks it: a list has commas between
// its elements, an object is JSON, everything else is taken as it is. The error says what is there and what is wanted.
func ParseParam(p *aws.Param, answer string) (any, error) {
	v := Value{Type: String, Text: answer}.as(p)
	if p.Type == aws.List {
		elements, err := splitOutside(answer)
		if err != nil {
			return nil, err
		}
		for i := range elements {
			elements[i] = strings.TrimSpace(elements[i])
		}
		v = words(elements...)
	}
	value, want := paramValue(p, v)
	if want != "" {
		return nil, errors.New(p.Name + " is " + kind(v) + ": " + want)
	}
	r := resolver{}
	r.value("", p, value)
	return value, r.Err()
}

// ParseDefault reads the default of a key as a person answers it in a prompt, and checks it: a string is the answer as it
// is, everything else is JSON. null is null where the key is nullable.
func ParseDefault(typ KeyType, nullable bool, answer string) (JSON, error) {
	j := Text(answer)
	if typ != String || nullable && answer == "null" {
		var err error
		if j, err = ParseJSON(answer); err != nil {
			return "", err
		}
	}
	if want := CheckDefault(typ, nullable, j); want != "" {
		return "", errors.New(want)
	}
	return j, nil
}
