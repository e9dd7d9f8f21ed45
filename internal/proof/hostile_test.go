package proof

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// hostilePieces are what texts are put together of that mean something to one of the languages, formats or shells which
// they come to, or that nobody sees.
var hostilePieces = []string{
	`"`, "'", "`", "\\", "\\\\", `\u0000`, `\x41`, `\n`, "\n", "\r\n", "\t", "\x00", "\x1b[31m", "\x7f", "\u0085", "\u00a0", "\u00ad", "\u200b", "\u202e", "\u2028", "\u2029",
	"\ufeff", "\ufffd", "\U000e0001", "\U0010ffff", "😀", "e\u0301", "日本", "$(id)", "${X}", "$X", "${AWS::Region}", "!Sub x", "!!python/object", "{{.}}", "{{", "}}", "#{a}", "%s", "%n",
	"%PATH%", "*/", "/*", "//", "#", " #", "<!--", "-->", "]]>", "</script>", "&amp;", "<", ">", "|", ";", "&&", "\n- a", "\na: b", ": ", "- ", "*a", "&a", "? ", "---\n", "...",
	"null", "true", "yes", "~", "012", "1e3", "0x10", "<<", "=", ":=", "@", ",", "(", ")", "[", "]", "{", "}", `"""`, "'''", "f'{x}'", `r"`, "-x", "--", "::error::x", "../", "/etc/passwd",
}

// hostile is a text of so many pieces at most.
func (r random) hostile(most int) string {
	var b strings.Builder
	for range 1 + r.IntN(most) {
		b.WriteString(pick(r, hostilePieces))
	}
	return b.String()
}

// hostileSpec is a function of a language that has hostile texts wherever a person can write one. What cannot be said is
// left out: each change stays only where there can still be a function.
func (r random) hostileSpec(t testing.TB, l *language) spec.Spec {
	args := []string{"hello"}
	for _, a := range []axis{l.faces, triggerSets, loggings, accesses, deploys, places} {
		args = append(args, pick(r, a).args...)
	}
	s := parse(t, args)
	if !possible(s) {
		return r.hostileSpec(t, l)
	}
	for _, change := range r.hostileChanges() {
		changed := s
		changed.Triggers, changed.Access = cloneUses(s.Triggers), cloneUses(s.Access)
		if change(&changed); possible(changed) {
			s = changed
		}
	}
	return s
}

// possible tells whether a function can be made of a Spec.
func possible(s spec.Spec) bool {
	resolved, err := spec.Resolve(s)
	if err == nil {
		_, err = functions.Function(resolved)
	}
	return err == nil
}

func cloneUses(uses []spec.Use) []spec.Use {
	uses = slices.Clone(uses)
	for i, u := range uses {
		uses[i].Params = maps.Clone(u.Params)
	}
	return uses
}

func (r random) hostileChanges() (changes []func(*spec.Spec)) {
	for range 1 + r.IntN(5) {
		key := r.hostileKey()
		changes = append(changes, func(s *spec.Spec) { s.Keys = append(slices.Clone(s.Keys), key) })
	}
	environment, tags := map[string]string{}, map[string]string{}
	for i := range 1 + r.IntN(3) {
		environment[fmt.Sprintf("VAR_%d", i)], tags[fmt.Sprintf("t%d", i)] = r.hostile(6), r.hostile(3)
	}
	changes = append(changes, func(s *spec.Spec) { s.Environment = environment }, func(s *spec.Spec) { s.Tags = tags })
	for range 6 {
		at, with := r.IntN(1000), r.hostile(3)
		changes = append(changes,
			func(s *spec.Spec) { hostileParam(s.Triggers, at, with, triggerParams) },
			func(s *spec.Spec) { hostileParam(s.Access, at, with, accessParams) })
	}
	return changes
}

func triggerParams(id string) []aws.Param { return aws.FindTrigger(id).Params }
func accessParams(id string) []aws.Param  { return aws.FindAccess(id).Params }

// hostileParam puts a text into one of the parameters that take texts: alone, before or behind its example.
func hostileParam(uses []spec.Use, at int, with string, params func(id string) []aws.Param) {
	if len(uses) == 0 {
		return
	}
	u := &uses[at%len(uses)]
	all := params(u.ID)
	if len(all) == 0 {
		return
	}
	if p := all[at%len(all)]; p.Type == aws.Text && len(p.Enum) == 0 {
		if u.Params == nil {
			u.Params = map[string]any{}
		}
		u.Params[p.Name] = []string{with, p.Example + with, with + p.Example}[at%3]
	}
}

func (r random) hostileKey() spec.Key {
	k := spec.Key{Name: r.hostile(3), Type: spec.String, Description: r.hostile(5)}
	value := spec.Value{Type: spec.String, Text: r.hostile(5)}
	switch r.IntN(4) {
	case 0:
		k.Required = true
	case 1:
		k.Type, k.Default = spec.Array, spec.Value{Type: spec.Array, Elements: []spec.Value{value}}.JSON()
	case 2:
		member := spec.Member{Name: r.hostile(3), Value: value}
		k.Type, k.Default = spec.Object, spec.Value{Type: spec.Object, Members: []spec.Member{member}}.JSON()
	default:
		k.Default = value.JSON()
	}
	return k
}

// hostileMost is how many functions of each language are made of hostile texts.
var hostileMost = budget{15, 650}

// Whatever texts a function is made of, each file is what its name says, and the texts come out of it as they went in.
func TestHostileTexts(t *testing.T) {
	t.Parallel()
	for _, l := range languages {
		t.Run(l.name, func(t *testing.T) {
			t.Parallel()
			wantHostile(t, l)
		})
	}
}

func wantHostile(t *testing.T, l *language) {
	var python pythonTexts
	count, files := 0, 0
	for seed := range uint64(hostileMost.now()) {
		s := random{rand.New(rand.NewPCG(seed, uint64(len(l.name))))}.hostileSpec(t, l)
		whose := fmt.Sprintf("%s, seed %d", l.name, seed)
		made, err := functions.Files(function(t, s))
		if errors.As(err, new(spec.Problems)) {
			continue // the template shows what the triggers cannot share
		} else if err != nil {
			t.Fatalf("%s: %v\n%q", whose, err, spec.Args(s))
		}
		for file := range made.All() {
			if files++; unparsable(file) != nil {
				t.Errorf("%s: %s: %v\n%q\n%s", whose, file.Path, unparsable(file), spec.Args(s), file.Data)
			}
			python.add(whose, file)
		}
		wantSame(t, whose, s, made)
		count++
	}
	python.wantPython(t)
	if all := hostileMost.now(); count < all*9/10 {
		t.Errorf("%d functions of %d were made: want nearly all", count, all)
	}
	t.Logf("%d functions, %d files", count, files)
}

// wantSame wants the Spec back from its file, and the texts of its environment and tags from template.yaml.
func wantSame(t *testing.T, whose string, s spec.Spec, made *tree.FileSet) {
	t.Helper()
	data, err := spec.Write(s)
	if err != nil {
		t.Fatalf("%s: %v", whose, err)
	}
	if doc, err := spec.ParseFile("scaffold.yaml", data); err != nil || !reflect.DeepEqual(doc.Spec, s) {
		t.Errorf("%s: scaffold.yaml comes back as another Spec: %v\n%s", whose, err, data)
	}
	template, ok := made.Lookup("template.yaml")
	if !ok {
		return
	}
	var root yaml.Node
	if err := yaml.Unmarshal(template.Data, &root); err != nil {
		t.Fatalf("%s: %v", whose, err)
	}
	have := scalars(&root, map[string]bool{})
	for _, texts := range []map[string]string{s.Environment, s.Tags} {
		for name, text := range texts {
			if !have[text] {
				t.Errorf("%s: template.yaml has no %q, which %s is\n%s", whose, text, name, template.Data)
			}
		}
	}
}

// scalars are all texts of a YAML document.
func scalars(n *yaml.Node, into map[string]bool) map[string]bool {
	if n.Kind == yaml.ScalarNode {
		into[n.Value] = true
	}
	for _, child := range n.Content {
		scalars(child, into)
	}
	return into
}
