package tree

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// living is a function that templates and people change by turns.
type living struct {
	random *rand.Rand
	disk   memory
	wanted map[string]File
	lines  int                        // how many lines anyone wrote: each is another
	theirs map[string]map[string]bool // by path: the lines that a person wrote and that are in the file
	tried  map[string]int
}

// Whatever templates and people do by turns, and wherever a run is cut off: no line of a person's is lost, each file is
// as it was or as the run wanted it, the next run makes of it what the first would have made, and after that there is
// nothing to do.
func TestLiving(t *testing.T) {
	seeds := uint64(100)
	if os.Getenv("SCAFFOLD_PROOF") != "" {
		seeds = 2000
	}
	tried := make(map[string]int)
	for seed := range seeds {
		l := &living{
			random: rand.New(rand.NewPCG(seed, 17)), disk: memory{make(fstest.MapFS)},
			wanted: make(map[string]File), theirs: make(map[string]map[string]bool), tried: tried,
		}
		for range 4 {
			l.template()
		}
		for step := range 8 {
			for range l.random.IntN(3) {
				l.template()
			}
			for range l.random.IntN(4) {
				l.person()
			}
			if wrong := l.generate(); wrong != "" {
				t.Fatalf("seed %d, step %d: %s", seed, step, wrong)
			}
		}
	}
	for _, kind := range []string{"create", "update", "merge", "remove", "keep", "edited", "review", "cut off"} {
		if tried[kind] < 20 {
			t.Errorf("only %d times %s: the law is hardly tried", tried[kind], kind)
		}
	}
}

func (l *living) line(who string) string {
	l.lines++
	return fmt.Sprintf("%s %d\n", who, l.lines)
}

// template changes what is wanted.
func (l *living) template() {
	name := []string{"tool", "a/tool", "team", "a/team", "b/team"}[l.random.IntN(5)]
	f, ok := l.wanted[name]
	switch {
	case ok && l.random.IntN(6) == 0:
		delete(l.wanted, name)
		return
	case !ok:
		f = File{Path: name, Data: []byte(l.line("first") + l.line("second") + l.line("third") + l.line("fourth"))}
		if strings.HasSuffix(name, "team") {
			f.Owner = Team
		}
	default:
		f.Data = []byte(l.change(string(f.Data), "template"))
	}
	l.wanted[name] = f
}

// person changes what is there.
func (l *living) person() {
	names := slices.Sorted(maps.Keys(l.disk.MapFS))
	names = slices.DeleteFunc(names, func(name string) bool {
		_, isFile := l.disk.text(name)
		return !isFile || name == LockName
	})
	if len(names) == 0 || l.random.IntN(12) == 0 {
		names = []string{"notes", "b/team"} // files of their own; one that may be wanted one day
	}
	name := names[l.random.IntN(len(names))]
	text, ok := l.disk.text(name)
	if ok && l.random.IntN(8) == 0 {
		delete(l.disk.MapFS, name)
		delete(l.theirs, name)
		return
	}
	l.disk.put(name, l.change(text, "person"))
	l.note(name)
}

// note finds the lines of people in a file.
func (l *living) note(name string) {
	text, _ := l.disk.text(name)
	l.theirs[name] = make(map[string]bool)
	for _, line := range splitLines(text) {
		if strings.HasPrefix(line, "person ") {
			l.theirs[name][line] = true
		}
	}
}

// change puts a line into a text, or in place of one or two that are there.
func (l *living) change(text, who string) string {
	lines := splitLines(text)
	at := l.random.IntN(len(lines) + 1)
	end := min(len(lines), at+l.random.IntN(3))
	return strings.Join(slices.Replace(lines, at, end, l.line(who)), "")
}

func (l *living) compare(disk layer) (Plan, error) {
	want := new(FileSet)
	for _, name := range slices.Sorted(maps.Keys(l.wanted)) {
		if err := want.Add(l.wanted[name]); err != nil {
			return Plan{}, err
		}
	}
	return compareGenerated(disk, ".", want, GenerateOptions{Stamp: l.stamp()})
}

// stamp changes with what is wanted.
func (l *living) stamp() Stamp {
	s := stamp
	s.Input = DigestText(fmt.Append(nil, l.wanted))
	return s
}

// generate does so, and then once more for each operation, cut off there and finished by another run.
func (l *living) generate() string {
	before := l.disk.copy()
	plan, err := l.compare(l.disk)
	if err != nil {
		return err.Error()
	}
	if conflicts := plan.Conflicts(); len(conflicts) > 0 {
		l.tried["conflict"]++
		name := conflicts[0].Path // a person's file where a tool's is wanted: the person moves it away
		delete(l.disk.MapFS, name)
		delete(l.theirs, name)
		return ""
	}
	for _, c := range plan.Changes {
		l.tried[c.Action.String()]++
		if c.Edited {
			l.tried["edited"]++
		}
	}
	if _, err := apply(context.Background(), plan, l.disk); err != nil {
		return err.Error()
	}
	if wrong := l.lost(l.disk); wrong != "" {
		return wrong
	}
	if again, err := l.compare(l.disk); err != nil || !again.Empty() {
		return fmt.Sprintf("there is more to do: %v\n%s", err, text(again))
	}
	for _, once := range []bool{false, true} {
		if wrong := l.cut(before, plan, once); wrong != "" {
			return wrong
		}
	}
	return ""
}

// cut has each operation fail, and all that follow it, or once only: then the run has to clean up after itself.
func (l *living) cut(before memory, plan Plan, once bool) string {
	for n := 0; ; n++ {
		disk, left := before.copy(), n
		_, err := apply(context.Background(), plan, tampered{layer: disk, at: func(string, string) error {
			if left--; left == -1 || left < 0 && !once {
				return errCut
			}
			return nil
		}})
		if left >= 0 {
			return ""
		}
		l.tried["cut off"]++
		if name, dirty := disk.temporary(); dirty && once && !errors.Is(err, errCut) {
			return fmt.Sprintf("operation %d failed, and %s is left", n, name)
		}
		if wrong := l.finish(before, disk, plan); wrong != "" {
			return fmt.Sprintf("cut off at operation %d, once %v, %v: %s\n%s", n, once, err, wrong, text(plan))
		}
	}
}

var errCut = errors.New("cut off")

// finish looks at what a run left that was cut off, runs again and compares with the run that was not.
func (l *living) finish(before, disk memory, plan Plan) string {
	for _, c := range plan.Changes {
		is, there := disk.text(c.Path)
		was, had := before.text(c.Path)
		isNew := there == (c.Action != Remove) && is == string(c.New)
		if c.Path != LockName && !(there == had && is == was) && !(c.Writes() && isNew) {
			return fmt.Sprintf("%s is %q", c.Path, is)
		}
	}
	if wrong := l.lost(disk); wrong != "" {
		return wrong
	}
	if name, dirty := disk.temporary(); dirty && l.unmoved(disk) {
		return name + " is left for ever: nothing else is to be done"
	}
	if wrong := l.changedMeanwhile(disk); wrong != "" {
		return wrong
	}
	again, err := l.compare(disk)
	if err != nil {
		return err.Error()
	}
	if _, err := apply(context.Background(), again, disk); err != nil {
		return "the next run: " + err.Error()
	}
	for name := range maps.Keys(l.disk.MapFS) {
		want, _ := l.disk.text(name)
		if is, _ := disk.text(name); is != want {
			return fmt.Sprintf("the next run makes %s %q, want %q", name, is, want)
		}
	}
	for name := range maps.Keys(disk.MapFS) {
		if _, isFile := disk.text(name); isFile && l.disk.MapFS[name] == nil {
			return "the next run leaves " + name
		}
	}
	return ""
}

// unmoved is what Unmoved says of a disk.
func (l *living) unmoved(disk memory) bool {
	lock, _ := disk.text(LockName)
	r := NewReader()
	ok := r.listOf([]byte(lock), l.stamp())
	for _, e := range r.list {
		text, there := disk.text(e.path)
		ok = ok && (!e.tool || there && is(e.digest, DigestText([]byte(text))))
	}
	return ok
}

// changedMeanwhile has the templates change before the next run: what the run wrote that was cut off is not taken for a
// person's then.
func (l *living) changedMeanwhile(disk memory) string {
	wanted := maps.Clone(l.wanted)
	defer func() { l.wanted = wanted }()
	for range 3 {
		l.template()
	}
	plan, err := l.compare(disk)
	if err != nil {
		return err.Error()
	}
	for _, c := range plan.Changes {
		if strings.Contains(c.Reason, "edited") && len(l.theirs[c.Path]) == 0 {
			return fmt.Sprintf("is said to be edited:\n%s%q", text(plan), c.Old)
		}
	}
	return ""
}

// lost finds a line of a person's that is not in its file any more.
func (l *living) lost(disk memory) string {
	for name, lines := range l.theirs {
		text, _ := disk.text(name)
		for line := range lines {
			if !strings.Contains("\n"+text, "\n"+line) {
				return fmt.Sprintf("%s has lost %q: %q", name, line, text)
			}
		}
	}
	return ""
}
