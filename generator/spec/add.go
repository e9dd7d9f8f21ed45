package spec

import (
	"fmt"
	"strings"
)

// Part is a kind of thing that can be added to a function that is there, and removed from it.
type Part string

// The parts, as commands call them.
const (
	TriggerPart Part = "trigger"
	KeyPart     Part = "key"
	AccessPart  Part = "access"
	LogPart     Part = "log"
)

// Parts are all of them.
func Parts() []Part { return []Part{TriggerPart, KeyPart, AccessPart, LogPart} }

// Add returns the Spec of the file with more of one part, given as the flags of scaffold new have them. The Source knows
// the file, and which argument each new part comes from. Whether the whole is right is left to Resolve.
func (d *Document) Add(part Part, args []string, readFile func(string) ([]byte, error)) (Spec, Source, error) {
	r := flagReader{where: Positions{}, readFile: readFile}
	more := Spec{}
	word := string(part)
	switch part {
	case TriggerPart:
		more.Triggers = r.uses("triggers", len(d.Spec.Triggers), word, args, triggers)
	case AccessPart:
		more.Access = r.uses("access", len(d.Spec.Access), word, args, accesses)
	case KeyPart:
		more.Keys = r.keys(word, args)
	case LogPart:
		more.Logging = r.logging(word, args)
		delete(r.where, "logging") // some of it may be the file's
	}
	s, problems := d.with(more)
	source := beside{r.where, d}
	return s, source, Together(r.problems.Err(), Locate(problems.Err(), source))
}

// beside is the Source of what is put beside what a file says.
type beside struct {
	Positions
	doc *Document
}

func (b beside) Where(path string) string {
	if where := b.Positions.Where(path); where != "" {
		return where
	}
	return b.doc.Where(path)
}

// With returns the Spec of the file and the parts of more.
func (d *Document) With(more Spec) (Spec, error) {
	s, problems := d.with(more)
	return s, Locate(problems.Err(), d)
}

func (d *Document) with(more Spec) (s Spec, problems Problems) {
	s = clone(d.Spec)
	s.Triggers = append(s.Triggers, more.Triggers...)
	s.Access = append(s.Access, more.Access...)
	for _, k := range more.Keys {
		switch old := findKey(d.Spec.Keys, k.Name); {
		case old == nil:
			s.Keys = append(s.Keys, k)
		case *old != k:
			problems.Add(Path("keys", k.Name), fmt.Sprintf("the key %q is there already, in another way", k.Name), "want another name, or the other key removed first").
				Hint = operands("scaffold remove key", keyName(k.Name))
		}
	}
	s.Logging = withLogging(s.Logging, more.Logging, &problems)
	return s, problems
}

func findKey(keys []Key, name string) *Key {
	for i := range keys {
		if keys[i].Name == name {
			return &keys[i]
		}
	}
	return nil
}

// withLogging puts what is chosen in the place of what was chosen before. none stands alone.
func withLogging(l, more Logging, problems *Problems) Logging {
	switch chosen := logIDs(l); {
	case more == (Logging{}):
		return l
	case more.None && !l.None && len(chosen) > 0:
		problems.Add("logging", "logging has "+strings.Join(chosen, ", ")+" already", "want none alone").Hint = "scaffold remove log " + strings.Join(chosen, " ")
		return l
	case l.None && !more.None:
		problems.Add("logging", "logging is none", "want it removed first").Hint = "scaffold remove log none"
		return l
	}
	l.None = more.None
	if more.Format != "" {
		l.Format, l.Level = more.Format, more.Level
	}
	if more.Group != "" {
		l.Group = more.Group
	}
	if more.Create != nil {
		l.Create = more.Create
	}
	if more.Retention != 0 {
		l.Retention = more.Retention
	}
	l.Tracing = l.Tracing || more.Tracing
	return l
}

// logIDs are the log choices that somebody made.
func logIDs(l Logging) (ids []string) {
	for _, u := range logUses(l) {
		ids = append(ids, u.ID)
	}
	return ids
}

// PartArgs returns all that a Spec has of a part as the arguments that add it.
func PartArgs(s Spec, part Part) (args []string) {
	switch part {
	case TriggerPart:
		for _, u := range s.Triggers {
			args = append(args, useArg(u, triggers))
		}
	case AccessPart:
		for _, u := range s.Access {
			args = append(args, useArg(u, accesses))
		}
	case KeyPart:
		for _, k := range s.Keys {
			args = append(args, keyArg(k))
		}
	case LogPart:
		for _, u := range logUses(s.Logging) {
			args = append(args, useArg(u, logChoices))
		}
	}
	return args
}
