package generator

import (
	"slices"
	"strings"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// loop is a way in which the function may invoke itself: a statement of its execution policy allows what makes events of a
// trigger. Whatever puts the statement there counts, an access, a destination of failures or the log group.
type loop struct {
	trigger   *Trigger // without a name it is the direct invocation
	wake      *aws.Wake
	statement *policy.Statement
	action    string
	same      bool // the statement and the trigger name the same resource, word for word
}

// loops are those that the function has, each statement once for each trigger.
func (f *Function) loops() []loop {
	may := f.atMost()
	direct := &Trigger{Function: f, kind: &aws.Direct, values: &values{names: f.names}}
	var all []loop
	for _, t := range append([]*Trigger{direct}, f.Triggers...) {
		for i := range t.kind.Wakes {
			if w := &t.kind.Wakes[i]; w.Asked(t.values.elements) {
				all = append(all, t.loops(w, may)...)
			}
		}
	}
	return all
}

// loops are those by which one kind of event comes about.
func (t *Trigger) loops(w *aws.Wake, may policy.Document) (all []loop) {
	for _, pattern := range w.Resources {
		wanted := t.values.text(pattern)
		for _, action := range w.Actions {
			by, _ := may.Reach(action, open(wanted, nil))
			if by == nil {
				continue
			}
			all = append(all, loop{t, w, by, action, slices.Contains(by.Resource, open(wanted, nil))})
			break // one action says it
		}
	}
	return all
}

// atMost is the execution policy with what is not known yet written so that it can be compared: see open.
func (f *Function) atMost() policy.Document {
	document := f.ExecutionPolicy()
	document.Statement = slices.Clone(document.Statement)
	for i := range document.Statement {
		s := &document.Statement[i]
		s.Resource = slices.Clone(s.Resource)
		for j, resource := range s.Resource {
			s.Resource[j] = open(resource, s)
		}
	}
	return document
}

// open writes a resource so that those of triggers and statements compare. Account, region and partition may be any where the
// Spec does not say them. Another placeholder stands for itself: it is the same where it has the same name. A variable of IAM
// is anything in a statement that allows, and nothing in one that denies.
func open(resource string, of *policy.Statement) string {
	filled := policy.Fill(resource, func(name string) (string, bool) {
		for _, u := range unknown {
			if u.placeholder == name {
				return "*", true
			}
		}
		return "<" + name + ">", true
	})
	for strings.Contains(filled, "${") {
		before, rest, _ := strings.Cut(filled, "${")
		_, after, _ := strings.Cut(rest, "}")
		if filled = before + "*" + after; of != nil && of.Effect == "Deny" {
			return "arn:-:-:-:-:-"
		}
	}
	return filled
}

// elements are the values of a parameter, one where it is no list.
func (v *values) elements(param string) []string {
	if list, ok := v.given[param].([]string); ok {
		return list
	}
	if text := paramText(v.given[param]); text != "" && text != "false" {
		return []string{text}
	}
	return nil
}

// checkLoops refuses those that AWS says are always wrong, where they are sure.
func (f *Function) checkLoops() spec.Problems {
	var problems spec.Problems
	for _, l := range f.loops() {
		if l.wake.Never == "" || !l.same {
			continue
		}
		for _, p := range l.trigger.kind.Params {
			if p.Identifies {
				problems.Add(spec.Path("triggers", l.trigger.ordinal, p.Name), p.Name+" is what "+l.statement.Why[:strings.Index(l.statement.Why, ":")]+" writes to", l.wake.Never)
			}
		}
	}
	return problems
}
