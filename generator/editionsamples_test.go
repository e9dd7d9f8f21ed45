package generator_test

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/templates"
)

// number is the edition that a language's templates say they are.
func number(t *testing.T, language string) int {
	t.Helper()
	data, err := fs.ReadFile(templates.FS, language+"/language.json")
	var l struct{ Edition int }
	if err == nil {
		err = json.Unmarshal(data, &l)
	}
	if err != nil {
		t.Fatal(err)
	}
	return l.Edition
}

// samples renders a function for each trigger and access of the catalogue, and some for the rest of a Spec, in all styles.
func samples(t *testing.T, language string) map[string]string {
	t.Helper()
	g := generator.New(templates.FS)
	made := map[string]string{}
	styles := spec.Styles(language)
	if len(styles) == 0 {
		styles = []string{""}
	}
	for name, s := range sampleSpecs() {
		if slices.ContainsFunc(s.Triggers, func(u spec.Use) bool {
			bounds := u.Trigger().Bounds
			return bounds != nil && !slices.Contains(bounds.Languages, language)
		}) {
			continue
		}
		var digests []string
		for _, style := range styles {
			s.Language, s.Style, s.Runtime = language, style, runtimeOf(language, style)
			digests = append(digests, style+":"+sampleDigest(t, g, s))
		}
		made[name] = strings.Join(digests, " ")
	}
	return made
}

// sampleDigest is the digest of all files of a function, deployed by hand and by a template.
func sampleDigest(t *testing.T, g *generator.Generator, s spec.Spec) string {
	t.Helper()
	hash := sha256.New()
	for _, s.Deploy = range spec.Deploys() {
		resolved, err := spec.Resolve(s)
		if err != nil {
			t.Fatalf("%+v: %v", s, err)
		}
		files, err := g.Render(resolved)
		if err != nil {
			t.Fatalf("%+v: %v", s, err)
		}
		for file := range files.All() {
			fmt.Fprintf(hash, "%s %d %d %t\n%s", file.Path, len(file.Data), file.Owner, file.Ecosystem, file.Data)
		}
	}
	return fmt.Sprintf("%x", hash.Sum(nil)[:6])
}

// runtimeOf is a runtime for a style: the newest that runs it.
func runtimeOf(language, style string) string {
	for _, r := range aws.Runtimes() {
		if l := r.Language(language); l != nil && (style == "" || slices.Contains(l.Styles, style)) {
			return r.ID
		}
	}
	return ""
}

func sampleSpecs() map[string]spec.Spec {
	limit := spec.Key{Name: "limit", Type: spec.Integer, Default: "10"}
	all := map[string]spec.Spec{
		"plain": {Name: "hello"},
		"keys": {Name: "hello", Keys: []spec.Key{
			{Name: "text", Type: spec.String, Default: `"it's \"x\""`}, limit, {Name: "ratio", Type: spec.Number, Default: "1.5"},
			{Name: "strict", Type: spec.Boolean, Default: "true"}, {Name: "filter", Type: spec.Object, Default: `{"a":[null,1]}`},
			{Name: "user-id", Type: spec.String, Required: true, Description: "who asks"}, {Name: "class", Type: spec.Array, Default: "null", Nullable: true},
		}, Triggers: []spec.Use{{ID: "apigateway-rest", Params: map[string]any{"path": "/users/{user-id}"}}}},
		"logging": {Name: "hello", Logging: spec.Logging{Format: spec.FormatJSON, Level: "debug", Tracing: true}, Memory: 512, Timeout: 30,
			Architecture: "arm64", Account: "123456789012", Region: "eu-west-1", OnFailure: "sqs", Environment: map[string]string{"A_B": "c"}, Tags: map[string]string{"team": "a"}},
		"roles":  {Name: "hello", Role: spec.Role{Boundary: "team/limits", Path: "/team/", Name: "hello-role"}, Triggers: []spec.Use{{ID: "appsync-resolver"}}},
		"silent": {Name: "hello", Logging: spec.Logging{None: true}},
		"two-triggers": {Name: "hello", Keys: []spec.Key{limit}, Triggers: []spec.Use{{ID: "s3"}, {ID: "s3", Name: "thumbs"}, {ID: "sqs"}, {ID: "apigateway-rest"}},
			Access: []spec.Use{{ID: "s3", Params: map[string]any{"trigger": "thumbs"}}}},
	}
	for _, trigger := range aws.Triggers() {
		all["trigger-"+trigger.ID] = spec.Spec{Name: "hello", Keys: []spec.Key{limit}, Triggers: []spec.Use{sampleUse(trigger.ID, trigger.Params)}}
	}
	for _, access := range aws.Accesses() {
		all["access-"+access.ID] = spec.Spec{Name: "hello", Access: []spec.Use{sampleUse(access.ID, access.Params)}}
	}
	return all
}

// sampleUse gives the parameters that must be given.
func sampleUse(id string, params []aws.Param) spec.Use {
	u := spec.Use{ID: id}
	for _, p := range params {
		if !p.Required || p.Name == "trigger" {
			continue
		}
		if u.Params == nil {
			u.Params = map[string]any{}
		}
		example := p.Example
		switch {
		case p.Type == aws.Boolean:
			example = "true"
		case example == "" && len(p.Enum) > 0:
			example = p.Enum[0]
		}
		value, err := spec.ParseParam(&p, example)
		if err != nil {
			panic(id + " " + p.Name + ": " + err.Error())
		}
		u.Params[p.Name] = value
	}
	return u
}
