//go:build unix

package main

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator/plain"
	"github.com/seed-0554dd89/scaffold/generator/tree"
)

// hostileFunction is a function to check.
type hostileFunction struct {
	name  string
	files func() map[string]string
}

const javaScriptSpec = "name: hello\nlanguage: javascript\nruntime: nodejs24.x\nstyle: async\n"

// hostileFunctions are functions that are as large as package plain lets them be: some, or all of them.
func hostileFunctions(t *testing.T, all bool) (found []hostileFunction) {
	everyday := []string{"spec/triggers", "spec/triggers-unknown", "spec/laughs", "type/twice", "merge/shuffled", "lock/paths"}
	add := func(name string, files func() map[string]string) {
		if all || slices.Contains(everyday, name) {
			found = append(found, hostileFunction{name, files})
		}
	}
	for name, text := range hostileSpecs() {
		add("spec/"+name, func() map[string]string { return map[string]string{specName: text} })
	}
	for name, files := range hostileTypes() {
		files[specName] = "name: hello\nlanguage: go\nruntime: provided.al2023\nkeysFrom: Event\n"
		add("type/"+name, func() map[string]string { return files })
	}
	real := generatedFiles(t, "--runtime", "nodejs24.x", "--deploy", "sam")
	code := "// old\n" + real["src/index.mjs"]
	for name, edited := range hostileEdits(code) {
		add("merge/"+name, func() map[string]string {
			base, ours := edited()
			return merging(t, real, "src/index.mjs", base, ours)
		})
	}
	template := "# old\n" + real["template.yaml"]
	for name, more := range map[string]string{
		"laughs": laughs("x"), "names": repeated(func(i int) string { return fmt.Sprintf("k%d: 1\n", i) }, 1<<20), "deep": "x: " + strings.Repeat("[", 900_000),
	} {
		add("merge/yaml-"+name, func() map[string]string { return merging(t, real, "template.yaml", template, template+more) })
	}
	for name, lines := range hostileLocks() {
		add("lock/"+name, func() map[string]string {
			files := maps.Clone(real)
			files[tree.LockName] += lines()
			return files
		})
	}
	for name, file := range map[string]string{"tool": "events/direct.json", "team": "src/index.mjs"} {
		add("large/"+name, func() map[string]string {
			files := merging(t, real, "src/index.mjs", code, code)
			files[file] = strings.Repeat("x\r\n", plain.Text/3)
			return files
		})
	}
	return found
}

// repeated is as many lines as fit into size bytes.
func repeated(line func(i int) string, size int) string {
	var b strings.Builder
	for i := 0; ; i++ {
		next := line(i)
		if b.Len()+len(next) > size {
			return b.String()
		}
		b.WriteString(next)
	}
}

// laughs is YAML whose aliases multiply what they stand for.
func laughs(name string) string {
	text := name + "0: &" + name + "0 [x, x]\n"
	for i := range 100 {
		text += fmt.Sprintf("%s%d: &%s%d [*%s%d, *%s%d, *%s%d]\n", name, i+1, name, i+1, name, i, name, i, name, i)
	}
	return text
}

// hostileSpecs are the texts of scaffold.yaml.
func hostileSpecs() map[string]string {
	full := func(head string, line func(i int) string) string {
		head = javaScriptSpec + head
		return head + repeated(line, plain.Spec-len(head))
	}
	same := func(text string) func(int) string { return func(int) string { return text } }
	numbered := func(format string) func(int) string { return func(i int) string { return fmt.Sprintf(format, i) } }
	deep := func(open, shut string, n int) string {
		return javaScriptSpec + "keys: {a: " + strings.Repeat(open, n) + strings.Repeat(shut, n) + "}\n"
	}
	hundred := "triggers:\n"
	for i := range 100 {
		hundred += fmt.Sprintf("- s3: {name: a%d}\n", i)
	}
	return map[string]string{
		"triggers":         full("triggers:\n", same("- s3\n")),
		"triggers-named":   full("triggers:\n", numbered("- sqs: {name: a%d, queue: q}\n")),
		"triggers-unknown": full("triggers:\n", numbered("- sqqs%d\n")),
		"hundred":          javaScriptSpec + hundred,
		"access":           full("access:\n", same("- sns\n")),
		"access-triggers":  full(hundred+"access:\n", same("- s3: {trigger: a}\n")),
		"keys":             full("keys:\n", numbered("  k%d: 1\n")),
		"keys-wrong":       full("keys:\n", numbered("  k %d: {tpye: x}\n")),
		"keys-twice":       full("keys:\n", same("  a: 1\n")),
		"unknown":          full("", numbered("f%d: 1\n")),
		"environment":      full("environment:\n", numbered("  K%d: x\n")),
		"lists-for-texts":  full("environment:\n", numbered("  k-%d: [x]\n")),
		"tags":             full("tags:\n", numbered("  k%d: x\n")),
		"list":             full("triggers:\n- s3:\n    events:\n", numbered("    - s3:ObjectCreated:%d\n")),
		"deep":             deep("[", "]", 100_000),
		"deep-mappings":    deep("{a: ", "}", 40_000),
		"wide":             deep("[],", "", 80_000),
		"blocks":           javaScriptSpec + "keys:\n  a:\n    " + strings.Repeat("- ", 100_000),
		"questions":        javaScriptSpec + strings.Repeat("? ", 120_000),
		"colons":           javaScriptSpec + "a" + strings.Repeat(": a", 80_000),
		"anchors":          full("keys:\n", numbered("  a: &a%d 1\n")),
		"aliases":          full("x: &x [1]\nkeys:\n", numbered("  a%d: *x\n")),
		"laughs":           javaScriptSpec + laughs("x"),
		"merge-keys":       full("x: &x {a: 1}\nkeys:\n", same("  <<: *x\n")),
		"documents":        full("", same("---\na: 1\n")),
		"directives":       strings.Repeat("%TAG !a! x\n", 20_000) + "---\n" + javaScriptSpec,
		"long":             javaScriptSpec + "region: " + strings.Repeat("x", 250_000),
		"long-name":        javaScriptSpec + strings.Repeat("x", 250_000) + ": 1\n",
		"long-lines":       full("region: x\n", same("  x\n")),
		"comments":         full("triggers:\n", same("# x\n- s3\n")),
		"open-quote":       javaScriptSpec + "region: '" + strings.Repeat("\n", 250_000),
		"tabs":             javaScriptSpec + "keys:\n" + strings.Repeat("\t\n", 100_000),
		"numbers": javaScriptSpec + "memory: 1e999999999\ntimeout: " + strings.Repeat("9", 200_000) + "\nkeys:\n  a: {type: integer, default: 1e999999999}\n" +
			"  b: {type: number, default: 1e-999999999}\n  c: {type: integer, default: " + strings.Repeat("9", 16_000) + "}\n",
		"members": full("keys:\n  a:\n    type: object\n    default:\n", numbered("      a%d: 1\n")),
		"path":    javaScriptSpec + "triggers:\n- apigateway-http: {path: '/" + strings.Repeat("{a}/", 60_000) + "'}\n",
		"cron":    javaScriptSpec + "triggers:\n- eventbridge-schedule: {expression: 'cron(" + strings.Repeat("1,", 80_000) + ")'}\n",
	}
}

// hostileTypes are modules of Go.
func hostileTypes() map[string]map[string]string {
	one := func(text string) map[string]string {
		return map[string]string{"go.mod": "module example.com/x\n\ngo 1.26\n", "event.go": "package main\n\n" + text}
	}
	chain := func(first, format string, n int) string {
		links := make([]string, n)
		for i := range links {
			links[i] = strings.NewReplacer("%d", fmt.Sprint(i), "%n", fmt.Sprint(i+1)).Replace(format)
		}
		return first + strings.Join(links, "") + fmt.Sprintf("type A%d struct { X int }\n", n)
	}
	event := "type Event struct { A int }\n"
	imports := "import \"example.com/y/z\"\n\ntype Event struct { A z.T }\n"
	types := map[string]map[string]string{
		"twice":        one(chain("type Event struct { A A0 }\n", "type A%d struct { X A%n; Y A%n }\n", 60)),
		"embed-twice":  one(chain("type Event struct { A0 }\n", "type A%d struct { B%d; C%d }\ntype B%d struct { A%n }\ntype C%d struct { A%n }\n", 60)),
		"embed-deep":   one(chain("type Event struct { A0 }\n", "type A%d struct { A%n }\n", 35_000)),
		"names":        one(chain("type Event struct { A A0 }\n", "type A%d A%n\n", 45_000)),
		"fields":       one("type Event struct {\n" + repeated(func(i int) string { return fmt.Sprintf("F%d int\n", i) }, (1<<20)-100) + "}\n"),
		"slices":       one("type Event struct { A " + strings.Repeat("[]", 480_000) + "int }\n"),
		"pointers":     one("type Event struct { A " + strings.Repeat("*", 1_000_000) + "int }\n"),
		"parentheses":  one(event + "var x = " + strings.Repeat("(", 1_000_000)),
		"interfaces":   one(event + "type T " + strings.Repeat("interface{A(", 80_000)),
		"channels":     one(event + "type T " + strings.Repeat("chan ", 190_000) + "int\n"),
		"long-tag":     one("type Event struct { A string `json:\"" + strings.Repeat("x", 1_000_000) + "\"` }\n"),
		"long-default": one("type Event struct { A []int `default:\"[" + strings.Repeat("1,", 480_000) + "1]\"` }\n"),
		"calls":        one(event + "func f() {" + strings.Repeat("x();", 235_000) + "}\n"),
		"one-liners":   one(event + "func f(" + strings.Repeat("a,", 480_000) + " int) {}\n"),
		"requires":     one(imports),
		"replaces":     one(imports),
		"no-module":    one(imports),
	}
	for i := range 3 {
		types["fields"][fmt.Sprintf("x%d.go", i)] = fmt.Sprintf("package main\ntype X%d struct {%s}\n", i, strings.Repeat("a int\n", 150_000))
	}
	head := "module example.com/x\n\ngo 1.26\n"
	types["requires"]["go.mod"] = head + "require (\n" + repeated(func(i int) string { return fmt.Sprintf("example.com/m%d v1.0.0\n", i) }, plain.GoMod-100) + ")\n"
	types["replaces"]["go.mod"] = head + repeated(func(i int) string { return fmt.Sprintf("replace example.com/y v1.0.%d => ./a\n", i) }, plain.GoMod-100)
	types["no-module"]["go.mod"] = strings.Repeat("module x\nrequire (\n", 10_000)
	return types
}

// generatedFiles are those of a function that scaffold made.
func generatedFiles(t *testing.T, args ...string) map[string]string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "hello")
	scaffold(t, append([]string{"new", "hello", "-y", "-C", dir}, args...)...)
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		inside, errInside := filepath.Rel(dir, name)
		files[inside] = string(text)
		if err == nil {
			err = errInside
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// merging is a function whose file began as one text, was made another, and is to be what it is in files.
func merging(t *testing.T, files map[string]string, name, base, ours string) map[string]string {
	t.Helper()
	merged := maps.Clone(files)
	lock, err := tree.ParseLock([]byte(files[tree.LockName]))
	if err != nil {
		t.Fatal(err)
	}
	for i := range lock.Entries {
		if e := &lock.Entries[i]; e.Path == name {
			e.Base, e.Digest = []byte(base), tree.DigestText([]byte(base))
		}
	}
	lock.Input = tree.Digest{} // nothing can be told without comparing
	merged[name], merged[tree.LockName] = ours, string(lock.Encode())
	return merged
}

// hostileEdits are texts that a file began as, and what became of them; code is one that is merged.
func hostileEdits(code string) map[string]func() (base, ours string) {
	of := func(base, ours string) func() (string, string) { return func() (string, string) { return base, ours } }
	letters := func(n int) func() (string, string) {
		random := rand.New(rand.NewPCG(1, 2))
		text := func() string {
			return repeated(func(int) string { return string(rune('a'+random.IntN(n))) + "\n" }, 800_000)
		}
		return func() (string, string) { return text(), text() }
	}
	return map[string]func() (string, string){
		"shuffled": shuffled,
		"two":      letters(2),
		"twenty":   letters(20),
		"blank":    of(strings.Repeat("\n", 1_000_000), "x\n"+strings.Repeat("\n", 900_000)+"y\n"),
		"turned":   of(strings.Repeat("a\nb\n", 400_000), strings.Repeat("b\na\n", 400_000)),
		"thinned":  of(strings.Repeat("a\na\nb\n", 250_000), strings.Repeat("a\nb\n", 400_000)),
		"code":     of(code, code+strings.Repeat("a+b;\n", 380_000)),
		"commas":   of(code, code+"x=["+strings.Repeat(",", 1_000_000)+"]\n"),
		"nested":   of(code, code+"x="+strings.Repeat("[", 1_000_000)),
		"arrows":   of(code, code+strings.Repeat("(a=", 100_000)+"1"+strings.Repeat(")=>1", 100_000)),
	}
}

// shuffled is a text of many lines, and the same lines in another order.
func shuffled() (base, ours string) {
	lines := make([]string, 100_000)
	for i := range lines {
		lines[i] = fmt.Sprintf("line %d\n", i)
	}
	base = strings.Join(lines, "")
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	return base, strings.Join(lines, "")
}

// hostileLocks are lines at the end of a lock.
func hostileLocks() map[string]func() string {
	digest := tree.DigestText(nil).String()
	most := plain.Lock - 100_000
	numbered := func(format string) func() string {
		return func() string { return repeated(func(i int) string { return fmt.Sprintf(format, i) }, most) }
	}
	times := func(text string) func() string {
		return func() string { return strings.Repeat(text, most/len(text)) }
	}
	return map[string]func() string{
		"files":   numbered("file tool " + digest + " policies/%d.json\n"),
		"quoted":  numbered("file tool " + digest + " \"a%d\\u202e\"\n"),
		"before":  numbered("before none - " + digest + " policies/%d.json\n"),
		"paths":   numbered("file tool " + digest + " " + strings.Repeat("d/", 300) + "%d\n"),
		"same":    times("before none - " + digest + " policies/a.json\n"),
		"marks":   times("<<<<<<< a\n=======\n>>>>>>> b\n"),
		"long":    times("#"),
		"returns": times("\r"),
	}
}
