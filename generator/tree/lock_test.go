package tree

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

var stamp = Stamp{Edition{"javascript", 3}, DigestText([]byte("input"))}

// hello is a lock of every kind of entry.
func hello() Lock {
	return NewLock(stamp, []File{
		{Path: "src/index.mjs", Owner: Team, Data: []byte("import x;\n\n\texport y;\r\n")},
		{Path: "events/direct.json", Data: []byte("{}\n")},
		{Path: "scaffold.yaml", Owner: Person, Data: []byte("name: hello\n")},
		{Path: "open end", Owner: Team, Data: []byte("no newline")},
		{Path: "odd.txt", Owner: Team, Data: []byte("a\rb\x00\xff\nfile tool\n")},
		{Path: "empty", Owner: Team},
	})
}

// The expected text was written by hand; the digests are those of sha256sum.
const helloText = `scaffold lock 1
# What scaffold generated last, for telling its changes from yours. Commit it; scaffold rewrites it.
edition javascript 3
input sha256:c96c6d5be8d08a12e7b5cdc1b207fa6b2430974c86803d8891675e76fd992c20
file team sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 empty
file tool sha256:ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356 events/direct.json
file team sha256:f0c8dfcfeb560f15e92f50edc4c173b17bff25cdb0f6a3c37649ead1ed3e07b7 odd.txt
file team sha256:84629f9a7125f5b50e9767df4fea1e93b34462b57bd35a12ebca2b52520f5c84 "open end"
file team sha256:12187b1884a30da5119e6d524c5f1d7d8101cdf2b8ee7638890423ab372f5179 src/index.mjs
base empty
quoted odd.txt
	"a\rb\x00\xff"
	"file tool"
base "open end"
	no newline
\ no newline at the end
base src/index.mjs
	import x;
	
		export y;
`

func TestLockText(t *testing.T) {
	if got := string(hello().Encode()); got != helloText {
		t.Errorf("got\n%s\nwant\n%s", got, helloText)
	}
}

func TestLockComesBack(t *testing.T) {
	want := hello()
	got, err := ParseLock(want.Encode())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	windows := strings.ReplaceAll(string(want.Encode()), "\n", "\r\n")
	if got, err := ParseLock([]byte(windows)); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("with line ends of Windows: %+v, %v", got, err)
	}
	if e, ok := got.Lookup("open end"); !ok || string(e.Base) != "no newline" {
		t.Errorf("Lookup = %+v, %v", e, ok)
	}
	if _, ok := got.Lookup("scaffold.yaml"); ok {
		t.Error("a person's file is in the lock")
	}
}

// A text that looks like a lock is still only a text.
func TestLockHoldsLock(t *testing.T) {
	inner := hello().Encode()
	lock := NewLock(stamp, []File{{Path: "copy", Owner: Team, Data: append(inner, "<<<<<<< HEAD\n\\ no newline at the end"...)}})
	got, err := ParseLock(lock.Encode())
	if err != nil || !reflect.DeepEqual(got, lock) {
		t.Errorf("got %+v, %v", got, err)
	}
}

// A lock that says what a run was about to write comes back too.
func TestLockBefore(t *testing.T) {
	want := hello()
	team := newEntry(File{Path: "src/index.mjs", Owner: Team, Data: []byte("old\n\ttext")})
	odd := newEntry(File{Path: "src/index.mjs", Owner: Team, Data: []byte("\x00")})
	tool := newEntry(File{Path: "open end"})
	want.Before = []Before{
		{Entry: Entry{Path: "new file"}, New: true, Result: stamp.Input}, {Entry: tool, Gone: true},
		{Entry: team, Result: stamp.Input}, {Entry: odd, Result: stamp.Input},
	}
	encoded := string(want.Encode())
	const tail = `before none - sha256:c96c6d5be8d08a12e7b5cdc1b207fa6b2430974c86803d8891675e76fd992c20 "new file"
before tool sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 - "open end"
`
	if rest, ok := strings.CutPrefix(encoded, helloText); !ok || !strings.HasPrefix(rest, tail) {
		t.Errorf("got\n%s", encoded)
	}
	if got, err := ParseLock([]byte(encoded)); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v, %v\nwant %+v", got, err, want)
	}
	for old, wrong := range map[string]string{
		"before none -": "before none " + stamp.Input.String(), "before tool": "before person", "\nwas\n": "\nwhat\n",
		"\told\n": "\tnew\n", `"new file"`: `"../new"`, "before none - sha256:": "before none - ",
	} {
		bad := strings.Replace(encoded, old, wrong, 1)
		if _, err := ParseLock([]byte(bad)); err == nil || bad == encoded {
			t.Errorf("%q for %q is taken", wrong, old)
		}
	}
}

func TestParseLockRefuses(t *testing.T) {
	good := string(hello().Encode())
	sub := func(old, new string) string {
		if !strings.Contains(good, old) {
			t.Fatalf("the lock has no %q", old)
		}
		return strings.Replace(good, old, new, 1)
	}
	for _, test := range []struct {
		name, text, want string
		is               error
	}{
		{"nothing", "", `scaffold.lock:1: "": want scaffold lock 1`, nil},
		{"another file", "{}\n", `scaffold.lock:1: "{}": want scaffold lock 1`, nil},
		{"newer", sub("lock 1", "lock 2"), "scaffold.lock:1: lock version 2: this scaffold knows 1: want a newer scaffold", ErrNewerLock},
		{"version 0", sub("lock 1", "lock 0"), `scaffold.lock:1: lock version: number "0"`, nil},
		{"odd version", sub("lock 1", "lock 01"), `scaffold.lock:1: lock version: number "01"`, nil},
		{"conflict in the head", sub("edition", "<<<<<<< HEAD\nedition"), `scaffold.lock:3: git conflict marker "<<<<<<< HEAD"`, ErrGitMarks},
		{"conflict at the top", "<<<<<<< HEAD\n" + good, `scaffold.lock:1: git conflict marker`, ErrGitMarks},
		{"conflict in a text", sub("\timport x;\n", "<<<<<<< HEAD\n\timport x;\n=======\n"), `scaffold.lock:18: git conflict marker "<<<<<<< HEAD"`, ErrGitMarks},
		{"rest of a conflict", good + ">>>>>>> theirs\n", `scaffold.lock:21: git conflict marker ">>>>>>> theirs"`, ErrGitMarks},
		{"cut off", good[:len(good)-1], "scaffold.lock:20: line is cut off", nil},
		{"unknown word", sub("base empty", "bass empty"), `scaffold.lock:10: "bass empty": want edition`, nil},
		{"stray text", sub("edition", "\tedition"), `scaffold.lock:3: "\tedition javascript 3": want edition`, nil},
		{"no edition", sub("edition javascript 3\n", ""), "scaffold.lock:20: end of file: want a line edition", nil},
		{"no input", sub("input "+stamp.Input.String()+"\n", ""), "scaffold.lock:20: end of file: want a line input", nil},
		{"two editions", sub("edition javascript 3\n", "edition javascript 3\nedition go 1\n"), "scaffold.lock:4: second edition", nil},
		{"edition name", sub("javascript", "Java/Script"), `scaffold.lock:3: edition name "Java/Script"`, nil},
		{"edition number", sub("javascript 3", "javascript three"), `scaffold.lock:3: edition: number "three"`, nil},
		{"input", sub("input sha256:c9", "input sha256:zz"), "scaffold.lock:4: input: digest", nil},
		{"owner", sub("file tool", "file person"), `scaffold.lock:6: owner "person": want tool or team`, nil},
		{"digest", sub("file tool sha256:ca", "file tool sha256:"), "scaffold.lock:6: digest", nil},
		{"path", sub("events/direct.json", "../direct.json"), `scaffold.lock:6: path "../direct.json"`, nil},
		{"no path", sub(" events/direct.json", ""), `scaffold.lock:6: path ""`, nil},
		{"quotes for nothing", sub("events/direct.json", `"events/direct.json"`), `scaffold.lock:6: path "events/direct.json": want it without quotes`, nil},
		{"open quotes", sub(`"open end"`, `"open end`), `scaffold.lock:8: "open end: want a string in double quotes`, nil},
		{"twice", sub("file tool", "file tool "+stamp.Input.String()+" empty\nfile tool"), `scaffold.lock:6: path "empty": is in the set twice`, nil},
		{"case", sub("events/direct.json", "EMPTY"), `"EMPTY" and "empty" differ only in case`, nil},
		{"base of a tool file", sub("base empty", "base events/direct.json"), `scaffold.lock:10: base of "events/direct.json": want a line of this team file`, nil},
		{"base of no file", sub("base empty", "base other"), `scaffold.lock:10: base of "other": want a line of this team file`, nil},
		{"two bases", sub("base empty\n", "base empty\nbase empty\n"), `scaffold.lock:11: second base of "empty"`, nil},
		{"no base", sub("base empty\n", ""), `scaffold.lock:5: team file "empty": want its base`, nil},
		{"edited base", sub("\timport x;", "\timport z;"), `scaffold.lock:17: base of "src/index.mjs": is not the text that its digest`, nil},
		{"text not quoted", sub("\t\"file tool\"", "\tfile tool"), `scaffold.lock:13: file tool: want a string in double quotes`, nil},
		{"newline in quotes", sub(`\xff"`, `\xff\n"`), `want no newline inside`, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := ParseLock([]byte(test.text))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Fatalf("got  %v\nwant %s", err, test.want)
			}
			var at *LockError
			if !errors.As(err, &at) || at.Line < 1 || !errors.Is(err, test.is) && test.is != nil {
				t.Errorf("got %#v, want a *LockError that is %v", err, test.is)
			}
			for _, other := range []error{ErrNewerLock, ErrGitMarks} {
				if other != test.is && errors.Is(err, other) {
					t.Errorf("is %v too", other)
				}
			}
		})
	}
}

// Control characters make git take a file for binary and editors lose them: a lock has none.
func TestLockIsText(t *testing.T) {
	var all []byte
	for c := range 256 {
		all = append(all, byte(c), '\n')
	}
	lock := NewLock(stamp, []File{{Path: "a", Owner: Team, Data: all}, {Path: "del", Owner: Team, Data: []byte("x\x7f")}})
	text := string(lock.Encode())
	if at := strings.IndexFunc(text, func(r rune) bool { return r != '\n' && r != '\t' && unicode.IsControl(r) }); at >= 0 || !utf8.ValidString(text) {
		t.Errorf("control character at %d of %q", at, text)
	}
	if back, err := ParseLock([]byte(text)); err != nil || !reflect.DeepEqual(back, lock) {
		t.Errorf("came back as %+v, %v", back, err)
	}
}

// FuzzParseLock gives the parser any text: it must not panic, and what it takes must come back from Encode.
func FuzzParseLock(f *testing.F) {
	good := hello().Encode()
	f.Add(good)
	f.Add(good[:len(good)/2])
	cut := hello()
	cut.Before = []Before{{Entry: cut.Entries[0], Result: stamp.Input}, {Entry: Entry{Path: "x"}, New: true}, {Entry: cut.Entries[1], Gone: true}}
	f.Add(cut.Encode())
	f.Add([]byte(strings.ReplaceAll(string(good), "\n", "\r\n")))
	f.Add([]byte("scaffold lock 1\nedition x 1\ninput " + stamp.Input.String() + "\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		lock, err := ParseLock(text)
		if err != nil {
			var at *LockError
			if !errors.As(err, &at) || at.Line < 1 || at.Line > 1+strings.Count(string(text), "\n") {
				t.Errorf("%q: error %#v without a line of it", text, err)
			}
			return
		}
		canonical := lock.Encode()
		again, err := ParseLock(canonical)
		if err != nil || !reflect.DeepEqual(again, lock) {
			t.Errorf("%q: came back as %+v, %v", canonical, again, err)
		}
		if string(again.Encode()) != string(canonical) {
			t.Errorf("%q: is encoded in two ways", text)
		}
	})
}

// FuzzLockBase puts any text into a lock: it must come back, after a checkout on Windows too.
func FuzzLockBase(f *testing.F) {
	for _, text := range []string{"", "\n", "a", "a\n", "a\r", "a\r\nb", "\t\n\\ no newline at the end\n", "base a\n", "\xff\x00", "=======\n"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		lock := NewLock(stamp, []File{{Path: "a", Owner: Team, Data: text}, {Path: "b"}})
		encoded := lock.Encode()
		for _, checkout := range []string{string(encoded), strings.ReplaceAll(string(encoded), "\n", "\r\n")} {
			back, err := ParseLock([]byte(checkout))
			if err != nil || !reflect.DeepEqual(back, lock) {
				t.Fatalf("%q came back from %q as %+v, %v", text, checkout, back, err)
			}
		}
		if e := lock.Entries[0]; string(e.Base) != string(Normalize(text)) || strings.Count(string(encoded), "\r") > 0 {
			t.Errorf("%q: base %q", text, e.Base)
		}
	})
}
