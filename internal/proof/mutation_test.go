package proof

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// mutation breaks a generated file in one way: the first text from becomes to. The file is a pattern, of which each face has
// one.
type mutation struct{ name, file, from, to string }

// base is a function whose code has what mutations break.
type base struct {
	name string
	args []string
}

var bases = []base{
	{"mixed", []string{
		"--key", "key1=Default Key 1", "--key", "count:=10", "--key", "ratio:=0.25", "--key", "on:=true", "--key", `filter:={"a":1}`, "--key", "list:=[1]",
		"--key", `maybe:{"type":"integer","nullable":true,"default":3}`, "--key", "toString=t", "--key", "user-id=u",
		"--trigger", "apigateway-rest:path=/orders/{id}", "--trigger", "apigateway-rest:name=shop,api=b2c3d4e5f6,path=/shop,method=POST",
		"--trigger", "s3:name=in,prefix=in/", "--trigger", "s3:name=out,prefix=out/",
	}},
	{"strict", []string{"--key", "key1", "--key", "count:integer", "--trigger", "apigateway-rest"}},
	{"services", []string{
		"--key", "key1=Default Key 1", "--key", "count:=10", "--trigger", "codepipeline", "--trigger", "codedeploy-hook", "--trigger", "cloudformation-custom-resource",
		"--trigger", "config-rule", "--trigger", "lex-v2", "--trigger", "bedrock-agent", "--trigger", "alexa-skill", "--trigger", "cloudformation-macro",
		"--trigger", "cloudformation-hook", "--trigger", "sqs:name=orders,queue=orders,from-topic=orders", "--trigger", "sqs:name=uploads,queue=uploads,from-bucket=my-uploads",
		"--trigger", "kinesis", "--trigger", "firehose-transform", "--trigger", "apigateway-authorizer", "--trigger", "cognito-user-pool",
	}},
	{"keyless", []string{"--trigger", "s3:name=csv,suffix=.csv", "--trigger", "s3:name=jpg,suffix=.jpg", "--trigger", "apigateway-rest"}},
	{"answers", []string{
		"--key", "limit:=10", "--trigger", "sqs", "--trigger", "kinesis", "--trigger", "dynamodb-streams", "--trigger", "firehose-transform", "--trigger", "s3-batch",
		"--trigger", "iot-provisioning-hook", "--trigger", "appsync-resolver", "--trigger", "cognito-user-pool", "--trigger", "codepipeline", "--trigger", "cloudformation-custom-resource",
		"--trigger", "cloudwatch-logs", "--trigger", "alb", "--trigger", "vpc-lattice", "--trigger", "msk", "--trigger", "alexa-skill",
	}},
}

// mutant is a function that is broken.
type mutant struct {
	name, face string
	files      *tree.FileSet
	path, text string // the broken file
}

// The tests that come with a function fail when its handler or adapter is broken, in whichever way: in the longer proof in
// each of the language's forms; everyday a sample, of which the forms share what they have in common. Each mutation breaks
// something in any case: a text that does not occur would prove nothing. The parts are installed by bash .ci/parts.
func TestMutations(t *testing.T) {
	t.Parallel()
	for _, l := range languages {
		all := mutants(t, l)
		byFace(t, spread(all, l.mutations.now()), func(m mutant) string { return m.face }, func(t *testing.T, face string, some []mutant) {
			var dirs []string
			for _, m := range some {
				dir := write(t, m.files)
				if err := os.WriteFile(filepath.Join(dir, m.path), []byte(m.text), 0o600); err != nil {
					t.Fatal(err)
				}
				dirs = append(dirs, dir)
			}
			for i, o := range l.ownTests(t, face, dirs) {
				if o.broken != "" {
					t.Errorf("%s: this is no mutation, it does not run: %s", some[i].name, o.broken)
				} else if len(o.failed) == 0 {
					t.Errorf("%s: the tests pass", some[i].name)
				}
			}
		})
		t.Logf("%s: %d mutations", l.name, len(all))
	}
}

// mutants are the functions of the language that mutations make.
func mutants(t *testing.T, l *language) (all []mutant) {
	t.Helper()
	for i, face := range l.broken {
		for _, b := range bases {
			files := b.files(t, l, face)
			own := l.breaks[b.name+" "+face]
			for j, m := range slices.Concat(own, l.breaks[b.name]) {
				if j < len(own) || long || j%len(l.broken) == i {
					all = append(all, m.in(t, b.name+": "+face, face, files))
				}
			}
		}
	}
	return all
}

func (b base) files(t *testing.T, l *language, face string) *tree.FileSet {
	t.Helper()
	i := slices.IndexFunc(l.faces, func(o option) bool { return o.name == face })
	return render(t, function(t, parse(t, slices.Concat([]string{"hello"}, b.args, l.faces[i].args))))
}

// in is the mutation in the files of a function.
func (m mutation) in(t *testing.T, what, face string, files *tree.FileSet) mutant {
	t.Helper()
	for file := range files.All() {
		if is, err := path.Match(m.file, file.Path); err != nil {
			t.Fatal(err)
		} else if is {
			broken := strings.Replace(string(file.Data), m.from, m.to, 1)
			if broken == string(file.Data) {
				t.Fatalf("%s: %s: there is no %q in %s", what, m.name, m.from, file.Path)
			}
			return mutant{what + ": " + m.name, face, files, file.Path, broken}
		}
	}
	t.Fatalf("%s: %s: there is no %s", what, m.name, m.file)
	return mutant{}
}

// Unbroken, the same functions pass: what fails above fails for its mutation. The parts are installed by bash .ci/parts.
func TestUnmutated(t *testing.T) {
	t.Parallel()
	for _, l := range languages {
		for _, face := range l.broken {
			var dirs []string
			for _, b := range bases {
				dirs = append(dirs, write(t, b.files(t, l, face)))
			}
			for i, o := range l.ownTests(t, face, dirs) {
				if !o.fine() {
					t.Errorf("%s: %s: %+v", face, bases[i].name, o)
				}
			}
		}
	}
}
