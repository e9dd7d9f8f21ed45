package proof

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"path"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// trial is one parameter of a trigger or an access, with a value that nobody means well.
type trial struct {
	name  string
	param *aws.Param
	value any
	usual spec.Spec // with the parameter's example, or without the parameter where that stands beside no other
	spec  spec.Spec
}

// hostileValues is how many values each parameter is tried with.
var hostileValues = budget{2, 33}

// trials are all parameters of the catalogue, each with such values, in one language after the other.
func trials() (all []trial) {
	r := random{rand.New(rand.NewPCG(11, 12))}
	try := func(id string, params []aws.Param, say func(map[string]any) spec.Spec) {
		for i := range params {
			p := &params[i]
			usual := beside(params, p, say)
			for n, value := range r.valuesFor(p, hostileValues.now()) {
				c := trial{fmt.Sprintf("%s: %s", id, p.Name), p, value, say(usual), spec.Spec{}}
				said := maps.Clone(usual)
				said[p.Name] = value
				c.spec = say(said)
				c.usual.Language, c.spec.Language = languages[(i+n)%len(languages)].name, languages[(i+n)%len(languages)].name
				if !possible(c.usual) { // it is for some languages only
					c.usual.Language, c.spec.Language = "", ""
				}
				all = append(all, c)
			}
		}
	}
	for _, kind := range aws.Triggers() {
		try(kind.ID, kind.Params, func(params map[string]any) spec.Spec {
			return spec.Spec{Name: "hello", Deploy: deployOf(kind), Triggers: []spec.Use{{ID: kind.ID, Params: params}}}
		})
	}
	for _, a := range aws.Accesses() {
		try("access "+a.ID, a.Params, func(params map[string]any) spec.Spec {
			return spec.Spec{Name: "hello", Deploy: "sam", Access: []spec.Use{{ID: a.ID, Params: params}}}
		})
	}
	return all
}

// deployOf is a template where the trigger can be in one.
func deployOf(kind *aws.Trigger) string {
	if kind.Bounds != nil {
		return "none"
	}
	return "sam"
}

// beside are examples of parameters that make a function: the required ones, p's own, and as many others as that takes.
func beside(params []aws.Param, p *aws.Param, say func(map[string]any) spec.Spec) map[string]any {
	said := map[string]any{}
	for i := range params {
		if params[i].Required {
			said[params[i].Name] = example(&params[i])
		}
	}
	if p.Example == "" && p.Type != aws.Boolean {
		return said
	}
	said[p.Name] = example(p)
	for i := range params {
		if other := &params[i]; !possible(say(said)) && other.Example != "" {
			said[other.Name] = example(other)
		}
	}
	if !possible(say(said)) {
		delete(said, p.Name)
	}
	return said
}

// valuesFor are hostile values of a parameter, wildcards first.
func (r random) valuesFor(p *aws.Param, most int) (values []any) {
	texts := []string{
		"*", p.Example + "*", "?", "*" + p.Example, p.Example + "?", p.Example + "/*", p.Example + ":*", "${*}", "", p.Example + "\x00", strings.Repeat("x", 100_000),
	}
	r.Shuffle(5, func(i, j int) { texts[i], texts[j] = texts[j], texts[i] })
	for len(texts) < most {
		texts = append(texts, pick(r, []string{r.hostile(2), p.Example + r.hostile(2), r.hostile(1) + p.Example}))
	}
	for i, text := range texts[:most] {
		switch p.Type {
		case aws.List:
			values = append(values, any([]string{text}))
		case aws.Integer:
			values = append(values, []any{-1, 0, 1 << 40, text}[i%4])
		case aws.Boolean:
			values = append(values, any(text))
		case aws.Object:
			object := spec.Value{Type: spec.Object, Members: []spec.Member{{Name: text, Value: spec.Value{Type: spec.String, Text: text}}}}
			values = append(values, []any{object.JSON(), text}[i%2])
		default:
			values = append(values, any(text))
		}
	}
	return values
}

// wildcards are the parameters that may be * as a whole, as their help says, and what the * in the ARN then stands for.
var wildcards = map[string]string{
	"alb: target-group-id":              "the part of the ARN that AWS makes up",
	"apigateway-authorizer: authorizer": "every authorizer of the one API",
	"apigateway-http: stage":            "every stage of the one API",
	"apigateway-rest: stage":            "every stage of the one API",
	"apigateway-websocket: stage":       "every stage of the one API",
	"access dynamodb: index":            "every index of the one table",
}

// A hostile value of a single parameter is refused, and the refusal names the place; or each file is what its name says, the
// value comes back from scaffold.yaml, and no ARN of a policy names more than the person said.
func TestParameters(t *testing.T) {
	t.Parallel()
	var python pythonTexts
	tried, refused, files := 0, 0, 0
	for _, c := range trials() {
		tried++
		f, err := c.function()
		if err != nil {
			refused++
			wantPlace(t, c, err)
			continue
		}
		made, err := functions.Files(f)
		if err != nil {
			t.Fatalf("%s: %v", c, err)
		}
		for file := range made.All() {
			if files++; unparsable(file) != nil {
				t.Errorf("%s: %s: %v\n%s", c, file.Path, unparsable(file), file.Data)
			}
			python.add(c.String(), file)
		}
		wantSame(t, c.String(), c.spec, made)
		for _, arn := range c.widened(t, made) {
			t.Errorf("%s: a policy says %s: want the value refused, or a reason in wildcards", c, arn)
		}
	}
	python.wantPython(t)
	if tried-refused < tried/20 {
		t.Errorf("%d of %d values are refused: want some that are not", refused, tried)
	}
	t.Logf("%d trials, %d refused, %d files", tried, refused, files)
}

func (c trial) String() string {
	return fmt.Sprintf("%s is %.200q in %q", c.name, fmt.Sprint(c.value), c.spec.Language)
}

func (c trial) function() (*generator.Function, error) {
	resolved, err := spec.Resolve(c.spec)
	if err != nil {
		return nil, err
	}
	return functions.Function(resolved)
}

// wantPlace wants that each problem says where it is.
func wantPlace(t *testing.T, c trial, err error) {
	t.Helper()
	var problems spec.Problems
	if !errors.As(err, &problems) {
		t.Errorf("%s: %v: want problems with places", c, err)
	}
	for _, p := range problems {
		if p.Path == "" || p.Is == "" {
			t.Errorf("%s: at %q: %.2000s", c, p.Path, p)
		}
	}
}

// widened are the ARNs in the function's policies that have a * or ? which they lack with the parameter's example.
func (c trial) widened(t *testing.T, made *tree.FileSet) (arns []string) {
	t.Helper()
	if !strings.ContainsAny(fmt.Sprint(c.value), "*?") {
		return nil
	}
	files, err := functions.Files(function(t, c.usual))
	if err != nil {
		t.Fatalf("%s: as usual: %v", c, err)
	}
	usual := wildARNs(t, files)
	alone := wildcards[c.name] != "" && strings.Trim(fmt.Sprint(c.value), "[]") == "*"
	for arn := range wildARNs(t, made) {
		if !usual[arn] && !alone {
			arns = append(arns, arn)
		}
	}
	return arns
}

// wildARNs are the texts with * or ? that name resources in the policies of a function.
func wildARNs(t *testing.T, made *tree.FileSet) map[string]bool {
	t.Helper()
	wild := map[string]bool{}
	for file := range made.All() {
		if path.Dir(file.Path) == "policies" && path.Ext(file.Path) == ".json" {
			var document yaml.Node
			if err := yaml.Unmarshal(file.Data, &document); err != nil {
				t.Fatal(err)
			}
			for text := range scalars(&document, map[string]bool{}) {
				if strings.ContainsAny(text, "*?") && (strings.HasPrefix(text, "arn:") || text == "*") {
					wild[text] = true
				}
			}
		}
	}
	return wild
}
