package spec

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
)

// Removable returns what there is of a part, each in the word that Remove takes: the name of a trigger or key, an access
// as its flag has it, the id of a log choice.
func (d *Document) Removable(part Part) (words []string) {
	switch part {
	case TriggerPart:
		return triggerNames(d.Spec)
	case AccessPart:
		return PartArgs(d.Spec, part)
	case KeyPart:
		for _, k := range d.Spec.Keys {
			words = append(words, k.Name)
		}
		return words
	}
	return logIDs(d.Spec.Logging)
}

// triggerNames are the names of the triggers, those included that follow from the place.
func triggerNames(s Spec) (names []string) {
	resolved, _ := Resolve(s)
	for _, u := range resolved.Triggers {
		names = append(names, u.Name)
	}
	return names
}

// Remove returns the Spec of the file without what the words name. A trigger or an access may also be given by its id and
// as many parameters as it takes to tell it from the others. What something else in the file needs is not removed.
func (d *Document) Remove(part Part, words []string) (Spec, error) {
	s, problems := clone(d.Spec), Problems{}
	switch part {
	case TriggerPart:
		out := d.chosen(part, "triggers", d.Spec.Triggers, triggers, words, &problems)
		s.Triggers = withoutAll(s.Triggers, out)
		if len(problems) == 0 {
			d.triggersNeeded(out, s, &problems)
		}
	case AccessPart:
		s.Access = withoutAll(s.Access, d.chosen(part, "access", d.Spec.Access, accesses, words, &problems))
	case KeyPart:
		s.Keys = withoutAll(s.Keys, d.keysOut(words, &problems))
	case LogPart:
		for _, word := range words {
			s.Logging = d.withoutLog(s.Logging, word, &problems)
		}
	}
	return s, Locate(problems.Err(), d)
}

func withoutAll[T any](list []T, out []int) (rest []T) {
	for i, item := range list {
		if !slices.Contains(out, i) {
			rest = append(rest, item)
		}
	}
	return rest
}

// chosen are the places of the uses that words name.
func (d *Document) chosen(part Part, field string, uses []Use, c catalogue, words []string, problems *Problems) (out []int) {
	known := d.Removable(part)
	for _, word := range words {
		found := matches(word, uses, c)
		if at := slices.Index(known, word); at >= 0 && (part == TriggerPart || len(found) == 0) {
			found = []int{at}
		}
		switch {
		case len(found) == 1 && !slices.Contains(out, found[0]):
			out = append(out, found[0])
		case len(found) == 1:
			problems.Add(field, fmt.Sprintf("%q is named twice", word), "want it once").Where = shown(string(part), word)
		case len(found) > 1:
			var several []string
			for _, i := range found {
				several = append(several, quoteWord(known[i]))
			}
			problems.Add(field, fmt.Sprintf("%d of %s are %q", len(found), field, word), "want one of "+strings.Join(several, ", ")).Where = shown(string(part), word)
		default:
			d.unknownWord(part, field, word, known, problems)
		}
	}
	return out
}

func (d *Document) unknownWord(part Part, field, word string, known []string, problems *Problems) {
	want := "want one of " + strings.Join(known, ", ")
	if len(known) == 0 {
		want = "it has none"
	}
	p := problems.Add(field, fmt.Sprintf("%q is no %s of this function", word, part), want)
	p.Where, p.Hint = shown(string(part), word), didYouMean(word, known)
}

// matches are the places of the uses that have the id and all the parameters of a word.
func matches(word string, uses []Use, c catalogue) (found []int) {
	r := specReader{}
	wanted := r.useFlag("", word, c, func(string) ([]byte, error) { return nil, fmt.Errorf("want the value itself") })
	if len(r.problems) > 0 {
		return nil
	}
	for i, u := range uses {
		same := u.ID == wanted.ID && (wanted.Name == "" || wanted.Name == u.Name)
		for name, value := range wanted.Params {
			same = same && reflect.DeepEqual(u.Params[name], value)
		}
		if same {
			found = append(found, i)
		}
	}
	return found
}

// triggersNeeded finds what needs a trigger that is to go: an access that names it, and the names of those behind it that
// have theirs from their place.
func (d *Document) triggersNeeded(out []int, rest Spec, problems *Problems) {
	names := triggerNames(d.Spec)
	for _, at := range out {
		for i, u := range d.Spec.Access {
			if u.Params["trigger"] == names[at] && u.ID == d.Spec.Triggers[at].ID {
				problems.Add(Path("access", i)+".trigger", fmt.Sprintf("the access %s is to what the trigger %q is about", u.ID, names[at]), "want the access removed first").
					Hint = operands("scaffold remove access", useArg(u, accesses))
			}
		}
	}
	for i, name := range triggerNames(rest) {
		if before := withoutAll(names, out)[i]; before != name {
			at := slices.Index(names, before)
			problems.Add(Path("triggers", at), fmt.Sprintf("the trigger %q has its name from its place, and would be called %q", before, name),
				"want its name said first: files, permissions and the handler go by it").Hint = "name: " + before
		}
	}
}

// keysOut are the places of the keys that words name.
func (d *Document) keysOut(words []string, problems *Problems) (out []int) {
	known := d.Removable(KeyPart)
	for _, word := range words {
		at := slices.Index(known, word)
		if at < 0 {
			d.unknownWord(KeyPart, "keys", word, known, problems)
			continue
		}
		out = append(out, at)
		resolved, _ := Resolve(d.Spec)
		for i, u := range resolved.Triggers {
			for _, param := range []string{"path", "route"} {
				text, _ := u.Params[param].(string)
				if slices.Contains(aws.PathParams(text), word) {
					problems.Add(Path("triggers", i)+"."+param, fmt.Sprintf("%s is %q, and the key %q is read from it", param, text, word), "want another "+param+" first")
				}
			}
		}
	}
	return out
}

// withoutLog takes one choice back.
func (d *Document) withoutLog(l Logging, word string, problems *Problems) Logging {
	if known := logIDs(l); !slices.Contains(known, word) {
		d.unknownWord("log choice", "logging", word, known, problems)
		return l
	}
	switch word {
	case "none":
		l.None = false
	case "cloudwatch":
		l.Group, l.Create, l.Retention = "", nil, 0
	case FormatText, FormatJSON:
		l.Format, l.Level = "", ""
	case "tracing":
		l.Tracing = false
	}
	return l
}
