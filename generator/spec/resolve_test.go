package spec_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/seed-0554dd89/scaffold/generator/spec"
)

func ptr[T any](v T) *T { return &v }

// TestResolveDefaults shows every default, of a function of which only the name and the sources are said.
func TestResolveDefaults(t *testing.T) {
	got, err := spec.Resolve(spec.Spec{
		Name:     "hello",
		Keys:     []spec.Key{{Name: "a", Default: ` { "b" : [ ] } `}, {Name: "c", Nullable: true}, {Name: "d", Default: "1.5"}},
		Triggers: []spec.Use{{ID: "s3"}, {ID: "apigateway-rest"}, {ID: "s3", Name: "S3-2"}, {ID: "s3"}},
		Access:   []spec.Use{{ID: "dynamodb"}, {ID: "s3", Params: map[string]any{"trigger": "s3"}}},
	})
	s3 := map[string]any{"events": []string{"s3:ObjectCreated:*"}}
	want := spec.Spec{
		Name: "hello", Language: "javascript", Runtime: "nodejs24.x", Style: "async",
		Keys: []spec.Key{
			{Name: "a", Type: spec.Object, Default: `{"b":[]}`},
			{Name: "c", Type: spec.String, Default: "null", Nullable: true},
			{Name: "d", Type: spec.Number, Default: "1.5"},
		},
		Logging: spec.Logging{Group: "/aws/lambda/hello", Create: ptr(false), Format: "text"},
		Triggers: []spec.Use{
			{ID: "s3", Name: "s3", Params: s3},
			{ID: "apigateway-rest", Name: "apigateway-rest", Params: map[string]any{"path": "/hello", "method": "ANY", "stage": "prod"}},
			{ID: "s3", Name: "S3-2", Params: s3},
			{ID: "s3", Name: "s3-3", Params: s3},
		},
		Access: []spec.Use{
			{ID: "dynamodb", Params: map[string]any{"mode": "read"}},
			{ID: "s3", Params: map[string]any{"trigger": "s3", "mode": "read"}},
		},
		Memory: 128, Timeout: 3, Architecture: "x86_64", Deploy: "none",
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v\ngot  %+v\nwant %+v", err, got, want)
	}
}

// TestResolveLeavesItsArgument checks that filling in defaults does not reach into the Spec that was given.
func TestResolveLeavesItsArgument(t *testing.T) {
	for seed := range uint64(200) {
		s, same := newRandom(seed).spec(), newRandom(seed).spec()
		resolved, _ := spec.Resolve(s)
		for _, u := range append(resolved.Triggers, resolved.Access...) {
			for name, value := range u.Params {
				if texts, ok := value.([]string); ok {
					texts[0] = "changed"
				}
				u.Params[name] = "changed"
			}
		}
		if resolved.Logging.Create != nil {
			*resolved.Logging.Create = !*resolved.Logging.Create
		}
		if !reflect.DeepEqual(s, same) {
			t.Fatalf("seed %d: got  %+v\nwant %+v", seed, s, same)
		}
	}
}

func TestResolveRuntime(t *testing.T) {
	for _, c := range []struct{ language, runtime, style, wantRuntime, wantStyle string }{
		{"", "", "", "nodejs24.x", "async"},
		{"javascript", "", "", "nodejs24.x", "async"},
		{"", "node", "", "nodejs24.x", "async"},
		{"", "javascript", "", "nodejs24.x", "async"},
		{"javascript", "node", "async", "nodejs24.x", "async"},
		{"", "nodejs22.x", "", "nodejs22.x", "async"},
		{"", "nodejs22.x", "context", "nodejs22.x", "context"},
		{"", "nodejs26.x", "", "nodejs26.x", "async"},
	} {
		got, err := spec.Resolve(spec.Spec{Name: "hello", Language: c.language, Runtime: c.runtime, Style: c.style})
		if err != nil || got.Runtime != c.wantRuntime || got.Style != c.wantStyle || got.Language != "javascript" {
			t.Errorf("%+v: %v, %s, %s, %s", c, err, got.Language, got.Runtime, got.Style)
		}
	}
	for language, runtimes := range map[string][2]string{"python": {"python3.14", "python3.15"}, "go": {"provided.al2023", "provided.al2023"}} {
		for _, asked := range []spec.Spec{{Name: "hello", Runtime: language}, {Name: "hello", Language: language}, {Name: "hello", Runtime: runtimes[1]}} {
			want := runtimes[0]
			if asked.Runtime == runtimes[1] {
				want = asked.Runtime
			}
			if got, err := spec.Resolve(asked); err != nil || got.Language != language || got.Runtime != want || got.Style != "" {
				t.Errorf("%+v: %v, %s, %s, %q", asked, err, got.Language, got.Runtime, got.Style)
			}
		}
	}
	for _, c := range []struct{ language, runtime, style, want string }{
		{"python", "python3.13", "async", "style is"},
		{"", "nodejs26.x", "callback", "nodejs26.x no longer runs style callback"},
		{"", "", "context", "nodejs24.x no longer runs style context: its context has no succeed, fail and done"},
		{"javascript", "typescript", "", `runtime is "typescript": want a runtime for javascript`},
		{"", "nodejs", "x", `style is "x"`},
		{"typescript", "nodejs22.x", "callback", `style is "callback": want one of async`},
		{"", "nodejs23.x", "", `runtime is "nodejs23.x": want one of nodejs24.x`},
		{"", "nodejs26", "", `runtime is "nodejs26": want one of`},
		{"", "nodejs26.-1", "", `runtime is "nodejs26.-1": want one of`},
		{"", "nodejs026.x", "", `runtime is "nodejs026.x": want one of`},
		{"", "ruby3.4", "", `runtime is "ruby3.4": want one of`},
	} {
		_, err := spec.Resolve(spec.Spec{Name: "hello", Language: c.language, Runtime: c.runtime, Style: c.style})
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// TestPin checks that what this version chooses by itself is said in the file.
func TestPin(t *testing.T) {
	s := spec.Spec{Name: "hello", Runtime: "node"}
	want := spec.Spec{Name: "hello", Language: "javascript", Runtime: "nodejs24.x", Style: "async"}
	if got := spec.Pin(s); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if broken := (spec.Spec{Name: "-"}); !reflect.DeepEqual(spec.Pin(broken), broken) {
		t.Error("Pin changed a Spec that does not resolve")
	}
}

func TestLifecycle(t *testing.T) {
	for _, c := range []struct{ runtime, asOf, refuse, warn string }{
		{"nodejs24.x", "2026-11-22", "", ""},
		{"nodejs22.x", "2027-04-29", "", ""},
		{"nodejs22.x", "2027-04-30", "", "nodejs22.x is deprecated since 2027-04-30 and blocked for new functions from 2027-06-01: use nodejs24.x"},
		{"nodejs22.x", "2027-06-01", `runtime is "nodejs22.x": want a runtime that AWS still creates functions with: this one is blocked since 2027-06-01` + "\n  hint: -r nodejs24.x", ""},
		{"nodejs20.x", "2026-11-22", `runtime is "nodejs20.x": want a runtime that AWS still creates functions with: this one is blocked since 2026-08-31` + "\n  hint: -r nodejs24.x", ""},
		{"nodejs26.x", "2026-11-22", "", "nodejs26.x is newer than this version of scaffold knows: the function is written as for nodejs24.x"},
		{"ruby3.4", "2026-11-22", "", ""},
	} {
		day, err := time.Parse(time.DateOnly, c.asOf)
		if err != nil {
			t.Fatal(err)
		}
		refuse, warn := spec.Lifecycle(c.runtime, day)
		got := ""
		if refuse != nil {
			got = refuse.Error()
		}
		if got != c.refuse || warn != c.warn {
			t.Errorf("%s on %s: %q, %q", c.runtime, c.asOf, got, warn)
		}
	}
}

// TestValueOfWrongKind checks that a caller who puts a wrong Go type into a Use hears of it.
func TestValueOfWrongKind(t *testing.T) {
	_, err := spec.Resolve(spec.Spec{Name: "hello", Triggers: []spec.Use{{ID: "s3", Params: map[string]any{"bucket": 5, "events": "x", "none": true}}}})
	want := `triggers[0].none: "none" is no parameter of s3: want one of name, bucket, events, prefix, suffix
  hint: did you mean "name"?
triggers[0].bucket: bucket is a int: want a text
triggers[0].events: events is a string: want a list`
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}
