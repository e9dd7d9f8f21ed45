package proof

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/policy"
)

// comparison compares what we grant with what another tool grants for the same thing, grant by grant: an action on a resource
// under conditions, for a principal. All that is not equal has to have a reason. Ours may be narrower by a
// condition, by a resource, or because nobody needs the action; what ours has more is more than AWS's own tool grants.
type comparison struct {
	reasons map[string]string // why they differ: see reason
	used    map[string]bool
	equal   int
	narrow  int
	more    int
}

func newComparison(reasons map[string]string) *comparison {
	return &comparison{reasons: reasons, used: map[string]bool{}}
}

// reason finds why a thing differs in the case called name: under the thing with the name before it, or with the beginning of the
// name, or under the thing alone.
func (c *comparison) reason(name, thing string) bool {
	words := strings.Fields(name)
	for n := len(words); n >= 0; n-- {
		key := strings.Join(append(slices.Clone(words[:n]), thing), " ")
		if c.reasons[key] != "" {
			c.used[key] = true
			return true
		}
	}
	return false
}

func (c *comparison) compare(t *testing.T, name string, ours, theirs grants) {
	t.Helper()
	c.documents(t, name, ours.execution, theirs.execution)
	c.documents(t, name, ours.invocation, theirs.invocation)
	c.documents(t, name, ours.caller, theirs.caller)
	c.documents(t, name, ours.trust, theirs.trust)
}

func (c *comparison) documents(t *testing.T, name string, ours, theirs policy.Document) {
	t.Helper()
	for _, grant := range grantsOf(t, theirs) {
		c.theirs(t, name, grant, ours)
	}
	for _, grant := range grantsOf(t, ours) {
		if allows(t, theirs, grant.request) {
			continue
		}
		c.more++
		if !c.reason(name, "more "+grant.request.Action) {
			t.Errorf("%s: ours alone allows %s", name, grant)
		}
	}
}

// theirs looks for one of their grants in ours.
func (c *comparison) theirs(t *testing.T, name string, grant grant, ours policy.Document) {
	t.Helper()
	if allows(t, ours, grant.request) {
		c.equal++
		return
	}
	c.narrow++
	narrower := false
	for _, own := range grantsOf(t, ours) {
		if !grant.covers(own.request) {
			continue
		}
		narrower = true
		for key := range own.request.Context {
			if grant.request.Context[key] == nil && !c.reason(name, key) {
				t.Errorf("%s: ours alone asks for %s: %s", name, key, own)
			}
		}
		if own.request.Resource != grant.request.Resource && !c.reason(name, "narrower "+grant.request.Action) {
			t.Errorf("%s: ours is narrower than %s: %s", name, grant, own)
		}
	}
	without := "without " + grant.request.Action
	if !narrower && !c.reason(name, without+" on "+tail(grant.request.Resource)) && !c.reason(name, without) {
		t.Errorf("%s: ours does not allow %s", name, grant)
	}
}

// tail is what an ARN says of the resource alone.
func tail(arn string) string {
	parts := strings.SplitN(arn, ":", 6)
	return parts[len(parts)-1]
}

// grant is a statement of one action, one resource and one principal: the request that it is about, patterns as they are, with
// the values that its conditions ask for.
type grant struct{ request policy.Request }

func (g grant) String() string {
	return fmt.Sprintf("%s %s on %s %v", g.request.Principal, g.request.Action, g.request.Resource, g.request.Context)
}

func grantsOf(t *testing.T, d policy.Document) (all []grant) {
	t.Helper()
	for _, s := range d.Statement {
		if s.Effect != "Allow" {
			continue
		}
		principals, resources := []string{""}, s.Resource
		if s.Principal != nil {
			principals = principalsOf(t, s)
		}
		if resources == nil {
			resources = policy.List{""}
		}
		for _, principal := range principals {
			for _, action := range s.Action {
				for _, resource := range resources {
					all = append(all, grant{policy.Request{Principal: principal, Action: action, Resource: resource, Context: contextOf(t, s.Condition)}})
				}
			}
		}
	}
	return all
}

// contextOf is what a request has to carry for the conditions to hold. Keys have no case.
func contextOf(t *testing.T, block json.RawMessage) map[string][]string {
	t.Helper()
	context := map[string][]string{}
	if len(block) == 0 {
		return context
	}
	var lines map[string]map[string]policy.List
	decode(t, string(block), &lines)
	for operator, keys := range lines {
		for key, values := range keys {
			if operator != "Null" || values[0] == "false" {
				context[strings.Replace(key, "AWS:", "aws:", 1)] = values
			}
		}
	}
	return context
}

// allows tells whether a statement of the document covers all that the request is about.
func allows(t *testing.T, d policy.Document, r policy.Request) bool {
	t.Helper()
	return slices.ContainsFunc(grantsOf(t, d), func(g grant) bool { return g.covers(r) })
}

// covers is not Evaluate, which decides about calls and not about patterns.
func (g grant) covers(r policy.Request) bool {
	for key, wanted := range g.request.Context {
		one := func(value string) bool {
			return slices.ContainsFunc(wanted, func(pattern string) bool { return covers(pattern, value) })
		}
		if given := r.Context[key]; len(given) == 0 || !slices.ContainsFunc(given, one) {
			return false
		}
	}
	return g.request.Principal == r.Principal && covers(strings.ToLower(g.request.Action), strings.ToLower(r.Action)) && covers(g.request.Resource, r.Resource)
}

// covers tells whether all that a text stands for matches the pattern.
func covers(pattern, text string) bool {
	quoted := strings.NewReplacer(`\*`, ".*", `\?`, ".").Replace(regexp.QuoteMeta(pattern))
	return pattern == text || strings.ContainsAny(pattern, "*?") && regexp.MustCompile("^"+quoted+"$").MatchString(text)
}

// finish says what came out, and which reasons nothing needs any more.
func (c *comparison) finish(t *testing.T, least int) {
	t.Helper()
	for _, key := range slices.Sorted(maps.Keys(c.reasons)) {
		if !c.used[key] {
			t.Errorf("nothing differs any more for the reason of %q", key)
		}
	}
	t.Logf("%d grants are equal, %d of ours are narrower or missing for a reason, %d are ours alone for a reason", c.equal, c.narrow, c.more)
	if c.equal < least {
		t.Errorf("%d grants are equal: want %d", c.equal, least)
	}
}
