package proof

import (
	"bytes"
	"encoding/json"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/policy"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// Whatever triggers, keys and accesses are called, each name of a function stands once: that of a file, whatever the case, of
// a thing in the template, of a statement, of a definition in code; and a placeholder stands for one thing. That code with
// such names does what it should is what TestOwnTests, TestCode and TestCases find out. No part is needed.
func TestNames(t *testing.T) {
	for _, l := range languages {
		for i, u := range unlucky(t, l, budget{8, 1000}.now()) {
			face := l.faces[i%len(l.faces)]
			name := []string{"hello", strings.Repeat("f", 64)}[i%2]
			f := function(t, parse(t, slices.Concat([]string{name, "--deploy", "sam"}, u.args, face.args)))
			files := render(t, f)
			for _, problem := range slices.Concat(namesOfFiles(files), namesInPolicies(files), namesInTemplate(files), namesInCode(files), namesOfRoles(f), meanings(t, f), renamed(t, f)) {
				t.Errorf("%s: %s", u.name, problem)
			}
		}
	}
}

// twice are the names that a list has more than once.
func twice(all []string) (again []string) {
	slices.Sort(all)
	for i := range all {
		if i > 0 && all[i] == all[i-1] {
			again = append(again, all[i])
		}
	}
	return slices.Compact(again)
}

func namesOfFiles(files *tree.FileSet) (problems []string) {
	var paths []string
	for file := range files.All() {
		paths = append(paths, strings.ToLower(file.Path))
		if base := path.Base(file.Path); len(base) > 255 {
			problems = append(problems, "too long for a file system: "+base)
		}
	}
	for _, name := range twice(paths) {
		problems = append(problems, "two files in one place: "+name)
	}
	return problems
}

// The grammars of ids and names in requests and policies.
// https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html
var (
	statementID = regexp.MustCompile(`^[a-zA-Z0-9_-]{1,100}$`)
	sid         = regexp.MustCompile(`^[a-zA-Z0-9]+$`)
)

func namesInPolicies(files *tree.FileSet) (problems []string) {
	var requests []string
	for file := range files.All() {
		var said struct {
			StatementId string // of a request
			Statement   []struct{ Sid string }
		}
		if path.Dir(file.Path) != "policies" || path.Ext(file.Path) != ".json" {
			continue
		}
		if err := json.Unmarshal(file.Data, &said); err != nil {
			return []string{file.Path + ": " + err.Error()}
		}
		if id := said.StatementId; id != "" {
			requests = append(requests, id)
			if !statementID.MatchString(id) {
				problems = append(problems, "no StatementId: "+id)
			}
		}
		var sids []string
		for _, s := range said.Statement {
			if s.Sid != "" && !sid.MatchString(s.Sid) {
				problems = append(problems, "no Sid: "+s.Sid)
			}
			if s.Sid != "" {
				sids = append(sids, s.Sid)
			}
		}
		for _, id := range twice(sids) {
			problems = append(problems, file.Path+": two statements are called "+id)
		}
	}
	for _, id := range twice(requests) {
		problems = append(problems, "two permissions are called "+id)
	}
	return problems
}

// logicalID is how things in a template may be called.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html
var logicalID = regexp.MustCompile(`^[A-Za-z0-9]{1,255}$`)

// namesInTemplate looks for names that stand twice: the reader refuses a mapping that has one twice.
func namesInTemplate(files *tree.FileSet) (problems []string) {
	all, outputs, err := logicalIDs(files)
	if err != nil {
		return []string{"template.yaml: " + err.Error()}
	}
	for _, name := range append(outputs, all...) {
		if !logicalID.MatchString(name) {
			problems = append(problems, "template.yaml: no logical id: "+name)
		}
	}
	for _, name := range twice(all) {
		problems = append(problems, "template.yaml: two are called "+name)
	}
	return problems
}

// logicalIDs are the parameters and resources of the template, and its outputs.
func logicalIDs(files *tree.FileSet) (all, outputs []string, err error) {
	file, _ := files.Lookup("template.yaml")
	var template struct {
		Parameters, Resources, Outputs map[string]yaml.Node
	}
	err = yaml.Unmarshal(file.Data, &template)
	all = slices.Concat(slices.Collect(maps.Keys(template.Parameters)), slices.Collect(maps.Keys(template.Resources)))
	return all, slices.Collect(maps.Keys(template.Outputs)), err
}

// definitions are the names that a file gives, those of classes in front of what stands in them, by the ends of paths. The
// compiler of Go knows its own.
var definitions = map[string]*regexp.Regexp{
	".py": regexp.MustCompile(`(?m)^( *)(?:class|def) (\w+)`),
	".ts": regexp.MustCompile(`(?m)^()(?:export )?(?:async )?(?:function|const|interface|type|class) (\w+)`),
}

func namesInCode(files *tree.FileSet) (problems []string) {
	for file := range files.All() {
		for _, name := range twice(defined(file)) {
			problems = append(problems, file.Path+": two are called "+name)
		}
	}
	return problems
}

// defined are the names that a file of code gives.
func defined(file tree.File) (names []string) {
	pattern := definitions[path.Ext(file.Path)]
	if pattern == nil {
		return nil
	}
	of := ""
	for _, match := range pattern.FindAllStringSubmatch(string(file.Data), -1) {
		if match[1] == "" {
			of = match[2]
			names = append(names, of)
		} else if len(match[1]) == 4 {
			names = append(names, of+"."+match[2])
		}
	}
	return names
}

// renamed finds what the last trigger of a function renames of those before it.
func renamed(t *testing.T, f *generator.Function) (problems []string) {
	before := f.Spec
	before.Access = nil
	after := before
	if len(before.Triggers) < 2 {
		return nil
	}
	before.Triggers = before.Triggers[:len(before.Triggers)-1]
	old, files := render(t, function(t, before)), render(t, function(t, after))
	ids, outputs, err := logicalIDs(old)
	known, more, otherErr := logicalIDs(files)
	if err != nil || otherErr != nil {
		return []string{"template.yaml cannot be read"}
	}
	known = append(known, more...)
	for _, id := range append(ids, outputs...) {
		if !slices.Contains(known, id) {
			problems = append(problems, "another trigger renames in the template: "+id)
		}
	}
	for file := range old.All() {
		same, ok := files.Lookup(file.Path)
		if strings.HasPrefix(file.Path, "policies/invocation-policy.") && (!ok || !bytes.Equal(same.Data, file.Data)) {
			problems = append(problems, "another trigger changes "+file.Path)
		}
		for _, name := range defined(file) {
			// Source is a union once there are several.
			if name != "Source" && file.Path != "tests/test_event_gen.py" && !slices.Contains(defined(same), name) {
				problems = append(problems, "another trigger renames in "+file.Path+": "+name)
			}
		}
	}
	return problems
}

// namesOfRoles looks at the names that IAM takes in any case.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
func namesOfRoles(f *generator.Function) (problems []string) {
	names := []string{f.RoleName()}
	for _, t := range f.Triggers {
		names = append(names, t.CallerRole())
	}
	for i, name := range names {
		if names[i] = strings.ToLower(name); len(name) > 64 {
			problems = append(problems, "too long for a role: "+name)
		}
	}
	for _, name := range twice(names) {
		problems = append(problems, "two roles are called "+name)
	}
	return problems
}

// meanings finds placeholders that stand for more than one thing: a function has as many as its triggers and accesses have
// when each is in a function of its own.
func meanings(t *testing.T, f *generator.Function) (problems []string) {
	own := func(s spec.Spec) int {
		made := function(t, s)
		open := slices.DeleteFunc(made.Placeholders(), func(name string) bool {
			return slices.Contains([]string{"AWS_ACCOUNT_ID", "AWS_REGION", "AWS_PARTITION"}, name)
		})
		for _, name := range open {
			if !policy.IsPlaceholder(name) {
				problems = append(problems, "no placeholder: "+name)
			}
		}
		return len(open)
	}
	alone := f.Spec
	alone.Deploy, alone.Triggers, alone.Access = spec.None, nil, nil
	want := 0
	for _, use := range f.Spec.Triggers {
		one := alone
		one.Triggers = []spec.Use{use}
		want += own(one)
	}
	for _, use := range f.Spec.Access {
		one := alone
		one.Access = []spec.Use{use}
		want += own(one)
	}
	if got := own(f.Spec); got != want {
		problems = append(problems, "a placeholder stands for two things")
	}
	return problems
}
