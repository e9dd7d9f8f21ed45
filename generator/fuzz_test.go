package generator_test

import (
	"encoding/json"
	"path"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"
	"go.yaml.in/yaml/v4"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
	"github.com/seed-0554dd89/scaffold/templates"
)

// FuzzRender renders whatever scaffold.yaml is taken: no panic, every file parses in its own format, and stands below the
// function's directory.
func FuzzRender(f *testing.F) {
	for _, text := range []string{
		"name: hello\n",
		"name: a\nkeys: {key1: \"it's \\\"x\\\" ${y} \\u2028\", user-id: {type: string, required: true}, __proto__: [1, {a: null}]}\ntriggers: [apigateway-rest]\n",
		"name: b\nruntime: nodejs22.x\nstyle: context\nkeys: {n: 1.5e3, o: {type: object, default: {__proto__: 1}, description: \"*/ \\u2029\"}}\ndeploy: sam\n",
		"name: c\ntriggers: [{s3: {name: up, prefix: \"a${b}`\"}}, {s3: {suffix: \"'\"}}]\naccess: [{s3: {trigger: up, mode: write}}]\ndeploy: sam\n",
		"name: d\naccess: [{statement: {actions: [s3:*], resources: [\"arn:aws:s3:::${aws:username}`|\\\"\"], condition: {Bool: {a: \"b\"}}}}]\nenvironment: {AB: \"'${x}\"}\ndeploy: sam\n",
	} {
		f.Add(text)
	}
	g := generator.New(templates.FS)
	f.Fuzz(func(t *testing.T, text string) {
		_, s, err := spec.Load("scaffold.yaml", []byte(text))
		if err != nil {
			return
		}
		files, err := g.Render(s)
		if err != nil {
			return
		}
		for file := range files.All() {
			if err := tree.CheckPath(file.Path); err != nil {
				t.Errorf("%s: %v", file.Path, err)
			}
			if problem := parse(file); problem != "" {
				t.Errorf("%s does not parse: %s\n%s", file.Path, problem, file.Data)
			}
			if err := generator.Parses(file.Path, file.Data); err != nil { // no merge of it would be taken
				t.Errorf("%s is refused by Parses: %v\n%s", file.Path, err, file.Data)
			}
		}
	})
}

// parse says why a file is not what its name says, "" where it is or has no format.
func parse(file tree.File) string {
	switch path.Ext(file.Path) {
	case ".json":
		if !json.Valid(file.Data) {
			return "not JSON"
		}
	case ".yaml":
		if err := yaml.Unmarshal(file.Data, new(yaml.Node)); err != nil {
			return err.Error()
		}
	case ".mjs", ".cjs":
		result := api.Transform(string(file.Data), api.TransformOptions{Target: api.ES2023, LogLevel: api.LogLevelSilent})
		var problems []string
		for _, message := range result.Errors {
			problems = append(problems, message.Text)
		}
		return strings.Join(problems, "; ")
	}
	return ""
}
