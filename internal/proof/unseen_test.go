package proof

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/visible"
)

// unseen are characters that nobody sees, that turn the direction of a text, or that an encoder takes for its own: some of
// each kind that package visible knows, and those that HTML, JSON and shells have a meaning for.
var unseen = []string{
	"&", "<", ">", "<!--", "]]>", "'", `"`, "\\", "$", "`", "%", "{{", "#{", "\u2028", "\u2029", "\u202e", "\u202a", "\u2066", "\u2069", "\u200e", "\u200f", "\u061c",
	"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u034f", "\u115f", "\u1160", "\u17b4", "\u180e", "\u3164", "\uffa0", "\ufe0f", "\ufff9", "\ufffb",
	"\u0085", "\ue000", "\uffff", "\U000e0001", "\U000e0041", "\U000e007f", "\U000e0100", "\U0001d173", "\U0010ffff", "\u00a0", "\u0301", "👩\u200d👩", "❤\ufe0f",
}

// unseenKeys are keys whose names, defaults and descriptions hold each of these.
func unseenKeys() (keys []spec.Key) {
	for i, text := range unseen {
		name := fmt.Sprintf("k%d%s", i, text)
		if spec.CheckKeyName(name) != "" {
			name = fmt.Sprintf("k%d", i)
		}
		value := spec.Value{Type: spec.String, Text: "a" + text + "b" + text}
		k := spec.Key{Name: name, Type: spec.String, Default: value.JSON(), Description: "what " + text + " is"}
		if text == "\u0085" {
			k.Description = "" // controls stand in no description
		}
		switch i % 4 {
		case 1:
			k.Required, k.Default = true, ""
		case 2:
			object := spec.Value{Type: spec.Object, Members: []spec.Member{{Name: text, Value: value}}}
			k.Type, k.Default = spec.Object, object.JSON()
		case 3:
			k.Type, k.Default = spec.Array, spec.Value{Type: spec.Array, Elements: []spec.Value{value}}.JSON()
		}
		keys = append(keys, k)
	}
	return keys
}

// unseenSpecs are functions of a face with such keys, environment and tags.
func unseenSpecs(t *testing.T, face option) (specs []spec.Spec) {
	t.Helper()
	keys := unseenKeys()
	with := [][]string{{"--trigger", "apigateway-http"}, {"--deploy", "sam", "--trigger", "function-url-iam"}, {"--trigger", "s3", "--trigger", "sqs"}}
	for i := 0; len(keys) > 0; i++ {
		n := min(17, len(keys))
		s := parse(t, slices.Concat([]string{"hello"}, with[i%3], face.args))
		s.Environment, s.Tags = map[string]string{}, map[string]string{}
		for j, k := range keys[:n] {
			k.Required = k.Required && i%3 == 1 || i%3 == 0 && j >= 13 // the first of them stands in a message
			if k.Required {
				k.Default = ""
			} else if k.Default == "" {
				k.Default = spec.Text(unseen[i*17+j])
			}
			s.Keys = append(s.Keys, k)
			if k.Description != "" {
				s.Environment[fmt.Sprintf("TEXT_%d", j)] = unseen[i*17+j]
				s.Tags[fmt.Sprintf("t%d", j)] = "t" + unseen[i*17+j]
			}
		}
		specs, keys = append(specs, s), keys[n:]
	}
	return specs
}

// The tests that come with functions pass whatever characters keys hold, and no file has one that nobody sees.
func TestUnseen(t *testing.T) {
	t.Parallel()
	for _, l := range languages {
		for _, face := range spread(l.faces, budget{1, len(l.faces)}.now()) {
			t.Run(face.name, func(t *testing.T) { testUnseen(t, l, face) })
		}
	}
}

func testUnseen(t *testing.T, l *language, face option) {
	t.Helper()
	var dirs []string
	for _, s := range unseenSpecs(t, face) {
		files := render(t, function(t, s))
		for file := range files.All() {
			wantSeen(t, file.Path, string(file.Data))
		}
		if file, ok := files.Lookup("template.yaml"); ok {
			wantDeployed(t, s, file.Data)
		}
		dirs = append(dirs, write(t, files))
	}
	for _, o := range l.ownTests(t, face.name, dirs) {
		if o.broken != "" || len(o.failed) > 0 || o.passed == 0 {
			t.Errorf("%s\n%s", o.broken, strings.Join(o.failed, "\n"))
		}
	}
}

// wantSeen finds characters of a text that nobody sees, but for the ends of its lines and tabs.
func wantSeen(t *testing.T, name, text string) {
	t.Helper()
	for i, line := range strings.Split(text, "\n") {
		if line := strings.ReplaceAll(line, "\t", ""); visible.In(line) {
			t.Errorf("%s:%d: %+q", name, i+1, line)
		}
	}
}

// wantDeployed wants the environment of a Spec in a template, as a reader of YAML has it.
func wantDeployed(t *testing.T, s spec.Spec, template []byte) {
	t.Helper()
	var got struct {
		Resources struct {
			Function struct {
				Properties struct {
					Environment struct {
						Variables map[string]string `yaml:"Variables"`
					} `yaml:"Environment"`
				} `yaml:"Properties"`
			} `yaml:"Function"`
		} `yaml:"Resources"`
	}
	if err := yaml.Unmarshal(template, &got); err != nil {
		t.Fatal(err)
	}
	for name, want := range s.Environment {
		if got := got.Resources.Function.Properties.Environment.Variables[name]; got != want {
			t.Errorf("the template has %+q for %s, want %+q", got, name, want)
		}
	}
}
