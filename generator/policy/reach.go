package policy

import "strings"

// Reach finds something that the pattern stands for on which the document allows the action, by which of its statements.
// Conditions are taken to hold where they let in, and not to hold where they keep out: it is what may be done at most. A
// document that cannot be decided keeps nothing out.
func (d Document) Reach(action, pattern string) (by *Statement, resource string) {
	most := d.most()
	for i, s := range d.Statement {
		if s.Effect != "Allow" || !anyMatches(s.Action, action, matchAction) {
			continue
		}
		for _, own := range s.Resource {
			resource, ok := meetARN(own, pattern)
			if !ok {
				continue
			}
			if decision, err := most.Evaluate(Request{Action: action, Resource: resource}); err != nil || decision == Allowed {
				return &d.Statement[i], resource
			}
		}
	}
	return nil, ""
}

// most is the document without conditions: statements that deny under one are left out.
func (d Document) most() Document {
	out := Document{Version: d.Version}
	for _, s := range d.Statement {
		if s.Effect == "Deny" && s.Condition != nil {
			continue
		}
		s.Condition = nil
		out.Statement = append(out.Statement, s)
	}
	return out
}

// meetARN finds an ARN that two patterns match, part by part as ARNs are compared.
func meetARN(a, b string) (arn string, ok bool) {
	left, right := arnParts(a), arnParts(b)
	if len(left) != 6 || len(right) != 6 {
		return "", false
	}
	parts := make([]string, 6)
	for i := range parts {
		if parts[i], ok = meet(left[i], right[i]); !ok {
			return "", false
		}
	}
	return strings.Join(parts, ":"), true
}

// maxMeeting is the greatest product of the lengths of two patterns, behind what they have in common, that are gone through.
const maxMeeting = 1 << 12

// meet finds a text that two patterns match, in which * is any characters, or none, and ? any one. Of very long patterns it
// says that there is one.
func meet(a, b string) (text string, ok bool) {
	same := 0
	for same < len(a) && same < len(b) && a[same] == b[same] && a[same] != '*' {
		same++
	}
	prefix, a, b := strings.ReplaceAll(a[:same], "?", "x"), a[same:], b[same:]
	if a != "" && b != "" && !strings.ContainsAny(a[:1]+b[:1], "*?") {
		return "", false // as for most: they differ before any wildcard
	}
	if len(a)*len(b) > maxMeeting {
		return prefix + a, true // to look for less would take too long
	}
	m := meeting{a: a, b: b, dead: make([]bool, (len(a)+1)*(len(b)+1))}
	rest, ok := m.from(0, 0)
	return prefix + rest, ok
}

// meeting is the search for such a text; dead are places in both patterns from which none is found.
type meeting struct {
	a, b string
	dead []bool
}

func (m *meeting) from(i, j int) (string, bool) {
	if i == len(m.a) && j == len(m.b) {
		return "", true
	}
	place := &m.dead[i*(len(m.b)+1)+j]
	if *place {
		return "", false
	}
	*place = true // or found, and then not asked again
	for _, step := range m.steps(i, j) {
		if rest, ok := m.from(step.i, step.j); ok {
			return step.text + rest, true
		}
	}
	return "", false
}

type step struct {
	text string
	i, j int
}

// steps are the ways on: a * ends, or takes what the other has; two characters are one where they are the same.
func (m *meeting) steps(i, j int) (steps []step) {
	here := func(text string, at int) string {
		switch {
		case at == len(text):
			return ""
		case text[at] == '?':
			return "x"
		}
		return text[at : at+1]
	}
	a, b := here(m.a, i), here(m.b, j)
	if a == "*" {
		steps = append(steps, step{"", i + 1, j})
	}
	if b == "*" {
		steps = append(steps, step{"", i, j + 1})
	}
	switch {
	case a == "" || b == "" || a == "*" && b == "*":
	case a == "*":
		steps = append(steps, step{b, i, j + 1})
	case b == "*":
		steps = append(steps, step{a, i + 1, j})
	case a == b:
		steps = append(steps, step{a, i + 1, j + 1})
	case m.b[j] == '?':
		steps = append(steps, step{a, i + 1, j + 1})
	case m.a[i] == '?':
		steps = append(steps, step{b, i + 1, j + 1})
	}
	return steps
}
