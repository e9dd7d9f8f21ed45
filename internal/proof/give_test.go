package proof

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/generator/spec"
)

// opens are functions in which everything is open that a trigger or an access can leave open, by their flags.
func opens() (all [][]string) {
	base := []string{"hello", "--runtime", "python3.13", "--account", "123456789012", "--region", "eu-west-1"}
	for _, kind := range aws.Triggers() {
		if kind.ID == "lambda-edge" {
			base[len(base)-1] = "us-east-1"
		}
		flag := kind.ID
		for _, p := range kind.Params {
			if p.Required {
				flag += ":" + p.Name + "=true"
			}
		}
		all = append(all, append(slices.Clone(base), "--trigger", flag))
		base[len(base)-1] = "eu-west-1"
	}
	for _, kind := range aws.Accesses() {
		modes := []string{""}
		if p := aws.FindParam(kind.Params, "mode"); p != nil {
			modes = p.Enum
		}
		for _, mode := range modes {
			switch {
			case kind.ID == "statement":
				continue
			case mode != "":
				mode = ":mode=" + mode
			}
			all = append(all, append(slices.Clone(base), "--access", kind.ID+mode))
		}
	}
	return all
}

// examplesOf are the examples of the parameters that are open in the function of one trigger or access.
func examplesOf(f *generator.Function) map[string]string {
	var params []aws.Param
	for _, use := range f.Spec.Triggers {
		params = append(params, aws.FindTrigger(use.ID).Params...)
	}
	for _, use := range f.Spec.Access {
		params = append(params, aws.FindAccess(use.ID).Params...)
	}
	examples := map[string]string{}
	for _, p := range params {
		if slices.Contains(f.Placeholders(), p.Placeholder) {
			examples[p.Placeholder] = p.Example
		}
	}
	return examples
}

// give is the function with values in the place of its placeholders.
func give(t testing.TB, f *generator.Function, values map[string]string) (*generator.Function, error) {
	t.Helper()
	s := f.Spec
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if path, want := f.Give(&s, name, values[name]); want != "" {
			t.Fatalf("%s: %s", path, want)
		}
	}
	resolved, err := spec.Resolve(s)
	if err != nil {
		return nil, err
	}
	return function(t, resolved), nil
}

// hostile are values that would mean more in a document than a name, or break it.
var hostile = []string{
	"*", "a*", "*:*", "arn:*", "arn:live", "?", "ab?", "${aws:username}", "${*}", "${AWS_ACCOUNT_ID}", `a","Resource":"*`, `a"}]}`, `\`, `a\u002a`,
	"a\nb", "a\x00b", "a\u202eb", "a/../b", "a,b", "(a,b)", `["*"]`, "<&>", strings.Repeat("a", 3000), "é", " ",
}

// wild are the placeholders whose parameter allows a wildcard, with the value.
var wild = map[string]string{"TARGET_GROUP_ID *": "any target group", "TARGET_FUNCTION price:*": "any alias and version", "TARGET_FUNCTION arn:*": "the same of a function called arn"}

// A value for a placeholder is checked by the parameter that it is of, and by nothing else: the parameter's own example is
// taken wherever it stands, and what is taken changes texts of the documents, never their structure, and widens nothing
// that the parameter does not say to be wide.
func TestGive(t *testing.T) {
	taken, refused := 0, 0
	for _, args := range opens() {
		f := function(t, parse(t, args))
		examples := examplesOf(f)
		filled, err := give(t, f, examples)
		if err != nil || len(filled.Placeholders()) > 0 {
			t.Errorf("%q: the examples %v: %v", args, examples, err)
			continue
		}
		for name := range examples {
			for _, value := range append(hostile, "price:*") {
				values := maps.Clone(examples)
				values[name] = value
				odd, err := give(t, f, values)
				if err != nil {
					refused++
					continue
				}
				taken++
				sameShape(t, args, name+" "+value, odd, filled)
			}
		}
	}
	if taken < 20 || refused < 500 {
		t.Errorf("got %d values taken and %d refused, want more", taken, refused)
	}
}

// sameShape compares the documents of two functions.
func sameShape(t *testing.T, args []string, value string, got, want *generator.Function) {
	t.Helper()
	for i, file := range got.PolicyFiles() {
		var a, b any
		if err := json.Unmarshal(file.Data, &a); err != nil {
			t.Fatalf("%q: %s: %s: %v", args, value, file.Path, err)
		}
		if err := json.Unmarshal(want.PolicyFiles()[i].Data, &b); err != nil {
			t.Fatal(err)
		}
		isRequest := strings.HasPrefix(file.Path, "policies/event-source.") // names, no patterns
		compareShape(t, func(got, want string) {
			if got != want && !isRequest && wild[value] == "" && (strings.ContainsAny(got, "*?") && !strings.ContainsAny(want, "*?") || strings.Contains(got, "${")) {
				t.Errorf("%q: %s: %s says %q", args, value, file.Path, got)
			}
		}, a, b)
	}
}

func compareShape(t *testing.T, texts func(got, want string), got, want any) {
	t.Helper()
	switch want := want.(type) {
	case map[string]any:
		have, _ := got.(map[string]any)
		if !slices.Equal(slices.Sorted(maps.Keys(have)), slices.Sorted(maps.Keys(want))) {
			t.Fatalf("got %v, want the members of %v", got, want)
		}
		for name := range want {
			compareShape(t, texts, have[name], want[name])
		}
	case []any:
		have, _ := got.([]any)
		if len(have) != len(want) {
			t.Fatalf("got %v, want as many as %v", got, want)
		}
		for i := range want {
			compareShape(t, texts, have[i], want[i])
		}
	case string:
		if have, ok := got.(string); ok {
			texts(have, want)
			return
		}
		t.Fatalf("got %v, want a text like %q", got, want)
	}
}

// A whole ARN may be given where a name is open, and is the resource then: of another account, with the end that a secret has.
func TestGiveARN(t *testing.T) {
	const secret, key = "arn:aws:secretsmanager:eu-west-1:210987654321:secret:shop-AbCdEf", "arn:aws:kms:eu-west-1:210987654321:key/" + keyID
	for _, c := range []struct{ access, placeholder, arn string }{
		{"secretsmanager", "SECRET", secret}, {"rds-data:cluster=orders", "DB_SECRET", secret}, {"kms", "KMS_KEY", key},
	} {
		f := function(t, parse(t, []string{"hello", "--runtime", "python3.13", "--account", "123456789012", "--region", "eu-west-1", "--access", c.access, "--log", "none"}))
		filled, err := give(t, f, map[string]string{c.placeholder: c.arn})
		if err != nil {
			t.Fatal(err)
		}
		statements := filled.ExecutionPolicy().Statement
		if !slices.ContainsFunc(statements, func(s policy.Statement) bool { return slices.Equal(s.Resource, policy.List{c.arn}) }) {
			t.Errorf("%s: got %v, want a statement about %s alone", c.access, statements, c.arn)
		}
	}
}
