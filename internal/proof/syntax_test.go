package proof

import (
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"path"
	"testing"

	"github.com/evanw/esbuild/pkg/api"

	"github.com/seed-0554dd89/scaffold/generator/tree"
	"github.com/seed-0554dd89/scaffold/internal/driver"
	"github.com/seed-0554dd89/scaffold/internal/parts"
)

// unparsable says why a file is not what its name says, nil where it is or where no parser for it stands here: Go's own for
// Go, esbuild for JavaScript and TypeScript. Python takes many files at once, see pythonProblems.
func unparsable(file tree.File) error {
	switch ext := path.Ext(file.Path); ext {
	case ".go":
		_, err := parser.ParseFile(token.NewFileSet(), file.Path, file.Data, parser.AllErrors)
		return err
	case ".mjs", ".cjs", ".js":
		return transforms(file, api.LoaderJS)
	case ".ts", ".mts":
		return transforms(file, api.LoaderTS)
	}
	return malformed(file)
}

func transforms(file tree.File, loader api.Loader) error {
	result := api.Transform(string(file.Data), api.TransformOptions{Loader: loader, Target: api.ES2023, LogLevel: api.LogLevelSilent})
	var all []error
	for _, message := range append(result.Errors, result.Warnings...) {
		all = append(all, fmt.Errorf("%v: %s", message.Location, message.Text))
	}
	return errors.Join(all...)
}

// pythonTexts are files in Python and what each of them belongs to.
type pythonTexts [][2]string

func (p *pythonTexts) add(whose string, file tree.File) {
	if path.Ext(file.Path) == ".py" {
		*p = append(*p, [2]string{whose + ": " + file.Path, string(file.Data)})
	}
}

// pythonParses has Python's own parser read the texts, in one process. A warning is an error too: it is what an escape
// that means nothing comes to.
const pythonParses = `
import ast, json, sys, warnings
warnings.simplefilter("error")
wrong = []
for name, text in json.load(sys.stdin):
    try:
        compile(text, "text", "exec", ast.PyCF_ONLY_AST)
    except (SyntaxError, ValueError, Warning) as problem:
        wrong.append(f"{name}: {problem}")
json.dump(wrong, sys.stdout)
`

// wantPython wants that Python's parser takes the texts. The Python is installed by bash .ci/parts.
func (p *pythonTexts) wantPython(t *testing.T) {
	t.Helper()
	if len(*p) == 0 {
		return
	}
	t.Run("python's parser", func(t *testing.T) {
		var wrong []string
		driver.Run(t, driver.Python(parts.LambdaPython(t, "3.12"), pythonParses), *p, &wrong)
		for _, problem := range wrong {
			t.Error(problem)
		}
	})
}

// What does not parse is noticed, in each language.
func TestUnparsable(t *testing.T) {
	for name, wrong := range map[string][2]string{
		"a.go": {"package a", "package a\nfunc"}, "a.mjs": {"export {}", "export {"}, "a.ts": {"let a: number", "let a: ="},
		"a.json": {"{}", "{}}"}, "a.yaml": {"a: b", "a: b\na: c"},
	} {
		for i, text := range wrong {
			if err := unparsable(tree.File{Path: name, Data: []byte(text)}); (err != nil) != (i == 1) {
				t.Errorf("%s: %q: %v", name, text, err)
			}
		}
	}
}
