package proof

import (
	"encoding/json"
	"fmt"
	"go/token"
	"go/types"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/seed-0554dd89/scaffold/generator"
	"github.com/seed-0554dd89/scaffold/generator/aws"
	"github.com/seed-0554dd89/scaffold/generator/spec"
	"github.com/seed-0554dd89/scaffold/generator/tree"
	"github.com/seed-0554dd89/scaffold/templates"
)

// clashes are triggers whose names once were one in code: in Python the second took the first one's place, so that messages
// were deleted which no handler saw, and TypeScript did not load.
var clashes = axis{
	{"hyphen", []string{
		"--trigger", "sqs:name=first,queue=plain", "--trigger", "sqs:name=a-1,queue=aq,from-topic=t", "--trigger", "sqs:name=a1,queue=bq,from-bucket=my-bucket",
	}},
	{"kind", []string{
		"--trigger", "s3:name=gone,bucket=my-bucket,events=s3:ObjectRemoved:*", "--trigger", "s3:name=batch,bucket=my-bucket,events=s3:ObjectCreated:*",
		"--trigger", "s3-batch",
	}},
}

// namesMost is how many unlucky functions of a language real programs take: every day the two that once went wrong.
var namesMost = budget{2, 40}

// unlucky are functions of a language whose triggers and keys are called like each other, like what the generated code calls
// its own, and like words of the language; the clashes come first. SCAFFOLD_SEED is another seed than the usual one.
func unlucky(t testing.TB, l *language, most int) (all []option) {
	t.Helper()
	seed, err := strconv.ParseUint(os.Getenv("SCAFFOLD_SEED"), 10, 64)
	if err != nil {
		seed = 1
	}
	for _, clash := range clashes {
		all = append(all, option{"names " + clash.name, append([]string{"--key", "give=text"}, clash.args...)})
	}
	u := namer{random{rand.New(rand.NewPCG(seed, 0))}, l, words(t, l)}
	if long {
		all = append(all, u.everyWord(t)...)
	}
	for len(all) < most {
		args := u.args(t)
		all = append(all, option{fmt.Sprintf("names %d of seed %d: %q", len(all), seed, args), args})
	}
	return all
}

// namer makes up names for functions of one language.
type namer struct {
	random
	language *language
	words    []string // what generated files are made of
}

// words are all words of what is generated for the catalogue in a language, each once.
func words(t testing.TB, l *language) []string {
	t.Helper()
	found, _ := wordsOf.LoadOrStore(l.name, sync.OnceValue(func() []string {
		seen := map[string]bool{}
		var all []string
		for i, set := range slices.Concat(catalogueSets(), accesses) {
			args := slices.Concat([]string{"hello", "--deploy", "sam"}, set.args, l.faces[i%len(l.faces)].args)
			s := parse(t, args)
			if !resolves(s) {
				continue // access to what no trigger of the set has
			}
			for file := range render(t, function(t, s)).All() {
				if path.Dir(file.Path) == "events" || path.Ext(file.Path) == ".md" || file.Ecosystem {
					continue
				}
				for _, word := range wordPattern.FindAllString(string(file.Data), -1) {
					if !seen[word] {
						seen[word] = true
						all = append(all, word)
					}
				}
			}
		}
		return all
	}))
	return found.(func() []string)()
}

var (
	wordsOf     sync.Map
	wordPattern = regexp.MustCompile(`[A-Za-z_$][A-Za-z0-9_$-]*`)
	partPattern = regexp.MustCompile(`[A-Z]+[a-z0-9]*|[a-z0-9]+`)
)

// wordsOfAll are words of no language's grammar that still mean something: what all objects have, and what Python has built in.
var wordsOfAll = []string{
	"__proto__", "constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString", "toString", "valueOf",
	"__defineGetter__", "__lookupGetter__", "prototype", "length", "name", "then", "globalThis", "process", "Promise", "Object",
	"match", "case", "type", "_", "__", "print", "len", "id", "object", "property", "super", "self", "cls", "__init__", "__class__", "__slots__",
	"__debug__", "__name__", "mro", "field", "dataclass",
}

// everyWord are functions with a key for each word that could mean something else: those of the handler and its test, those
// that the language reserves and Go's own.
func (u namer) everyWord(t testing.TB) (all []option) {
	var described struct {
		Identifier struct{ Reserved, Taken []string }
	}
	text, err := templates.FS.ReadFile(u.language.name + "/language.json")
	if err == nil {
		err = json.Unmarshal(text, &described)
	}
	if err != nil {
		t.Fatal(err)
	}
	names := slices.Concat(wordsOfAll, described.Identifier.Reserved, described.Identifier.Taken, types.Universe.Names())
	for i := token.BREAK; i <= token.VAR; i++ {
		names = append(names, i.String())
	}
	sample := function(t, parse(t, slices.Concat([]string{"hello", "--key", "key1=a"}, catalogueSets()[0].args, u.language.faces[0].args)))
	for file := range render(t, sample).All() {
		if file.Owner == tree.Team && !file.Ecosystem {
			names = append(names, wordPattern.FindAllString(string(file.Data), -1)...)
		}
	}
	slices.Sort(names)
	for some := range slices.Chunk(slices.Compact(names), 40) {
		args := []string{"--key", "give=text", "--trigger", "sqs:queue=orders", "--trigger", "apigateway-rest"}
		for i, name := range some {
			value := []string{"=a", ":=1", `:={"a":1}`}[i%3]
			args = u.with(t, args, "--key", string(spec.Text(name))+value)
		}
		all = append(all, option{fmt.Sprintf("names of keys from %s on", some[0]), args})
	}
	return all
}

// args are the keys, triggers and accesses of a function. What cannot stand together for another reason than names is left out.
func (u namer) args(t testing.TB) []string {
	t.Helper()
	all := []string{"--key", "give=text"}
	for range u.IntN(8) {
		typ := pick(u.random, []string{"string", "integer", "object"})
		key := string(spec.Text(u.key())) + `:{"type":"` + typ + `","default":` + randomDefaults[typ][u.IntN(2)] + "}"
		all = u.with(t, all, "--key", key)
	}
	var names []string
	forms := uses()
	for range 2 + u.IntN(7) {
		use := pick(u.random, forms)
		if u.IntN(3) == 0 {
			use = pick(u.random, slices.DeleteFunc(slices.Clone(forms), func(use spec.Use) bool { return !slices.Contains([]string{"sqs", "s3", "msk"}, use.ID) }))
		}
		use.Name, use.Params = u.trigger(names), maps.Clone(use.Params)
		for i := range use.Trigger().Params {
			if p := &use.Trigger().Params[i]; p.Identifies && u.IntN(2) == 0 {
				use.Params[p.Name] = p.Example
			}
		}
		if formOf(use).Bounds == nil {
			all, names = u.with(t, all, "--trigger", flag(use)), append(names, use.Name)
		}
	}
	for range u.IntN(4) {
		all = u.with(t, all, "--access", pick(u.random, aws.Accesses()).ID)
	}
	return all
}

// allowed are the reasons for which things do not stand together that have nothing to do with names, and those names that a
// handler would have to have twice.
var allowed = regexp.MustCompile(`look alike|stands beside|says the same as|shares a source|in letters of any case|direct is the invocation|Windows|` +
	` both .* in code|holds no letter|is given twice|is required|has no |beside "|names a trigger|characters: want at most`)

// with is the function with one thing more, where it can have that.
func (u namer) with(t testing.TB, args []string, more ...string) []string {
	t.Helper()
	longer := slices.Concat(args, more)
	s, _, err := spec.FromFlags(flags(slices.Concat([]string{"hello", "--deploy", "sam"}, longer, u.language.faces[0].args)), noFile)
	if err == nil {
		s, err = spec.Resolve(s)
	}
	var f *generator.Function
	if err == nil {
		f, err = functions.Function(s)
	}
	if err == nil {
		_, err = f.Template()
	}
	switch {
	case err == nil:
		return longer
	case !allowed.MatchString(err.Error()):
		t.Errorf("%q: %v", longer, err)
	}
	return args
}

// key is a name for a key: a word, or one that is nearly one.
func (u namer) key() string {
	word := pick(u.random, u.words)
	switch u.IntN(6) {
	case 0:
		return pick(u.random, randomNames)
	case 1:
		return strings.ToLower(word)
	case 2:
		return "__" + word + "__"
	case 3:
		return strings.Join(partPattern.FindAllString(word, -1), pick(u.random, []string{"-", "_", " ", "."}))
	}
	return word
}

// trigger is a name for a trigger: one that is nearly another's, a part of a word, or any.
func (u namer) trigger(names []string) string {
	var name string
	switch n := u.IntN(8); {
	case n < 4 && len(names) > 0:
		name = u.near(pick(u.random, names))
	case n == 4:
		name = string(rune('a' + u.IntN(26)))
	case n == 5:
		name = pick(u.random, aws.Triggers()).ID + pick(u.random, []string{"", "-2", "2", "-source"})
	case n == 6:
		name = strings.Repeat(pick(u.random, []string{"a", "ab-", "A1-", "x1"}), 63)
	default:
		name = u.part()
	}
	name = strings.TrimLeft(regexp.MustCompile(`[^A-Za-z0-9-]`).ReplaceAllString(name, ""), "-0123456789")
	if name = name[:min(len(name), 63)]; name == "" {
		return "a"
	}
	return name
}

// part is some of a word's parts.
func (u namer) part() string {
	parts := partPattern.FindAllString(pick(u.random, u.words), -1)
	if len(parts) == 0 {
		return ""
	}
	from := u.IntN(len(parts))
	some := parts[from : from+1+u.IntN(len(parts)-from)]
	if u.IntN(2) == 0 {
		return strings.Join(some, "")
	}
	return strings.ToLower(strings.Join(some, "-"))
}

// near is a name that differs in a hyphen, a digit or the case of a letter.
func (u namer) near(name string) string {
	i := u.IntN(len(name) + 1)
	switch u.IntN(6) {
	case 0:
		return strings.ReplaceAll(name, "-", "")
	case 1:
		return name[:i] + "-" + name[i:]
	case 2:
		return name + pick(u.random, []string{"-", "2", "-2", "-1", "No2", "-no-2", "-source", "-queue", "-bucket"})
	case 3:
		return name[:i] + pick(u.random, []string{"1", "-1", "1-", "A"}) + name[i:]
	case 4:
		camel := strings.Split(name, "-")
		for j := range camel[1:] {
			if word := camel[j+1]; word != "" {
				camel[j+1] = strings.ToUpper(word[:1]) + word[1:]
			}
		}
		return strings.Join(camel, "")
	}
	return pick(u.random, []string{"sqs-", "s3-", "test-", "my-"}) + name
}
