package proof

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/internal/botomodel"
)

// one is a function with one trigger of the catalogue.
type one struct {
	kind *aws.Trigger
	name string
	*generator.Function
}

// bare are functions with each trigger of the catalogue, with no more said than must be.
func bare(t testing.TB, args ...string) []one {
	t.Helper()
	return each(t, "bare", onlyRequired, args)
}

// full are functions with each trigger of the catalogue, with all said that can stand together.
func full(t testing.TB, args ...string) []one {
	t.Helper()
	return each(t, "full", hasExample, args)
}

func each(t testing.TB, name string, say func(*aws.Param) bool, args []string) []one {
	t.Helper()
	var all []one
	for _, kind := range aws.Triggers() {
		use := using(kind, say)
		if kind.Bounds != nil {
			continue // see forms
		}
		s := parse(t, append([]string{"hello", "--trigger", flag(use)}, args...))
		if len(kind.Event.Keys) == 0 {
			s.Keys = slices.DeleteFunc(s.Keys, func(k spec.Key) bool { return k.Required })
		}
		all = append(all, one{kind, fmt.Sprint(kind.ID, " ", name, " ", args), function(t, s)})
	}
	return all
}

// using is a trigger with examples of the parameters that must be said and those that say takes, as far as they can stand
// together. It has a name, which keeps the placeholders of many apart.
func using(kind *aws.Trigger, say func(*aws.Param) bool) spec.Use {
	use := spec.Use{ID: kind.ID, Name: "my-" + kind.ID, Params: map[string]any{}}
	for i := range kind.Params {
		if p := &kind.Params[i]; p.Required || say(p) {
			use.Params[p.Name] = example(p)
			if s, _, err := spec.FromFlags(spec.Flags{Name: "hello", Triggers: []string{flag(use)}}, noFile); err != nil || !resolves(s) {
				delete(use.Params, p.Name)
			}
		}
	}
	return use
}

func onlyRequired(*aws.Param) bool { return false }
func hasExample(p *aws.Param) bool { return p.Example != "" }

func resolves(s spec.Spec) bool {
	_, err := spec.Resolve(s)
	return err == nil
}

// example is a value of a parameter.
func example(p *aws.Param) any {
	switch p.Type {
	case aws.Boolean:
		return true
	case aws.Integer:
		n, err := strconv.Atoi(p.Example)
		if err != nil {
			panic(p.Name + " has no example")
		}
		return n
	case aws.List:
		return []string{p.Example}
	case aws.Object:
		return spec.JSON(p.Example)
	}
	if p.Example == "" && len(p.Enum) > 0 {
		return p.Enum[0]
	}
	return p.Example
}

func flag(use spec.Use) string {
	args := spec.Args(spec.Spec{Name: "hello", Triggers: []spec.Use{use}})
	return args[slices.Index(args, "--trigger")+1]
}

// The sample event of each trigger is what aws-lambda-go takes for its event, and bears the trigger's marks and no other's.
func TestCatalogueEvents(t *testing.T) {
	for _, all := range [][]one{bare(t, "--key", "key1=a"), full(t, "--key", "key1=a", "--key", "n:=1.5", "--key", "list:=[1]")} {
		for _, f := range all {
			sample, ok := render(t, f.Function).Lookup("events/" + f.Triggers[0].Name + ".json")
			if !ok {
				t.Fatalf("%s has no sample event", f.name)
			}
			if name := f.kind.TypeName("go"); name != "" {
				if lost := throughGo(t, name, sample.Data); len(lost) > 0 {
					t.Errorf("%s: %s does not carry %q", f.name, name, lost)
				}
			}
			for _, other := range aws.Triggers() {
				// Those that exclude each other need no marks to tell them apart.
				bears := len(other.Event.Marks) > 0 && generator.Bears(other, sample.Data)
				if bears != (other == f.kind && len(other.Event.Marks) > 0) && !f.kind.ExcludesOther(other) {
					t.Errorf("%s: its sample bears the marks of %s: %v", f.name, other.ID, bears)
				}
			}
		}
	}
}

// Requests are what AWS's model takes, with placeholders filled in as policy render does. botocore is installed by bash
// .ci/parts.
func TestCatalogueRequests(t *testing.T) {
	t.Parallel()
	var requests []botomodel.Request
	for _, place := range places[3:] {
		for _, f := range slices.Concat(bare(t, place.args...), full(t, place.args...)) {
			for file := range render(t, f.Function).All() {
				operation := ""
				switch base := filepath.Base(file.Path); {
				case strings.HasPrefix(base, "invocation-policy."):
					operation = "AddPermission"
				case strings.HasPrefix(base, "event-source."):
					operation = "CreateEventSourceMapping"
				default:
					continue
				}
				requests = append(requests, botomodel.Request{Name: f.name + " " + file.Path, Operation: operation, JSON: []byte(policy.Fill(string(file.Data), known))})
			}
		}
	}
	for _, problem := range botomodel.Check(t, requests) {
		t.Errorf("%v", problem)
	}
}
