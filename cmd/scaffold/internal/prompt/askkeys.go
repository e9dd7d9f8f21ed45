package prompt

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// keys asks for the keys of the event until there are no more.
func (i *Interview) keys() error {
	for more := true; more; {
		k, err := i.key()
		if err != nil || k.Name == "" {
			return err
		}
		i.Spec.Keys = append(i.Spec.Keys, k)
		if more, err = i.asker.Confirm(Confirm{Message: "Another key"}); err != nil {
			return err
		}
	}
	return nil
}

// key asks for one key. The first may be none; of a second somebody has just said that there is one.
func (i *Interview) key() (k spec.Key, err error) {
	q := Input{Message: "Key of the event (Enter for none)", Help: "a name in the event that the handler reads; name:=default and name:type are understood too", Check: i.keyProblem}
	if len(i.Spec.Keys) > 0 {
		q.Message = "Next key (Enter for none)"
	}
	text, err := i.asker.Input(q)
	if err != nil || text == "" {
		return k, err
	}
	k, whole := typed(text)
	if whole {
		return k, nil
	}
	typ, err := i.asker.Select(Select{Message: "Type of " + k.Name, Options: options(spec.KeyTypes()), Default: string(spec.String)})
	if err != nil {
		return k, err
	}
	k.Type = spec.KeyType(typ)
	k.Required, err = i.asker.Confirm(Confirm{
		Message: "Must every event have " + k.Name,
		Help:    "an event without it is an error; otherwise the key has a default",
	})
	if err != nil || k.Required {
		return k, err
	}
	text, err = i.asker.Input(Input{
		Message: "Default of " + k.Name, Default: zeros[k.Type],
		Help:  "the value where an event does not have the key",
		Check: func(text string) string { return defaultProblem(k.Type, text) },
	})
	k.Default, _ = parseDefault(k.Type, text)
	return k, err
}

// typed reads an answer as the flag -k would, limit:=10 for example; whole is false where it is a name alone.
func typed(text string) (k spec.Key, whole bool) {
	if strings.ContainsAny(text, "=:") {
		if k, problems := spec.ParseKey(text); len(problems) == 0 {
			return k, true
		}
	}
	return spec.Key{Name: text}, false
}

// keyProblem says why an answer cannot be the next key.
func (i *Interview) keyProblem(answer string) string {
	if answer == "" {
		return ""
	}
	k, whole := typed(answer)
	name := k.Name
	if want := spec.CheckKeyName(name); want != "" {
		return fmt.Sprintf("the key is %q: %s", name, want)
	}
	s := i.Spec
	if !whole {
		k.Default = spec.Text("")
	}
	s.Keys = append(slices.Clone(s.Keys), k)
	return Sentence(i.Check(s))
}

// zeros are the defaults that Enter alone gives a key.
var zeros = map[spec.KeyType]string{
	spec.Integer: "0", spec.Number: "0", spec.Boolean: "false", spec.Object: "{}", spec.Array: "[]",
}

// parseDefault reads a default: a string is the text itself, all else JSON.
func parseDefault(typ spec.KeyType, text string) (spec.JSON, error) {
	if typ == spec.String {
		return spec.Text(text), nil
	}
	return spec.ParseJSON(text)
}

func defaultProblem(typ spec.KeyType, text string) string {
	value, err := parseDefault(typ, text)
	if err != nil {
		return fmt.Sprintf("the default is no JSON: %v", err)
	}
	if want := spec.CheckDefault(typ, false, value); want != "" {
		return fmt.Sprintf("the default is %s: %s", value, want)
	}
	return ""
}
